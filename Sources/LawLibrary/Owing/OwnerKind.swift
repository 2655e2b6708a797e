// Which instruments can answer a delegation: those of the body that owes it, or of bodies of its kind.

import Foundation
import HanText
import Legislation

/// The ranks of instruments that the owners of a rule make (`OwnerKinds.txt`).
struct OwnerKind {
  private struct Rule {
    /// Nil for bodies whose rules are told by their issuers alone.
    let rank: InstrumentRank?
    let test: String
    let words: [String]

    func fits(_ owner: String) -> Bool {
      switch test {
      case "is": words.contains(owner)
      case "starts": words.contains { owner.hasPrefix($0) && owner != $0 }
      case "holds": words.contains { owner.contains($0) }
      case "ends": words.contains { owner.hasSuffix($0) }
      default: false
      }
    }
  }

  private static let lines = resourceLines(PackageResources.OwnerKinds_txt)
  private static let rules: [Rule] = lines.compactMap { fields in
    guard fields.count > 2, fields[0] != "place" else { return nil }
    return Rule(
      rank: InstrumentRank(rawValue: String(fields[0])), test: String(fields[1]),
      words: fields.dropFirst(2).map(String.init))
  }

  /// What a body is named by that is one of the place of the instrument.
  private static let levels = lines.filter { $0[0] == "place" }
    .flatMap { $0.dropFirst().map(String.init) }

  private let owners: [String]
  private let ranks: Set<InstrumentRank>
  /// The place whose bodies are meant, where a local instrument says 省人民政府 or 市人民政府.
  private let place: String?

  /// `parent` is the title of the instrument that names the owners.
  init(_ owners: [String], in parent: String) {
    self.owners = owners
    ranks = Set(owners.compactMap { owner in Self.rules.first { $0.fits(owner) }?.rank })
    place = Self.place(of: owners, in: parent)
  }

  /// 浙江省 of 浙江省物业管理条例, where every owner is 省….
  private static func place(of owners: [String], in parent: String) -> String? {
    for level in levels {
      guard let end = parent.range(of: level)?.upperBound, parent[..<end].count <= 8,
        !owners.isEmpty,
        owners.allSatisfy({ $0.hasPrefix(level) && !$0.hasPrefix(level + "、") })
      else { continue }
      return String(parent[..<end])
    }
    return nil
  }

  /// Whether a version is made by an owner or a body of its kind.
  func fits(_ version: VersionSummary) -> Bool {
    if version.issuers.contains(where: owners.contains) { return true }
    guard let rank = InstrumentRank(rawValue: version.rank), rank != .commentary else {
      return false
    }
    if let place, !([version.title] + version.issuers).contains(where: { $0.hasPrefix(place) }) {
      return false
    }
    return owners.isEmpty || ranks.contains(rank) || (rank == .code && ranks.contains(.law))
  }
}
