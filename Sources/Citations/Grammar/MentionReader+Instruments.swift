// Mentions that name an instrument: 《…》第三条, 刑法分则第三章.

import HanText
import Legislation

extension MentionReader {
  /// 《…》, with the provisions that follow it.
  mutating func readTitle(at start: Int) -> Int? {
    guard let title = markedTitle(bytes, at: start, before: range.upperBound) else { return nil }
    guard CitationWords.isInstrument(bytes, title.text), !isAnnex(start), !isBeingCalled(start)
    else {
      return title.end
    }
    let name = issued(titleText(bytes, title.text), before: start)
    return readInstrument(start..<title.end, .instrument(fullTitle(name), isMarked: true))
  }

  /// 〈…〉 or <…> outside any 《》, as texts without those marks write them.
  mutating func readLooseTitle(at start: Int) -> Int? {
    guard let title = markedTitle(bytes, at: start, before: range.upperBound),
      CitationWords.nouns.word(bytes, ending: title.text) != nil, title.text.count < 240
    else { return nil }
    return readInstrument(
      start..<title.end, .instrument(fullTitle(titleText(bytes, title.text)), isMarked: true))
  }

  /// A title that leaves its issuer before the mark: 最高人民法院《关于…的解释》.
  func issued(_ title: String, before start: Int) -> String {
    guard title.hasPrefix("关于"),
      let issuer = MentionReader.issuers.word(bytes, ending: range.lowerBound..<start)
    else { return title }
    return String(decoding: issuer.utf8, as: UTF8.self) + title
  }

  /// Bodies whose instruments carry their name in the official title.
  private static let issuers = WordList(PackageResources.TitleIssuers_txt)

  /// One past a note in brackets at `start`, spaces after it included.
  func note(at start: Int) -> Int? {
    guard start < range.upperBound, opensBracket(scalar(bytes, at: start).value) else { return nil }
    var i = start
    for _ in 0..<60 where i < range.upperBound {
      let next = scalar(bytes, at: i)
      i += next.length
      if closesBracket(next.value) {
        return skipSpaces(bytes, i..<range.upperBound)
      }
    }
    return nil
  }

  /// 本法所附《…》 is a part of this instrument.
  func isAnnex(_ start: Int) -> Bool {
    MentionReader.annexes.word(bytes, ending: range.lowerBound..<start) != nil
  }

  private static let annexes = CitationWords.phrases["annex"]

  /// （以下简称《办法》）: the name is given here, not used.
  func isBeingCalled(_ start: Int) -> Bool {
    var end = start
    for _ in 0..<2 where end > range.lowerBound {
      let last = scalar(bytes, before: end)
      guard [0x201C, 0x22, 0x300C, 0x2018, 0x27].contains(last.value) || isSpace(last.value) else {
        break
      }
      end -= last.length
    }
    return DocumentNames.callings.word(bytes, ending: range.lowerBound..<end) != nil
  }

  mutating func fullTitle(_ name: String) -> String {
    let title = names.fullTitle(of: document.abbreviations[name] ?? name)
    // 《规定》, where nothing says what it is short for.
    if title == name, let last = lastTitles[name] { return last }
    let bytes = Array(title.utf8)
    for noun in CitationWords.nouns.words where bytes.ends(0..<bytes.count, with: noun) {
      guard noun.utf8.count < bytes.count else { continue }
      lastTitles[String(decoding: noun.utf8, as: UTF8.self)] = title
    }
    return title
  }

  /// A name without marks; the place to go on from, or nil where it is none after all.
  mutating func readName(_ hit: NameHit) -> Int? {
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

  mutating func readInstrument(_ name: ByteRange, _ lead: Lead) -> Int {
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
    // 《…》（以下简称《…》）第三条
    if let note = note(at: at), references.list(at: note, .ordinal) != nil { at = note }
    if let list = references.list(at: at, .afterInstrument) {
      return add(name.lowerBound..<list.end, lead, list.references)
    }
    return add(name, lead, [])
  }
}
