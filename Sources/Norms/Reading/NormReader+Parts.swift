// The parts of a norm: its bearers, condition, action, exception and authority.

import HanText
import Legislation

extension NormReader {
  /// Builds the norm of an operator. `previous` is the operator in front of it in the segment and `before` its
  /// norm; `until` is where the next operator's words begin.
  mutating func norm(
    _ operation: Operator, _ segment: Segment, previous: Operator?, before: Norm?, until: Int?,
    _ following: Segment?
  ) -> Norm {
    let trigger = operation.trigger.range
    var norm = Norm(
      node: passage.node, kind: operation.kind, trigger: passage.source(trigger), bearers: [],
      isImplicit: false, topic: nil, action: passage.source(trigger), condition: nil,
      exception: nil, authorities: [], measures: [], deadlines: [], reasons: [])
    let front = front(of: operation, segment)
    let action = action(of: operation, segment, until: until)
    norm.action = passage.source(action)
    if operation.kind == .competence, action.isEmpty {
      // 解释由甲部门负责, 甲对其安全负责
      if let matter = front.subject.matter ?? matter(front, operation, segment) {
        norm.action = passage.source(matter)
      }
    }
    setCondition(&norm, front, operation, segment, before)
    if operation.isSanction {
      setSanctionParties(&norm, operation, front, action, segment, previous, before)
    } else {
      setParties(&norm, operation, front, action, segment, previous, before)
    }
    setException(&norm, operation, front, action, segment, following)
    if operation.isSanction {
      norm.measures = MeasureReader.measures(in: bytes, action).map { $0.mapped(passage.source) }
    }
    norm.deadlines = DeadlineReader.deadlines(
      in: bytes, min(operation.zone, action.lowerBound)..<action.upperBound
    ).map { $0.mapped(passage.source) }
    remember(norm, operation, front, segment)
    return norm
  }

  /// What a party is in charge of where it stands between the party and 负责.
  private func matter(
    _ front: Front, _ operation: Operator, _ segment: Segment
  ) -> ByteRange? {
    guard let party = front.subject.party else { return nil }
    let rest = party.upperBound..<operation.trigger.range.lowerBound
    guard let at = bytes.find("对", in: rest), at + 3 < rest.upperBound else { return nil }
    return at + 3..<rest.upperBound
  }

  /// What stands in front of a trigger, from where its own words begin.
  struct Front {
    /// The clauses in front of the trigger's.
    var clauses: [Clause]
    /// The subject in the trigger's own clause.
    var subject: Subject
    /// A subject that is a clause by itself: 人员，应当….
    var subjectClause: Int?
    /// The party that opens a condition.
    var opening: (party: ByteRange, clause: Int)?
    /// The condition, from its first clause to its last.
    var condition: ByteRange?
    /// A topic whose own predicate is a clause in front: 维护费专项用于保养，不得….
    var clauseTopic: ByteRange?
    /// 由X对Y批评教育，并责令…: who imposes, told in a clause in front.
    var authority: ByteRange?
    /// 对直接责任人员，…: on whom, told in a clause in front.
    var target: ByteRange?
    var exclusion: ByteRange?
  }

  func front(of operation: Operator, _ segment: Segment) -> Front {
    let own = segment.clauses[operation.clause]
    let start = max(own.words.lowerBound, operation.zone)
    let trigger = operation.trigger.range
    var words = start..<max(start, trigger.lowerBound)
    if start < trigger.lowerBound { words = Clause.skipConnectives(bytes, words) }
    var subject = Subject.none
    if let head = operation.head {
      subject.party = nil
      _ = head
    } else if operation.zone <= own.range.lowerBound || operation.zone < trigger.lowerBound {
      subject = subjects.subject(in: words)
    }
    let clauses = Array(
      segment.clauses[..<operation.clause].filter { $0.range.lowerBound >= operation.zone })
    var front = Front(
      clauses: clauses, subject: subject, subjectClause: nil, opening: nil, condition: nil,
      exclusion: subject.exclusion)
    readClauses(&front, own.range.lowerBound..<max(own.range.lowerBound, trigger.lowerBound))
    return front
  }

