// What follows a breach: whether a verb heads a sanction, who imposes it, and on whom.

import HanText
import Legislation

/// The words in front of a sanction's verb in its clause.
struct SanctionHead {
  /// 由X, or X right in front of the verb.
  var authority: ByteRange?
  /// 对X
  var target: ByteRange?
  /// Where the predicate begins: at 依法's end, at the first verb of the chain.
  var start: Int
}

/// Reads sanctions in the bytes of a passage.
struct SanctionReader {
  let subjects: SubjectReader
  private var phrases: PhraseReader { subjects.phrases }
  private var bytes: [UInt8] { phrases.bytes }

  private static let words = NormWords.sanctions
  private static let acts = words["act"]
  private static let breaches = words["breach"]
  private static let loose = words["loose"]
  private static let legalEnds = words["legal-end"]
  private static let continuing = words["continuing"]
  private static let manners = words["manner"]
  private static let limits = NormWords.clauses["limit"]
  private static let asking: Bytes = "提请"
  private static let answering = NormWords.clauses["answer"]

  init(_ subjects: SubjectReader) { self.subjects = subjects }

  /// Where the action of the verb at `verb` begins: 从重处罚 at 从重.
  func actionStart(_ verb: ByteRange, from start: Int) -> Int {
    Self.manners.word(bytes, ending: start..<verb.lowerBound)
      .map { verb.lowerBound - $0.utf8.count } ?? verb.lowerBound
  }

  /// Whether a condition tells of a breach.
  func tellsBreach(_ condition: ByteRange) -> Bool { Self.breaches.occurs(bytes, in: condition) }

  /// Whether an antecedent goes on about the breach told before it: 情节严重的.
  func continues(_ condition: ByteRange) -> Bool {
    Self.continuing.word(bytes, at: condition.lowerBound, before: condition.upperBound) != nil
  }

  /// Whether what a verb takes makes a sanction of it.
  func isSanction(_ verb: ByteRange, before end: Int) -> Bool {
    guard let objects = SanctionObjects.table[Array(bytes[verb])] else { return true }
    let behind = verb.upperBound..<end
    let near = behind.lowerBound..<min(end, behind.lowerBound + 90)
    let clause = behind.lowerBound..<(bytes.find("，", in: near) ?? near.upperBound)
    if let next = objects.next, next.word(bytes, at: behind.lowerBound, before: end) == nil,
      objects.far.map({ $0.word(bytes, ending: clause) == nil }) ?? true
    {
      return false
    }
    if let none = objects.notNext, none.word(bytes, at: behind.lowerBound, before: end) != nil {
      return false
    }
    if let some = objects.near, some.first(bytes, in: clause) == nil { return false }
    return objects.not.map { $0.first(bytes, in: clause) == nil } ?? true
  }

  /// Whether a modal governs a sanction's act: 应当责令停止, 可以给予处罚 after a breach.
  func governsAct(_ behind: ByteRange, tellsBreach: @autoclosure () -> Bool) -> Bool {
    let start = skipLoose(behind.lowerBound, behind.upperBound)
    guard let verb = Self.acts.word(bytes, at: start, before: behind.upperBound) else {
      return false
    }
    let range = start..<start + verb.utf8.count
    if let compound = NormWords.compounds.word(bytes, at: start, before: behind.upperBound),
      compound.utf8.count > verb.utf8.count
    {
      return false
    }
    guard isSanction(range, before: behind.upperBound) else { return false }
    // 予以|没收
    return NormWords.strong.isWord(bytes, range)
      || NormWords.strong.word(bytes, at: range.upperBound, before: behind.upperBound) != nil
      || tellsBreach()
  }

  /// Past 依法, 分别, 依照…规定 and 对X.
  func skipLoose(_ i: Int, _ end: Int) -> Int {
    var i = i
    for _ in 0..<8 {
      let start = i
      if let word = Self.loose.word(bytes, at: i, before: end),
        Self.acts.words.contains(word) == false
      {
        i += word.utf8.count
      } else if NormWords.bases.word(bytes, at: i, before: end) != nil,
        let found = firstLegalEnd(i..<end)
      {
        i = found
      } else if bytes.has("以", at: i, before: end),
        let crime = bytes.find("罪", in: i..<(bytes.find("，", in: i..<end) ?? end))
      {
        i = crime + 3
      } else if bytes.has("对", at: i, before: end),
        let party = targetEnd(i + 3, end)
      {
        i = party
      } else if bytes.has("对", at: i, before: end), let answer = answerEnd(i..<end) {
        i = answer
      }
      if i == start { break }
    }
    return i
  }

  /// 对各自的行为依法|承担赔偿责任: where one answers for something.
  private func answerEnd(_ range: ByteRange) -> Int? {
    let range = window(bytes, after: range.lowerBound, to: range.upperBound)
    let stop = bytes.find("，", in: range) ?? range.upperBound
    return Self.answering.first(bytes, in: range.lowerBound..<stop)?.at
  }

  /// The end of 依照…的规定 in front of an act.
  private func firstLegalEnd(_ range: ByteRange) -> Int? {
    let range = window(bytes, after: range.lowerBound, to: range.upperBound)
    let stop = bytes.find("，", in: range) ?? range.upperBound
    guard let found = Self.legalEnds.first(bytes, in: range.lowerBound..<stop) else { return nil }
    var end = found.at + found.word.utf8.count
    if let more = ["的规定", "规定"].first(where: { bytes.has($0, at: end, before: stop) }) {
      end += (more as Bytes).utf8.count
    }
    return end
  }

