// Lists of numbered provisions: 第十六条第四款、第五款和第七项, 第一条至第三条, 前款第一、二项.

import HanText
import Legislation

/// One member of a list of provisions, or a run of them.
package struct Reference: Hashable, Sendable {
  /// Outermost first; levels carried down from the members before it included.
  package var steps: [Address.Step]
  /// The last of a run, at the deepest level.
  package var through: ProvisionNumber?
}

/// Reads lists of provisions out of UTF-8 bytes.
package struct ReferenceReader {
  let bytes: [UInt8]
  /// One past the last byte that may be read.
  let end: Int

  package init(bytes: [UInt8], end: Int) { (self.bytes, self.end) = (bytes, end) }

  /// How a list may begin.
  package enum Beginning {
    /// 第三条
    case ordinal
    /// Also without 第, after an instrument's name: 民法典1165条.
    case afterInstrument
    /// Also in brackets, after 前款 or 本条: 前款（三）项.
    case afterProvision
  }

  /// The longest list that begins at `start`, and its end.
  ///
  /// A level stays until one of the same or a higher level takes its place: 第四款、第五款 of
  /// 第十六条.
  package func list(at start: Int, _ beginning: Beginning) -> (references: [Reference], end: Int)? {
    guard var level = first(at: start, beginning) else { return nil }
    var references: [Reference] = []
    var carried: [Address.Step] = []
    var stop = start
    var isNested = false
    // A list is no longer than its text: every turn moves on.
    while true {
      carried.removeAll { $0.level.depth >= level.level.depth }
      // 分则第三章、第一百九十条: an article needs no chapter but one right before it.
      if level.level == .article, !isNested { carried.removeAll() }
      for number in level.numbers {
        let step = Address.Step(level.level, number.first)
        references.append(Reference(steps: carried + [step], through: number.last))
      }
      stop = level.end
      let last = level.numbers[level.numbers.count - 1]
      carried.append(Address.Step(level.level, last.first))
      let next = skipSpaces(bytes, stop..<end)
      if last.last == nil,
        let deeper = self.level(at: next, after: level.level, ordinal: !isStem(next))
          ?? bracketedItem(at: next, after: level.level),
        deeper.level.depth > level.level.depth
      {
        references.removeLast()
        (level, isNested) = (deeper, true)
        continue
      }
      isNested = false
      guard let joint = joint(at: next) else { break }
      guard let member = member(at: joint.end, after: carried[carried.count - 1]),
        !joint.isComma || member.level == level.level || member.level.depth <= Level.article.depth
      else { break }
      if joint.isRun {
        guard member.level == level.level, member.numbers.count == 1, last.last == nil else {
          break
        }
        references[references.count - 1].through = member.numbers[0].first
        level.numbers = [(member.numbers[0].first, member.numbers[0].first)]
        stop = member.end
        level.end = stop
        // What follows a run is a member of its own.
        guard let after = self.joint(at: skipSpaces(bytes, stop..<end)), !after.isRun,
          let following = self.member(at: after.end, after: carried[carried.count - 1])
        else { break }
        level = following
      } else {
        level = member
      }
    }
    return (references, stop)
  }

  private func first(at start: Int, _ beginning: Beginning) -> NumberedLevel? {
    if let level = level(at: start, after: nil, ordinal: true) { return level }
    guard beginning != .ordinal, start < end else { return nil }
    let isBracket = opensBracket(scalar(bytes, at: start).value)
    guard let level = level(at: start, after: nil, ordinal: false) else { return nil }
    if isBracket { return beginning == .afterProvision ? level : nil }
    // 前款两项 counts; only an article is cited by its bare number.
    return beginning == .afterInstrument && level.level == .article ? level : nil
  }

  /// One level of an address with its number, or the numbers that share its unit: 第一、二项.
  private struct NumberedLevel {
    var level: Level
    var numbers: [(first: ProvisionNumber, last: ProvisionNumber?)]
    var end: Int
  }

  /// The next member of a list; in an elided one 第, the unit or all but 之三 is left out.
  private func member(at start: Int, after step: Address.Step) -> NumberedLevel? {
    level(at: start, after: step.level, ordinal: false)
      ?? bracketedItem(at: start, after: step.level) ?? branch(at: start, after: step)
  }

  private func level(at start: Int, after above: Level?, ordinal: Bool) -> NumberedLevel? {
    var i = start
    if accept("第", &i) { i = skipSpaces(bytes, i..<end) } else if ordinal { return nil }
    var numbers: [(first: ProvisionNumber, last: ProvisionNumber?)] = []
    while numbers.count < 64 {
      guard let number = number(&i) else { return nil }
      i = skipSpaces(bytes, i..<end)
      numbers.append((ProvisionNumber(number), nil))
      if let (level, after) = unit(at: i, after: above) {
        i = after
        if level == .article, let insert = insert(&i) {
          numbers[numbers.count - 1].first = ProvisionNumber(number, insert: insert)
        }
        return NumberedLevel(level: level, numbers: joinedRuns(numbers), end: i)
      }
      if numbers.count > 1, let counted = counted(numbers.count, at: i, after: above) {
        return NumberedLevel(level: counted.level, numbers: joinedRuns(numbers), end: counted.end)
      }
      guard let joint = joint(at: i) else { return nil }
      i = joint.end
      if accept("第", &i) { i = skipSpaces(bytes, i..<end) }
      if joint.isRun { numbers[numbers.count - 1].last = ProvisionNumber(0) }
    }
    return nil
  }

  /// 两项 of 第（一）、（二）两项.
  private func counted(
    _ count: Int, at start: Int, after above: Level?
  ) -> (level: Level, end: Int)? {
    guard let number = readNumber(bytes, at: start, before: end), number.value == count,
      let (level, after) = unit(at: number.end, after: above)
    else { return nil }
    return (level, after)
  }

  /// Numbers marked as the beginning of a run take the next one as its end.
  private func joinedRuns(
    _ numbers: [(first: ProvisionNumber, last: ProvisionNumber?)]
  ) -> [(first: ProvisionNumber, last: ProvisionNumber?)] {
    var result: [(first: ProvisionNumber, last: ProvisionNumber?)] = []
    for number in numbers {
      if let last = result.last, last.last == ProvisionNumber(0) {
        result[result.count - 1].last = number.first
      } else {
        result.append(number)
      }
    }
    return result
  }

  /// （二） without 项, right after its article or 款, or after such another one.
  private func bracketedItem(at start: Int, after above: Level) -> NumberedLevel? {
    guard [.article, .paragraph, .item].contains(above), start < end,
      opensBracket(scalar(bytes, at: start).value)
    else { return nil }
    var i = start
    guard let number = number(&i), number < 100 else { return nil }
    return NumberedLevel(level: .item, numbers: [(ProvisionNumber(number), nil)], end: i)
  }

  /// 之三 of 第一百二十条之二、之三.
  private func branch(at start: Int, after step: Address.Step) -> NumberedLevel? {
    var i = start
    guard step.level == .article, let main = step.number?.main, let insert = insert(&i) else {
      return nil
    }
    return NumberedLevel(
      level: .article, numbers: [(ProvisionNumber(main, insert: insert), nil)], end: i)
  }

  /// A number, bare or in brackets.
  private func number(_ i: inout Int) -> Int? {
    var p = i
    let isBracketed = p < end && opensBracket(scalar(bytes, at: p).value)
    if isBracketed { p = skipSpaces(bytes, p + scalar(bytes, at: p).length..<end) }
    if !isBracketed, let stem = stem(&p) {
      i = p
      return stem
    }
    guard let number = readNumber(bytes, at: p, before: end) else { return nil }
    p = number.end
    if isBracketed {
      p = skipSpaces(bytes, p..<end)
      guard p < end, closesBracket(scalar(bytes, at: p).value) else { return nil }
      p += scalar(bytes, at: p).length
    }
    i = p
    return number.value
  }

  private func isStem(_ start: Int) -> Bool {
    var i = start
    return stem(&i) != nil
  }

  /// 甲 of 第十三条甲款, as texts of the 1950s count.
  private func stem(_ i: inout Int) -> Int? {
    guard i < end, let stem = ReferenceReader.stems.firstIndex(of: scalar(bytes, at: i).value),
      unit(at: i + 3, after: nil)?.0 == .paragraph || unit(at: i + 3, after: nil)?.0 == .item
    else { return nil }
    i += 3
    return stem + 1
  }

  /// 甲乙丙丁戊己庚辛壬癸
  private static let stems = "甲乙丙丁戊己庚辛壬癸".unicodeScalars.map(\.value)

  /// 之一 of 第一百二十条之一; 之 before anything but a number is a word.
  private func insert(_ i: inout Int) -> Int? {
    var p = i
    guard accept("之", &p), let number = readNumber(bytes, at: p, before: end) else { return nil }
    i = number.end
    return number.value
  }

  /// The unit of a level, unless it begins a word: 第一项目, 第二条件.
  private func unit(at start: Int, after above: Level?) -> (Level, Int)? {
    guard start < end else { return nil }
    if bytes.has("分编", at: start, before: end) { return (.subpart, start + 6) }
    if bytes.has("自然段", at: start, before: end) { return (.paragraph, start + 9) }
    let level: Level
    switch scalar(bytes, at: start).value {
    case 0x7F16, 0x7DE8: level = .part
    case 0x7AE0: level = .chapter
    case 0x8282, 0x7BC0: level = .section
    case 0x6761, 0x689D: level = .article
    case 0x6B3E: level = .paragraph
    case 0x9879, 0x9805: level = .item
    // 目的 is a word, but after 项 a unit and a particle.
    case 0x76EE where above != .item && bytes.has("目的", at: start, before: end): return nil
    case 0x76EE: level = .subitem
    default: return nil
    }
    let isWord = ReferenceReader.unitWords.word(bytes, at: start, before: end) != nil
    return isWord ? nil : (level, start + 3)
  }

  private static let unitWords = CitationWords.unitWords["always"]

  /// What joins the members of a list.
  ///
  /// A comma does so only before an equal or an article: 改为第九条，第一款修改为 is no list.
  private func joint(at start: Int) -> (end: Int, isRun: Bool, isComma: Bool)? {
    var i = start
    var isRun = false
    var isComma = true
    var found = false
    // 、 may stand before 或者.
    for _ in 0..<2 {
      guard
        let word = ReferenceReader.joints.first(where: { bytes.has($0.word, at: i, before: end) })
      else { break }
      i = skipSpaces(bytes, i + word.word.utf8.count..<end)
      (found, isRun) = (true, word.isRun)
      isComma = isComma && word.isComma
      if isRun { break }
    }
    return found ? (i, isRun, isComma) : nil
  }

  /// The words that join a list's members and those that make a run, longest first.
  private static let joints: [(word: Bytes, isRun: Bool, isComma: Bool)] =
    resourceLines(PackageResources.Joints_txt).map {
      (Bytes(keeping: $0[1]), $0[0] == "run", $0[0] == "comma")
    }
    .sorted { $0.word.utf8.count > $1.word.utf8.count }

  private func accept(_ word: Bytes, _ i: inout Int) -> Bool {
    guard bytes.has(word, at: i, before: end) else { return false }
    i += word.utf8.count
    return true
  }
}
