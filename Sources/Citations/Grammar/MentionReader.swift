// Finds the mentions of a line, from left to right: the grammar of citations.

import HanText
import Legislation

/// Reads one line of a document.
struct MentionReader {
  let bytes: [UInt8]
  let range: ByteRange
  let names: InstrumentNames
  let document: DocumentNames
  /// The full title that 《规定》 alone stands for, where the text does not say: the last one named that
  /// ends in the word.
  var lastTitles: [String: String]
  private let references: ReferenceReader
  private var mentions: [RawMention] = []

  init(
    _ line: LogicalLine, names: InstrumentNames, document: DocumentNames,
    lastTitles: [String: String]
  ) {
    (bytes, range) = (line.bytes, line.range)
    (self.names, self.document, self.lastTitles) = (names, document, lastTitles)
    references = ReferenceReader(bytes: line.bytes, end: line.range.upperBound)
  }

  /// The mentions, in order, not overlapping.
  mutating func read() -> [RawMention] {
    let hits = NameFinder(bytes: bytes, range: range, names: names, document: document).hits()
    var nextHit = 0
    var i = range.lowerBound
    while i < range.upperBound {
      while nextHit < hits.count, hits[nextHit].range.lowerBound < i { nextHit += 1 }
      if nextHit < hits.count, hits[nextHit].range.lowerBound == i {
        let hit = hits[nextHit]
        nextHit += 1
        if let end = readName(hit) {
          i = end
          continue
        }
      }
      let length = scalar(bytes, at: i).length
      i = readMention(at: i) ?? i + length
    }
    markOpen(&mentions, bytes, end: range.upperBound)
    return mentions
  }

  /// Reads a mention that begins at `i` with a sign of its own; the place to go on from.
  private mutating func readMention(at i: Int) -> Int? {
    switch scalar(bytes, at: i).value {
    case 0x300A: readTitle(at: i)  // 《
    case 0x3008, 0x3C: readLooseTitle(at: i)  // 〈 <
    case 0x7B2C: readNumber(at: i)  // 第
    case 0x672C: readThis(at: i)  // 本
    case 0x524D, 0x4E0A: readPreceding(at: i)  // 前 上
    case 0x8BE5, 0x540C: readSame(at: i)  // 该 同
    default: nil
    }
  }

  private mutating func add(
    _ range: ByteRange, _ lead: Lead, _ references: [Reference]
  ) -> Int {
    mentions.append(RawMention(range: range, lead: lead, references: references))
    return range.upperBound
  }

  // MARK: - Instruments by name

  /// 《…》, with the provisions that follow it.
  private mutating func readTitle(at start: Int) -> Int? {
    guard let title = markedTitle(bytes, at: start, before: range.upperBound) else { return nil }
    guard CitationWords.isInstrument(bytes, title.text), !isAnnex(start), !isBeingCalled(start)
    else {
      return title.end
    }
    return readInstrument(
      start..<title.end, .instrument(fullTitle(titleText(bytes, title.text)), isMarked: true))
  }

  /// 〈…〉 or <…> outside any 《》, as texts without those marks write them.
  private mutating func readLooseTitle(at start: Int) -> Int? {
    guard let title = markedTitle(bytes, at: start, before: range.upperBound),
      CitationWords.nouns.word(bytes, ending: title.text) != nil, title.text.count < 240
    else { return nil }
    let name = issued(titleText(bytes, title.text), before: start)
    return readInstrument(start..<title.end, .instrument(fullTitle(name), isMarked: true))
  }

  /// A title that leaves its issuer before the mark: 最高人民法院《关于…的解释》.
  private func issued(_ title: String, before start: Int) -> String {
    guard title.hasPrefix("关于"),
      let issuer = MentionReader.issuers.word(bytes, ending: range.lowerBound..<start)
    else { return title }
    return String(decoding: issuer.utf8, as: UTF8.self) + title
  }

  /// Bodies whose instruments carry their name in the official title.
  private static let issuers = WordList(PackageResources.TitleIssuers_txt)

  /// 本法所附《…》 is a part of this instrument.
  private func isAnnex(_ start: Int) -> Bool {
    MentionReader.annexes.contains { bytes.ends(range.lowerBound..<start, with: $0) }
  }

  private static let annexes: [Bytes] = ["所附", "所附的", "附：", "附:", "附件：", "附表："]

