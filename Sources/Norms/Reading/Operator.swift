// Which candidates govern their clause, and where the words begin that belong to them.

import HanText
import Legislation

/// A trigger that was found to make a norm.
struct Operator {
  let trigger: Trigger
  let kind: NormKind
  /// The clause it stands in, an index of its segment.
  let clause: Int
  /// Where its own words begin: its antecedents, its subject.
  let zone: Int
  /// The words in front of a sanction's verb.
  let head: SanctionHead?
  var isSanction: Bool { kind == .sanction }
}

extension NormReader {
  /// Decides whether a candidate is an operator of its segment.
  func accept(
    _ candidate: Trigger, _ clause: Int, _ segment: Segment, _ accepted: [Operator],
    modalFollows: Bool, modalInClause: Bool
  ) -> Operator? {
    let words = segment.clauses[clause]
    let previous = accepted.last
    let inSameClause = previous.map { $0.clause == clause } ?? false
    if isOneOfCases(clause, segment) || isDefined(candidate, segment) { return nil }
    let zone = zoneStart(candidate, clause, segment, previous)
    switch candidate.kind {
    case .duty, .prohibition, .permission:
      guard
        embedding.governs(
          candidate, in: words, after: inSameClause ? previous?.trigger.range : nil,
          modalFollows: modalFollows)
      else { return nil }
      if let previous, completes(candidate, clause, segment, previous) { return nil }
      if let previous, previous.isSanction, previous.clause <= clause,
        !opensAntecedent(from: previous.clause, to: clause, segment),
        belongsToChain(candidate, words) || isJoined(candidate, words)
      {
        return nil
      }
      return operation(candidate, clause, segment, zone)
    case .competence:
      guard !words.role.isSubordinate, !inSameClause, !modalInClause,
        isCompetence(candidate, words, previous, clause, segment)
      else { return nil }
      var trigger = candidate
      // 履行|下列职责
      if candidate.range.count > 6 {
        trigger.range = candidate.range.lowerBound..<candidate.range.lowerBound + 6
      }
      return Operator(trigger: trigger, kind: .competence, clause: clause, zone: zone, head: nil)
    case .sanction:
      guard !words.role.isSubordinate, !inSameClause,
        // 请求保险人赔偿时
        words.role != .moment
          || NormWords.moments.word(bytes, ending: words.words) == nil
            && !isGrantedFirst(words, clause, segment)
      else { return nil }
      if let previous, !opensAntecedent(from: previous.clause, to: clause, segment) { return nil }
      if previous == nil, tellsTask(candidate, words) {
        return Operator(
          trigger: Trigger(range: candidate.range, kind: .competence), kind: .competence,
          clause: clause, zone: zone, head: nil)
      }
      return sanction(candidate, clause, segment, zone)
    }
  }

  /// 标识是指…可以被感知的标识: what a definition says is no norm.
  private func isDefined(_ candidate: Trigger, _ segment: Segment) -> Bool {
    let at = candidate.range.lowerBound
    return bytes.find(
      "是指", in: window(bytes, before: at, from: min(at, segment.range.lowerBound))) != nil
  }

  /// 或者必须作为证据，或者依法应当没收的: the first is part of the antecedent too.
  private func isOneOfCases(_ clause: Int, _ segment: Segment) -> Bool {
    func isAlternative(_ k: Int) -> Bool {
      let range = segment.clauses[k].range
      return bytes.has("或者", at: range.lowerBound, before: range.upperBound)
    }
    return clause + 1 < segment.clauses.count && isAlternative(clause)
      && isAlternative(clause + 1) && segment.clauses[clause + 1].role == .antecedent
  }

  /// 应当报经批准后，方可修改: one norm.
  private func completes(
    _ candidate: Trigger, _ clause: Int, _ segment: Segment, _ previous: Operator
  ) -> Bool {
    guard bytes.has("方可", at: candidate.range.lowerBound, before: candidate.range.upperBound),
      clause > 0, previous.clause < clause,
      candidate.range.lowerBound == segment.clauses[clause].words.lowerBound,
      NormWords.moments.word(bytes, ending: segment.clauses[clause - 1].words) != nil
    else { return false }
    if previous.clause == clause - 1 { return true }
    // 应当按照标准，由机构认证合格后，方可销售: the duty so far only says by which right.
    let first = segment.clauses[previous.clause].range
    return previous.clause == clause - 2
      && NormWords.bases.word(
        bytes, at: previous.trigger.range.upperBound, before: first.upperBound) != nil
  }

