// Finds which article became which: the heaviest chain in order, then moves, then parts of articles.

import Legislation

/// Links the units of two versions.
struct LinkFinder {
  let old: [ComparedUnit]
  let new: [ComparedUnit]
  let grams: GramTable
  let runs: RareRuns
  /// What each old unit became, and each new one was, in order of finding.
  private(set) var newOfOld: [[Int]]
  private(set) var oldOfNew: [[Int]]

  /// Below this likeness two articles are others, in order and out of it.
  private static let leastInOrder = 0.27
  private static let leastMoved = 0.4
  /// The same for what stands where nothing else can, and where few others can.
  private static let leastBetween = 0.12
  private static let leastInGap = 0.15
  private static let longestGap = 4
  /// The share of what sets an article apart from its neighbour that must have gone where the neighbour went.
  private static let leastTwin = 0.6
  /// Pairs out of order less alike than this must share so many runs of characters that are no formula.
  private static let surelyAlike = 0.5
  private static let leastRuns = 3
  /// Pairs less alike than this share of what either finds elsewhere, and that finds it too, are none.
  private static let rival = 0.75

  init(_ old: ComparedDocument, _ new: ComparedDocument) {
    self.old = old.units
    self.new = new.units
    grams = GramTable(old.units.map(\.words), new.units.map(\.words))
    runs = RareRuns(old.units, new.units)
    newOfOld = Array(repeating: [], count: old.units.count)
    oldOfNew = Array(repeating: [], count: new.units.count)
    linkWholes()
    linkNeighbours()
    linkParts()
    linkTwins()
  }

  var links: [ArticleLink] {
    old.indices.flatMap { i in
      newOfOld[i].map { ArticleLink(old: old[i].key, new: new[$0].key) }
    }
  }

  mutating func link(_ i: Int, _ j: Int) {
    newOfOld[i].append(j)
    oldOfNew[j].append(i)
  }

  /// How alike two articles are, 0 to 1.
  private func likeness(_ i: Int, _ j: Int) -> Double {
    if old[i].evened.scalars == new[j].evened.scalars { return 1 }
    let shared = grams.shared(grams.old[i], grams.new[j])
    let (a, b) = (grams.oldWeights[i], grams.newWeights[j])
    return 2 * shared / max(1, a + b)
  }

  private mutating func linkWholes() {
    var pairs = candidates()
    var bestOfOld = [(likeness: Double, pair: Int)](repeating: (0, -1), count: old.count)
    var bestOfNew = [(likeness: Double, pair: Int)](repeating: (0, -1), count: new.count)
    for (index, pair) in pairs.enumerated() {
      if pair.weight > bestOfOld[pair.old].likeness { bestOfOld[pair.old] = (pair.weight, index) }
      if pair.weight > bestOfNew[pair.new].likeness { bestOfNew[pair.new] = (pair.weight, index) }
    }
    /// Whether one of the two has found its other half elsewhere.
    func isTaken(_ pair: CandidatePair) -> Bool {
      let (a, b) = (bestOfOld[pair.old], bestOfNew[pair.new])
      return a.pair >= 0 && bestOfNew[pairs[a.pair].new].pair == a.pair
        && pair.weight < Self.rival * a.likeness
        || b.pair >= 0 && bestOfOld[pairs[b.pair].old].pair == b.pair
          && pair.weight < Self.rival * b.likeness
    }
    pairs = pairs.filter { $0.weight >= Self.leastInOrder && !isTaken($0) }
    for index in heaviestChain(pairs) { link(pairs[index].old, pairs[index].new) }
    for pair in pairs.sorted(by: { ($1.weight, $0.old, $0.new) < ($0.weight, $1.old, $1.new) })
    where pair.weight >= Self.leastMoved && newOfOld[pair.old].isEmpty && oldOfNew[pair.new].isEmpty
      && (pair.weight >= Self.surelyAlike || shareRareRuns(pair.old, pair.new))
    {
      link(pair.old, pair.new)
    }
  }

