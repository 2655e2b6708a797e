// Finds which norm of the old version became which of the new one.

import Norms

/// Pairs norms: first those of articles that belong together, then the others wherever they stand.
struct NormMatcher {
  private let old: [ComparedNorm]
  private let new: [ComparedNorm]
  /// The places of old and new norms that go together.
  private(set) var pairs: [(old: Int, new: Int)] = []

  /// Norms less alike are others, in the same article and out of it.
  private static let leastInRow = 0.42
  private static let leastMoved = 0.75
  /// A pair of characters that more norms have finds none for one that moved.
  private static let mostPostings = 100
  /// Shorter actions, and shorter conditions of sanctions, are said of too many things to tell what moved.
  private static let leastAction = 6
  private static let leastCondition = 12

  init(_ old: [ComparedNorm], _ new: [ComparedNorm]) {
    (self.old, self.new) = (old, new)
    pairInRows()
    pairMoved()
    pairs.sort { ($0.old, $0.new) < ($1.old, $1.new) }
  }

  private mutating func pairInRows() {
    let olds = Dictionary(grouping: old.indices) { old[$0].row ?? -1 }
    let news = Dictionary(grouping: new.indices) { new[$0].row ?? -1 }
    for row in olds.keys.sorted() {
      guard let olds = olds[row], let news = news[row] else { continue }
      var candidates: [CandidatePair] = []
      for (a, i) in olds.enumerated() {
        for (b, j) in news.enumerated() {
          let likeness = likeness(old[i], new[j])
          guard likeness >= Self.leastInRow else { continue }
          // Of pairs as alike, those at about the same place.
          let place = abs(Double(a) / Double(olds.count) - Double(b) / Double(news.count))
          candidates.append(CandidatePair(old: i, new: j, weight: likeness - 0.02 * place))
        }
      }
      choose(candidates)
    }
  }

  private mutating func pairMoved() {
    let (takenOld, takenNew) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    var postings: [UInt64: [Int]] = [:]
    for j in new.indices
    where !takenNew.contains(j) && isTelling(new[j]) {
      for pair in new[j].action.pairs { postings[pair, default: []].append(j) }
    }
    var candidates: [CandidatePair] = []
    for i in old.indices
    where !takenOld.contains(i) && isTelling(old[i]) {
      var counts: [Int: Int] = [:]
      for pair in old[i].action.pairs {
        guard let found = postings[pair], found.count <= Self.mostPostings else { continue }
        for j in found { counts[j, default: 0] += 1 }
      }
      for (j, count) in counts where 3 * count >= old[i].action.pairs.count {
        let likeness = likeness(old[i], new[j])
        guard likeness >= Self.leastMoved else { continue }
        candidates.append(CandidatePair(old: i, new: j, weight: likeness))
      }
    }
    choose(candidates.sorted { ($0.old, $0.new) < ($1.old, $1.new) })
  }

  /// Whether a norm says enough to be known again elsewhere: 情节严重的，… follows many breaches.
  private func isTelling(_ norm: ComparedNorm) -> Bool {
    norm.action.scalars.count >= Self.leastAction
      && (norm.norm.kind != .sanction
        || norm.condition?.scalars.count ?? 0 >= Self.leastCondition)
  }

  private mutating func choose(_ candidates: [CandidatePair]) {
    for index in BestPairs(candidates).chosen {
      pairs.append((candidates[index].old, candidates[index].new))
    }
  }

  /// How alike two norms are, 0 to 1; 0 where one can't have become the other.
  private func likeness(_ a: ComparedNorm, _ b: ComparedNorm) -> Double {
    let action = a.content.likeness(to: b.content)
    guard a.norm.kind == .sanction, b.norm.kind == .sanction else {
      // A sanction may be one by its modal only, and not by it in the other version.
      let isOther = (a.norm.kind == .sanction) != (b.norm.kind == .sanction)
      guard action >= (isOther ? 0.8 : 0.3) else { return 0 }
      let kind = a.norm.kind == b.norm.kind ? 1.0 : 0.4
      return 0.6 * action + 0.15 * likeness(a.condition, b.condition) + 0.15 * subjects(a, b) + 0.1
        * kind
    }
    guard a.isGraver == b.isGraver else { return 0 }
    let measures = shared(a.measureKinds, b.measureKinds)
    return 0.4 * breaches(a.condition, b.condition) + 0.25 * measures + 0.25 * action + 0.1
      * subjects(a, b)
  }

  private func likeness(_ a: NormPhrase?, _ b: NormPhrase?) -> Double {
    switch (a, b) {
    case (let a?, let b?): a.likeness(to: b)
    case (nil, nil): 1
    default: 0.4
    }
  }

  /// How alike two breaches are. One that only goes on from what was told before may be any of those.
  private func breaches(_ a: NormPhrase?, _ b: NormPhrase?) -> Double {
    guard let a, let b else { return likeness(a, b) }
    let goesOn = [a, b].map { $0.begins(with: DutyWords.base) }
    return goesOn[0] != goesOn[1] ? 0.4 : a.likeness(to: b)
  }

  private func subjects(_ a: ComparedNorm, _ b: ComparedNorm) -> Double {
    if let old = a.topic, let new = b.topic { return old.likeness(to: new) }
    if a.parties.isEmpty || b.parties.isEmpty {
      return a.parties.count == b.parties.count ? 0.8 : 0.6
    }
    return a.parties.contains { party in b.parties.contains { isSameParty(party, $0) } } ? 1 : 0
  }

  /// The share of kinds that both have, each counted as often as it occurs.
  private func shared(_ a: [MeasureKind], _ b: [MeasureKind]) -> Double {
    guard !a.isEmpty || !b.isEmpty else { return 1 }
    var rest = b
    var shared = 0
    for kind in a {
      guard let at = rest.firstIndex(of: kind) else { continue }
      rest.remove(at: at)
      shared += 1
    }
    return Double(2 * shared) / Double(a.count + b.count)
  }
}

/// Whether two names are of one party, or one stands above the other: 网信部门, 国家网信部门.
func isSameParty(_ a: String, _ b: String) -> Bool {
  a == b || NormPhrase(Array(a.utf8)).says(NormPhrase(Array(b.utf8)))
    || PartyNames.lineage(of: a).contains(b) || PartyNames.lineage(of: b).contains(a)
}