  /// A modal: a sanction where it governs a sanction's act after a breach.
  private func operation(
    _ candidate: Trigger, _ clause: Int, _ segment: Segment, _ zone: Int
  ) -> Operator {
    let behind = window(bytes, after: candidate.range.upperBound, to: segment.range.upperBound)
    let before = window(
      bytes, before: candidate.range.lowerBound, from: min(zone, candidate.range.lowerBound))
    let isSanction =
      candidate.kind != .prohibition
      && sanctions.governsAct(
        behind, tellsBreach: discourse.tellsBreach || sanctions.tellsBreach(before))
    return Operator(
      trigger: candidate, kind: isSanction ? .sanction : candidate.kind, clause: clause,
      zone: zone, head: nil)
  }

  /// 可以并处 inside a chain belongs to it.
  private func belongsToChain(_ candidate: Trigger, _ clause: Clause) -> Bool {
    sanctions.governsAct(
      candidate.range.upperBound..<clause.range.upperBound, tellsBreach: true)
  }

  /// 处罚款，并可以决定…: 并 joins the modal to the chain.
  private func isJoined(_ candidate: Trigger, _ clause: Clause) -> Bool {
    candidate.kind == .permission
      && bytes.has("并", at: clause.range.lowerBound, before: clause.range.upperBound)
      && candidate.range.lowerBound == clause.words.lowerBound
  }

  private func sanction(
    _ candidate: Trigger, _ clause: Int, _ segment: Segment, _ zone: Int
  ) -> Operator? {
    let words = segment.clauses[clause].range
    guard !bytes.has("的", at: candidate.range.upperBound, before: words.upperBound),
      !isLimitOf(candidate, words),
      !namesCase(window(bytes, after: candidate.range.upperBound, to: words.upperBound)),
      sanctions.isSanction(candidate.range, before: words.upperBound),
      Self.claims.first(bytes, in: words.lowerBound..<candidate.range.lowerBound) == nil,
      let head = sanctions.head(of: candidate.range, in: words)
    else { return nil }
    let hasAntecedent =
      segment.clauses[Front.first(of: clause)..<clause].contains {
        $0.role == .antecedent || sanctions.tellsBreach($0.range)
      }
      || discourse.tellsBreach
    let hasBreach =
      hasAntecedent || clause > 0 && namesLiable(segment.clauses[clause - 1].words)
      || head.authority != nil || head.target != nil
      || discourse.lead?.isSanction == true
    guard hasBreach || NormWords.strong.isWord(bytes, candidate.range) else {
      return nil
    }
    // 可以采取下列措施：（一）责令增加资本: what the lead names, and no sanction of its own.
    if discourse.lead?.kind == .permission, !hasAntecedent {
      return nil
    }
    if Self.weak.isWord(bytes, candidate.range), !discourse.tellsBreach,
      !segment.clauses[Front.first(of: clause)..<clause].contains(where: {
        sanctions.tellsBreach($0.range)
      })
    {
      return nil
    }
    if !hasAntecedent, isGeneralDuty(candidate.range, words) { return nil }
    if isOfParty(candidate.range, words) { return nil }
    return Operator(trigger: candidate, kind: .sanction, clause: clause, zone: zone, head: head)
  }

  private static let claims = NormWords.clauses["claim"]
  private static let rights = NormWords.clauses["by-right"]
  private static let answering = NormWords.clauses["answer"]
  private static let weak = NormWords.sanctions["weak"]
  private static let tasks = NormWords.clauses["task"]
  private static let specific = NormWords.sanctions["near-承担"]
  private static let general = NormWords.clauses["general"]

  /// 经主管部门责令改正，逾期不改正的: more of the antecedent.
  private func isGrantedFirst(_ words: Clause, _ clause: Int, _ segment: Segment) -> Bool {
    clause + 1 < segment.clauses.count && segment.clauses[clause + 1].role == .antecedent
      && bytes.has("经", at: words.words.lowerBound, before: words.words.upperBound)
  }

