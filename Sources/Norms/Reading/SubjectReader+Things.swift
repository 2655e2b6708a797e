// Noun phrases for things: where they end, and whether words make one of a party.

import HanText
import Legislation

extension SubjectReader {
  private static let words = NormWords.clauses
  private static let strict = words["topic-end"]
  private static let relativeOpeners = words["relative-open"]
  private static let thingVerbs = words["thing-verb"]
  private static let actVerbs = words["act-verb"]
  private static let listJoints = words["list-joint"]
  private static let vehicles = words["vehicle"]
  private static let actEnds = words["act-end"]
  private static let deverbal = words["deverbal"]
  private static let moving = words["moving"]
  private static let actNouns = words["act-noun"]
  private static let doing = words["doing"]
  private static let decided = words["decided"]

  /// Whether a phrase that opens with a verb ends in a noun with 的 in front: 提供服务的申请.
  func hasHeadBehindOf(_ phrase: ByteRange) -> Bool {
    guard let of = lastOf(phrase), of + 3 < phrase.upperBound else { return false }
    let head = of + 3..<phrase.upperBound
    // 在道路上设置的栏杆、护栏等设施: a list of things may be long.
    return scalarCount(bytes, head) <= (bytes.find("、", in: head) == nil ? 20 : 80)
      && !phrases.opensPreposition(at: head.lowerBound, before: head.upperBound)
      && NormWords.openingAdverbs.word(bytes, at: head.lowerBound, before: head.upperBound) == nil
  }

  /// 政府|投资项目: whether words behind a party make a thing of it.
  func isThing(_ rest: ByteRange) -> Bool {
    Self.actEnds.word(bytes, ending: rest) != nil
      && (scalarCount(bytes, rest) <= 8 || Self.listJoints.first(bytes, in: rest) != nil)
      && NormWords.nominals.word(bytes, at: rest.lowerBound, before: rest.upperBound) != nil
  }

  /// 委员会|向主席团提出的报告, 法院|对被告人所作的决定: what a party gave another.
  func isGiven(_ rest: ByteRange) -> Bool {
    guard phrases.opensPreposition(at: rest.lowerBound, before: rest.upperBound),
      let of = lastOf(rest), of + 3 < rest.upperBound,
      let verb = NormWords.giving.word(bytes, ending: rest.lowerBound..<of),
      Self.actEnds.word(bytes, ending: rest) != nil
    else { return false }
    // 对其制作的作品: who made it stands behind 对.
    return !bytes.has("对", at: rest.lowerBound, before: of)
      || Self.doing.isWord(bytes, of - verb.utf8.count..<of)
        && phrases.namesParty(rest.lowerBound + 3..<of - verb.utf8.count)
  }

  /// 证书由主管部门颁发: who acts in a clause about a thing.
  func agent(in words: ByteRange) -> ByteRange? {
    guard let by = bytes.find("由", in: words), by > words.lowerBound,
      phrases.nameLength(at: by, before: words.upperBound) == nil,
      !bytes.ends(words.lowerBound..<by, with: "理"),
      !phrases.opensPredicate(at: words.lowerBound, before: words.upperBound)
    else { return nil }
    guard let party = phrases.opening(by + 3..<words.upperBound, isGoverned: true),
      party.upperBound < words.upperBound
    else { return nil }
    return party
  }

  /// 驾驶车辆: whether a verb begins that makes a condition of what follows it.
  func opensAct(_ words: ByteRange) -> Bool {
    Self.actVerbs.word(bytes, at: words.lowerBound, before: words.upperBound) != nil
  }

  /// Where the last 的 of a phrase stands.
  func lastOf(_ phrase: ByteRange) -> Int? {
    var of: Int?
    var start = phrase.lowerBound
    while let next = bytes.find("的", in: start..<phrase.upperBound) {
      of = next
      start = next + 3
    }
    return of
  }

  /// 对内容的修改, 甲对乙的监督检查: what is done to somebody, by a noun.
  func isAct(_ words: ByteRange) -> Bool {
    guard let on = bytes.find("对", in: words),
      phrases.nameLength(at: on, before: words.upperBound) == nil,
      on == words.lowerBound || phrases.namesParty(words.lowerBound..<on),
      // 甲对本法规定的检验，应当提供便利: what it is done for.
      on == words.lowerBound || bytes.find("规定的", in: words) == nil,
      let noun = Self.deverbal.word(bytes, ending: words)
        ?? (on == words.lowerBound ? Self.decided.word(bytes, ending: words) : nil)
    else { return false }
    let front = on + 3..<words.upperBound - noun.utf8.count
    // 对合伙人的|除名|决议
    guard let of = lastOf(front) else { return false }
    return scalarCount(bytes, of + 3..<front.upperBound) <= 4
  }

  /// Whether words end in a noun for a thing: 建设项目, 规划条件.
  func endsLikeThing(_ words: ByteRange) -> Bool {
    (Self.actEnds.word(bytes, ending: words) ?? Self.vehicles.word(bytes, ending: words)
      ?? Self.actNouns.word(bytes, ending: words)) != nil
      && scalarCount(bytes, words) >= 4
  }

  /// Whether a clause that opens with a predicate is a relative one with a thing behind it: 未取得…证的材料.
  func isRelativeOf(_ words: ByteRange) -> Bool {
    (Self.relativeOpeners.word(bytes, at: words.lowerBound, before: words.upperBound) != nil
      // 运输煤炭的车辆
      || Self.vehicles.word(bytes, ending: words) != nil
        && Self.moving.word(bytes, at: words.lowerBound, before: words.upperBound) != nil)
      && !bytes.has("经过", at: words.lowerBound, before: words.upperBound)
  }

  /// Where the predicate of a thing that is a whole clause's subject begins; nil where it is no thing's.
  func thingEnd(_ words: ByteRange) -> Int? {
    var i = words.lowerBound
    for _ in 0..<60 where i < words.upperBound {
      if i >= words.lowerBound + 9, i + 12 <= words.upperBound,
        Self.thingVerbs.word(bytes, at: i, before: words.upperBound) != nil,
        phrases.nameLength(at: i, before: words.upperBound) == nil
      {
        return i
      }
      if bytes.has("的", at: i, before: words.upperBound) { return nil }
      if let close = phrases.nestedEnd(at: i) {
        i = close
      } else {
        i += scalar(bytes, at: i).length
      }
    }
    return nil
  }

  /// Where the predicate behind a thing begins: 未经, 在, 经.
  func topicEnd(_ phrase: ByteRange) -> Int? {
    var i = phrase.lowerBound
    var steps = 0
    while i < phrase.upperBound, steps < 120 {
      steps += 1
      if let close = phrases.nestedEnd(at: i) {
        i = close
        continue
      }
      if i > phrase.lowerBound + 3,
        Self.strict.word(bytes, at: i, before: phrase.upperBound) != nil,
        phrases.nameLength(at: i, before: phrase.upperBound) == nil,
        !bytes.ends(phrase.lowerBound..<i, with: "的"),
        !hasHeadBehindOf(i..<phrase.upperBound)
      {
        return i
      }
      i += scalar(bytes, at: i).length
    }
    return nil
  }
}
