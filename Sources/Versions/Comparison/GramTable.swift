// What articles have in common, measured in pairs of characters that weigh the more the rarer they are.

import Legislation

/// The pairs of neighbouring characters of every article of two versions.
struct GramTable {
  /// Of each old unit, its grams as sorted numbers.
  let old: [[Int32]]
  let new: [[Int32]]
  /// By number: the logarithm of how rare it is among the articles of both, so that what every article says
  /// counts for little (inverse document frequency).
  let weights: [Double]
  let oldWeights: [Double]
  let newWeights: [Double]
  private let numbers: [UInt64: Int32]
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
      forEachGram(words) { gram in
        let number = numbers[gram] ?? Int32(numbers.count)
        numbers[gram] = number
        result.insert(number)
      }
      return result.sorted()
    }
    old = oldUnits.map(grams)
    new = newUnits.map(grams)
    self.numbers = numbers
    let oldPostings = postings(old, count: numbers.count)
    let newPostings = postings(new, count: numbers.count)
    let total = Double(old.count + new.count)
    let weights = zip(oldPostings, newPostings).map { old, new in
      logarithm(1 + total / Double(old.count + new.count))
    }
    (self.oldPostings, self.newPostings, self.weights) = (oldPostings, newPostings, weights)
    oldWeights = old.map { $0.reduce(0) { $0 + weights[Int($1)] } }
    newWeights = new.map { $0.reduce(0) { $0 + weights[Int($1)] } }
  }

  /// The grams of part of an article.
  func grams(of words: [UInt32]) -> [Int32] {
    var result: Set<Int32> = []
    forEachGram(words) { gram in
      if let number = numbers[gram] { result.insert(number) }
    }
    return result.sorted()
  }

  func weight(_ grams: [Int32]) -> Double { grams.reduce(0) { $0 + weights[Int($1)] } }

  /// In how many articles of both versions a gram stands.
  func articles(with gram: Int32) -> Int {
    oldPostings[Int(gram)].count + newPostings[Int(gram)].count
  }

  /// What two sets of grams share.
  func intersection(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var result: [Int32] = []
    forEachShared(a, b) { result.append($0) }
    return result
  }

  /// The weight of what two sets of grams share.
  func shared(_ a: [Int32], _ b: [Int32]) -> Double {
    var sum = 0.0
    forEachShared(a, b) { sum += weights[Int($0)] }
    return sum
  }

  /// The pairs of old and new that share something rare, for each old one those that share most.
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
      // By how much of either is shared, so that short articles are found in long ones.
      let likeness = touched.map { j in
        let (a, b) = (oldWeights[i], newWeights[j])
        return (new: j, value: sums[j] / max(1, min(a, b)) + sums[j] / (a + b))
      }
      let best = likeness.sorted { ($1.value, $0.new) < ($0.value, $1.new) }
      result += best.prefix(Self.mostCandidates).map { (i, $0.new) }
      for j in touched { sums[j] = 0 }
    }
    return result
  }
}

/// The articles of each gram, in order.
private func postings(_ articles: [[Int32]], count: Int) -> [[Int32]] {
  var postings = [[Int32]](repeating: [], count: count)
  for (i, grams) in articles.enumerated() {
    for gram in grams { postings[Int(gram)].append(Int32(i)) }
  }
  return postings
}

/// The pairs of neighbouring characters; a lone character is one with nothing before it.
private func forEachGram(_ words: [UInt32], _ body: (UInt64) -> Void) {
  if words.count == 1 { body(UInt64(words[0])) }
  for i in words.indices.dropFirst() { body(UInt64(words[i - 1]) << 32 | UInt64(words[i])) }
}

@inline(__always)
private func forEachShared(_ a: [Int32], _ b: [Int32], _ body: (Int32) -> Void) {
  var (i, j) = (0, 0)
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      body(a[i])
      (i, j) = (i + 1, j + 1)
    } else if a[i] < b[j] {
      i += 1
    } else {
      j += 1
    }
  }
}

/// The natural logarithm of a number from 1 on, exact to some four digits: enough to weigh by.
private func logarithm(_ value: Double) -> Double {
  // ln(m · 2^e) = e · ln 2 + 2 · artanh((m − 1) / (m + 1)), m in 1 ..< 2.
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  let series = 1 + square * (1.0 / 3 + square * (1.0 / 5 + square / 7))
  return Double(value.exponent) * 0.693_147_180_559_945 + 2 * ratio * series
}
