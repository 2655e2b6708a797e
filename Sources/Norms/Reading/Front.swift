// What stands in front of a trigger: conditions, subjects, exceptions, and words aside.

import HanText
import Legislation

/// What stands in front of a trigger, from where its own words begin.
struct Front {
  /// The clauses in front of the trigger's.
  var clauses: [Clause]
  /// The subject in the trigger's own clause.
  var subject: Subject
  /// A subject that is a clause by itself: 人员，应当….
  var subjectClause: Int?
  /// The parties that are the clauses right behind that one: 机关，单位，应当….
  var moreSubjects: [ByteRange] = []
  /// 证书由主管部门颁发，颁发前应当…: who acts in a clause in front.
  var agent: ByteRange?
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

  /// How many clauses in front of a trigger are read at most.
  private static let reach = 64

  /// The first clause that is read in front of a clause.
  static func first(of clause: Int) -> Int { max(0, clause - reach) }
}

extension NormReader {
  private static let rights = NormWords.clauses["by-right"]
  private static let policies = NormWords.clauses["policy"]
  private static let besides = NormWords.clauses["beside"]
  private static let plainThings = NormWords.clauses["plain-thing"]
  private static let forClauses = NormWords.clauses["for-clause"]
  private static let forVerbs = NormWords.clauses["for-verb"]
  private static let nobody = NormWords.clauses["nobody"]
  private static let ruling = NormWords.clauses["ruling"]
  private static let enacting = NormWords.clauses["enact"]

