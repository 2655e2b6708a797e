// What articles have in common, measured in runs of characters that weigh the more the rarer they are.

import Legislation

/// The pairs of neighbouring characters of every article of two versions.
struct GramTable {
  /// Of each old unit, its grams as sorted numbers.
  let old: [[Int32]]
  let new: [[Int32]]
  /// By number.
  let weights: [Double]
  let oldWeights: [Double]
  let newWeights: [Double]
  private let oldPostings: [[Int32]]
  private let newPostings: [[Int32]]

  /// A gram in more pairs of articles than this finds no candidates.
  private static let mostPairs = 4_000
  /// So many candidates are kept for each article.
  private static let mostCandidates = 16

  init(_ oldUnits: [[UInt32]], _ newUnits: [[UInt32]]) {
    var numbers: [UInt64: Int32] = [:]
    func grams(_ words: [UInt32]) -> [Int32] {
      var result: Set<Int32> = []
      var last: UInt32 = 0
      for (i, word) in words.enumerated() {
        if i > 0 || words.count == 1 {
          let gram = UInt64(last) << 32 | UInt64(word)
          let number = numbers[gram] ?? Int32(numbers.count)
          numbers[gram] = number
          result.insert(number)
        }
        last = word
      }
      return result.sorted()
    }
    old = oldUnits.map(grams)
    new = newUnits.map(grams)
    var oldPostings = [[Int32]](repeating: [], count: numbers.count)
    var newPostings = oldPostings
    for (i, grams) in old.enumerated() {
      for gram in grams { oldPostings[Int(gram)].append(Int32(i)) }
    }
    for (i, grams) in new.enumerated() {
      for gram in grams { newPostings[Int(gram)].append(Int32(i)) }
    }
    // Inverse document frequency over both texts, so that what every article says counts for little.
    let total = Double(old.count + new.count)
    let weights = zip(oldPostings, newPostings).map { old, new in
      logarithm(1 + total / Double(old.count + new.count))
    }
    (self.oldPostings, self.newPostings, self.weights) = (oldPostings, newPostings, weights)
    func weight(_ grams: [Int32]) -> Double { grams.reduce(0) { $0 + weights[Int($1)] } }
    oldWeights = old.map(weight)
    newWeights = new.map(weight)
  }

  /// The weight of what two sets of grams share.
  func shared(_ a: [Int32], _ b: [Int32]) -> Double {
    var (i, j) = (0, 0)
    var sum = 0.0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        sum += weights[Int(a[i])]
        (i, j) = (i + 1, j + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  func weight(_ grams: [Int32]) -> Double { grams.reduce(0) { $0 + weights[Int($1)] } }

  /// The pairs of old and new that share something rare, those that share most of each.
  func candidates() -> [(old: Int, new: Int)] {
    var result: [(old: Int, new: Int)] = []
    var sums = [Double](repeating: 0, count: new.count)
    for (i, grams) in old.enumerated() {
      var touched: [Int] = []
      for gram in grams.map(Int.init)
      where oldPostings[gram].count * newPostings[gram].count <= Self.mostPairs {
        for j in newPostings[gram].map(Int.init) {
          if sums[j] == 0 { touched.append(j) }
          sums[j] += weights[gram]
        }
      }
      let likeness = touched.map { j in
        (j, sums[j] / max(1, min(oldWeights[i], newWeights[j])) + sums[j] / (oldWeights[i] + newWeights[j]))
      }
      for (j, _) in likeness.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }).prefix(Self.mostCandidates) {
        result.append((i, j))
      }
      for j in touched { sums[j] = 0 }
    }
    return result
  }
}

/// The natural logarithm of a number from 1 on, exact to some six digits: enough to weigh by.
private func logarithm(_ value: Double) -> Double {
  // ln(m · 2^e) = e · ln 2 + 2 · artanh((m − 1) / (m + 1)), m in 1 ..< 2.
  let exponent = Double(value.exponent)
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  let series = 1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square / 9)))
  return exponent * 0.693_147_180_559_945 + 2 * ratio * series
}
