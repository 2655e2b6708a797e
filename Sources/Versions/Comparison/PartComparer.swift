// Compares what stands outside articles.

import HanText
import Legislation

/// Pairs the parts of two versions and says how they differ.
struct PartComparer {
  private let old: ComparedDocument
  private let new: ComparedDocument
  /// New unit by old unit, as far as they are linked.
  private let newOfOld: [Int: [Int]]
  private var cutter = WordCutter()

  /// More parts than this are not compared pair by pair.
  private static let mostParts = 500
  /// Parts less alike than this are others.
  private static let leastLikeness = 0.55

  init(_ old: ComparedDocument, _ new: ComparedDocument, _ alignment: Alignment) {
    (self.old, self.new) = (old, new)
    var newOfOld: [Int: [Int]] = [:]
    for link in alignment.rows.lazy.flatMap(\.links) {
      guard let i = old.places[link.old], let j = new.places[link.new] else { continue }
      newOfOld[i, default: []].append(j)
    }
    self.newOfOld = newOfOld
  }

  mutating func title() -> PartChange? {
    let titles = [old, new].map(\.document.metadata.title)
    return change(
      .title, titles[0].isEmpty ? nil : PartText(title: titles[0]),
      titles[1].isEmpty ? nil : PartText(title: titles[1]))
  }

  mutating func preamble() -> PartChange? {
    let preambles = [old.document, new.document].map { document in
      document.tree.topmost { $0.level == .preamble }.map {
        PartText(document, $0, document.tree.nodes[$0].text)
      }
    }
    return change(.preamble, preambles[0].first, preambles[1].first)
  }

  mutating func headings() -> [PartChange] {
    changes(.heading, headings(of: old), headings(of: new))
  }

  mutating func attachments() -> [PartChange] {
    changes(.attachment, attachments(of: old), attachments(of: new))
  }

  private func headings(of compared: ComparedDocument) -> [PartText] {
    let (document, nodes) = (compared.document, compared.document.tree.nodes)
    return nodes.indices.filter { nodes[$0].level.isContainer }.map { index in
      var part = PartText(document, index, nodes[index].heading)
      part.units =
        compared.units.partitioningIndex {
          $0.node > index
        }..<compared.units.partitioningIndex { $0.node >= nodes[index].subtreeEnd }
      return part
    }
  }

  private func attachments(of compared: ComparedDocument) -> [PartText] {
    let document = compared.document
    return document.tree.topmost { $0.level == .attachment }.filter { index in
      let end = document.tree.nodes[index].subtreeEnd
      return !compared.units.contains { $0.node > index && $0.node < end }
    }.map { PartText(document, $0, document.tree.nodes[$0].text) }
  }

  private mutating func changes(
    _ kind: PartChange.Kind, _ olds: [PartText], _ news: [PartText]
  ) -> [PartChange] {
    var newOf = [Int?](repeating: nil, count: olds.count)
    let pairs = pairs(olds, news)
    for index in heaviestChain(pairs) { newOf[pairs[index].old] = pairs[index].new }
    var oldOf = [Int?](repeating: nil, count: news.count)
    for (i, j) in newOf.enumerated() { if let j { oldOf[j] = i } }
    var result: [PartChange] = []
    var next = 0
    /// What is gone stands where it stood.
    func passOld(to end: Int) {
      while next < end {
        if newOf[next] == nil { result += change(kind, olds[next], nil).map { [$0] } ?? [] }
        next += 1
      }
    }
    for (j, part) in news.enumerated() {
      if let i = oldOf[j] { passOld(to: i) }
      result += change(kind, oldOf[j].map { olds[$0] }, part).map { [$0] } ?? []
    }
    passOld(to: olds.count)
    return result
  }

  private func pairs(_ olds: [PartText], _ news: [PartText]) -> [CandidatePair] {
    guard olds.count <= Self.mostParts, news.count <= Self.mostParts else {
      return zip(olds.indices, news.indices).map { CandidatePair(old: $0, new: $1, weight: 1) }
    }
    var pairs: [CandidatePair] = []
    for (i, old) in olds.enumerated() {
      for (j, new) in news.enumerated() where old.level == new.level {
        let likeness = max(old.likeness(to: new), sharedUnits(old.units, new.units))
        if likeness >= Self.leastLikeness {
          pairs.append(CandidatePair(old: i, new: j, weight: likeness))
        }
      }
    }
    return pairs
  }

  /// The share of articles that went from one container to the other.
  private func sharedUnits(_ olds: Range<Int>, _ news: Range<Int>) -> Double {
    guard !olds.isEmpty, !news.isEmpty else { return 0 }
    let shared = olds.count { newOfOld[$0]?.contains(where: news.contains) == true }
    return 2 * Double(shared) / Double(olds.count + news.count)
  }

  /// Nil where nothing differs but typography.
  private mutating func change(
    _ kind: PartChange.Kind, _ old: PartText?, _ new: PartText?
  ) -> PartChange? {
    guard old != nil || new != nil else { return nil }
    let operation: AlignmentOperation
    if let old, let new {
      let isRenumbered = kind != .title && old.evenedLabel != new.evenedLabel
      switch (isRenumbered, old.evened.scalars != new.evened.scalars) {
      case (false, false): return nil
      case (true, false): operation = .renumbered
      case (false, true): operation = .modified
      case (true, true): operation = .renumberedAndModified
      }
    } else {
      operation = old == nil ? .inserted : .deleted
    }
    return PartChange(
      kind, old: old?.part, new: new?.part, operation: operation,
      changes: cutter.changes(from: old?.text ?? [], to: new?.text ?? []))
  }
}

/// A part with the text that is compared of it.
private struct PartText {
  let part: PartChange.Part
  let level: Level?
  let text: [UInt8]
  let evened: EvenedText
  let evenedLabel: [UInt32]
  /// The articles it holds, by place.
  var units = 0..<0

  init(title: String) {
    part = PartChange.Part(eId: "", label: "", heading: title)
    level = nil
    text = Array(title.utf8)
    evened = EvenedText(text, .comparing)
    evenedLabel = []
  }

  init(_ document: ParsedDocument, _ node: Int, _ range: ByteRange) {
    let label = document.label(of: node)
    part = PartChange.Part(
      eId: document.tree.eId(of: node), label: label, heading: document.heading(of: node))
    level = document.tree.nodes[node].level
    text = document.utf8Text(in: range)
    evened = EvenedText(text, .comparing)
    evenedLabel = EvenedText(Array(label.utf8), .comparing).scalars
  }

  /// How alike the texts are; two parts without text are alike enough to be each other's.
  func likeness(to other: PartText) -> Double {
    if evened.scalars == other.evened.scalars { return evened.scalars.isEmpty ? 0.5 : 1 }
    return PartGrams(evened.scalars).likeness(to: PartGrams(other.evened.scalars))
  }
}