  func front(of operation: Operator, _ segment: Segment) -> Front {
    let own = segment.clauses[operation.clause]
    let start = max(own.words.lowerBound, operation.zone)
    let trigger = operation.trigger.range
    var words = window(bytes, before: trigger.lowerBound, from: min(start, trigger.lowerBound))
    if start < trigger.lowerBound { words = Clause.skipConnectives(bytes, words) }
    var subject = Subject.none
    if operation.head == nil, operation.zone < trigger.lowerBound {
      subject = subjects.subject(in: words)
    }
    let clauses = Array(
      segment.clauses[Front.first(of: operation.clause)..<operation.clause]
        .filter { $0.range.lowerBound >= operation.zone })
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
    var excluded = 0..<0
    for (k, clause) in front.clauses.enumerated() where !excluded.contains(k) {
      if let exclusion = longExclusion(from: k, front.clauses) {
        front.exclusion = exclusion.words
        excluded = exclusion.clauses
        continue
      }
      if clause.words.isEmpty {
        // 但是，…: what stands in front is another statement.
        if NormWords.contrasts.isWord(bytes, clause.range) {
          (first, last, isContrast) = (nil, nil, true)
        }
        continue
      }
      // …，但甲认为有必要时，可以…: what stands in front is another statement.
      if clause.role == .moment, clause.words != clause.range,
        NormWords.contrasts.word(
          bytes, at: clause.range.lowerBound, before: clause.range.upperBound) != nil
      {
        (first, last, isContrast) = (nil, nil, true)
      }
      switch clause.role {
      case .exclusion: front.exclusion = clause.words
      case .antecedent:
        first = first ?? k
        last = k
      case .basis, .moment, .plain:
        if !leadsAntecedent(k, front), readsAside(clause, &front) || endsAside(k, front) { continue }
        if let party = front.subject.party, k == front.clauses.count - 1,
          clause.words == clause.range, phrases.namesParty(clause.words),
          !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
          phrases.opening(clause.words).map({ $0 == clause.words }) ?? true
        {
          front.subject.party = clause.words.lowerBound..<party.upperBound
          continue
        }
        // 采购货物的机关，承担工程的单位，应当…: parties with a comma between.
        if let first = front.subjectClause, first + front.moreSubjects.count == k - 1,
          clause.role == .plain, clause.words == clause.range,
          phrases.namesParty(front.clauses[first].words), phrases.namesParty(clause.words),
          phrases.opening(clause.words).map({ $0 == clause.words }) ?? true
        {
          let isMore = bytes.has("以及", at: clause.words.lowerBound, before: clause.words.upperBound)
          front.moreSubjects.append(
            clause.words.lowerBound + (isMore ? 6 : 0)..<clause.words.upperBound)
          continue
        }
        if !hasSubject, front.subjectClause == nil, isSubjectClause(clause, k, front) {
          front.subjectClause = k
          continue
        }
        if clause.role == .basis, !opensWithParty(clause), !leadsAntecedent(k, front) { continue }
        // 高级职称由省级机关评定，评定前应当…: who acts, and no condition.
        if clause.role == .plain, clause.words == clause.range,
          let agent = subjects.agent(in: clause.words)
        {
          if !hasSubject { front.agent = agent }
          continue
        }
        if clause.role == .plain, let party = copulaSubject(clause) {
          if !hasSubject { front.opening = (party, k) }
          continue
        }
        if isContrast, clause.role == .plain { continue }
        // 文明乘车，主动让座，不得…; 鼓励企业委托专家，专家应当…: what is told beside the norm.
        if clause.role == .plain, isBeside(clause) {
          (first, last) = (nil, nil)
          continue
        }
        // 范围明确的设施，主管机关可以…; 国家鼓励设立基金，任何单位不得…: what is spoken of, no condition.
        if hasSubject, clause.role == .plain, first == nil, isStatement(clause, k, front) {
          isContrast = true
          continue
        }
        // …的，收养关系无效，由…: a statement behind the antecedent.
        if clause.role == .plain, let last, front.clauses[last].role == .antecedent,
          !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
          phrases.opening(clause.words) == nil
        {
          continue
        }
        first = first ?? k
        last = k
      }
    }
    guard let first, let last else { return }
    front.condition =
      front.clauses[first].words.lowerBound..<front.clauses[last].range.upperBound
    guard !hasSubject, front.subjectClause == nil, front.opening == nil else { return }
    for k in stride(from: last, through: first, by: -1) {
      guard front.clauses[k].role != .basis || opensWithParty(front.clauses[k]), front.clauses[k].role != .exclusion,
        !isConsent(front.clauses[k]), let party = phrases.opening(front.clauses[k].words),
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
      guard !isPassive(party.upperBound..<front.clauses[k].range.upperBound),
        // 国家尚未规定的: the state bears no norm of what is not.
        front.clauses[k].role != .antecedent || !Self.nobody.isWord(bytes, party),
        !isRuling(party, front.clauses[k].words)
      else { continue }
      front.opening = (party, k)
      if k == first {
        let rest = party.upperBound..<front.clauses[k].range.upperBound
        front.condition = party.upperBound..<front.clauses[last].range.upperBound
        // 甲对申请材料，应当…; 甲根据实际情况，可以…: to what it applies, by which right.
        if front.clauses[k].role == .plain, !tellsWhen(rest) {
          front.condition =
            first == last
            ? nil
            : bytes.has("对", at: rest.lowerBound, before: rest.upperBound)
              && front.clauses[k + 1].role == .antecedent
            ? party.upperBound..<front.clauses[last].range.upperBound
            : front.clauses[k + 1].words.lowerBound..<front.clauses[last].range.upperBound
        }
      }
      return
    }
    if let holder = rightHolder(front.clauses[first].words) {
      front.opening = (holder, first)
      return
    }
    if first == last, front.clauses[last].role == .plain || front.clauses[last].role == .moment,
      let parts = thing(opening: front.clauses[last].words)
    {
      front.clauseTopic = parts.topic
      front.condition = parts.condition
    }
  }

  /// 除当事人达成协议，或者申请人撤回申请外: an exception with commas in it.
  private func longExclusion(
    from k: Int, _ clauses: [Clause]
  ) -> (words: ByteRange, clauses: Range<Int>)? {
    let first = clauses[k].words
    guard clauses[k].role != .exclusion,
      NormWords.exclusions.word(bytes, at: first.lowerBound, before: first.upperBound) != nil,
      phrases.nameLength(at: first.lowerBound, before: first.upperBound) == nil,
      let last = clauses[k...].firstIndex(where: {
        NormWords.exclusionEnds.word(bytes, ending: $0.words) != nil
      })
    else { return nil }
    return (first.lowerBound..<clauses[last].words.upperBound, k..<last + 1)
  }

  /// 对违法行为实施处罚, not 对处罚提出的意见: whether words that open with 对 have a verb of their own.
  private func tellsAct(_ words: ByteRange) -> Bool {
    guard let verb = Self.enacting.last(bytes, in: words) else { return false }
    return bytes.find("的", in: verb.at + verb.word.utf8.count..<words.upperBound) == nil
      || bytes.ends(words, with: "的")
  }

  /// Whether a clause tells how to behave, or what is encouraged, and so says nothing of when.
  private func isBeside(_ clause: Clause) -> Bool {
    Self.besides.word(bytes, at: clause.words.lowerBound, before: clause.words.upperBound) != nil
      || bytes.ends(clause.words, with: "法律保护")
  }