  private func shareRareRuns(_ i: Int, _ j: Int) -> Bool {
    runs.shared(runs.of(old[i]), runs.of(new[j])) >= Self.leastRuns
  }

  /// Every pair worth weighing, with its likeness.
  private func candidates() -> [CandidatePair] {
    var seen: Set<Int> = []
    var result: [CandidatePair] = []
    func add(_ i: Int, _ j: Int) {
      guard seen.insert(i * new.count + j).inserted else { return }
      result.append(CandidatePair(old: i, new: j, weight: likeness(i, j)))
    }
    for pair in grams.candidates() { add(pair.old, pair.new) }
    let places = Dictionary(
      new.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for (i, unit) in old.enumerated() { if let j = places[unit.key] { add(i, j) } }
    // Equal texts, the first with the first and so on: they may have nothing rare.
    var equals: [[UInt32]: [Int]] = [:]
    for (j, unit) in new.enumerated().reversed() {
      equals[unit.evened.scalars, default: []].append(j)
    }
    for (i, unit) in old.enumerated() {
      if let j = equals[unit.evened.scalars]?.popLast() { add(i, j) }
    }
    return result
  }

  /// Articles between the same neighbours, or both at the head or the end of the text, may be one rewritten
  /// with little in common.
  private mutating func linkNeighbours() {
    // What begins a text and what ends it says why it is made and since when it holds.
    guard let last = old.indices.last, !new.isEmpty else { return }
    for (i, j) in [(0, 0), (last, new.count - 1)]
    where newOfOld[i].isEmpty && oldOfNew[j].isEmpty && likeness(i, j) >= Self.leastBetween {
      link(i, j)
    }
    var i = 0
    while i < old.count {
      var end = i
      while end < old.count, newOfOld[end].isEmpty { end += 1 }
      if end > i {
        linkGap(i..<end)
        i = end
      } else {
        i += 1
      }
    }
  }

  private mutating func linkGap(_ olds: Range<Int>) {
    let low = olds.lowerBound == 0 ? 0 : newOfOld[olds.lowerBound - 1].max()! + 1
    let high = olds.upperBound == old.count ? new.count : newOfOld[olds.upperBound].min()!
    guard low < high, high - low <= Self.longestGap, olds.count <= Self.longestGap else { return }
    let least = olds.count + high - low == 2 ? Self.leastBetween : Self.leastInGap
    var pairs: [CandidatePair] = []
    for i in olds {
      for j in low..<high where oldOfNew[j].isEmpty {
        let likeness = likeness(i, j)
        if likeness >= least { pairs.append(CandidatePair(old: i, new: j, weight: likeness)) }
      }
    }
    for index in heaviestChain(pairs) { link(pairs[index].old, pairs[index].new) }
  }

  /// An article whose neighbour became another one, that is like that one too, and has there what sets it apart
  /// from its neighbour, was merged into it. (The other way round, two new articles of one form are seldom
  /// a split.)
  private mutating func linkTwins() {
    func isTwin(_ lone: [Int32], _ neighbour: [Int32], of other: [Int32]) -> Bool {
      let own = grams.weight(lone) - grams.shared(lone, neighbour)
      let rest =
        grams.shared(lone, other) - grams.shared(grams.intersection(lone, neighbour), other)
      return own > 0 && rest >= Self.leastTwin * own
    }
    for i in old.indices where newOfOld[i].isEmpty {
      for k in [i - 1, i + 1] where old.indices.contains(k) && newOfOld[k].count == 1 {
        let j = newOfOld[k][0]
        guard newOfOld[i].isEmpty, oldOfNew[j] == [k], likeness(i, j) >= Self.leastInOrder,
          isTwin(grams.old[i], grams.old[k], of: grams.new[j])
        else { continue }
        link(i, j)
      }
    }
  }

  private mutating func linkParts() {
    for pair in PartFinder(self).links() { link(pair.old, pair.new) }
  }
}
