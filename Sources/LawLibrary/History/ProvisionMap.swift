// Where the provisions of one version stand in another: articles by the alignment, what is inside them by likeness.

import HanText
import Legislation
import Versions

/// Two versions by their rows.
struct VersionPair: Hashable {
  let old: Int64
  let new: Int64
}

/// Carries provisions from one version to another and back.
struct ProvisionMap {
  /// Which way.
  enum Direction { case forward, back }

  let alignment: Versions.Alignment
  private let old: ParsedDocument
  private let new: ParsedDocument
  private let folding: FoldingTable
  /// The row each article of a side stands in, by its eId.
  private let oldRows: [String: Int]
  private let newRows: [String: Int]

  init(old: ParsedDocument, new: ParsedDocument, _ folding: FoldingTable) {
    (self.old, self.new, self.folding) = (old, new, folding)
    alignment = Versions.Alignment(old: old, new: new)
    var (oldRows, newRows): ([String: Int], [String: Int]) = ([:], [:])
    for (index, row) in alignment.rows.enumerated() {
      for key in row.old { oldRows[key.eId] = index }
      for key in row.new { newRows[key.eId] = index }
    }
    (self.oldRows, self.newRows) = (oldRows, newRows)
  }

  /// The row a provision, or the article it stands in, belongs to; nil for what is not aligned, a chapter.
  func row(of node: Int, _ direction: Direction) -> AlignedArticles? {
    let (from, _, rows) = sides(direction)
    guard let article = Self.article(of: node, in: from, rows) else { return nil }
    return rows[from.tree.eId(of: article)].map { alignment.rows[$0] }
  }

  /// Whether a provision is one that rows tell of, and not a part of one.
  func isAligned(_ node: Int, _ direction: Direction) -> Bool {
    let (from, _, rows) = sides(direction)
    return rows[from.tree.eId(of: node)] != nil
  }

  /// What a provision became, or was, as nodes of the other version; none where it was deleted or inserted.
  func carry(_ node: Int, _ direction: Direction) -> [Int] {
    let (from, to, rows) = sides(direction)
    guard let article = Self.article(of: node, in: from, rows) else { return [] }
    let key = ArticleKey(eId: from.tree.eId(of: article))
    let keys = direction == .forward ? alignment.new(for: key) : alignment.old(for: key)
    let articles = keys.compactMap { to.tree.node(at: $0.eId) }
    guard article != node else { return articles }
    return counterpart(of: node, in: article, from, articles, to).map { [$0] } ?? []
  }

  private func sides(
    _ direction: Direction
  ) -> (from: ParsedDocument, to: ParsedDocument, rows: [String: Int]) {
    direction == .forward ? (old, new, oldRows) : (new, old, newRows)
  }

  private static func article(
    of node: Int, in document: ParsedDocument, _ rows: [String: Int]
  ) -> Int? {
    ([node] + document.tree.ancestors(of: node)).first {
      rows[document.tree.eId(of: $0)] != nil
    }
  }

  /// Below this likeness two 款 or 项 have nothing to do with each other.
  private static let lowLikeness = 0.3
  /// From this likeness on a 项 has become a 款, or a 款 a 项.
  private static let highLikeness = 0.5
  /// So many parts of an article are compared with each other.
  private static let mostParts = 200

  /// The 款, 项 or 目 of the other version that has the words of one: pairs are made from the likest down,
  /// each part once, those at the same place first.
  private func counterpart(
    of node: Int, in article: Int, _ from: ParsedDocument, _ articles: [Int], _ to: ParsedDocument
  ) -> Int? {
    let level = from.tree.nodes[node].level
    let own = parts(of: [article], level, from)
    let others = parts(of: articles, level, to)
    var pairs: [(own: Int, other: Int, likeness: Double)] = []
    for (i, part) in own.enumerated() {
      for (j, other) in others.enumerated() {
        let likeness = part.words.likeness(to: other.words)
        if likeness >= Self.lowLikeness { pairs.append((i, j, likeness)) }
      }
    }
    pairs.sort {
      ($1.likeness, abs($0.own - $0.other), $0.own, $0.other)
        < ($0.likeness, abs($1.own - $1.other), $1.own, $1.other)
    }
    var (takenOwn, takenOther): (Set<Int>, Set<Int>) = ([], [])
    for pair in pairs where !takenOwn.contains(pair.own) && !takenOther.contains(pair.other) {
      if own[pair.own].node == node { return others[pair.other].node }
      takenOwn.insert(pair.own)
      takenOther.insert(pair.other)
    }
    guard let words = own.first(where: { $0.node == node })?.words else { return nil }
    let elsewhere = Self.partLevels.subtracting([level]).sorted { $0.rawValue < $1.rawValue }
      .flatMap { parts(of: articles, $0, to) }.map { ($0.node, words.likeness(to: $0.words)) }
    let best = elsewhere.max { ($0.1, $1.0) < ($1.1, $0.0) }
    return best.flatMap { $0.1 >= Self.highLikeness ? $0.0 : nil }
  }

  private static let partLevels: Set<Level> = [.paragraph, .item, .subitem]

  private func parts(
    of articles: [Int], _ level: Level, _ document: ParsedDocument
  ) -> [(node: Int, words: BigramBag)] {
    articles.flatMap { $0 + 1..<document.tree.nodes[$0].subtreeEnd }
      .filter { document.tree.nodes[$0].level == level }.prefix(Self.mostParts)
      .map { node in
        let text = ComparedText(document.text(of: node), folding)
        return (node, BigramBag(text.words().folded))
      }
  }
}

/// The pairs of neighbouring scalars of a text, counted.
private struct BigramBag {
  private var counts: [UInt64: Int] = [:]
  private var total = 0

  init(_ scalars: [UInt32]) {
    guard scalars.count > 1 else {
      for scalar in scalars { add(UInt64(scalar)) }
      return
    }
    for i in 1..<scalars.count { add(UInt64(scalars[i - 1]) << 32 | UInt64(scalars[i])) }
  }

  private mutating func add(_ bigram: UInt64) {
    counts[bigram, default: 0] += 1
    total += 1
  }

  /// Dice's coefficient, 0…1.
  func likeness(to other: BigramBag) -> Double {
    guard total + other.total > 0 else { return 1 }
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(shared) / Double(total + other.total)
  }
}

extension Library {
  /// How the provisions of two versions go together; worked out when it is first asked for.
  func map(from old: VersionSummary, to new: VersionSummary) throws -> ProvisionMap {
    let pair = VersionPair(old: old.id, new: new.id)
    if let known = maps[pair] { return known }
    let map = try ProvisionMap(old: document(of: old), new: document(of: new), folding)
    if maps.count > 64 { maps.removeAll() }
    maps[pair] = map
    return map
  }

  /// A version's text parsed; one made of records as the text they give together.
  func document(of version: VersionSummary) throws -> ParsedDocument {
    let text = try text(ofVersion: version.id)
    if let document = text.document { return document }
    let lines = text.records.sorted { $0.key < $1.key }.map {
      "\(Address($0.value.label).chinese)　\(text.source.string($0.value.range))"
    }
    return ParsedDocument(
      parsing: SourceText(([version.title] + lines).joined(separator: "\n\n")))
  }
}