  /// 按照职责承担监督管理工作: who is in charge.
  private func tellsTask(_ candidate: Trigger, _ clause: Clause) -> Bool {
    guard bytes.ends(candidate.range, with: "承担"), clause.role == .plain,
      Self.tasks.word(bytes, ending: clause.words) != nil, !discourse.tellsBreach
    else { return false }
    let before = clause.words.lowerBound..<max(clause.words.lowerBound, candidate.range.lowerBound)
    return subjects.subject(in: window(bytes, before: before.upperBound, from: before.lowerBound))
      .party != nil
  }

  /// 对负有直接责任的董事，给予警告: whom the clause in front names.
  private func namesLiable(_ words: ByteRange) -> Bool {
    bytes.has("对", at: words.lowerBound, before: words.upperBound) && phrases.namesParty(words)
      && bytes.find("责任", in: words) != nil
  }

  /// 限期治理的期限: a noun.
  private func isLimitOf(_ candidate: Trigger, _ words: ByteRange) -> Bool {
    bytes.ends(candidate.range, with: "限期")
      && bytes.has("的", at: candidate.range.upperBound + 6, before: words.upperBound)
  }

  /// 承担责任的保险人: the liability is told of a party.
  private func isOfParty(_ verb: ByteRange, _ words: ByteRange) -> Bool {
    guard Self.answering.isWord(bytes, verb),
      let object = bytes.find("责任", in: verb.upperBound..<words.upperBound)
    else { return false }
    return bytes.has("的", at: object + 6, before: words.upperBound)
  }

  /// 对设施承担维护的责任: what nobody has breached is a task.
  private func isGeneralDuty(_ verb: ByteRange, _ words: ByteRange) -> Bool {
    guard Self.answering.isWord(bytes, verb) else { return false }
    return Self.specific.word(bytes, ending: words).map(Self.general.words.contains) ?? false
  }

  /// 承担责任的其他情形: an item that names a case.
  private func namesCase(_ behind: ByteRange) -> Bool {
    NormWords.cases.word(bytes, ending: behind) != nil && subjects.hasHeadBehindOf(behind)
  }

  /// 负责 and 主管 with a party in front and a matter behind; 履行下列职责.
  private func isCompetence(
    _ candidate: Trigger, _ clause: Clause, _ previous: Operator?, _ index: Int, _ segment: Segment
  ) -> Bool {
    let at = candidate.range.lowerBound
    let before = window(bytes, before: at, from: min(at, clause.words.lowerBound))
    let behind = window(bytes, after: candidate.range.upperBound, to: clause.range.upperBound)
    // 履行下列监督管理职责
    if candidate.range.count > 6 {
      return NormWords.mandates.first(bytes, in: behind) != nil && previous == nil
    }
    // 负责管理地震的部门，负责…: a relative clause of the party whose norm the next clause holds.
    if index + 1 < segment.clauses.count, bytes.find("的", in: behind) != nil,
      phrases.namesParty(clause.range),
      segment.clauses[index + 1].words.lowerBound
        == segment.clauses[index + 1].range.lowerBound,
      bytes.has(
        Array(bytes[candidate.range]), at: segment.clauses[index + 1].words.lowerBound,
        before: segment.range.upperBound)
    {
      return false
    }
    // 负责知识产权管理工作的部门以及…，加强…: so is that of several parties.
    if let of = bytes.find("的", in: behind),
      index + 1 < segment.clauses.count && phrases.namesParty(clause.range)
        || NormWords.prepositions.word(bytes, ending: before) != nil
        || goesOnBehindHead(of + 3..<behind.upperBound),
      NormWords.generic.word(bytes, at: of + 3, before: behind.upperBound) != nil
    {
      return false
    }
    // 应当移交，由企业负责运营: more of what the duty asks.
    if let previous, previous.kind == .duty,
      bytes.has("由", at: clause.words.lowerBound, before: clause.words.upperBound)
    {
      return false
    }
    let subject = subjects.subject(in: before)
    // 管理机构（以下简称机构），负责…: the party is the clause in front.
    let isBehindParty =
      index > 0
      && (before.isEmpty && phrases.namesParty(segment.clauses[index - 1].words)
        // 甲是主管部门，并具体负责…
        || subjects.withoutAdverbs(before).isEmpty
          && leadsMandate(segment.clauses[index - 1].words))
    let hasParty = subject.party != nil || isBehindParty
    if behind.isEmpty {
      if hasParty, subject.matter != nil { return true }
      guard let party = subject.party else { return false }
      let rest = party.upperBound..<before.upperBound
      guard let at = bytes.find("对", in: rest) else { return false }
      return !phrases.namesParty(at + 3..<before.upperBound) && previous == nil
    }
    if previous != nil, !hasParty { return false }
    // 负责监督管理的部门
    if !hasParty, phrases.namesParty(clause.range), bytes.find("的", in: behind) != nil {
      return false
    }
    if bytes.has("的", at: candidate.range.upperBound, before: clause.range.upperBound) {
      return false
    }
    return hasParty
      || (!behind.isEmpty && previous == nil
        && (discourse.lead != nil || !discourse.parties.isEmpty))
  }

