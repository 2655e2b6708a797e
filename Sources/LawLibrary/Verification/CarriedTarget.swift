// What a provision of an older version is called now.

import Citations
import HanText
import Legislation
import Versions

/// What became of what a citation names, from an older version to a newer one.
enum CarriedTarget {
  /// It is called the same.
  case same
  /// It stands elsewhere; all its places where it was split. `isChanged` where its words, numbers in
  /// references aside, are others too.
  case renumbered([Address], isChanged: Bool)
  /// It is gone since this version; `isExact` where the library has every version between.
  case deleted(in: VersionSummary, isExact: Bool)
  /// The texts can't tell.
  case unknown
}

extension CitationTarget {
  /// A target at the addresses it was carried to: the first, or of a run both ends.
  init(carrying target: CitationTarget, to addresses: [Address]) {
    let last = target.through == nil ? nil : addresses.last?.path.last?.number
    self.init(target.instrument, addresses[0].path, through: last)
  }
}

extension Library {
  /// Follows a target through the versions between two of one instrument.
  func carry(
    _ target: CitationTarget, from old: VersionSummary, to new: VersionSummary,
    of instrument: InstrumentSummary
  ) throws -> CarriedTarget {
    let history = try history(of: instrument)
    let versions = history.versions
    guard let start = versions.firstIndex(where: { $0.date == old.date }),
      let end = versions.firstIndex(where: { $0.date == new.date }), start < end
    else { return .unknown }
    let document = try document(of: versions[start])
    guard let first = document.tree.node(at: target.address) else { return .unknown }
    if let through = target.through, let last = target.path.last {
      return try carryRun(target, first, through, last.level, versions[start...end])
    }
    var nodes = [first]
    var isChanged = false
    for step in start..<end {
      let map = try map(from: versions[step], to: versions[step + 1])
      let rows = nodes.compactMap { map.row(of: $0, .forward) }
      guard !rows.isEmpty else { return .unknown }
      isChanged = isChanged || rows.contains { $0.changesWords }
      nodes = nodes.flatMap { map.carry($0, .forward) }
      if nodes.isEmpty {
        let missing = history.missing(between: versions[step], and: versions[step + 1])
        return .deleted(in: versions[step + 1], isExact: missing.isEmpty)
      }
    }
    let tree = try self.document(of: versions[end]).tree
    if nodes.map({ tree.eId(of: $0) }) == [document.tree.eId(of: first)] { return .same }
    // Of a changed article a 款 or 项 may have kept its words.
    let kept = try isSame(first, in: document, nodes, in: self.document(of: versions[end]))
    return .renumbered(
      nodes.map { tree.address(of: $0, writtenAs: target.path) }, isChanged: isChanged && !kept)
  }

  private func isSame(
    _ node: Int, in old: ParsedDocument, _ nodes: [Int], in new: ParsedDocument
  ) throws -> Bool {
    let words = nodes.map { new.text(of: $0) }.joined(separator: "\n")
    return ComparedText(old.text(of: node), folding).folded == ComparedText(words, folding).folded
  }

  /// A run is the same or stands elsewhere by its ends; what became of its members is not told.
  private func carryRun(
    _ target: CitationTarget, _ first: Int, _ through: ProvisionNumber, _ level: Level,
    _ versions: ArraySlice<VersionSummary>
  ) throws -> CarriedTarget {
    let tree = try document(of: versions[versions.startIndex]).tree
    let end = Address(path: target.path.dropLast() + [Address.Step(level, through)])
    guard let last = tree.node(at: end) else { return .unknown }
    var ends = [first, last]
    for (old, new) in zip(versions, versions.dropFirst()) {
      let map = try map(from: old, to: new)
      let carried = ends.map { map.carry($0, .forward) }
      guard carried.allSatisfy({ $0.count == 1 }) else { return .unknown }
      ends = carried.map { $0[0] }
    }
    let now = try document(of: versions[versions.endIndex - 1]).tree
    if ends.map({ now.eId(of: $0) }) == [first, last].map({ tree.eId(of: $0) }) { return .same }
    return .renumbered(
      ends.map { now.address(of: $0, writtenAs: target.path) }, isChanged: false)
  }
}

extension AlignedArticles {
  /// Whether more than numbers changed.
  fileprivate var changesWords: Bool {
    switch operation {
    case .unchanged, .renumbered: false
    default: !isCrossReferenceOnly
    }
  }
}

extension ProvisionTree {
  /// The address of a node; without its 款 where `path` names an item without one, and that is enough.
  fileprivate func address(of node: Int, writtenAs path: [Address.Step]) -> Address {
    let full = Address(eId(of: node))
    guard !path.contains(where: { $0.level == .paragraph }),
      full.path.last?.level != .paragraph
    else { return full }
    let short = Address(path: full.path.filter { $0.level != .paragraph })
    return self.node(at: short) == node ? short : full
  }
}