  private func lastLegalEnd(_ range: ByteRange) -> Int? {
    let range = window(bytes, after: range.lowerBound, to: range.upperBound)
    var stop = bytes.find("，", in: range) ?? range.upperBound
    // 按照规定|对直接责任人员给予处分
    if let target = bytes.find("对", in: range.lowerBound..<stop),
      phrases.nameLength(at: target, before: stop) == nil,
      targetEnd(target + 3, stop) != nil
        || phrases.namesParty(target + 3..<stop)
    {
      stop = target
    }
    guard let found = Self.legalEnds.last(bytes, in: range.lowerBound..<stop) else { return nil }
    return found.at + found.word.utf8.count
  }

  /// Where the party behind 对 ends.
  func targetEnd(_ i: Int, _ end: Int) -> Int? {
    phrases.opening(i..<end, isGoverned: true)?.upperBound
  }

  /// What stands in front of a sanction's verb; nil where the verb does not head the clause.
  func head(of verb: ByteRange, in clause: ByteRange) -> SanctionHead? {
    let end = verb.lowerBound
    var i = clause.lowerBound
    // No head is that long.
    guard end - i <= 900 else { return nil }
    var head = SanctionHead(start: end)
    let isAnswer = Self.answering.isWord(bytes, verb)
    for _ in 0..<12 where i < end {
      let start = i
      i = skipSpaces(bytes, i..<end)
      if let close = phrases.nestedEnd(at: i), i > clause.lowerBound {
        // 以销售伪劣产品罪（未遂）定罪
        i = close
      } else if isAnswer, tellsFor(i..<end) {
        i = end
      } else if bytes.has("由", at: i, before: end),
        let body = body(i + 3..<end, isGoverned: true)
      {
        head.authority = body
        i = body.upperBound
      } else if bytes.has("对", at: i, before: end), let party = target(i + 3..<end) {
        head.target = party
        i = party.upperBound
      } else if let word = Self.loose.word(bytes, at: i, before: end) {
        i += word.utf8.count
      } else if let word = NormWords.connectives.word(bytes, at: i, before: end) {
        i += word.utf8.count
      } else if NormWords.bases.word(bytes, at: i, before: end) != nil,
        let found = lastLegalEnd(i..<end)
      {
        i = found
      } else if let body = body(i..<end) {
        // 政府组织有关部门取缔: the first one imposes it, or who is asked to.
        if head.authority == nil || isAsked(body) { head.authority = body }
        i = body.upperBound
      }
      if i == start {
        // 限制其业务范围、|责令: one measure of several.
        if let place = bytes.find("由", in: i..<end), place > i,
          bytes.ends(i..<place, with: "内") || bytes.ends(i..<place, with: "中")
        {
          // 道路范围内由公安机关处罚
          i = place
        } else if NormWords.strong.isWord(bytes, verb), let of = subjects.lastOf(i..<end),
          of + 3 == end || Self.loose.isWord(bytes, of + 3..<end)
        {
          // 鸣笛的处以罚款: a comma is missing.
          i = end
        } else if NormWords.strong.isWord(bytes, verb), bytes.ends(i..<end, with: "、"),
          bytes.find("的", in: i..<end) == nil
        {
          i = end
        } else {
          return nil
        }
      }
    }
    return i >= end ? head : nil
  }

  /// 就工程对业主|承担责任, 与经营者|承担连带责任: for what, to whom, with whom.
  private func tellsFor(_ words: ByteRange) -> Bool {
    let opens =
      phrases.isGoverning(at: words.lowerBound, before: words.upperBound)
      && !bytes.has("由", at: words.lowerBound, before: words.upperBound)
      || bytes.has("与", at: words.lowerBound, before: words.upperBound)
    return opens && Self.limits.first(bytes, in: words) == nil
  }

  /// Whether a body is one that others ask: 提请单位给予处分.
  private func isAsked(_ body: ByteRange) -> Bool {
    bytes.ends(0..<body.lowerBound, with: Self.asking)
  }

  /// The body that stands at the start of `range`: up to 依法, 依照, 对 or the verb.
  private func body(_ range: ByteRange, isGoverned: Bool = false) -> ByteRange? {
    var range = range
    // 提请单位给予处分: who is asked gives it.
    if bytes.has(Self.asking, at: range.lowerBound, before: range.upperBound) {
      range = range.lowerBound + Self.asking.utf8.count..<range.upperBound
    }
    if let party = phrases.opening(range, isGoverned: isGoverned) { return party }
    return phrases.namesParty(range)
      && (isGoverned || !phrases.isGoverning(at: range.lowerBound, before: range.upperBound))
      ? range : nil
  }

  private func target(_ range: ByteRange) -> ByteRange? {
    if let party = phrases.opening(range, isGoverned: true) { return party }
    // 对非法财物予以没收: a thing.
    return phrases.namesParty(range) ? range : nil
  }

  /// The parties behind 对 in a chain.
  func targets(in chain: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var start = chain.lowerBound
    while let at = bytes.find("对", in: start..<chain.upperBound) {
      start = at + 3
      let isFirst = at == chain.lowerBound
      let before = chain.lowerBound..<at
      guard
        isFirst || bytes.ends(before, with: "，") || bytes.ends(before, with: "并")
          || bytes.ends(before, with: "，并") || bytes.ends(before, with: "或者")
          || bytes.ends(before, with: "、") || bytes.ends(before, with: "同时")
      else { continue }
      let stop = bytes.find("，", in: start..<chain.upperBound) ?? chain.upperBound
      if let party = phrases.opening(start..<stop, isGoverned: true) {
        found.append(party)
      } else if phrases.namesParty(start..<stop) {
        found.append(start..<stop)
      }
    }
    return found
  }
}