  /// Tells conditions, subjects and exceptions among the clauses in front.
  private func readClauses(_ front: inout Front, _ trigger: ByteRange) {
    var first: Int?
    var last: Int?
    var isContrast =
      NormWords.contrasts.word(bytes, at: trigger.lowerBound, before: trigger.upperBound) != nil
    let hasSubject = front.subject.party != nil || front.subject.topic != nil
    for (k, clause) in front.clauses.enumerated() {
      if clause.words.isEmpty {
        // 但是，…: what stands in front is another statement.
        if NormWords.contrasts.isWord(bytes, clause.range) {
          (first, last, isContrast) = (nil, nil, true)
        }
        continue
      }
      switch clause.role {
      case .exclusion: front.exclusion = clause.words
      case .antecedent:
        first = first ?? k
        last = k
      case .basis, .moment, .plain:
        if readsAside(clause, &front) { continue }
        if let party = front.subject.party, k == front.clauses.count - 1,
          clause.words == clause.range, phrases.namesParty(clause.words),
          !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
          phrases.opening(clause.words).map({ $0 == clause.words }) ?? true
        {
          front.subject.party = clause.words.lowerBound..<party.upperBound
          continue
        }
        if !hasSubject, front.subjectClause == nil, isSubjectClause(clause, k, front) {
          front.subjectClause = k
          continue
        }
        if clause.role == .basis { continue }
        if clause.role == .plain, let party = copulaSubject(clause) {
          if !hasSubject { front.opening = (party, k) }
          continue
        }
        if isContrast, clause.role == .plain { continue }
        first = first ?? k
        last = k
      }
    }
    guard let first, let last else { return }
    front.condition =
      front.clauses[first].words.lowerBound..<front.clauses[last].range.upperBound
    guard !hasSubject, front.subjectClause == nil, front.opening == nil else { return }
    for k in stride(from: last, through: first, by: -1) {
      guard front.clauses[k].role != .basis, front.clauses[k].role != .exclusion,
        let party = phrases.opening(front.clauses[k].words),
        party.upperBound < front.clauses[k].range.upperBound
      else {
        // 女方因…丧失…的，处理抚养问题，应当: another does what the last clause says.
        if k == last, front.clauses[k].role == .plain,
          front.clauses[first..<last].contains(where: { $0.role == .antecedent })
        {
          return
        }
        continue
      }
      guard !isPassive(party.upperBound..<front.clauses[k].range.upperBound) else { continue }
      front.opening = (party, k)
      if k == first {
        front.condition = party.upperBound..<front.clauses[last].range.upperBound
      }
      return
    }
    if first == last, front.clauses[last].role == .plain || front.clauses[last].role == .moment,
      let parts = thing(opening: front.clauses[last].words)
    {
      front.clauseTopic = parts.topic
      front.condition = parts.condition
    }
  }

  /// 维护费|专项用于保养, 沿海滩涂|未经批准: a thing with a predicate of its own.
  private func thing(
    opening words: ByteRange
  ) -> (topic: ByteRange, condition: ByteRange)? {
    guard !phrases.opensRelative(at: words.lowerBound, before: words.upperBound),
      let cut = subjects.thingEnd(words)
    else { return nil }
    return (words.lowerBound..<cut, cut..<words.upperBound)
  }

