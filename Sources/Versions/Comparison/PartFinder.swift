// Finds what went from one article into another one besides the whole: splits, mergers, single sentences.

import Legislation

/// Proposes links by the passages that the links of whole articles leave without a counterpart.
struct PartFinder {
  private let table: GramTable
  private let newOfOld: [[Int]]
  private let oldOfNew: [[Int]]
  private let openOld: [[Passage]]
  private let openNew: [[Passage]]
  private let runs: RareRuns

  /// Passages of which less is found than this share are others; what is found elsewhere must exceed what
  /// the article itself keeps by the second.
  private static let leastContained = 0.5
  private static let leastGain = 0.15
  /// Passages of linked articles as alike as this are each other's.
  private static let leastAlike = 0.35
  /// So many runs that hardly any other article has must be shared, so that no formula counts: 构成犯罪的，依法
  /// 追究刑事责任.
  private static let leastRuns = 6
  private static let leastGrams = 13

  init(_ finder: LinkFinder) {
    (table, newOfOld, oldOfNew) = (finder.grams, finder.newOfOld, finder.oldOfNew)
    var old = finder.old.map { _ in [Passage]() }
    var new = finder.new.map { _ in [Passage]() }
    let (table, pairs) = (finder.grams, finder.newOfOld)
    func isSame(_ i: Int, _ j: Int) -> Bool {
      finder.old[i].evened.scalars == finder.new[j].evened.scalars
    }
    for (i, unit) in finder.old.enumerated() where !pairs[i].contains(where: { isSame(i, $0) }) {
      old[i] = Passage.passages(of: unit, table)
    }
    for (j, unit) in finder.new.enumerated()
    where !finder.oldOfNew[j].contains(where: { isSame($0, j) }) {
      new[j] = Passage.passages(of: unit, table)
    }
    for (i, news) in pairs.enumerated() {
      for j in news { Self.pair(&old[i], &new[j], table) }
    }
    (openOld, openNew) = (old, new)
    runs = finder.runs
  }

