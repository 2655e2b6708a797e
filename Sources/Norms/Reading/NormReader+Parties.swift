// Who bears a norm that is no sanction, or what it is about.

import HanText
import Legislation

extension NormReader {
  private static let holdings = NormWords.clauses["holding"]
  private static let rights = NormWords.clauses["by-right"]

  mutating func setParties(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment, _ previous: Operator?, _ before: Norm?
  ) {
    if operation.kind == .competence, front.subject.party == nil, let body = founded(front) {
      name(&norm, [body])
      norm.reasons.append(Reason(.bearers, "the body set up in the clause in front"))
    } else if let by = agent(action, operation) {
      name(&norm, by)
      norm.reasons.append(Reason(.bearers, "由 behind the trigger"))
    } else if operation.kind == .prohibition, let forbidden = forbidden(operation, action) {
      name(&norm, forbidden)
      norm.reasons.append(Reason(.bearers, "whom 禁止 forbids"))
    } else if let party = front.subject.party, isHandled(action) {
      norm.topic = passage.source(party)
      norm.reasons.append(Reason(.topic, "what others are to handle: 由 behind the trigger"))
    } else if let party = front.subject.party
      ?? front.subjectClause.flatMap({ k in
        phrases.namesWhole(front.clauses[k].words) ? front.clauses[k].words : nil
      })
    {
      let parts = Coordination(phrases, party)
      name(
        &norm, parts.names + front.moreSubjects.flatMap { Coordination(phrases, $0).names })
      if let clause = parts.sharedClause, norm.condition == nil {
        norm.condition = passage.source(clause)
      }
      norm.reasons.append(Reason(.bearers, "the subject of the trigger's clause"))
    } else if let topic = front.subject.topic
      ?? front.subjectClause.map({ front.clauses[$0].words }) ?? front.clauseTopic
    {
      norm.topic = passage.source(topic)
      norm.reasons.append(Reason(.topic, "a thing is the subject"))
    } else if let lead = discourse.lead, !lead.isSanction, !lead.bearers.isEmpty {
      norm.bearers = lead.bearers
      norm.isImplicit = true
      norm.reasons.append(Reason(.bearers, "inherited from the words in front of the list"))
    } else if isFinding(action) {
      // 原告提供姓名的，可以认定为有明确的被告: what the court finds.
      norm.reasons.append(Reason(.bearers, "none: what is found binds nobody named"))
    } else if let opening = front.opening, !isSentTo(opening.party, action) {
      name(&norm, Coordination(phrases, opening.party).names)
      norm.reasons.append(Reason(.bearers, "the party that opens the condition"))
    } else if let agent = front.agent {
      name(&norm, Coordination(phrases, agent).names)
      norm.reasons.append(Reason(.bearers, "who acts in the clause in front"))
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
    } else if let before, before.topic != nil, before.bearers.isEmpty,
      discourse.lastSentence == segment.sentence
    {
      // 管网应当按照规划建设；未达标的，应当改造: more of the thing.
      norm.reasons.append(Reason(.bearers, "none: more is said of a thing"))
    } else if let before, !before.bearers.isEmpty, discourse.lastSentence == segment.sentence,
      before.kind != .sanction, front.condition == nil
    {
      // 任何单位不得停放；不得设置…
      norm.bearers = before.bearers
      norm.isImplicit = true
      norm.reasons.append(Reason(.bearers, "shared with the norm in front of the semicolon"))
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

  /// 市政府设立委员会，负责…: the body that is set up is in charge.
  private func founded(_ front: Front) -> ByteRange? {
    guard let clause = front.clauses.last,
      let verb = NormWords.founding.first(bytes, in: clause.words)
    else { return nil }
    let body = verb.at + verb.word.utf8.count..<clause.words.upperBound
    return !body.isEmpty && phrases.namesParty(body) ? body : nil
  }

  /// 禁止 and 严禁 forbid everybody where they name nobody.
  private func isBan(_ operation: Operator) -> Bool {
    bytes.ends(operation.trigger.range, with: "禁止")
      || bytes.ends(operation.trigger.range, with: "严禁")
  }

  /// The last party that bore a norm and is not itself spoken of in the action: 应当告知被告人.
  private func inherited(_ action: ByteRange, _ front: Front) -> [ByteRange]? {
    let parties = discourse.parties + (discourse.speaker.map { [$0] } ?? [])
    return parties.last { party in
      !party.names.contains { isAddressed($0, action) }
    }?.ranges
  }

  /// 认定为…
  private func isFinding(_ action: ByteRange) -> Bool {
    Self.holdings.word(bytes, at: action.lowerBound, before: action.upperBound) != nil
  }

  /// 当事人要求…的，可以制作判决书送达当事人: the party of the condition gets what another does.
  private func isSentTo(_ party: ByteRange, _ action: ByteRange) -> Bool {
    Coordination(phrases, party).names.contains { isAddressed(Array(bytes[$0]), action) }
  }

  /// Whether an action is done to a party: 告知被告人.
  private func isAddressed(_ name: [UInt8], _ action: ByteRange) -> Bool {
    guard let at = bytes.find(name, in: action),
      NormWords.addressing.word(bytes, ending: action.lowerBound..<at) != nil,
      // 提交|代理人的证明
      !bytes.ends(action.lowerBound..<at, with: "提交"),
      !bytes.has("的", at: at + name.count, before: action.upperBound)
    else { return false }
    // 向村民|委员会: another's name.
    let whole = phrases.opening(at..<action.upperBound, isGoverned: true)
    return whole.map { $0.count == name.count } ?? true
  }

  /// 应当由甲审批: 甲.
  private func agent(_ action: ByteRange, _ operation: Operator) -> [ByteRange]? {
    var action = action
    // 可以根据请求，由主管部门调解: by which right stands in front.
    if Self.rights.word(bytes, at: action.lowerBound, before: action.upperBound) != nil,
      let comma = bytes.find("，", in: action),
      // 按照标准，由机构认证合格后，…: that only says when.
      NormWords.moments.word(
        bytes,
        ending: comma..<(bytes.find("，", in: comma + 3..<action.upperBound) ?? action.upperBound))
        == nil
    {
      action = comma + 3..<action.upperBound
    }
    guard bytes.has("由", at: action.lowerBound, before: action.upperBound) else { return nil }
    let stop = bytes.find("，", in: action) ?? action.upperBound
    var parties: [ByteRange] = []
    var start = action.lowerBound + 3
    // 由甲或者由乙主持
    for _ in 0..<4 {
      guard let party = phrases.opening(start..<stop, isGoverned: true) else { break }
      parties.append(party)
      guard let joint = NormWords.joints.word(bytes, at: party.upperBound, before: stop),
        bytes.has("由", at: party.upperBound + joint.utf8.count, before: stop)
      else { break }
      start = party.upperBound + joint.utf8.count + 3
    }
    return parties.isEmpty ? nil : parties.flatMap { Coordination(phrases, $0).names }
  }

  /// 会议可以分别由两个组召开: the subject is what somebody else acts on.
  private func isHandled(_ action: ByteRange) -> Bool {
    bytes.has("由", at: action.lowerBound, before: action.upperBound)
      || bytes.has("分别由", at: action.lowerBound, before: action.upperBound)
  }

  /// 禁止任何单位和个人…
  private func forbidden(_ operation: Operator, _ action: ByteRange) -> [ByteRange]? {
    guard isBan(operation),
      let party = phrases.opening(action), party.upperBound < action.upperBound
    else { return nil }
    return Coordination(phrases, party).names
  }
}
