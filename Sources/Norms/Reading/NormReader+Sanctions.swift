// Whom a sanction strikes, and who imposes it.

import HanText
import Legislation

extension NormReader {
  mutating func setSanctionParties(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment, _ previous: Operator?, _ before: Norm?
  ) {
    var violators: [ByteRange] = []
    if let (body, breacher) = finder(front, operation) {
      norm.authorities = Coordination(phrases, body).names.map(passage.source)
      violators = breacher.map { Coordination(phrases, $0).names.map(passage.source) } ?? []
      norm.reasons.append(Reason(.authority, "who finds the breach"))
    } else if let opening = violator(front) {
      for party in [opening] + otherViolators(front, opening) {
        violators += Coordination(phrases, party).names.map(passage.source)
      }
      norm.reasons.append(Reason(.bearers, "the party that opens the antecedent"))
    }
    var targets =
      (operation.head?.target ?? front.target).map {
        Coordination(phrases, $0).names.map(passage.source)
      } ?? []
    targets += (sanctions.targets(in: action) + pursued(action)).flatMap {
      Coordination(phrases, $0).names
    }.map(passage.source)
    if let ordered = ordered(action) {
      targets += Coordination(phrases, ordered).names.map(passage.source)
    }
    // A chain against others than the breacher names them alone.
    let isOnlyTargets =
      violators.isEmpty && (operation.head?.target ?? front.target) != nil
    if violators.isEmpty, !isOnlyTargets {
      if operation.head == nil, let party = front.subject.party, !isAuthority(party, action) {
        violators = Coordination(phrases, party).names.map(passage.source)
      } else if let condition = front.condition {
        if !discourse.violators.isEmpty,
          sanctions.continues(condition) || discourse.violation == segment.sentence
        {
          violators = discourse.violators
          norm.isImplicit = previous == nil
        }
      } else if !discourse.violators.isEmpty {
        violators = discourse.violators
        norm.isImplicit = previous == nil
      } else if let lead = discourse.lead, lead.isSanction, !lead.bearers.isEmpty {
        violators = lead.bearers
        norm.isImplicit = true
      }
    }
    // 平台应当采取措施；未采取的，与侵权人承担连带责任: whose duty the antecedent tells of.
    if violators.isEmpty, targets.isEmpty, let last = discourse.last, last.norm.kind == .duty,
      last.sentence == segment.sentence, let condition = front.condition,
      Self.omissions.word(bytes, at: condition.lowerBound, before: condition.upperBound) != nil
    {
      violators = last.norm.bearers
      norm.isImplicit = !violators.isEmpty
    }
    if violators.isEmpty, let payer = payer(action) {
      violators = Coordination(phrases, payer).names.map(passage.source)
    }
    norm.bearers = violators
    if !violators.isEmpty, !norm.isImplicit { discourse.violators = violators }
    if !violators.isEmpty { discourse.violation = segment.sentence }
    // 由甲承担责任: 甲 answers, whoever the antecedent tells of.
    if answers(action), let payer = operation.head?.authority {
      norm.bearers = Coordination(phrases, payer).names.map(passage.source)
    }
    for target in targets where !norm.bearers.contains(target) { norm.bearers.append(target) }
    setAuthority(&norm, operation, front, action, segment)
  }

  /// 法院发现代理人违反…的，应当责令…; 甲对单位违反…的，予以警告: who finds the breach, and whose it is.
  private func finder(
    _ front: Front, _ operation: Operator
  ) -> (body: ByteRange, breacher: ByteRange?)? {
    guard !NormWords.suffered.isWord(bytes, operation.trigger.range) else { return nil }
    if let opening = front.opening {
      let clause = front.clauses[opening.clause].words
      let rest = opening.party.upperBound..<clause.upperBound
      if let breacher = accused(rest) { return (opening.party, breacher) }
      if operation.head == nil, let breacher = found(rest) { return (opening.party, breacher) }
    }
    // 执法部门，发现…的，应当责令…
    if operation.head == nil, let k = front.subjectClause, k + 1 < front.clauses.count,
      phrases.namesParty(front.clauses[k].words), let breacher = found(front.clauses[k + 1].words)
    {
      return (front.clauses[k].words, breacher)
    }
    return nil
  }