  /// Takes out the passages that two linked articles have in each other.
  private static func pair(_ old: inout [Passage], _ new: inout [Passage], _ table: GramTable) {
    var pairs: [(likeness: Double, old: Int, new: Int)] = []
    for (p, a) in old.enumerated() {
      for (q, b) in new.enumerated() {
        let likeness = 2 * table.shared(a.grams, b.grams) / (a.weight + b.weight)
        if likeness >= leastAlike { pairs.append((likeness, p, q)) }
      }
    }
    var (isPairedOld, isPairedNew) = (Set<Int>(), Set<Int>())
    for pair in pairs.sorted(by: { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) })
    where !isPairedOld.contains(pair.old) && !isPairedNew.contains(pair.new) {
      isPairedOld.insert(pair.old)
      isPairedNew.insert(pair.new)
    }
    old = old.indices.filter { !isPairedOld.contains($0) }.map { old[$0] }
    new = new.indices.filter { !isPairedNew.contains($0) }.map { new[$0] }
  }

  /// A passage that stands in another article now.
  private struct Move {
    let passages: (old: Int, new: Int)
    let shared: [Int32]
    let rareRuns: Int
    let isFirst: (old: Bool, new: Bool)
  }

  /// Links that passages ask for, by places.
  func links() -> [(old: Int, new: Int)] {
    var moves: [Pair: [Move]] = [:]
    let postings = postings()
    for (i, passages) in openOld.enumerated() {
      for (p, passage) in passages.enumerated() {
        let kept =
          newOfOld[i].flatMap { openNew[$0] }
          .map { table.shared(passage.grams, $0.grams) }.max() ?? 0
        for (j, q) in likely(passage, postings) where !newOfOld[i].contains(j) {
          if let move = move(passage, openNew[j][q], kept: kept, (p, q)) {
            moves[Pair(old: i, new: j), default: []].append(move)
          }
        }
      }
    }
    return accepted(moves)
  }

  private struct Pair: Hashable {
    let old: Int
    let new: Int
  }

  private struct Place {
    let article: Int
    let passage: Int
  }

  /// A gram in more articles than this finds nothing.
  private var mostArticles: Int { min(64, max(6, (openOld.count + openNew.count) / 16)) }

  private func postings() -> [Int32: [Place]] {
    var postings: [Int32: [Place]] = [:]
    for (j, passages) in openNew.enumerated() {
      for (q, passage) in passages.enumerated() {
        for gram in passage.grams where table.articles(with: gram) <= mostArticles {
          postings[gram, default: []].append(Place(article: j, passage: q))
        }
      }
    }
    return postings
  }

  /// The new passages that share most of what is rare in an old one.
  private func likely(
    _ passage: Passage, _ postings: [Int32: [Place]]
  ) -> [(article: Int, passage: Int)] {
    var sums: [Pair: Double] = [:]
    for gram in passage.grams {
      for place in postings[gram] ?? [] {
        sums[Pair(old: place.article, new: place.passage), default: 0] += table.weights[Int(gram)]
      }
    }
    return sums.sorted { ($1.value, $0.key.old, $0.key.new) < ($0.value, $1.key.old, $1.key.new) }
      .prefix(6).map { ($0.key.old, $0.key.new) }
  }

  private func move(
    _ old: Passage, _ new: Passage, kept: Double, _ places: (Int, Int)
  ) -> Move? {
    let shared = table.intersection(old.grams, new.grams)
    let weight = table.weight(shared)
    guard max(weight / old.weight, weight / new.weight) >= Self.leastContained,
      weight > kept + Self.leastGain * old.weight
    else { return nil }
    return Move(
      passages: places, shared: shared, rareRuns: runs.shared(old.runs, new.runs),
      isFirst: (old.isFirst, new.isFirst))
  }

  /// The strongest first; a passage goes to one article only.
  private func accepted(_ moves: [Pair: [Move]]) -> [(old: Int, new: Int)] {
    var taken: Set<Taken> = []
    var links: [(old: Int, new: Int)] = []
    let order = moves.map { (pair: $0.key, strength: Shares(self, $0.key, $0.value).sum) }
      .sorted {
        ($1.strength, $0.pair.old, $0.pair.new) < ($0.strength, $1.pair.old, $1.pair.new)
      }
    for (pair, _) in order {
      let left = moves[pair]!.filter {
        !taken.contains(Taken(isOld: true, pair.old, $0.passages.old))
          && !taken.contains(Taken(isOld: false, pair.new, $0.passages.new))
      }
      guard !left.isEmpty, Shares(self, pair, left).areEnough else { continue }
      links.append((pair.old, pair.new))
      for move in left {
        taken.insert(Taken(isOld: true, pair.old, move.passages.old))
        taken.insert(Taken(isOld: false, pair.new, move.passages.new))
      }
    }
    return links
  }

  private struct Taken: Hashable {
    let isOld: Bool
    let article: Int
    let passage: Int

    init(isOld: Bool, _ article: Int, _ passage: Int) {
      (self.isOld, self.article, self.passage) = (isOld, article, passage)
    }
  }

  /// How much of two articles the passages are that went from one to the other.
  private struct Shares {
    let old: Double
    let new: Double
    private let hasFirst: (old: Bool, new: Bool)
    private let isLinked: (old: Bool, new: Bool)
    private let isRare: Bool

    init(_ finder: PartFinder, _ pair: Pair, _ moves: [Move]) {
      let grams = Set(moves.flatMap(\.shared))
      let weight = grams.reduce(0) { $0 + finder.table.weights[Int($1)] }
      old = weight / max(1, finder.table.oldWeights[pair.old])
      new = weight / max(1, finder.table.newWeights[pair.new])
      hasFirst = (moves.contains(where: \.isFirst.old), moves.contains(where: \.isFirst.new))
      isLinked = (!finder.newOfOld[pair.old].isEmpty, !finder.oldOfNew[pair.new].isEmpty)
      isRare =
        grams.count >= PartFinder.leastGrams
        && moves.reduce(0) { $0 + $1.rareRuns } >= PartFinder.leastRuns
    }

    var sum: Double { old + new }

    /// What an article begins with says what it is about, so a smaller share is enough there.
    var areEnough: Bool {
      guard isRare else { return false }
      switch isLinked {
      case (true, false): return new >= 0.3 || hasFirst.new && old >= 0.12 && new >= 0.12
      case (false, true): return old >= 0.3 || old >= 0.12 && new >= 0.11
      case (false, false):
        return max(old, new) >= 0.3 || sum >= 0.4
          || (hasFirst.old || hasFirst.new) && max(old, new) >= 0.15
      case (true, true): return max(old, new) >= 0.4 && min(old, new) >= 0.12
      }
    }
  }
}
