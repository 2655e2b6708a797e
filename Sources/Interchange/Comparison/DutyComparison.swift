// What changed for whom: the changes of duties between two versions, by party.

import Legislation
import Norms
import Versions

/// The changes of duties from one version of an instrument to another.
public struct DutyComparison: Sendable {
  public let old: VersionComparison.Version
  public let new: VersionComparison.Version
  /// In the order of the new version.
  public let changes: [DutyChangeEntry]
  /// Whom was asked for; nil for everybody.
  public let question: PartyQuestion?

  /// With `bearer`, only what a party bears in either version.
  public init(
    _ comparison: VersionComparison, old: ParsedDocument, new: ParsedDocument, bearer: String? = nil
  ) {
    (self.old, self.new, title) = (comparison.old, comparison.new, comparison.heading)
    question = bearer.map(PartyQuestion.init)
    let duties = DutyChanges(comparison.alignment, old: old, new: new)
    let (before, after) = (old.entries(of: duties.old), new.entries(of: duties.new))
    let entries = duties.changes.map { change in
      DutyChangeEntry(
        kind: change.kind, old: change.old.map { before[$0] }, new: change.new.map { after[$0] },
        reasons: change.reasons)
    }
    changes = question.map { question in entries.filter { $0.concerns(question) } } ?? entries
  }

  /// What concerns one party.
  public struct Party: Sendable {
    /// Empty for norms without a bearer.
    public let name: String
    public let changes: [(kind: DutyChange.Kind, entry: DutyChangeEntry)]

    /// 新增 3，收紧 2
    public var summary: String { DutyComparison.counts(changes.map(\.kind)) }
  }

  /// The parties with what concerns each, the one with most changes first, nobody last. With a question only
  /// the parties it means.
  public var parties: [Party] {
    var names: [String] = []
    var changesOf: [String: [DutyChangeEntry]] = [:]
    for change in changes {
      for name in change.parties.isEmpty ? [""] : change.parties {
        if let question, !question.fits(phrase: name, parties: [name]) { continue }
        if changesOf[name] == nil { names.append(name) }
        changesOf[name, default: []].append(change)
      }
    }
    let order = names.enumerated().sorted { a, b in
      let (x, y) = (changesOf[a.element]!.count, changesOf[b.element]!.count)
      return (a.element.isEmpty ? 1 : 0, -x, a.offset) < (b.element.isEmpty ? 1 : 0, -y, b.offset)
    }
    return order.map { _, name in
      Party(name: name, changes: changesOf[name]!.map { ($0.kind(for: name), $0) })
    }
  }

  /// 责任变化 12 条：新增 3，收紧 9
  public var summary: String {
    changes.isEmpty ? "责任无变化" : "责任变化 \(changes.count) 条：" + Self.counts(changes.map(\.kind))
  }

  /// 《…》 2016-11-07 → 2025-10-28
  public let title: String

  static func counts(_ kinds: [DutyChange.Kind]) -> String {
    DutyChange.Kind.allCases.compactMap { kind in
      let count = kinds.count { $0 == kind }
      return count == 0 ? nil : "\(kind.chinese) \(count)"
    }.joined(separator: "，")
  }
}