  /// Clauses in front that are no condition: 由甲部门批评教育, 对责任人员.
  private func readsAside(_ clause: Clause, _ front: inout Front) -> Bool {
    let words = clause.words
    if bytes.has("由", at: words.lowerBound, before: words.upperBound),
      !bytes.has("由于", at: words.lowerBound, before: words.upperBound),
      let body = phrases.opening(words.lowerBound + 3..<words.upperBound, isGoverned: true)
    {
      front.authority = body
      if bytes.has("对", at: body.upperBound, before: words.upperBound) {
        front.target = phrases.opening(body.upperBound + 3..<words.upperBound, isGoverned: true)
      }
      return true
    }
    if bytes.has("对", at: words.lowerBound, before: words.upperBound),
      NormWords.moments.word(bytes, ending: words) == nil
    {
      let start =
        bytes.has("对于", at: words.lowerBound, before: words.upperBound)
        ? words.lowerBound + 6 : words.lowerBound + 3
      if phrases.namesParty(start..<words.upperBound) { front.target = start..<words.upperBound }
      return true
    }
    return false
  }

  /// 甲是…的主体: who the clause is about; it says nothing of when.
  private func copulaSubject(_ clause: Clause) -> ByteRange? {
    guard let party = phrases.opening(clause.words),
      NormWords.clauses["copula"].word(
        bytes, at: party.upperBound, before: clause.words.upperBound) != nil
    else { return nil }
    return party
  }

  /// 死亡, 无法通知: what happens to a party that is not the norm's.
  private func isPassive(_ predicate: ByteRange) -> Bool {
    NormWords.clauses["passive"].word(
      bytes, at: predicate.lowerBound, before: predicate.upperBound) != nil
  }

