// Whether a modal governs the clause it stands in, or only a noun or an object of it.

import HanText
import Legislation

/// Decides whether a candidate is a norm's operator, by the words around it in its clause.
struct Embedding {
  let subjects: SubjectReader
  let isCommentary: Bool
  private var phrases: PhraseReader { subjects.phrases }
  private var bytes: [UInt8] { phrases.bytes }

  private static let words = NormWords.clauses
  private static let coordinators = words["coordinator"]
  private static let embedding = words["embedding"]
  private static let joints = words["joint-embedding"]
  private static let adjectives = words["adjective"]
  private static let knowing = words["knowing"]
  private static let grants = words["grant"]
  private static let bans = words["ban"]
  private static let restraints = words["restrain"]
  private static let banNouns = words["ban-noun"]
  private static let rights = words["right"]
  private static let headless = words["headless"]
  private static let cases = words["case"]
  private static let reports = words["report"]
  private static let capabilities = words["capability"]
  private static let requests = words["request"]
  private static let modals = [NormWords.triggers["duty"], NormWords.triggers["prohibition"]]
  private static let relators = words["relator"]
  private static let neglects = words["neglect"]
  private static let ensuring = words["ensure"]
  private static let speaking = words["speaking"]

  /// Whether `modal` governs `clause`. `previous` is the norm in front of it in the same clause,
  /// `modalFollows` tells whether a later clause of the segment holds another candidate.
  func governs(
    _ modal: Trigger, in clause: Clause, after previous: ByteRange?, modalFollows: Bool
  ) -> Bool {
    let at = modal.range.lowerBound
    guard at >= clause.words.lowerBound else { return true }
    let before = trimmed(bytes, window(bytes, before: at, from: clause.words.lowerBound))
    let behind = window(bytes, after: modal.range.upperBound, to: clause.range.upperBound)
    switch clause.role {
    case .antecedent: return false
    case .exclusion: return false
    case .moment:
      // 应当有成员三分之二以上: an amount says no when.
      if NormWords.moments.word(bytes, ending: clause.words) != nil, modalFollows,
        !bytes.ends(clause.words, with: "以上"),
        !phrases.opensPreposition(at: behind.lowerBound, before: behind.upperBound)
      {
        return false
      }
    case .basis, .plain: break
    }
    if Self.knowing.word(bytes, at: behind.lowerBound, before: behind.upperBound) != nil {
      return false
    }
    if isOfSeveral(modal, before) { return false }
    // 享有豁免的人员|应当…, 有权起诉的机关，可以…: a party named after its right.
    if before.isEmpty, isRightOfParty(modal, behind, modalFollows, clause) { return false }
    // 应保险人的要求，…: 应 as a preposition.
    if bytes.ends(modal.range, with: "应"), before.isEmpty, bytes.find("的", in: behind) != nil,
      Self.requests.word(bytes, ending: behind) != nil
    {
      return false
    }
    // 禁止燃放地点的有关单位，应当…: a party named after what is forbidden to it.
    if modalFollows, before.isEmpty, Self.bans.isWord(bytes, modal.range),
      bytes.find("的", in: behind) != nil, phrases.namesParty(clause.words)
    {
      return false
    }
    // 负有监督职责的部门 is a party; 负有…义务 is a duty.
    if bytes.ends(modal.range, with: "负有"), !bytes.ends(behind, with: "义务") { return false }
    // 限制建设区或者禁止建设区
    if previous != nil, Self.bans.isWord(bytes, modal.range), isBannedPlace(before, behind) {
      return false
    }
    if let previous {
      let between = previous.upperBound..<at
      // 不得涂改、不得出租
      if bytes.ends(between, with: "、") { return bytes[previous] == bytes[modal.range] }
      return Self.coordinators.word(bytes, ending: between) != nil
    }
    if isEmbedded(before) || isToldTo(before) { return false }
    // 为|应当登记的经营者办理登记: what a preposition governs.
    if NormWords.prepositions.isWord(bytes, before) { return false }
    // 应当申报而未申报: what a breach is.
    if modal.kind == .duty, let neglect = Self.neglects.first(bytes, in: behind),
      !bytes.has("是", at: neglect.at + neglect.word.utf8.count, before: behind.upperBound)
    {
      return false
    }
    // 保障患者享有: the right is what is ensured.
    if bytes.ends(modal.range, with: "享有"), Self.ensuring.first(bytes, in: before) != nil {
      return false
    }
    if isCommentary, Self.reports.word(bytes, at: clause.words.lowerBound, before: at) != nil {
      return false
    }
    if !before.isEmpty, Self.joints.word(bytes, ending: before) != nil,
      bytes.find("的", in: behind) != nil
    {
      return false
    }
    if modal.kind == .prohibition || Self.grants.isWord(bytes, modal.range),
      !before.isEmpty, isObject(before, modal)
    {
      return false
    }
    if isHeadless(behind) || isNounPhrase(modal, before, behind) { return false }
    if isRelative(modal, before: before, behind: behind) { return false }
    if behind.isEmpty || bytes.has("的", at: behind.lowerBound, before: behind.upperBound) {
      return false
    }
    if Self.bans.isWord(bytes, modal.range), isBannedPlace(before, behind) { return false }
    if bytes.ends(modal.range, with: "不能"), modalFollows || isOfSubject(behind) { return false }
    if isCommentary, modal.kind == .permission, isCapability(before: before, behind: behind) {
      return false
    }
    return true
  }

