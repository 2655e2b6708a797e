// What stands between the start of a clause and its trigger: who or what the norm is about.

import HanText
import Legislation

/// The subject of a clause and what else stands in front of its trigger, in the bytes of the passage.
struct Subject {
  /// The phrase that names the parties.
  var party: ByteRange?
  /// The thing that is the grammatical subject.
  var topic: ByteRange?
  /// A condition without a comma: 在受处分期间, 未经批准, 从事监测活动.
  var condition: ByteRange?
  /// What stands in front of 由: 解释由甲部门负责.
  var matter: ByteRange?
  /// 除紧急情况外
  var exclusion: ByteRange?

  static let none = Subject()
  var isEmpty: Bool { party == nil && topic == nil && condition == nil }
}

/// Reads subjects.
struct SubjectReader {
  let phrases: PhraseReader
  private var bytes: [UInt8] { phrases.bytes }

  private static let words = NormWords.clauses
  private static let conditionOpeners = words["inner-condition"]
  private static let places = words["place-end"]
  private static let strict = words["topic-end"]
  private static let scopes = words["scope"]
  private static let relativeOpeners = words["relative-open"]
  private static let thingVerbs = words["thing-verb"]
  private static let pronouns = words["pronoun"]
  private static let actVerbs = words["act-verb"]
  private static let listJoints = words["list-joint"]
  private static let adverbNouns = words["adverb-noun"]
  private static let findingVerbs = words["finding-verb"]
  private static let makingVerbs = words["making-verb"]
  private static let vehicles = words["vehicle"]
  private static let actEnds = words["act-end"]
  private static let deverbal = words["deverbal"]
  private static let moving = words["moving"]
  private static let actNouns = words["act-noun"]
  private static let leaves = words["leave"]
  private static let doing = words["doing"]
  private static let writings = words["writing"]
  private static let decided = words["decided"]

  init(_ phrases: PhraseReader) { self.phrases = phrases }