  /// 军人的合法权益受到侵害的，有权…: whose rights are told of.
  private func rightHolder(_ words: ByteRange) -> ByteRange? {
    if let owner = owner(words) { return owner }
    guard let rights = bytes.find("合法权益", in: words) else { return nil }
    var name = words.lowerBound..<rights
    if bytes.ends(name, with: "的") { name = name.lowerBound..<name.upperBound - 3 }
    return !name.isEmpty && phrases.namesParty(name)
      && !phrases.opensPredicate(at: name.lowerBound, before: name.upperBound) ? name : nil
  }

  /// 企业|名称变更的, 企业制定的标准|不符合…的: whose the thing is that the antecedent tells of.
  func owner(_ words: ByteRange, isBreach: Bool = false) -> ByteRange? {
    if phrases.opensPredicate(at: words.lowerBound, before: words.upperBound),
      bytes.find("的", in: words).map({ $0 + 3 >= words.upperBound }) ?? true
    {
      return nil
    }
    if bytes.ends(words, with: "的") || bytes.ends(words, with: "变化"), let thing = NormWords.belongings.first(bytes, in: words) {
      var name = words.lowerBound..<thing.at
      if bytes.ends(name, with: "的") { name = name.lowerBound..<name.upperBound - 3 }
      if !name.isEmpty, phrases.namesParty(name), phrases.opening(name) == name { return name }
    }
    guard bytes.ends(words, with: "的"), let of = bytes.find("的", in: words),
      of + 3 < words.upperBound,
      let fault = NormWords.faults.first(bytes, in: of + 3..<words.upperBound), fault.at > of + 3,
      !phrases.namesParty(of + 3..<fault.at)
    else { return nil }
    // 企业制定的标准不符合…的; 单位的活动违反…的, where it is a breach.
    let verb = NormWords.attributives.word(bytes, ending: words.lowerBound..<of)
    guard verb != nil || isBreach else { return nil }
    let name = words.lowerBound..<of - (verb?.utf8.count ?? 0)
    return !name.isEmpty && phrases.namesParty(name)
      && !phrases.opensPredicate(at: name.lowerBound, before: name.upperBound) ? name : nil
  }

  /// Whether a clause in front of one with a subject of its own only names a thing or tells of the state.
  private func isStatement(_ clause: Clause, _ k: Int, _ front: Front) -> Bool {
    let words = clause.words
    if bytes.has("国家", at: words.lowerBound, before: words.upperBound) {
      return Self.policies.word(bytes, at: words.lowerBound + 6, before: words.upperBound) != nil
    }
    return !phrases.opensPredicate(at: words.lowerBound, before: words.upperBound)
      && phrases.opening(words) == nil && words == clause.range
      && NormWords.moments.word(bytes, ending: words) == nil
      && (subjects.hasHeadBehindOf(words) || subjects.endsLikeThing(words))
  }

  /// 对坚持原则，敢于斗争的; 通过拍卖承包土地，经登记的: the first part of an antecedent.
  private func leadsAntecedent(_ k: Int, _ front: Front) -> Bool {
    guard k + 1 < front.clauses.count, front.clauses[k + 1].role == .antecedent else { return false }
    let (words, next) = (front.clauses[k].words, front.clauses[k + 1].words)
    guard phrases.opensPredicate(at: next.lowerBound, before: next.upperBound),
      !phrases.namesParty(words)
    else { return false }
    if front.clauses[k].role == .basis {
      return Self.forClauses.word(bytes, at: words.lowerBound, before: words.upperBound) != nil
    }
    return bytes.has("对", at: words.lowerBound, before: words.upperBound)
      && !subjects.endsLikeThing(words) && !subjects.isAct(words)
  }

  /// 持…证的人|申请…: a basis in the relative clause of a party.
  private func opensWithParty(_ clause: Clause) -> Bool {
    guard let party = phrases.opening(clause.words), party.upperBound < clause.words.upperBound
    else { return false }
    return bytes.find("的", in: party) != nil
  }

  /// 经负责人批准: who consents bears nothing.
  private func isConsent(_ clause: Clause) -> Bool {
    clause.role == .moment
      && bytes.has("经", at: clause.words.lowerBound, before: clause.words.upperBound)
  }

