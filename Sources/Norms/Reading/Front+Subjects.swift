// Whether a clause in front of a trigger is the subject: a party, or a thing with a clause of its own.

import HanText
import Legislation

extension NormReader {
  private static let plainThings = NormWords.clauses["plain-thing"]
  private static let charges = NormWords.clauses["charge"]
  private static let forVerbs = NormWords.clauses["for-verb"]

  /// 甲是…的主体: who the clause is about; it says nothing of when.
  func copulaSubject(_ clause: Clause) -> ByteRange? {
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

  /// 提供服务的网站发布的广告: what a party with a clause of its own has made.
  func isMade(_ words: ByteRange) -> Bool {
    guard let of = subjects.lastOf(words),
      let verb = NormWords.attributives.word(bytes, ending: words.lowerBound..<of)
    else { return false }
    let maker = words.lowerBound..<of - verb.utf8.count
    return bytes.find("的", in: maker) != nil && phrases.namesParty(maker)
  }

  /// 主管部门|依法派驻乡镇的机构: whether the words behind a party are the relative clause of another.
  func opensClauseOf(_ words: ByteRange) -> Bool {
    guard bytes.find("的", in: words) != nil else { return false }
    var start = words.lowerBound
    if let adverb = NormWords.openingAdverbs.word(bytes, at: start, before: words.upperBound) {
      start += adverb.utf8.count
    }
    return NormWords.attributives.word(bytes, at: start, before: words.upperBound) != nil
      || Self.charges.word(bytes, at: start, before: words.upperBound) != nil
  }

  /// 对送诊的患者, 接到送诊的患者: whether the noun at the end of a predicate is its object.
  func takesObject(_ predicate: ByteRange) -> Bool {
    if phrases.isGoverning(at: predicate.lowerBound, before: predicate.upperBound) { return true }
    guard
      let verb = NormWords.taking.word(
        bytes, at: predicate.lowerBound, before: predicate.upperBound)
    else { return false }
    return !bytes.has("的", at: predicate.lowerBound + verb.utf8.count, before: predicate.upperBound)
  }

  /// Whether a clause is a noun phrase that the trigger's clause is about.
  func isSubjectClause(_ clause: Clause, _ k: Int, _ front: Front) -> Bool {
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
        || bytes.has("被", at: clause.words.lowerBound, before: clause.words.upperBound)
    {
      if copulaSubject(clause) != nil { return false }
      if opens, bytes.find("的", in: clause.words) == nil { return false }
      // 携带他人的物品进入医院: a place.
      if opens, let of = subjects.lastOf(clause.words),
        NormWords.placeVerbs.first(bytes, in: of..<clause.words.upperBound) != nil
      {
        return false
      }
      guard let opening = phrases.opening(clause.words), opening != clause.words else {
        return true
      }
      let rest = opening.upperBound..<clause.words.upperBound
      // 履行职责或者组织|处置事件的政府: the verb in front makes one relative clause of all.
      if opens { return bytes.find("的", in: rest) != nil && !takesObject(rest) }
      return opensClauseOf(rest)
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
    if bytes.ends(clause.words, with: "的行为"),
      !(phrases.opening(clause.words).map {
        takesObject($0.upperBound..<clause.words.upperBound)
      } ?? false)
    {
      return true
    }
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