  /// The subject in the words in front of a trigger.
  func subject(in words: ByteRange) -> Subject {
    var phrase = withoutAdverbs(trimmed(bytes, words))
    var subject = Subject()
    guard !phrase.isEmpty else { return .none }
    if let exclusion = exclusion(opening: phrase) {
      subject.exclusion = exclusion
      phrase = trimmed(bytes, exclusion.upperBound..<phrase.upperBound)
      if phrase.isEmpty { return subject }
    }
    if let anyone = NormWords.anyone.word(bytes, ending: phrase) {
      subject.party = phrase.upperBound - anyone.utf8.count..<phrase.upperBound
      return subject
    }
    if Self.pronouns.isWord(bytes, phrase) { return subject }
    // 审查凭证，属于旧证的还应当收回: an antecedent without a comma.
    if bytes.ends(phrase, with: "的"), NormWords.notAntecedents.word(bytes, ending: phrase) == nil {
      subject.party = phrases.opening(phrase)
      subject.condition = (subject.party?.upperBound ?? phrase.lowerBound)..<phrase.upperBound
      return subject
    }
    // 未经批准|不得: no thing is the subject.
    if Self.leaves.word(bytes, at: phrase.lowerBound, before: phrase.upperBound) != nil,
      !hasHeadBehindOf(phrase)
    {
      subject.condition = phrase
      return subject
    }
    // 经营者之间不得串通: the parties; 甲之间、甲与乙之间: the last ones.
    if bytes.ends(phrase, with: "之间"), phrases.namesParty(phrase.lowerBound..<phrase.upperBound - 6) {
      let start = bytes.find("之间、", in: phrase).map { $0 + 9 } ?? phrase.lowerBound
      subject.party = start..<phrase.upperBound - 6
      return subject
    }
    if isAct(phrase) {
      subject.topic = phrase
      return subject
    }
    // 协商代表中应当有女代表
    if bytes.ends(phrase, with: "中"),
      !phrases.opensPreposition(at: phrase.lowerBound, before: phrase.upperBound),
      phrases.namesParty(phrase.lowerBound..<phrase.upperBound - 3)
    {
      subject.topic = phrase
      return subject
    }
    if bytes.ends(phrase, with: "等"), phrases.namesParty(phrase.lowerBound..<phrase.upperBound - 3)
    {
      phrase = phrase.lowerBound..<phrase.upperBound - 3
    }
    if let by = bytes.find("由", in: phrase), by > phrase.lowerBound,
      !bytes.ends(phrase.lowerBound..<by, with: "理"),
      !bytes.has("于", at: by + 3, before: phrase.upperBound),
      bytes.find("的", in: by..<phrase.upperBound) == nil,
      phrases.namesParty(by + 3..<phrase.upperBound)
    {
      subject.party = by + 3..<phrase.upperBound
      subject.matter = phrase.lowerBound..<by
      return subject
    }
    if phrases.namesParty(phrase), let whole = wholeParty(phrase, &subject) {
      subject.party = whole
      return subject
    }
    if NormWords.areas.word(bytes, ending: phrase) != nil,
      !phrases.opensPredicate(at: phrase.lowerBound, before: phrase.upperBound)
    {
      subject.party = phrase
      return subject
    }
    if phrases.opensPreposition(at: phrase.lowerBound, before: phrase.upperBound),
      !subjectsOwn(phrase)
    {
      if isConditionOpener(phrase.lowerBound, phrase.upperBound) { subject.condition = phrase }
      return subject
    }
    if let party = phrases.opening(phrase), party.upperBound < phrase.upperBound {
      subject.party = party
      let rest = trimmed(bytes, party.upperBound..<phrase.upperBound)
      if isThing(rest) || isGiven(rest) {
        subject.party = nil
        subject.topic = phrase
        return subject
      }
      if isCondition(rest) { subject.condition = rest }
      return subject
    }
    // 申请书中应当载明: the paper is the subject.
    if bytes.ends(phrase, with: "中"),
      Self.writings.word(bytes, ending: phrase.lowerBound..<phrase.upperBound - 3) != nil,
      !phrases.opensPreposition(at: phrase.lowerBound, before: phrase.upperBound)
    {
      subject.topic = phrase.lowerBound..<phrase.upperBound - 3
      return subject
    }
    if isScope(phrase) {
      subject.condition = phrase
      return subject
    }
    if Self.findingVerbs.word(bytes, at: phrase.lowerBound, before: phrase.upperBound) != nil,
      !hasHeadBehindOf(phrase)
    {
      subject.condition = phrase
      return subject
    }
    if Self.actVerbs.word(bytes, at: phrase.lowerBound, before: phrase.upperBound) != nil,
      scalarCount(bytes, phrase) >= 5,
      Self.actEnds.word(bytes, ending: phrase) == nil
        || Self.makingVerbs.word(bytes, at: phrase.lowerBound, before: phrase.upperBound) != nil,
      !hasHeadBehindOf(phrase)
    {
      subject.condition = phrase
      return subject
    }
    // 沿海滩涂|未经批准
    if let cut = topicEnd(phrase) {
      subject.topic = phrase.lowerBound..<cut
      let rest = trimmed(bytes, cut..<phrase.upperBound)
      if isCondition(rest) { subject.condition = rest }
    } else {
      subject.topic = phrase
    }
    return subject
  }

