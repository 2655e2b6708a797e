// The one optimum that order asks for: of weighted pairs, those that keep the order of both sides.

/// A pair that may be linked, by places in the two versions.
struct CandidatePair {
  let old: Int
  let new: Int
  var weight: Double
}

/// The indices of pairs that rise on both sides and weigh most together, in order.
///
/// Takes O(n log n): pairs are read by rising `old`, and a tree of prefix maxima over `new` gives the best
/// chain each may go on (Fenwick 1994).
func heaviestChain(_ pairs: [CandidatePair]) -> [Int] {
  guard let last = pairs.map(\.new).max() else { return [] }
  // Of one old place the pairs with larger new places first, so that none goes on from another.
  let order = pairs.indices.sorted {
    (pairs[$0].old, pairs[$1].new) < (pairs[$1].old, pairs[$0].new)
  }
  var best = [Double](repeating: 0, count: last + 2)
  var end = [Int](repeating: -1, count: last + 2)
  var previous = [Int](repeating: -1, count: pairs.count)
  for index in order {
    let pair = pairs[index]
    var (weight, before) = (0.0, -1)
    var i = pair.new
    while i > 0 {
      if best[i] > weight { (weight, before) = (best[i], end[i]) }
      i -= i & -i
    }
    previous[index] = before
    weight += pair.weight
    i = pair.new + 1
    while i < best.count {
      if weight > best[i] { (best[i], end[i]) = (weight, index) }
      i += i & -i
    }
  }
  var (weight, at) = (0.0, -1)
  var i = last + 1
  while i > 0 {
    if best[i] > weight { (weight, at) = (best[i], end[i]) }
    i -= i & -i
  }
  var chain: [Int] = []
  while at >= 0 {
    chain.append(at)
    at = previous[at]
  }
  return chain.reversed()
}
