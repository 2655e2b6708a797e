// A change of duty as people and scripts read it.

import Legislation
import Norms
import Versions

/// A norm that changed between two versions, taken out of its documents.
public struct DutyChangeEntry: Sendable {
  public var kind: DutyChange.Kind
  /// Empty for what was added; more than one for a chain of sanctions for one breach.
  public var old: [NormEntry]
  /// Empty for what was dropped.
  public var new: [NormEntry]
  /// None for what was added or dropped.
  public var reasons: [DutyReason]

  /// As it is now, or was at last; never empty.
  public var norms: [NormEntry] { new.isEmpty ? old : new }

  /// The parties that bear it in either version, each once.
  public var parties: [String] { (new + old).flatMap { $0.parties.flatMap { $0 } }.onceEach }

  /// What became of it for one of its parties: one that bears it only now has a new duty, whatever the duty
  /// itself became.
  public func kind(for party: String) -> DutyChange.Kind {
    let codes = reasons.map(\.code)
    func bears(_ norms: [NormEntry]) -> Bool {
      norms.contains { $0.parties.contains { $0.contains(party) } }
    }
    if codes.contains(.bearerAdded), !bears(old) { return .added }
    if codes.contains(.bearerRemoved), !bears(new) { return .dropped }
    return kind
  }

  /// Whether a party bears it in either version.
  func concerns(_ question: PartyQuestion) -> Bool {
    (old + new).contains { norm in
      zip(norm.bearers, norm.parties).contains { question.fits(phrase: $0.text, parties: $1) }
    }
  }
}

extension DutyChange.Kind {
  /// What people call it.
  public var chinese: String {
    switch self {
    case .added: "新增"
    case .dropped: "取消"
    case .tightened: "收紧"
    case .loosened: "放宽"
    case .changed: "变动"
    }
  }
}
