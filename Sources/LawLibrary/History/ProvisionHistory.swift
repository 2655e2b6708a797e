// One provision through all versions of its instrument that a library has.

import HanText
import Legislation
import Versions

/// What a provision said in each version, and how it came from one to the next.
public struct ProvisionHistory: Sendable {
  /// A version with the provision as it stands there.
  public struct Entry: Sendable {
    public let version: VersionSummary
    /// What made the version.
    public let act: LegislativeAct?
    public let validity: Validity
    /// The acts since the version before of which the library has no text; what is told as one change
    /// may then be several.
    public let missing: [LegislativeAct]
    public let decisions: [AmendingDecision]
    /// Several where it was split or came of several; none where it is not there.
    public let provisions: [ProvisionText]
    /// How it came from the version before; empty in the first and where it is in neither.
    public let changes: [ProvisionChange]
  }

  /// The instrument's title as its newest version has it.
  public let instrument: String
  /// The provision as it is called in the version asked for: 第十九条第一款.
  public let label: String
  /// The date of the version whose numbering the question used.
  public let askedVersion: String?
  /// One for each version, the oldest first.
  public let entries: [Entry]
  /// Acts before the first version and after the last of which the library has no text.
  public let missingBefore, missingAfter: [LegislativeAct]
  /// How many versions have no date, and so no place among the others.
  public let undatedCount: Int
}

/// What became of a provision from one version to the next.
public struct ProvisionChange: Sendable {
  /// What a provision is called in its version.
  public struct Name: Sendable, Hashable {
    /// `art_19__para_1`
    public let eId: String
    /// 第十九条第一款
    public let label: String
  }

  public let operation: AlignmentOperation
  /// What it was called, and is called. More than the provision asked for, where others had a part in a split
  /// or merger.
  public let old, new: [Name]
  /// Whether only numbers in references to the instrument itself changed.
  public let isCrossReferenceOnly: Bool
  public let isPunctuationOnly: Bool
  public let isMoved: Bool
  /// The words from old to new.
  public let changes: [TextChange]
}

extension Library {
  /// The history of an article, or of a 款, 项 or 目 of one: `民事诉讼法第五十八条`.
  ///
  /// The numbers are those of the newest version, of the version that the address names
  /// (`网络安全法@2016-11-07第二十一条`), or of the one in force on `numbering`. Throws `LibraryError.notFound` where there
  /// is no such provision.
  public func history(
    of text: String, numbering: String? = nil, asOf day: String
  ) throws -> ProvisionHistory {
    let address = Address(text)
    let history = try history(of: instrument(named: lawName(of: text)))
    let versions = history.versions
    guard !versions.isEmpty else {
      throw LibraryError.notFound("\(history.instrument.title): no version in the library")
    }
    let asked = try place(of: address, numbering, in: history)
    let document = try document(of: versions[asked])
    guard let node = document.tree.node(at: address) else {
      let place = versions[asked].date.map { "@\($0)" } ?? ""
      throw LibraryError.notFound("\(versions[asked].title)\(place) has no \(address.chinese)")
    }
    guard !document.tree.nodes[node].level.isContainer else {
      throw LibraryError.unsupported("\(address.chinese): ask for an article, 款 or 项, or a title")
    }
    var nodes: [[Int]] = versions.map { _ in [] }
    nodes[asked] = [node]
    for later in versions.indices.dropFirst(asked + 1) {
      let map = try map(from: versions[later - 1], to: versions[later])
      nodes[later] = nodes[later - 1].flatMap { map.carry($0, .forward) }.unique
    }
    for earlier in versions.indices.prefix(asked).reversed() {
      let map = try map(from: versions[earlier], to: versions[earlier + 1])
      nodes[earlier] = nodes[earlier + 1].flatMap { map.carry($0, .back) }.unique
    }
    return ProvisionHistory(
      instrument: versions[versions.count - 1].title, label: document.citationLabel(of: node),
      askedVersion: versions[asked].date,
      entries: try versions.indices.map { try entry($0, nodes, history, asOf: day) },
      missingBefore: history.steps.prefix { $0.version == nil }.map(\.act),
      missingAfter: history.steps.reversed().prefix { $0.version == nil }.reversed().map(\.act),
      undatedCount: history.undated.count { version in !versions.contains { $0.id == version.id } })
  }

