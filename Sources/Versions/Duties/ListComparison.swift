// What became of the list below a norm.

import Norms

/// Compares the members of two lists.
struct ListComparison {
  private let old: NormList
  private let new: NormList
  private let norm: Norm
  /// Members less alike are others.
  private static let leastLikeness = 0.45

  init(_ old: NormList, _ new: NormList, kind norm: Norm) {
    (self.old, self.new, self.norm) = (old, new, norm)
  }

  /// `words` tells how two texts differ.
  func reasons(_ words: (NormPhrase, NormPhrase) -> String) -> [DutyReason] {
    var candidates: [CandidatePair] = []
    for (i, before) in old.items.enumerated() {
      for (j, after) in new.items.enumerated() {
        let likeness = before.likeness(to: after)
        guard likeness >= Self.leastLikeness else { continue }
        candidates.append(CandidatePair(old: i, new: j, weight: likeness))
      }
    }
    let pairs = BestPairs(candidates).chosen.map { candidates[$0] }
    let (kept, found) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    let more = old.role == new.role ? direction(ofMore: new.role) : .unknown
    var reasons: [DutyReason] = []
    for (j, item) in new.items.enumerated() where !found.contains(j) {
      reasons.append(DutyReason(.itemAdded, more, "增加一项：\(item.string.clause)"))
    }
    for (i, item) in old.items.enumerated() where !kept.contains(i) {
      reasons.append(DutyReason(.itemRemoved, more.reversed, "删去一项：\(item.string.clause)"))
    }
    for pair in pairs where !old.items[pair.old].says(new.items[pair.new]) {
      let (before, after) = (
        old.items[pair.old].withoutParticle, new.items[pair.new].withoutParticle
      )
      switch MemberComparison(before, after).outcome {
      case .same: break
      case .added(let members) where members.allSatisfy(\.isMember):
        reasons.append(DutyReason(.itemChanged, grown(more), "一项增加：\(members.words)"))
      case .removed(let members) where members.allSatisfy(\.isMember):
        reasons.append(DutyReason(.itemChanged, grown(more).reversed, "一项减少：\(members.words)"))
      default:
        reasons.append(DutyReason(.itemChanged, .unknown, "一项" + words(before, after)))
      }
    }
    return reasons
  }

  /// What it is for the bearer that one item covers more. Only of cases and contents can it be told.
  private func grown(_ more: DutyReason.Direction) -> DutyReason.Direction {
    new.role == .cases || new.role == .content && norm.kind == .prohibition ? more : .unknown
  }

  /// What one member more means for the bearer.
  private func direction(ofMore role: NormList.Role) -> DutyReason.Direction {
    switch role {
    case .cases, .content: norm.direction(ofMore: .tighter)
    case .requirements, .exceptions: norm.direction(ofMore: .looser)
    case .unknown: .unknown
    }
  }
}