  /// 发现代理人违反…: whose breach was found, where that is told.
  private func found(_ words: ByteRange) -> ByteRange?? {
    var start = words.lowerBound
    if let once = NormWords.momentOpeners.word(bytes, at: start, before: words.upperBound) {
      start += once.utf8.count
    }
    guard let verb = NormWords.findings.word(bytes, at: start, before: words.upperBound) else {
      return nil
    }
    return .some(
      phrases.opening(start + verb.utf8.count..<words.upperBound, isGoverned: true))
  }

  /// 对单位违反…: whom somebody acts against.
  private func accused(_ words: ByteRange) -> ByteRange? {
    guard bytes.has("对", at: words.lowerBound, before: words.upperBound),
      let party = phrases.opening(words.lowerBound + 3..<words.upperBound, isGoverned: true),
      NormWords.breachVerbs.word(bytes, at: party.upperBound, before: words.upperBound) != nil
    else { return nil }
    return party
  }

  /// 责令责任人停止…: whom the order is for.
  private func ordered(_ action: ByteRange) -> ByteRange? {
    guard bytes.has("责令", at: action.lowerBound, before: action.upperBound) else { return nil }
    let stop = bytes.find("，", in: action) ?? action.upperBound
    guard let party = phrases.opening(action.lowerBound + 6..<stop, isGoverned: true),
      party.upperBound < stop, scalarCount(bytes, party) <= 26
    else { return nil }
    return party
  }

  /// Who breaches, as the antecedent in front names them.
  private func violator(_ front: Front) -> ByteRange? {
    if let opening = front.opening, !isVictim(opening.party, front.clauses[opening.clause].words) {
      return opening.party
    }
    if let k = front.subjectClause, phrases.namesParty(front.clauses[k].words) {
      return front.clauses[k].words
    }
    // 所需费用由违法者负担
    if let agent = front.agent,
      front.clauses.contains(where: {
        Self.costs.word(bytes, at: $0.words.lowerBound, before: $0.words.upperBound) != nil
      })
    {
      return agent
    }
    for clause in front.clauses where clause.role == .antecedent || clause.role == .plain {
      // 发现经营者不符合条件的，主管部门应当责令…
      if let breacher = found(clause.words) ?? nil { return breacher }
      if let party = phrases.opening(clause.words), party.upperBound < clause.range.upperBound,
        !isVictim(party, clause.words)
      {
        return party
      }
      if let thing = actingThing(clause.words) ?? owner(clause.words, isBreach: true) {
        return thing
      }
      // 属于国家工作人员的
      if bytes.has("属于", at: clause.words.lowerBound, before: clause.words.upperBound) {
        let name = clause.words.lowerBound + 6..<clause.words.upperBound - 3
        if !name.isEmpty, phrases.namesParty(name) { return name }
      }
    }
    return nil
  }

  /// 用户因故障遭受损失, 机关认为应当撤销: parties that breach nothing.
  private func isVictim(_ party: ByteRange, _ words: ByteRange) -> Bool {
    let rest = party.upperBound..<words.upperBound
    return bytes.has("认为", at: rest.lowerBound, before: rest.upperBound)
      || NormWords.victims.first(bytes, in: rest) != nil && bytes.ends(rest, with: "损失")
  }

  /// 甲…的，或者乙…的: the parties of the other antecedents.
  private func otherViolators(_ front: Front, _ first: ByteRange) -> [ByteRange] {
    front.clauses.filter { $0.role == .antecedent }.compactMap { clause -> ByteRange? in
      guard let party = phrases.opening(clause.words) ?? actingThing(clause.words),
        party.upperBound < clause.range.upperBound, bytes[party] != bytes[first],
        !isVictim(party, clause.words)
      else { return nil }
      return party
    }
  }

  /// 港口码头等场所|未采取…的: a thing that breaches.
  private func actingThing(_ words: ByteRange) -> ByteRange? {
    guard let breach = NormWords.breachVerbs.first(bytes, in: words),
      breach.at > words.lowerBound
    else { return nil }
    let name = words.lowerBound..<breach.at
    if phrases.opensRelative(at: name.lowerBound, before: name.upperBound)
      || subjects.opensAct(name)
    {
      return nil
    }
    return NormWords.acting.word(bytes, ending: name) != nil && scalarCount(bytes, name) <= 30
      ? name : nil
  }