  /// （以下简称《办法》）: the name is given here, not used.
  private func isBeingCalled(_ start: Int) -> Bool {
    var end = start
    for _ in 0..<2 where end > range.lowerBound {
      let last = scalar(bytes, before: end)
      guard [0x201C, 0x22, 0x300C, 0x2018, 0x27].contains(last.value) || isSpace(last.value) else {
        break
      }
      end -= last.length
    }
    return DocumentNames.callings.contains { bytes.ends(range.lowerBound..<end, with: $0) }
  }

  private mutating func fullTitle(_ name: String) -> String {
    let title = names.fullTitle(of: document.abbreviations[name] ?? name)
    // 《规定》, where nothing says what it is short for.
    if title == name, let last = lastTitles[name] { return last }
    if let noun = lastNoun(of: title), noun != title { lastTitles[noun] = title }
    return title
  }

  private func lastNoun(of title: String) -> String? {
    let bytes = Array(title.utf8)
    return CitationWords.nouns.word(bytes, ending: 0..<bytes.count)
      .map { String(decoding: $0.utf8, as: UTF8.self) }
  }

  /// A name without marks; the place to go on from, or nil where it is none after all.
  private mutating func readName(_ hit: NameHit) -> Int? {
    let followed = references.list(
      at: skipSpaces(bytes, hit.range.upperBound..<range.upperBound), .afterInstrument)
    guard followed != nil || hit.beginsAfterLead, !isBeingCalled(hit.range.lowerBound) else {
      return nil
    }
    let end = readInstrument(hit.range, .instrument(hit.title, isMarked: false))
    if followed == nil {
      mentions[mentions.count - 1].isObject =
        SelfCitation(bytes: bytes, line: range, name: hit.range).isCited
    }
    return end
  }

  private mutating func readInstrument(_ name: ByteRange, _ lead: Lead) -> Int {
    var at = skipSpaces(bytes, name.upperBound..<range.upperBound)
    // 刑法分则第三章: 分则 is the code's second 编.
    var base: [Address.Step] = []
    if case .instrument(InstrumentNames.country + "刑法", _) = lead {
      for (word, part) in [("总则", 1), ("分则", 2)] as [(Bytes, Int)]
      where bytes.has(word, at: at, before: range.upperBound) {
        base = [Address.Step(.part, ProvisionNumber(part))]
        at += 6
        if references.list(at: at, .ordinal)?.references.first?.steps.first?.level == .article {
          base = []
        }
        guard let list = references.list(at: at, .ordinal) else {
          return add(
            name.lowerBound..<at, lead, [Reference(steps: base, through: nil)])
        }
        return add(
          name.lowerBound..<list.end, lead,
          list.references.map { reference in
            let isContainer = reference.steps.first.map { $0.level.depth < Level.article.depth }
            return isContainer == true
              ? Reference(steps: base + reference.steps, through: reference.through) : reference
          })
      }
    }
    if bytes.has("序言", at: at, before: range.upperBound) {
      let preamble = Address.Step(.preamble, nil)
      if let list = references.list(at: at + 6, .ordinal) {
        return add(
          name.lowerBound..<list.end, lead,
          list.references.map { Reference(steps: [preamble] + $0.steps, through: $0.through) })
      }
    }
    if let list = references.list(at: at, .afterInstrument) {
      return add(name.lowerBound..<list.end, lead, list.references)
    }
    return add(name, lead, [])
  }

  // MARK: - Numbers alone

  /// 第三条 after no name, or after one that no list has.
  private mutating func readNumber(at start: Int) -> Int? {
    guard let list = references.list(at: start, .ordinal) else { return nil }
    if let name = unknownName(before: start) {
      return add(
        name.range.lowerBound..<list.end, .instrument(name.title, isMarked: false), list.references)
    }
    // 《…》（2018年修正）第三条, 《…》的第三条
    if let last = mentions.last, case .instrument = last.lead, last.references.isEmpty,
      isAside(last.range.upperBound..<start)
    {
      return add(start..<list.end, last.lead, list.references)
    }
    return add(start..<list.end, .nothing, list.references)
  }