  /// The version whose numbering is meant.
  private func place(
    of address: Address, _ numbering: String?, in history: InstrumentHistory
  ) throws -> Int {
    let versions = history.versions
    if let date = address.version {
      let named = try history.instrument.version(of: date)
      return versions.firstIndex { $0.date == named.date } ?? versions.count - 1
    }
    guard let numbering else { return versions.count - 1 }
    let current = history.instrument.current(asOf: numbering).first
    return versions.firstIndex { $0.id == current?.id } ?? versions.count - 1
  }

  private func entry(
    _ index: Int, _ nodes: [[Int]], _ history: InstrumentHistory, asOf day: String
  ) throws -> ProvisionHistory.Entry {
    let version = history.versions[index]
    let text = try text(ofVersion: version.id)
    let document = try document(of: version)
    let isStored = text.document != nil
    let step = history.steps.first { $0.version?.id == version.id }
    return ProvisionHistory.Entry(
      version: version, act: step?.act, validity: try validity(ofVersion: version.id, asOf: day),
      missing: index == 0
        ? [] : history.missing(between: history.versions[index - 1], and: version),
      decisions: step?.decisions ?? [],
      provisions: nodes[index].compactMap { node in
        isStored
          ? text.provision(node)
          : ProvisionText(
            eId: document.tree.eId(of: node), label: document.citationLabel(of: node),
            headings: [], text: document.text(of: node), paragraphs: [], range: 0..<0)
      },
      changes: index == 0
        ? []
        : try changes(
          from: history.versions[index - 1], nodes[index - 1], to: version, nodes[index]))
  }

  private func changes(
    from old: VersionSummary, _ oldNodes: [Int], to new: VersionSummary, _ newNodes: [Int]
  ) throws -> [ProvisionChange] {
    guard !oldNodes.isEmpty || !newNodes.isEmpty else { return [] }
    let map = try map(from: old, to: new)
    let (oldDocument, newDocument) = try (document(of: old), document(of: new))
    var rows: [AlignedArticles] = []
    for row in oldNodes.compactMap({ map.row(of: $0, .forward) })
      + newNodes.compactMap({ map.row(of: $0, .back) })
    where !rows.contains(row) { rows.append(row) }
    let isWhole =
      oldNodes.allSatisfy { map.isAligned($0, .forward) }
      && newNodes.allSatisfy { map.isAligned($0, .back) }
    guard isWhole else {
      return [
        ProvisionChange(
          from: oldNodes, oldDocument, to: newNodes, newDocument, rows: rows, folding)
      ]
    }
    return rows.map {
      ProvisionChange(
        operation: $0.operation, old: $0.old.map(ProvisionChange.Name.init),
        new: $0.new.map(ProvisionChange.Name.init),
        isCrossReferenceOnly: $0.isCrossReferenceOnly, isPunctuationOnly: $0.isPunctuationOnly,
        isMoved: $0.isMoved, changes: $0.changes)
    }
  }
}

extension ProvisionChange.Name {
  fileprivate init(_ key: ArticleKey) { self.init(eId: key.eId, label: key.chinese) }

  fileprivate init(_ node: Int, in document: ParsedDocument) {
    self.init(eId: document.tree.eId(of: node), label: document.citationLabel(of: node))
  }
}

extension ProvisionChange {
  /// The change of what stands inside an article: a 款 or 项, which rows do not tell of.
  fileprivate init(
    from old: [Int], _ oldDocument: ParsedDocument, to new: [Int], _ newDocument: ParsedDocument,
    rows: [AlignedArticles], _ folding: FoldingTable
  ) {
    let oldText = old.map { oldDocument.text(of: $0) }.joined(separator: "\n")
    let newText = new.map { newDocument.text(of: $0) }.joined(separator: "\n")
    self.old = old.map { Name($0, in: oldDocument) }
    self.new = new.map { Name($0, in: newDocument) }
    let isSame =
      ComparedText(oldText, folding).folded == ComparedText(newText, folding).folded
    operation =
      switch (old.count, new.count, isSame, self.old == self.new) {
      case (0, _, _, _): .inserted
      case (_, 0, _, _): .deleted
      case (_, _, true, true): .unchanged
      case (_, _, true, false): .renumbered
      case (_, _, false, true): .modified
      case (_, _, false, false): .renumberedAndModified
      }
    isCrossReferenceOnly = operation != .unchanged && rows.allSatisfy(\.isCrossReferenceOnly)
    isPunctuationOnly = operation != .unchanged && rows.allSatisfy(\.isPunctuationOnly)
    isMoved = false
    changes = TextChange.changes(from: oldText, to: newText)
  }
}

extension [Int] {
  /// Each once, in order.
  fileprivate var unique: [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}
