// Mentions that count from where they stand: 本法第三条, 前款, 该条.

import HanText
import Legislation

extension MentionReader {
  /// 本法第三条, 本章, 本条第一款.
  mutating func readThis(at start: Int) -> Int? {
    guard !continuesWord(start) else { return nil }
    let after = start + 3
    if let noun = CitationWords.nouns.word(bytes, at: after, before: range.upperBound) {
      return readOwnInstrument(start..<after + noun.utf8.count)
    }
    guard after < range.upperBound, let (level, end) = unit(at: after) else { return nil }
    // 本条前两款
    if level == .article, bytes.has("前", at: end, before: range.upperBound),
      let stop = readPreceding(at: end), let inner = mentions.popLast()
    {
      return add(start..<stop, inner.lead, inner.references)
    }
    let list = references.list(at: skipSpaces(bytes, end..<range.upperBound), .afterProvision)
    return add(start..<(list?.end ?? end), .this(level), list?.references ?? [])
  }

  mutating func readOwnInstrument(_ name: ByteRange) -> Int? {
    guard !continuesLaw(name) else { return name.upperBound }
    if let list = references.list(
      at: skipSpaces(bytes, name.upperBound..<range.upperBound), .afterInstrument)
    {
      return add(name.lowerBound..<list.end, .ownInstrument, list.references)
    }
    let words = SelfCitation(bytes: bytes, line: range, name: name)
    guard words.isCited else { return name.upperBound }
    return add(name, .ownInstrument, [])
  }

  /// 本法院, 本法人: 法 begins another word.
  func continuesLaw(_ name: ByteRange) -> Bool {
    NameFinder(bytes: bytes, range: range, names: names, document: document)
      .isContinued(name)
  }

  /// Whether a word ends in the 本, 上, 该 or 同 at `start`: 基本规则, 合同条.
  func continuesWord(_ start: Int) -> Bool {
    guard start > range.lowerBound else { return false }
    let sign = scalar(bytes, at: start).length
    return MentionReader.wordsAcross.words.contains { word in
      let first = start - (word.utf8.count - sign)
      return first >= range.lowerBound && bytes.has(word, at: first, before: range.upperBound)
    }
  }

  /// Words that end in 本 上 同 该.
  private static let wordsAcross = WordList(PackageResources.WordsAcross_txt)

  /// The unit of 本章, 前款, unless it begins another word: 本条件, 前款项.
  func unit(at start: Int) -> (Level, Int)? {
    guard
      let (level, word) = MentionReader.units.first(where: {
        bytes.has($0.word, at: start, before: range.upperBound)
      })
    else { return nil }
    let end = start + word.utf8.count
    let isWord = MentionReader.unitWords.contains {
      $0.word(bytes, at: start, before: range.upperBound) != nil
    }
    return isWord ? nil : (level, end)
  }

  /// 各 of 前各款.
  private static let all = CitationWords.phrases["all"]

  /// Longest first: 分编 before 编.
  private static let units: [(level: Level, word: Bytes)] = Level.allCases
    .compactMap { level in level.unit.map { (level, Bytes(keeping: $0)) } }
    .sorted { $0.1.utf8.count > $1.1.utf8.count }

  /// Words that begin with a unit.
  private static let unitWords = [
    CitationWords.unitWords["always"], CitationWords.unitWords["place"],
  ]

  /// 前款, 前两条, 前款第二项, 上款.
  mutating func readPreceding(at start: Int) -> Int? {
    guard !continuesWord(start) else { return nil }
    var i = skipSpaces(bytes, start + 3..<range.upperBound)
    var count: Int? = 1
    if let word = MentionReader.all.word(bytes, at: i, before: range.upperBound) {
      (count, i) = (nil, i + word.utf8.count)
    } else if let number = Legislation.readNumber(bytes, at: i, before: range.upperBound) {
      (count, i) = (number.value, number.end)
    }
    guard i < range.upperBound, count.map({ (1...50).contains($0) }) ?? true,
      let (level, end) = unit(at: i)
    else { return nil }
    let list = references.list(at: skipSpaces(bytes, end..<range.upperBound), .afterProvision)
    let deeper = list.flatMap { list in
      list.references[0].steps[0].level.depth > level.depth && count == 1 ? list : nil
    }
    return add(
      start..<(deeper?.end ?? end), .preceding(level, count), deeper?.references ?? [])
  }

  /// 该条, 同款第二项, 该法第三条.
  mutating func readSame(at start: Int) -> Int? {
    guard !continuesWord(start) else { return nil }
    let after = start + 3
    if let noun = CitationWords.nouns.word(bytes, at: after, before: range.upperBound) {
      guard
        let list = references.list(
          at: skipSpaces(bytes, after + noun.utf8.count..<range.upperBound), .afterInstrument)
      else { return nil }
      return add(start..<list.end, .sameInstrument, list.references)
    }
    guard after < range.upperBound, let (level, end) = unit(at: after),
      [.article, .paragraph, .item].contains(level)
    else { return nil }
    let list = references.list(at: skipSpaces(bytes, end..<range.upperBound), .afterProvision)
    return add(start..<(list?.end ?? end), .same(level), list?.references ?? [])
  }
}