  /// Whether the words behind a party are more than whom they concern or what they rest on.
  private func tellsWhen(_ words: ByteRange) -> Bool {
    guard NormWords.moments.word(bytes, ending: words) == nil, !bytes.ends(words, with: "的") else {
      return true
    }
    if bytes.has("对", at: words.lowerBound, before: words.upperBound) {
      return bytes.find("进行", in: words) != nil || !subjects.hasHeadBehindOf(words)
    }
    return Self.rights.word(bytes, at: words.lowerBound, before: words.upperBound) == nil
  }

  /// 维护费|专项用于保养, 沿海滩涂|未经批准: a thing with a predicate of its own.
  private func thing(
    opening words: ByteRange
  ) -> (topic: ByteRange, condition: ByteRange)? {
    guard !phrases.opensRelative(at: words.lowerBound, before: words.upperBound),
      !subjects.opensAct(words), let cut = subjects.thingEnd(words)
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
      NormWords.moments.word(bytes, ending: words) == nil,
      // 对条款进行修改，一并提出的: what is done, not to whom the norm applies.
      !tellsAct(words), front.subject.party != nil || !subjects.isAct(words)
    {
      let start =
        bytes.has("对于", at: words.lowerBound, before: words.upperBound)
        ? words.lowerBound + 6 : words.lowerBound + 3
      if phrases.namesParty(start..<words.upperBound) { front.target = start..<words.upperBound }
      return true
    }
    return false
  }

  /// 对查清事实，确认无罪的案件: the clause in front opened with 对 and has its noun here.
  private func endsAside(_ k: Int, _ front: Front) -> Bool {
    guard k > 0, subjects.hasHeadBehindOf(front.clauses[k].words) else { return false }
    let before = front.clauses[k - 1].words
    return bytes.has("对", at: before.lowerBound, before: before.upperBound)
      && bytes.find("的", in: before) == nil && !phrases.namesParty(before)
  }

  /// 甲是…的主体: who the clause is about; it says nothing of when.
  private func copulaSubject(_ clause: Clause) -> ByteRange? {
    guard let party = phrases.opening(clause.words),
      NormWords.copulas.word(
        bytes, at: party.upperBound, before: clause.words.upperBound) != nil
    else { return nil }
    // 为用户提供服务: a preposition.
    if bytes.has("为", at: party.upperBound, before: clause.words.upperBound),
      let verb = Self.forVerbs.last(bytes, in: party.upperBound..<clause.words.upperBound),
      bytes.find("的", in: verb.at..<clause.words.upperBound) == nil
    {
      return nil
    }
    return party
  }

  /// 国家规定须经批准的: the state bears nothing by its rules.
  private func isRuling(_ party: ByteRange, _ words: ByteRange) -> Bool {
    Self.nobody.isWord(bytes, party)
      && Self.ruling.word(bytes, at: party.upperBound, before: words.upperBound) != nil
  }

  /// 死亡, 无法通知: what happens to a party that is not the norm's.
  private func isPassive(_ predicate: ByteRange) -> Bool {
    NormWords.passives.word(
      bytes, at: predicate.lowerBound, before: predicate.upperBound) != nil
  }

  /// 提供服务的网站发布的广告: what a party with a clause of its own has made.
  private func isMade(_ words: ByteRange) -> Bool {
    guard let of = subjects.lastOf(words),
      let verb = NormWords.attributives.word(bytes, ending: words.lowerBound..<of)
    else { return false }
    let maker = words.lowerBound..<of - verb.utf8.count
    return bytes.find("的", in: maker) != nil && phrases.namesParty(maker)
  }

  /// 对送诊的患者, 接到送诊的患者: whether the noun at the end of a predicate is its object.
  private func takesObject(_ predicate: ByteRange) -> Bool {
    if phrases.isGoverning(at: predicate.lowerBound, before: predicate.upperBound) { return true }
    guard
      let verb = NormWords.taking.word(
        bytes, at: predicate.lowerBound, before: predicate.upperBound)
    else { return false }
    return !bytes.has("的", at: predicate.lowerBound + verb.utf8.count, before: predicate.upperBound)
  }

