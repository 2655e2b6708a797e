// What a clause in front of a trigger does: it tells when, or stands aside, or makes a statement of its own.

import HanText
import Legislation

extension NormReader {
  private static let rights = NormWords.clauses["by-right"]
  private static let besides = NormWords.clauses["beside"]
  private static let forClauses = NormWords.clauses["for-clause"]
  private static let nobody = NormWords.clauses["nobody"]
  private static let ruling = NormWords.clauses["ruling"]
  private static let enacting = NormWords.clauses["enact"]

  /// 除当事人达成协议，或者申请人撤回申请外: an exception with commas in it.
  func longExclusion(
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
  func tellsAct(_ words: ByteRange) -> Bool {
    guard let verb = Self.enacting.last(bytes, in: words) else { return false }
    return bytes.find("的", in: verb.at + verb.word.utf8.count..<words.upperBound) == nil
      || bytes.ends(words, with: "的")
  }

  /// Whether a clause tells how to behave, or what is encouraged, and so says nothing of when.
  func isBeside(_ clause: Clause) -> Bool {
    Self.besides.word(bytes, at: clause.words.lowerBound, before: clause.words.upperBound) != nil
      || bytes.ends(clause.words, with: "法律保护")
  }

  /// 军人的合法权益受到侵害的，有权…: whose rights are told of.
  func rightHolder(_ words: ByteRange) -> ByteRange? {
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
    if bytes.ends(words, with: "的") || bytes.ends(words, with: "变化"),
      let thing = NormWords.belongings.first(bytes, in: words)
    {
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
  func isStatement(_ clause: Clause, _ k: Int, _ front: Front) -> Bool {
    let words = clause.words
    if bytes.has("国家", at: words.lowerBound, before: words.upperBound) {
      return !phrases.namesParty(words)
    }
    return !phrases.opensPredicate(at: words.lowerBound, before: words.upperBound)
      && phrases.opening(words) == nil && words == clause.range
      && NormWords.moments.word(bytes, ending: words) == nil
      && (subjects.hasHeadBehindOf(words) || subjects.endsLikeThing(words))
  }

  /// 对坚持原则，敢于斗争的; 通过拍卖承包土地，经登记的: the first part of an antecedent.
  func leadsAntecedent(_ k: Int, _ front: Front) -> Bool {
    guard k + 1 < front.clauses.count, front.clauses[k + 1].role == .antecedent else {
      return false
    }
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
  func opensWithParty(_ clause: Clause) -> Bool {
    guard let party = phrases.opening(clause.words), party.upperBound < clause.words.upperBound
    else { return false }
    return bytes.find("的", in: party) != nil
  }

  /// 经负责人批准: who consents bears nothing.
  func isConsent(_ clause: Clause) -> Bool {
    clause.role == .moment
      && bytes.has("经", at: clause.words.lowerBound, before: clause.words.upperBound)
  }

  /// Whether the words behind a party are more than whom they concern or what they rest on.
  func tellsWhen(_ words: ByteRange) -> Bool {
    guard NormWords.moments.word(bytes, ending: words) == nil, !bytes.ends(words, with: "的") else {
      return true
    }
    if bytes.has("对", at: words.lowerBound, before: words.upperBound) {
      return bytes.find("进行", in: words) != nil || !subjects.hasHeadBehindOf(words)
    }
    return Self.rights.word(bytes, at: words.lowerBound, before: words.upperBound) == nil
  }

  /// 维护费|专项用于保养, 沿海滩涂|未经批准: a thing with a predicate of its own.
  func thing(
    opening words: ByteRange
  ) -> (topic: ByteRange, condition: ByteRange)? {
    guard !phrases.opensRelative(at: words.lowerBound, before: words.upperBound),
      !subjects.opensAct(words), let cut = subjects.thingEnd(words)
    else { return nil }
    return (words.lowerBound..<cut, cut..<words.upperBound)
  }

  /// Clauses in front that are no condition: 由甲部门批评教育, 对责任人员.
  func readsAside(_ clause: Clause, _ front: inout Front) -> Bool {
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
  func endsAside(_ k: Int, _ front: Front) -> Bool {
    guard k > 0, subjects.hasHeadBehindOf(front.clauses[k].words) else { return false }
    let before = front.clauses[k - 1].words
    return bytes.has("对", at: before.lowerBound, before: before.upperBound)
      && bytes.find("的", in: before) == nil && !phrases.namesParty(before)
  }

  /// 国家规定须经批准的: the state bears nothing by its rules.
  func isRuling(_ party: ByteRange, _ words: ByteRange) -> Bool {
    Self.nobody.isWord(bytes, party)
      && Self.ruling.word(bytes, at: party.upperBound, before: words.upperBound) != nil
  }

  /// 死亡, 无法通知: what happens to a party that is not the norm's.
  func isPassive(_ predicate: ByteRange) -> Bool {
    NormWords.passives.word(
      bytes, at: predicate.lowerBound, before: predicate.upperBound) != nil
  }
}
