// Which instruments can answer a delegation: those of the body that owes it, or of bodies of its kind.

import Citations
import HanText
import Legislation

/// The ranks of instruments that the owners of a rule make (`OwnerKinds.txt`).
struct OwnerKind {
  private struct Rule {
    let rank: InstrumentRank
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

  private static let rules: [Rule] = resourceLines(PackageResources.OwnerKinds_txt).compactMap {
    fields in
    guard fields.count > 2, let rank = InstrumentRank(rawValue: String(fields[0])) else {
      return nil
    }
    return Rule(rank: rank, test: String(fields[1]), words: fields.dropFirst(2).map(String.init))
  }

  private let owners: [String]
  /// Empty where no owner is named, or none that tells: any instrument may answer.
  private let ranks: Set<InstrumentRank>

  init(_ owners: [String]) {
    self.owners = owners
    ranks = Set(owners.compactMap { owner in Self.rules.first { $0.fits(owner) }?.rank })
  }

  /// Whether a version is made by an owner or a body of its kind.
  func fits(_ version: VersionSummary) -> Bool {
    if version.issuers.contains(where: owners.contains) { return true }
    guard let rank = InstrumentRank(rawValue: version.rank), rank != .commentary else {
      return false
    }
    return ranks.isEmpty || ranks.contains(rank)
      || (rank == .code && ranks.contains(.law))
  }
}