  /// 负责项目管理的人员|为谋取利益: whether the head of a relative clause has a predicate of its own.
  private func goesOnBehindHead(_ words: ByteRange) -> Bool {
    NormWords.generic.word(bytes, at: words.lowerBound, before: words.upperBound).map {
      phrases.opensPredicate(at: words.lowerBound + $0.utf8.count, before: words.upperBound)
    } ?? false
  }

  /// 甲是…的主管部门，并负责…; 各部门按照各自职责，负责…: the party is in the clause in front.
  private func leadsMandate(_ words: ByteRange) -> Bool {
    guard let party = phrases.opening(words) else { return false }
    return NormWords.copulas.word(bytes, at: party.upperBound, before: words.upperBound) != nil
      || Self.rights.word(bytes, at: party.upperBound, before: words.upperBound) != nil
  }

  /// Whether an antecedent stands between two clauses: a new chain begins.
  private func opensAntecedent(from first: Int, to last: Int, _ segment: Segment) -> Bool {
    guard first < last else { return false }
    return segment.clauses[(first + 1)..<last].contains { $0.role == .antecedent }
  }

  /// Where the words begin that belong to an operator and not to the one in front of it.
  private func zoneStart(
    _ candidate: Trigger, _ clause: Int, _ segment: Segment, _ previous: Operator?
  ) -> Int {
    guard let previous else { return segment.range.lowerBound }
    guard previous.clause < clause else { return joint(before: candidate.range.lowerBound) }
    var first = clause
    // 应当于月末前，在平台上填报…: the clause behind belongs to the action.
    let begins = previous.trigger.range.upperBound
    let isOpen =
      phrases.opensPreposition(
        at: begins, before: segment.clauses[previous.clause].range.upperBound)
      && NormWords.moments.word(
        bytes, ending: begins..<segment.clauses[previous.clause].range.upperBound) != nil
    while first - 1 > previous.clause + (isOpen ? 1 : 0) {
      let role = segment.clauses[first - 1].role
      guard role == .antecedent || role == .moment || role == .exclusion else { break }
      first -= 1
    }
    // 资金应当专户存储，存储期间的孳息，不得挪用: the clause in front is the subject.
    let own = segment.clauses[clause]
    if first == clause, clause - 1 > previous.clause,
      candidate.range.lowerBound == own.words.lowerBound
    {
      let words = segment.clauses[clause - 1].words
      let isNoun =
        !phrases.opensRelative(at: words.lowerBound, before: words.upperBound)
        && phrases.opening(words).map { $0 == words } ?? true
        && (phrases.namesParty(words) || subjects.hasHeadBehindOf(words))
      if isNoun { first -= 1 }
    }
    return segment.clauses[first].range.lowerBound
  }

  /// Where 并, 也, 但 in front of a second modal of the same clause begins.
  private func joint(before end: Int) -> Int {
    NormWords.coordinators.word(bytes, ending: 0..<end).map { end - $0.utf8.count } ?? end
  }
}

extension ClauseRole {
  /// Whether the clause only says when or to what the norm applies.
  var isSubordinate: Bool { self == .antecedent || self == .exclusion }
}