  /// Whether words right in front of a modal make it part of a relative or an object clause.
  private func isEmbedded(_ before: ByteRange) -> Bool {
    guard !before.isEmpty, let word = Self.embedding.word(bytes, ending: before),
      !phrases.namesParty(before), !bytes.ends(before, with: "场所"),
      !bytes.ends(before, with: "住所")
    else { return false }
    // 事故认定|应当清楚: a noun where nobody is there to find.
    let rest = before.lowerBound..<before.upperBound - word.utf8.count
    // 未经批准的|不得: an antecedent without a comma.
    if bytes.ends(before, with: "的"),
      phrases.opensPredicate(at: before.lowerBound, before: before.upperBound)
        || phrases.opening(before) != nil
    {
      return false
    }
    return !(bytes.ends(before, with: "认定") && !rest.isEmpty && phrases.opening(before) == nil)
  }

  /// 告知当事人|可以, 未要求旅行社|不得: what somebody is told.
  private func isToldTo(_ before: ByteRange) -> Bool {
    guard let told = Self.speaking.last(bytes, in: before) else { return false }
    let hearer = told.at + told.word.utf8.count..<before.upperBound
    // 按照规定|经营者应当: a comma is missing.
    if bytes.ends(told.at..<hearer.lowerBound, with: "定"),
      NormWords.bases.word(bytes, at: before.lowerBound, before: before.upperBound) != nil
    {
      return false
    }
    guard scalarCount(bytes, hearer) > 1,
      !bytes.ends(before.lowerBound..<told.at, with: "被"),
      !bytes.ends(before.lowerBound..<told.at, with: "接到"),
      !bytes.ends(before.lowerBound..<told.at, with: "收到")
    else { return false }
    return phrases.namesParty(hearer) && phrases.opening(hearer, isGoverned: true) == hearer
  }

  /// 不能偿还贷款的风险|应当: a modal behind the noun of a relative clause.
  private func isOfSubject(_ behind: ByteRange) -> Bool {
    guard let of = bytes.find("的", in: behind) else { return false }
    return NormWords.triggers["duty"].first(bytes, in: of..<behind.upperBound) != nil
  }

  /// Whether a right in front of 的 belongs to a party that has a modal of its own behind it.
  private func isRightOfParty(
    _ modal: Trigger, _ behind: ByteRange, _ modalFollows: Bool, _ clause: Clause
  ) -> Bool {
    guard modal.kind == .permission || bytes.ends(modal.range, with: "负有"),
      let of = bytes.find("的", in: behind), of + 3 < behind.upperBound
    else { return false }
    if modalFollows, phrases.namesParty(clause.words) { return true }
    let rest = of + 3..<behind.upperBound
    return Self.modals.contains { list in
      list.first(bytes, in: rest).map { phrases.namesParty(rest.lowerBound..<$0.at) } ?? false
    }
  }

  /// 限制或者禁止其从事相关活动: one measure of several.
  private func isOfSeveral(_ modal: Trigger, _ before: ByteRange) -> Bool {
    guard Self.bans.isWord(bytes, modal.range),
      let joint = Self.joints.word(bytes, ending: before)
    else { return false }
    let rest = before.lowerBound..<before.upperBound - joint.utf8.count
    return Self.restraints.word(bytes, ending: rest) != nil
  }

