// What a provision of an older version is called now.

import Citations
import HanText
import Legislation

/// What became of what a citation names, from an older version to a newer one.
enum CarriedTarget {
  /// It is called the same.
  case same
  /// It stands elsewhere; all its places where it was split.
  case renumbered([Address])
  /// It is gone since this version; `isExact` where the library has every version between.
  case deleted(in: VersionSummary, isExact: Bool)
  /// The texts can't tell.
  case unknown
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
    for step in start..<end {
      let map = try map(from: versions[step], to: versions[step + 1])
      guard nodes.contains(where: { map.row(of: $0, .forward) != nil }) else { return .unknown }
      nodes = nodes.flatMap { map.carry($0, .forward) }
      if nodes.isEmpty {
        let missing = history.missing(between: versions[step], and: versions[step + 1])
        return .deleted(in: versions[step + 1], isExact: missing.isEmpty)
      }
    }
    let tree = try self.document(of: versions[end]).tree
    let eIds = nodes.map { tree.eId(of: $0) }
    if eIds == [document.tree.eId(of: first)] { return .same }
    return .renumbered(eIds.map { Address($0) })
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
    let eIds = ends.map { now.eId(of: $0) }
    if eIds == [first, last].map({ tree.eId(of: $0) }) { return .same }
    return .renumbered(eIds.map { Address($0) })
  }
}