  /// The party that `phrase` is, or that stands behind a place or time without a comma.
  private func wholeParty(_ phrase: ByteRange, _ subject: inout Subject) -> ByteRange? {
    let end = phrase.upperBound
    if let opener = NormWords.prepositions.word(bytes, at: phrase.lowerBound, before: end),
      phrases.nameLength(at: phrase.lowerBound, before: end) == nil
    {
      // 在…内从事…的单位: the party's own relative clause.
      if !phrases.isGoverning(at: phrase.lowerBound, before: end)
        || Self.words["own"].words.contains(opener)
      {
        if bytes.find("的", in: phrase) != nil { return phrase }
        if let place = Self.places.first(bytes, in: phrase), place.at > phrase.lowerBound {
          let after = place.at + place.word.utf8.count
          let rest = after..<end
          if after < end, phrases.namesParty(rest) {
            subject.condition = phrase.lowerBound..<after
            return rest
          }
        }
      }
      return bytes.has("由", at: phrase.lowerBound, before: end)
        ? phrase.lowerBound + 3..<end : nil
    }
    // 提供者, 委托单位: a verb and a head are a name.
    if let verb = NormWords.transitives.word(bytes, at: phrase.lowerBound, before: end),
      verb.utf8.count == 6, NormWords.heads.isWord(bytes, phrase.lowerBound + 6..<end)
    {
      return phrase
    }
    if NormWords.transitives.word(bytes, at: phrase.lowerBound, before: end) != nil,
      phrases.nameLength(at: phrase.lowerBound, before: end) == nil,
      bytes.find("的", in: phrase) == nil
    {
      return nil
    }
    if let party = phrases.opening(phrase), party.upperBound < end,
      !bytes.has("与", at: party.upperBound, before: end)
    {
      let rest = party.upperBound..<end
      // 行政机关|委托的组织 was read over by opening; 当事人|委托律师 is a predicate.
      if bytes.find("的", in: rest) == nil {
        if isCondition(rest) { subject.condition = rest }
        return party
      }
    }
    return phrase
  }

  /// 在…内因…采取的措施: a thing with a relative clause that opens with a preposition.
  private func subjectsOwn(_ phrase: ByteRange) -> Bool {
    !phrases.isGoverning(at: phrase.lowerBound, before: phrase.upperBound)
      && hasHeadBehindOf(phrase)
  }

  /// `phrase` without the adverbs at its end: 都, 也, 一般.
  func withoutAdverbs(_ phrase: ByteRange) -> ByteRange {
    var end = phrase.upperBound
    for _ in 0..<4 {
      guard let word = NormWords.adverbs.word(bytes, ending: phrase.lowerBound..<end),
        Self.adverbNouns.word(bytes, ending: phrase.lowerBound..<end) == nil
      else { break }
      end -= word.utf8.count
    }
    return trimmed(bytes, phrase.lowerBound..<end)
  }

  private func exclusion(opening phrase: ByteRange) -> ByteRange? {
    guard
      NormWords.exclusions.word(bytes, at: phrase.lowerBound, before: phrase.upperBound) != nil,
      let end = NormWords.exclusionEnds.first(bytes, in: phrase)
    else { return nil }
    return phrase.lowerBound..<end.at + end.word.utf8.count
  }

  /// Whether words behind a subject say when, where or after what the norm holds.
  private func isCondition(_ rest: ByteRange) -> Bool {
    guard !rest.isEmpty else { return false }
    if NormWords.moments.word(bytes, ending: rest) != nil {
      return Self.words["term"].word(bytes, ending: rest) == nil
    }
    if isConditionOpener(rest.lowerBound, rest.upperBound) { return true }
    if phrases.opensPreposition(at: rest.lowerBound, before: rest.upperBound) { return false }
    return NormWords.verbs.word(bytes, at: rest.lowerBound, before: rest.upperBound) != nil
      && scalarCount(bytes, rest) >= 4
  }

  private func isConditionOpener(_ i: Int, _ end: Int) -> Bool {
    !bytes.has("对", at: i, before: end)
      && Self.conditionOpeners.word(bytes, at: i, before: end) != nil
      && phrases.nameLength(at: i, before: end) == nil
  }

  /// 控制区内: a place is a condition.
  private func isScope(_ phrase: ByteRange) -> Bool {
    Self.scopes.word(bytes, ending: phrase) != nil
  }

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
      || Self.doing.isWord(bytes, of - verb.utf8.count..<of) && phrases.namesParty(rest.lowerBound + 3..<of - verb.utf8.count)
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
  private func topicEnd(_ phrase: ByteRange) -> Int? {
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