  /// Whether a clause is a noun phrase that the trigger's clause is about.
  private func isSubjectClause(_ clause: Clause, _ k: Int, _ front: Front) -> Bool {
    if k == 0, front.clauses.count > 1, scalarCount(bytes, clause.words) <= 12,
      !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
      phrases.opening(clause.words) == nil, clause.role == .plain,
      NormWords.clauses["case-open"].word(
        bytes, at: front.clauses[1].words.lowerBound, before: front.clauses[1].words.upperBound)
        != nil
    {
      return true
    }
    let opens = phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound)
    if phrases.namesParty(clause.words),
      !phrases.isGoverning(at: clause.words.lowerBound, before: clause.words.upperBound)
        || bytes.has("以", at: clause.words.lowerBound, before: clause.words.upperBound)
    {
      if copulaSubject(clause) != nil { return false }
      if opens, bytes.find("的", in: clause.words) == nil { return false }
      let opening = phrases.opening(clause.words)
      return opening == nil || opening == clause.words
        || bytes.find("的", in: opening!.upperBound..<clause.words.upperBound) != nil
    }
    guard k == front.clauses.count - 1,
      !phrases.isGoverning(at: clause.words.lowerBound, before: clause.words.upperBound),
      NormWords.moments.word(bytes, ending: clause.words) == nil
    else { return false }
    if bytes.ends(clause.words, with: "等") { return phrases.opening(clause.words) == nil }
    if !opens, bytes.find("的", in: clause.words) == nil, phrases.opening(clause.words) == nil {
      return subjects.endsLikeThing(clause.words)
    }
    guard clause.words == clause.range, subjects.hasHeadBehindOf(clause.words) else { return false }
    if bytes.ends(clause.words, with: "的行为") { return true }
    guard let party = phrases.opening(clause.words) else {
      return !opens || subjects.isRelativeOf(clause.words)
    }
    // 任何单位使用的装置, not 单位作出涉及安全的决策.
    guard
      let verb = NormWords.attributives.word(
        bytes, at: party.upperBound, before: clause.words.upperBound),
      let of = bytes.find("的", in: party.upperBound..<clause.words.upperBound)
    else { return false }
    return of <= party.upperBound + verb.utf8.count + 6
  }

  // MARK: - Condition

  private func setCondition(
    _ norm: inout Norm, _ front: Front, _ operation: Operator, _ segment: Segment, _ before: Norm?
  ) {
    let isContrast =
      NormWords.contrasts.word(
        bytes, at: operation.zone, before: operation.trigger.range.lowerBound) != nil
    if let condition = front.condition {
      norm.condition = passage.source(trimmed(bytes, condition))
      norm.reasons.append(Reason(.condition, "the clauses in front of the trigger"))
    } else if let condition = front.subject.condition, !hasAgent(operation) {
      norm.condition = passage.source(condition)
      norm.reasons.append(Reason(.condition, "the words between the subject and the trigger"))
    } else if isContrast {
      return
    } else if front.target != nil || operation.head?.target != nil,
      let first = discourse.firstCondition, first.sentence == segment.sentence
    {
      norm.condition = first.range
      norm.reasons.append(Reason(.condition, "carried over from the sentence's first norm"))
    } else if let before, let carried = before.condition {
      norm.condition = carried
      norm.reasons.append(Reason(.condition, "carried over from the norm in front"))
    } else if let carried = discourse.condition, carried.sentence == segment.sentence,
      discourse.conditionLeads || front.subject.isEmpty && front.subjectClause == nil
    {
      norm.condition = carried.range
      norm.reasons.append(Reason(.condition, "carried over from the segment in front"))
    }
  }

  /// 应当由…
  private func hasAgent(_ operation: Operator) -> Bool {
    bytes.has("由", at: operation.trigger.range.upperBound, before: passage.range.upperBound)
  }

  // MARK: - Parties

  private mutating func setParties(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment, _ previous: Operator?, _ before: Norm?
  ) {
    if let by = agent(action, operation) {
      name(&norm, by)
      norm.reasons.append(Reason(.bearers, "由 behind the trigger"))
    } else if operation.kind == .prohibition, let forbidden = forbidden(operation, action) {
      name(&norm, forbidden)
      norm.reasons.append(Reason(.bearers, "whom 禁止 forbids"))
    } else if let party = front.subject.party
      ?? front.subjectClause.flatMap({ k in
        phrases.namesParty(front.clauses[k].words) ? front.clauses[k].words : nil
      })
    {
      let parts = Coordination(phrases, party)
      name(&norm, parts.names)
      if let clause = parts.sharedClause, norm.condition == nil {
        norm.condition = passage.source(clause)
      }
      norm.reasons.append(Reason(.bearers, "the subject of the trigger's clause"))
    } else if let topic = front.subject.topic
      ?? front.subjectClause.map({ front.clauses[$0].words }) ?? front.clauseTopic
    {
      norm.topic = passage.source(topic)
      norm.reasons.append(Reason(.topic, "a thing is the subject"))
    } else if let opening = front.opening {
      name(&norm, Coordination(phrases, opening.party).names)
      norm.reasons.append(Reason(.bearers, "the party that opens the condition"))
    } else if let before, previous != nil {
      norm.bearers = before.bearers
      norm.topic = before.topic
      norm.isImplicit = before.isImplicit
      norm.reasons.append(Reason(.bearers, "shared with the norm in front"))
    } else if let lead = discourse.lead {
      norm.bearers = lead.bearers
      norm.topic = lead.bearers.isEmpty ? lead.topic : nil
      norm.isImplicit = !lead.bearers.isEmpty
      norm.reasons.append(Reason(.bearers, "inherited from the words in front of the list"))
    } else if !isBan(operation), let inherited = inherited(action, front) {
      norm.bearers = inherited
      norm.isImplicit = true
      norm.reasons.append(Reason(.bearers, "inherited from earlier in the article"))
    }
  }

  /// Sets bearers that stand in this passage.
  private mutating func name(_ norm: inout Norm, _ parties: [ByteRange]) {
    norm.bearers = parties.map(passage.source)
    named = parties.map { Array(bytes[$0]) }
  }

  /// 禁止 and 严禁 forbid everybody where they name nobody.
  private func isBan(_ operation: Operator) -> Bool {
    bytes.ends(operation.trigger.range, with: "禁止")
      || bytes.ends(operation.trigger.range, with: "严禁")
  }

  /// The last party that bore a norm and is not itself spoken of in the action: 应当告知被告人.
  private func inherited(_ action: ByteRange, _ front: Front) -> [ByteRange]? {
    discourse.parties.last { party in
      !party.names.contains { bytes.find(Bytes($0), in: action) != nil }
    }?.ranges
  }

  /// 应当由甲审批: 甲.
  private func agent(_ action: ByteRange, _ operation: Operator) -> [ByteRange]? {
    guard bytes.has("由", at: action.lowerBound, before: action.upperBound) else { return nil }
    let stop = bytes.find("，", in: action) ?? action.upperBound
    guard let party = phrases.opening(action.lowerBound + 3..<stop, isGoverned: true) else {
      return nil
    }
    return Coordination(phrases, party).names
  }

  /// 禁止任何单位和个人…
  private func forbidden(_ operation: Operator, _ action: ByteRange) -> [ByteRange]? {
    guard isBan(operation),
      let party = phrases.opening(action), party.upperBound < action.upperBound
    else { return nil }
    return Coordination(phrases, party).names
  }

  private mutating func setSanctionParties(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment, _ previous: Operator?, _ before: Norm?
  ) {
    var violators: [ByteRange] = []
    if operation.head == nil, let (body, breacher) = finder(front) {
      norm.authorities = Coordination(phrases, body).names.map(passage.source)
      violators = Coordination(phrases, breacher).names.map(passage.source)
      norm.reasons.append(Reason(.authority, "who finds the breach"))
    } else if let opening = violator(front) {
      violators = Coordination(phrases, opening).names.map(passage.source)
      norm.reasons.append(Reason(.bearers, "the party that opens the antecedent"))
    }
    var targets =
      (operation.head?.target ?? front.target).map {
        Coordination(phrases, $0).names.map(passage.source)
      } ?? []
    targets += sanctions.targets(in: action).flatMap { Coordination(phrases, $0).names }.map(
      passage.source)
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
          norm.isImplicit = true
        }
      } else if !discourse.violators.isEmpty {
        violators = discourse.violators
        norm.isImplicit = true
      } else if let lead = discourse.lead, lead.isSanction, !lead.bearers.isEmpty {
        violators = lead.bearers
        norm.isImplicit = true
      }
    }
    norm.bearers = violators
    if !violators.isEmpty, !norm.isImplicit { discourse.violators = violators }
    if !violators.isEmpty { discourse.violation = segment.sentence }
    // 由甲给予赔偿: 甲 pays.
    if violators.isEmpty, suffers(action), let payer = operation.head?.authority {
      norm.bearers = Coordination(phrases, payer).names.map(passage.source)
    }
    for target in targets where !norm.bearers.contains(target) { norm.bearers.append(target) }
    setAuthority(&norm, operation, front, action, segment)
  }

  /// 法院发现代理人违反…的，应当责令…: who finds the breach, and whose it is.
  private func finder(_ front: Front) -> (body: ByteRange, breacher: ByteRange)? {
    guard let opening = front.opening else { return nil }
    let clause = front.clauses[opening.clause].words
    guard
      let verb = NormWords.clauses["finding"].word(
        bytes, at: opening.party.upperBound, before: clause.upperBound),
      let breacher = phrases.opening(
        opening.party.upperBound + verb.utf8.count..<clause.upperBound, isGoverned: true)
    else { return nil }
    return (opening.party, breacher)
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
    if let opening = front.opening { return opening.party }
    if let k = front.subjectClause, phrases.namesParty(front.clauses[k].words) {
      return front.clauses[k].words
    }
    for clause in front.clauses where clause.role == .antecedent || clause.role == .plain {
      if let party = phrases.opening(clause.words), party.upperBound < clause.range.upperBound {
        return party
      }
      if let thing = actingThing(clause.words) { return thing }
      // 属于国家工作人员的
      if bytes.has("属于", at: clause.words.lowerBound, before: clause.words.upperBound) {
        let name = clause.words.lowerBound + 6..<clause.words.upperBound - 3
        if !name.isEmpty, phrases.namesParty(name) { return name }
      }
    }
    return nil
  }

  /// 港口码头等场所|未采取…的: a thing that breaches.
  private func actingThing(_ words: ByteRange) -> ByteRange? {
    guard let breach = NormWords.clauses["breach-verb"].first(bytes, in: words),
      breach.at > words.lowerBound
    else { return nil }
    let name = words.lowerBound..<breach.at
    if phrases.opensRelative(at: name.lowerBound, before: name.upperBound) { return nil }
    return NormWords.acting.word(bytes, ending: name) != nil && scalarCount(bytes, name) <= 30
      ? name : nil
  }

  /// 有关部门应当责令: the subject of a modal imposes the sanction.
  private func isAuthority(_ party: ByteRange, _ action: ByteRange) -> Bool {
    !NormWords.clauses["suffer"].words.contains {
      bytes.has($0, at: action.lowerBound, before: action.upperBound)
    }
  }

  private func setAuthority(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment
  ) {
    if suffers(action) { return }
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
    NormWords.clauses["suffer"].word(bytes, at: action.lowerBound, before: action.upperBound) != nil
      || bytes.has("给予赔偿", at: action.lowerBound, before: action.upperBound)
      || bytes.has("予以赔偿", at: action.lowerBound, before: action.upperBound)
  }

  /// 由X inside a chain.
  private func authorities(in action: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var start = action.lowerBound
    while let at = bytes.find("，由", in: start..<action.upperBound)
      ?? bytes.find("并由", in: start..<action.upperBound)
    {
      start = at + 6
      let stop = bytes.find("，", in: start..<action.upperBound) ?? action.upperBound
      if let party = phrases.opening(start..<stop, isGoverned: true) { found.append(party) }
    }
    return found
  }

  // MARK: - Action

  private func action(of operation: Operator, _ segment: Segment, until: Int?) -> ByteRange {
    var start = operation.trigger.range.upperBound
    if operation.head != nil {
      start = sanctions.actionStart(
        operation.trigger.range, from: segment.clauses[operation.clause].range.lowerBound)
    }
    if operation.kind == .sanction, operation.head == nil {
      while bytes.has("依法", at: start, before: segment.range.upperBound) { start += 6 }
    }
    let limit = until ?? segment.range.upperBound
    var end = min(segment.clauses[operation.clause].range.upperBound, limit)
    for k in segment.clauses.indices.dropFirst(operation.clause + 1) {
      let clause = segment.clauses[k]
      guard clause.range.upperBound <= limit, continues(clause, operation) else { break }
      // 当…时，其报价…: what follows is said of something else.
      if clause.role == .moment, k + 1 < segment.clauses.count, operation.kind != .sanction,
        segment.clauses[k + 1].range.upperBound <= limit,
        hasOwnSubject(segment.clauses[k + 1], operation)
      {
        break
      }
      end = clause.range.upperBound
    }
    if until == nil, operation.kind == .duty, operation.clause + 1 < segment.clauses.count,
      bytes.has(
        "方可", at: segment.clauses[operation.clause + 1].words.lowerBound,
        before: segment.range.upperBound)
    {
      end = max(end, segment.clauses[operation.clause + 1].range.upperBound)
    }
    if end == segment.range.upperBound, segment.end == .colon, until == nil,
      scalarCount(bytes, start..<max(start, end)) <= 3
    {
      // 应当包括：…
      end = marksAfter(end)
    }
    return trimmedEnd(start..<max(start, end))
  }

  /// The end of the sentence or segment behind a colon.
  private func marksAfter(_ i: Int) -> Int {
    marks.first(
      [.stop, .semicolon], in: min(passage.range.upperBound, i + 3)..<passage.range.upperBound)?
      .range.lowerBound ?? passage.range.upperBound
  }

  private func trimmedEnd(_ range: ByteRange) -> ByteRange {
    var range = trimmed(bytes, range)
    for _ in 0..<3 where bytes.ends(range, with: "，") || bytes.ends(range, with: "、") {
      range = range.lowerBound..<range.upperBound - 3
    }
    return range
  }

  /// Whether a clause goes on with what the trigger governs.
  private func continues(_ clause: Clause, _ operation: Operator) -> Bool {
    if NormWords.contrasts.word(bytes, at: clause.range.lowerBound, before: clause.range.upperBound)
      != nil
    {
      return false
    }
    switch clause.role {
    case .exclusion, .antecedent: return false
    case .basis, .moment, .plain: break
    }
    if operation.kind == .sanction { return true }
    return !hasOwnSubject(clause, operation)
  }

  private func hasOwnSubject(_ clause: Clause, _ operation: Operator) -> Bool {
    let words = clause.words
    if bytes.has("由", at: words.lowerBound, before: words.upperBound) {
      return operation.kind != .duty
    }
    // 并, 或者: the subject is shared.
    if words.lowerBound > clause.range.lowerBound { return false }
    // 以…日期，为送达日期
    if bytes.has("以", at: words.lowerBound, before: words.upperBound),
      bytes.has("为", at: words.upperBound + 3, before: passage.range.upperBound)
    {
      return true
    }
    if let by = bytes.find("由", in: words), scalarCount(bytes, words.lowerBound..<by) <= 12,
      !phrases.opensPredicate(at: words.lowerBound, before: words.upperBound),
      !bytes.ends(words.lowerBound..<by, with: "理")
    {
      return true
    }
    if NormWords.clauses["own-subject"].word(
      bytes, at: clause.words.lowerBound, before: clause.words.upperBound) != nil
    {
      return true
    }
    guard let party = phrases.opening(clause.words), party.upperBound < clause.words.upperBound
    else { return false }
    return scalarCount(bytes, party) <= 14
      && !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound)
  }

  // MARK: - Exception

  private func setException(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment, _ following: Segment?
  ) {
    if let exclusion = front.exclusion {
      norm.exception = passage.source(exclusion)
      norm.reasons.append(Reason(.exception, "除…外 in front of the trigger"))
      return
    }
    // ，但…: up to the segment's end.
    let behind = segment.clauses.first {
      $0.range.lowerBound >= action.upperBound
    }
    if let behind {
      let isContrast =
        NormWords.contrasts.word(
          bytes, at: behind.range.lowerBound, before: behind.range.upperBound)
        != nil
      if isContrast || behind.role == .exclusion {
        norm.exception = passage.source(behind.range.lowerBound..<segment.range.upperBound)
        norm.reasons.append(Reason(.exception, "但 behind the action"))
      }
      return
    }
    // ；但是… or 。…除外。
    guard let following, let first = following.clauses.first else { return }
    let isContrast =
      NormWords.contrasts.word(bytes, at: first.range.lowerBound, before: first.range.upperBound)
      != nil
    if isContrast || (following.clauses.last?.role == .exclusion && following.clauses.count <= 2) {
      norm.exception = passage.source(following.range)
      norm.reasons.append(Reason(.exception, "但 or 除外 behind the action"))
    }
  }

  // MARK: - Memory

  private mutating func remember(
    _ norm: Norm, _ operation: Operator, _ front: Front, _ segment: Segment
  ) {
    if let condition = norm.condition {
      if discourse.condition?.range != condition {
        discourse.conditionLeads =
          front.opening == nil && front.clauseTopic == nil && front.subjectClause == nil
          && front.condition != nil
      }
      discourse.condition = (condition, segment.sentence)
      if discourse.firstCondition?.sentence != segment.sentence {
        discourse.firstCondition = discourse.condition
      }
    }
    if norm.kind == .sanction {
      if !norm.authorities.isEmpty {
        discourse.authorities = norm.authorities
        discourse.imposing = segment.sentence
      }
      discourse.tellsBreach = true
    } else if !norm.bearers.isEmpty, !norm.isImplicit {
      discourse.remember(
        norm.bearers, names: named)
    }
  }
}