  /// 确定禁止燃放的种类, 作出准予许可的决定: 禁止 and 准予 as objects.
  private func isObject(_ before: ByteRange, _ modal: Trigger) -> Bool {
    guard Self.bans.isWord(bytes, modal.range) || Self.grants.isWord(bytes, modal.range) else {
      return false
    }
    let subject = subjects.subject(in: before)
    if subject.party != nil || subject.exclusion != nil { return false }
    if NormWords.verbs.word(bytes, ending: before) != nil { return true }
    return NormWords.moments.word(bytes, ending: before) == nil
      && NormWords.verbs.word(bytes, at: before.lowerBound, before: before.upperBound) != nil
  }

  /// 禁止游泳区域由…划定: a place named after what is forbidden in it.
  private func isBannedPlace(_ before: ByteRange, _ behind: ByteRange) -> Bool {
    if !before.isEmpty, Self.banNouns.word(bytes, ending: behind) != nil,
      NormWords.moments.word(bytes, ending: before) == nil,
      subjects.subject(in: before).party == nil
    {
      return true
    }
    guard let by = bytes.find("由", in: behind) else { return false }
    return Self.banNouns.word(bytes, ending: behind.lowerBound..<by) != nil
  }

  /// 不能退还的予以没收: no noun stands behind 的.
  private func isHeadless(_ behind: ByteRange) -> Bool {
    guard let of = bytes.find("的", in: behind), of + 3 < behind.upperBound,
      let word = Self.headless.word(bytes, at: of + 3, before: behind.upperBound)
    else { return false }
    // 的|处理方案: another word.
    return NormWords.compounds.word(bytes, at: of + 3, before: behind.upperBound)
      .map { $0.utf8.count <= word.utf8.count } ?? true
  }

  /// 不应承担责任的其他情形: an item of a list that names a thing.
  private func isNounPhrase(_ modal: Trigger, _ before: ByteRange, _ behind: ByteRange) -> Bool {
    guard subjects.withoutAdverbs(before).isEmpty, !Self.bans.isWord(bytes, modal.range) else {
      return false
    }
    // 债权人申报债权，应当说明有关事项: an item is no clause behind another.
    if bytes.ends(0..<modal.range.lowerBound, with: "，") { return false }
    return Self.cases.word(bytes, ending: behind) != nil && subjects.hasHeadBehindOf(behind)
      && bytes.find("下列", in: behind) == nil && bytes.find("以下", in: behind) == nil
  }

  /// 应当公开的信息: one word between the modal and 的, and a noun behind it.
  private func isRelative(_ modal: Trigger, before: ByteRange, behind: ByteRange) -> Bool {
    guard let of = bytes.find("的", in: behind), of + 3 < behind.upperBound else { return false }
    let gap = behind.lowerBound..<of
    let count = scalarCount(bytes, gap)
    guard count > 0, Self.adjectives.word(bytes, ending: gap) == nil else { return false }
    let isLawful = bytes.ends(before, with: "依法") || bytes.ends(before, with: "确需")
    let hasSubject =
      !subjects.withoutAdverbs(before).isEmpty
      && phrases.namesParty(subjects.withoutAdverbs(before))
    // 享有知情的权利
    if Self.rights.word(bytes, at: of + 3, before: behind.upperBound) != nil { return false }
    if isLawful { return count <= 8 }
    // 不得压制员工的发明, 承包中应当保护妇女的权益: nothing in front to be an object of.
    if subjects.withoutAdverbs(before).isEmpty || bytes.ends(before, with: "中")
      || NormWords.moments.word(bytes, ending: before) != nil
    {
      return modal.kind != .prohibition && count <= 2
    }
    // 应当|与批准的期限一致: the gap is no verb.
    if Self.relators.word(bytes, at: gap.lowerBound, before: gap.upperBound) != nil { return false }
    // 标牌应当记载本车的号码: no verb in front of 的.
    if count > 2, modal.kind != .permission,
      NormWords.verbs.word(bytes, ending: gap) == nil
    {
      return false
    }
    // 发生应当报告的事故
    return count <= (hasSubject ? 2 : 4)
  }

  /// 技术可以让公众更加了解: what commentary says is possible.
  private func isCapability(before: ByteRange, behind: ByteRange) -> Bool {
    if Self.capabilities.word(bytes, at: behind.lowerBound, before: behind.upperBound) != nil {
      return true
    }
    return !phrases.namesParty(subjects.withoutAdverbs(before))
  }
}