  /// Whether a clause is a noun phrase that the trigger's clause is about.
  private func isSubjectClause(_ clause: Clause, _ k: Int, _ front: Front) -> Bool {
    // 国家对…的出口，以及…的出口: more of the clause in front.
    if k > 0, bytes.has("以及", at: clause.range.lowerBound, before: clause.range.upperBound) {
      return false
    }
    if k == 0, front.clauses.count > 1, scalarCount(bytes, clause.words) <= 12,
      !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
      phrases.opening(clause.words) == nil, clause.role == .plain,
      NormWords.caseOpeners.word(
        bytes, at: front.clauses[1].words.lowerBound, before: front.clauses[1].words.upperBound)
        != nil
    {
      return true
    }
    if subjects.isAct(clause.words) { return true }
    let opens = phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound)
    // 前条规定的场所，具备下列条件的，可以…
    if k == 0, !opens, front.clauses.count > 1, front.clauses[1].role == .antecedent,
      clause.role == .plain, phrases.opening(clause.words) == nil,
      subjects.hasHeadBehindOf(clause.words) || subjects.endsLikeThing(clause.words),
      phrases.opensPredicate(
        at: front.clauses[1].words.lowerBound, before: front.clauses[1].words.upperBound)
    {
      return true
    }
    if phrases.namesWhole(clause.words),
      !phrases.isGoverning(at: clause.words.lowerBound, before: clause.words.upperBound)
        || bytes.has("以", at: clause.words.lowerBound, before: clause.words.upperBound)
    {
      if copulaSubject(clause) != nil { return false }
      if opens, bytes.find("的", in: clause.words) == nil { return false }
      // 携带他人的物品进入医院: a place.
      if opens, let of = subjects.lastOf(clause.words),
        NormWords.placeVerbs.first(bytes, in: of..<clause.words.upperBound) != nil
      {
        return false
      }
      guard let opening = phrases.opening(clause.words), opening != clause.words else { return true }
      return bytes.find("的", in: opening.upperBound..<clause.words.upperBound) != nil
        && !takesObject(opening.upperBound..<clause.words.upperBound)
    }
    // 规划确定的绿地，在规划期限内，应当…: only when the norm holds stands between.
    guard
      !front.clauses[(k + 1)...].contains(where: {
        $0.role != .exclusion && ($0.role != .moment || phrases.opening($0.words) != nil)
      }),
      // 以欺骗手段取得的许可证
      !phrases.isGoverning(at: clause.words.lowerBound, before: clause.words.upperBound)
        || bytes.has("以", at: clause.words.lowerBound, before: clause.words.upperBound),
      NormWords.moments.word(bytes, ending: clause.words) == nil
        || bytes.ends(clause.words, with: "的案件")
          && !bytes.has("属于", at: clause.words.lowerBound, before: clause.words.upperBound)
    else { return false }
    if bytes.ends(clause.words, with: "等") { return phrases.opening(clause.words) == nil }
    if !opens, bytes.find("的", in: clause.words) == nil {
      guard let party = phrases.opening(clause.words) else {
        return subjects.endsLikeThing(clause.words)
      }
      if subjects.isThing(party.upperBound..<clause.words.upperBound),
        Self.plainThings.word(bytes, ending: clause.words) != nil
      {
        return true
      }
    }
    guard clause.words == clause.range, subjects.hasHeadBehindOf(clause.words) else { return false }
    if bytes.ends(clause.words, with: "的行为") { return true }
    guard let party = phrases.opening(clause.words) else {
      return !opens || subjects.isRelativeOf(clause.words) || isMade(clause.words)
        // 在水上当场收缴的罚款, 通过上述途径取得的资料
        || bytes.has("通过", at: clause.words.lowerBound, before: clause.words.upperBound)
        || NormWords.asides.word(
          bytes, at: clause.words.lowerBound, before: clause.words.upperBound) != nil
        || bytes.has("以", at: clause.words.lowerBound, before: clause.words.upperBound)
    }
    // 执法人员当场收缴的罚款
    if subjects.isGiven(party.upperBound..<clause.words.upperBound) { return true }
    if takesObject(party.upperBound..<clause.words.upperBound) { return false }
    if let of = bytes.find("的", in: party.upperBound..<clause.words.upperBound),
      scalarCount(bytes, party.upperBound..<of) <= 4,
      NormWords.verbs.word(bytes, ending: party.upperBound..<of) != nil
    {
      return true
    }
    // 任何单位使用的装置, not 单位作出涉及安全的决策.
    guard
      let verb = NormWords.attributives.word(
        bytes, at: party.upperBound, before: clause.words.upperBound),
      let of = bytes.find("的", in: party.upperBound..<clause.words.upperBound)
    else { return false }
    return of <= party.upperBound + verb.utf8.count + 6
  }
}