  /// 有关部门应当责令: the subject of a modal imposes the sanction.
  private func isAuthority(_ party: ByteRange, _ action: ByteRange) -> Bool {
    !NormWords.suffered.words.contains {
      bytes.has($0, at: action.lowerBound, before: action.upperBound)
    }
  }

  /// 所需费用由违法者承担: who pays for what others do.
  private func payer(_ action: ByteRange) -> ByteRange? {
    guard let costs = bytes.find("费用由", in: action) else { return nil }
    let stop = bytes.find("，", in: costs..<action.upperBound) ?? action.upperBound
    return phrases.opening(costs + 9..<stop, isGoverned: true)
  }

  private static let liabilities = NormWords.clauses["liability"]
  private static let omissions = NormWords.clauses["omission"]
  private static let costs = NormWords.clauses["cost"]
  private static let pursuing: Bytes = "追究"

  /// 追究有关人员的责任: whose.
  private func pursued(_ action: ByteRange) -> [ByteRange] {
    guard let verb = bytes.find(Self.pursuing, in: action) else { return [] }
    let start = verb + Self.pursuing.utf8.count
    let stop = bytes.find("，", in: start..<action.upperBound) ?? action.upperBound
    guard bytes.ends(start..<stop, with: "责任") else { return [] }
    // 追究有关人员刑事责任
    let of =
      subjects.lastOf(start..<stop)
      ?? phrases.opening(start..<stop - 6, isGoverned: true)?.upperBound
      ?? Self.liabilities.word(bytes, ending: start..<stop).map { stop - $0.utf8.count }
    guard let of, of > start, phrases.namesParty(start..<of), scalarCount(bytes, start..<of) > 1
    else { return [] }
    return [start..<of]
  }

  private func setAuthority(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment
  ) {
    // 由司法机关追究责任: only of that one it is told who imposes it.
    if suffers(action), operation.head?.authority == nil || answers(action) { return }
    var bodies: [ByteRange] = []
    if let authority = operation.head?.authority ?? front.authority {
      bodies = Coordination(phrases, authority).names.map(passage.source)
    } else if operation.head == nil, let party = front.subject.party {
      bodies = Coordination(phrases, party).names.map(passage.source)
    }
    if bodies.isEmpty { bodies = norm.authorities }
    if bodies.isEmpty, discourse.imposing == segment.sentence { bodies = discourse.authorities }
    if bodies.isEmpty, let lead = discourse.lead {
      bodies = lead.isSanction ? lead.authorities : lead.bearers
    }
    for body in authorities(in: action).flatMap({ Coordination(phrases, $0).names }).map(
      passage.source)
    where !bodies.contains(body) {
      bodies.append(body)
    }
    norm.authorities = bodies
  }

  /// 承担赔偿责任, 追究刑事责任: nobody imposes it.
  private func suffers(_ action: ByteRange) -> Bool {
    NormWords.suffered.word(bytes, at: action.lowerBound, before: action.upperBound) != nil
      || bytes.has("给予赔偿", at: action.lowerBound, before: action.upperBound)
      || bytes.has("予以赔偿", at: action.lowerBound, before: action.upperBound)
  }

  /// Whether a sanction is what the bearer himself pays or answers for.
  private func answers(_ action: ByteRange) -> Bool {
    suffers(action)
      && !bytes.has(Self.pursuing, at: action.lowerBound, before: action.upperBound)
  }

  private static let imposers = NormWords.sanctions["imposer"]

  /// 由X inside a chain.
  private func authorities(in action: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var start = action.lowerBound
    while let by = Self.imposers.first(bytes, in: start..<action.upperBound) {
      start = by.at + by.word.utf8.count
      let stop = bytes.find("，", in: start..<action.upperBound) ?? action.upperBound
      if let party = phrases.opening(start..<stop, isGoverned: true) { found.append(party) }
    }
    return found
  }
}