  /// Whether nothing but a note in brackets or a particle stands between a name and its provision.
  private func isAside(_ between: ByteRange) -> Bool {
    var i = between.lowerBound
    if i < between.upperBound, [0xFF08, 0x28].contains(scalar(bytes, at: i).value) {
      var length = 0
      while i < between.upperBound, length < 60 {
        let next = scalar(bytes, at: i)
        i += next.length
        length += 1
        if next.value == 0xFF09 || next.value == 0x29 { break }
      }
    }
    let rest = trimmed(bytes, i..<between.upperBound)
    return rest.isEmpty
      || MentionReader.particles.contains {
        rest.count == $0.utf8.count && bytes.ends(rest, with: $0)
      }
  }

  private static let particles: [Bytes] = ["的", "中", "中的", "之"]

  /// A name no list has right before a provision: 某省某某办法第五条. It begins after a word that names
  /// follow, or after a mark.
  private func unknownName(before end: Int) -> (range: ByteRange, title: String)? {
    let start = max(range.lowerBound, mentions.last?.range.upperBound ?? range.lowerBound)
    let words = trimmed(bytes, start..<end)
    guard let noun = CitationWords.nouns.word(bytes, ending: words) else { return nil }
    let nounStart = words.upperBound - noun.utf8.count
    var i = nounStart
    var length = 0
    while i > start, length < 40 {
      let next = scalar(bytes, before: i)
      guard isHan(next.value), CitationWords.leads.word(bytes, ending: start..<i) == nil else {
        break
      }
      i -= next.length
      length += 1
    }
    guard length >= 2, length < 40, !bytes.has("本", at: i, before: end),
      !bytes.has("该", at: i, before: end), !bytes.has("上述", at: i, before: end)
    else { return nil }
    let name = String(decoding: bytes[i..<words.upperBound], as: UTF8.self)
    return (i..<words.upperBound, names.fullTitle(of: name))
  }

  // MARK: - From where the mention stands

  /// 本法第三条, 本章, 本条第一款.
  private mutating func readThis(at start: Int) -> Int? {
    guard !continuesWord(start) else { return nil }
    let after = start + 3
    if let noun = CitationWords.nouns.words.first(where: {
      bytes.has($0, at: after, before: range.upperBound)
    }) {
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

  private mutating func readOwnInstrument(_ name: ByteRange) -> Int? {
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
  private func continuesLaw(_ name: ByteRange) -> Bool {
    NameFinder(bytes: bytes, range: range, names: names, document: document)
      .isContinued(name)
  }

  /// Whether a word ends in the 本, 上, 该 or 同 at `start`: 基本规则, 合同条.
  private func continuesWord(_ start: Int) -> Bool {
    guard start > range.lowerBound else { return false }
    let sign = scalar(bytes, at: start).length
    return MentionReader.wordsAcross.contains { word in
      let first = start - (word.utf8.count - sign)
      return first >= range.lowerBound && bytes.has(word, at: first, before: range.upperBound)
    }
  }

  /// Words that end in 本 上 同 该.
  private static let wordsAcross: [Bytes] = WordList(PackageResources.WordsAcross_txt).words

  /// The unit of 本章, 前款, unless it begins another word: 本条件, 前款项.
  private func unit(at start: Int) -> (Level, Int)? {
    guard
      let (level, word) = MentionReader.units.first(where: {
        bytes.has($0.word, at: start, before: range.upperBound)
      })
    else { return nil }
    let end = start + word.utf8.count
    let rest = MentionReader.unitWords.contains {
      bytes.has($0, at: start, before: range.upperBound)
    }
    return rest ? nil : (level, end)
  }

  private static let units: [(level: Level, word: Bytes)] = [
    (.subpart, "分编"), (.part, "编"), (.chapter, "章"), (.section, "节"), (.article, "条"),
    (.paragraph, "款"), (.item, "项"), (.subitem, "目"),
  ]

  /// Words that begin with a unit.
  private static let unitWords: [Bytes] = WordList(PackageResources.UnitWords_txt).words

  /// 前款, 前两条, 前款第二项, 上款.
  private mutating func readPreceding(at start: Int) -> Int? {
    guard !continuesWord(start) else { return nil }
    var i = skipSpaces(bytes, start + 3..<range.upperBound)
    var count: Int? = 1
    if let word = (["各", "几", "数", "列各"] as [Bytes]).first(where: {
      bytes.has($0, at: i, before: range.upperBound)
    }) {
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
  private mutating func readSame(at start: Int) -> Int? {
    guard !continuesWord(start) else { return nil }
    let after = start + 3
    if let noun = CitationWords.nouns.words.first(where: {
      bytes.has($0, at: after, before: range.upperBound)
    }) {
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
