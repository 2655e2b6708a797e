// What a text itself calls other instruments: 以下简称, and the titles it names in full.

import HanText
import Legislation

/// The names one document gives.
struct DocumentNames {
  /// Short name → full title.
  private(set) var abbreviations: [String: String] = [:]
  /// Short names and titles, to find without 《》.
  private(set) var trie = NameTrie()
  private(set) var titles: [String] = []
  private var known: Set<String> = []

  /// Reads the lines of `document` for names.
  init(_ document: ParsedDocument, standard: InstrumentNames) {
    document.forEachLine { first, rest in
      let line = LogicalLine(document.source, first, rest)
      // Every title and every 以下简称 of one stands behind a 》 or an 称.
      guard
        line.bytes.find("》", in: line.range) != nil
          || line.bytes.find("简称", in: line.range) != nil
      else { return }
      read(line, standard)
    }
  }

  private mutating func read(_ line: LogicalLine, _ standard: InstrumentNames) {
    let (bytes, end) = (line.bytes, line.range.upperBound)
    var i = line.range.lowerBound
    while let mark = bytes.find("《", in: i..<end) {
      guard let title = markedTitle(bytes, at: mark, before: end) else {
        i = mark + 3
        continue
      }
      i = title.end
      guard CitationWords.isInstrument(bytes, title.text) else { continue }
      let full = standard.fullTitle(
        of: abbreviations[titleText(bytes, title.text)] ?? titleText(bytes, title.text))
      if let short = abbreviation(bytes, at: title.end, before: end) { enter(short, full) }
      // 《中华人民共和国统计法》 is 统计法 further on.
      if full.hasPrefix(InstrumentNames.country) {
        enterTitle(String(full.dropFirst(InstrumentNames.country.count)), full)
      }
      if !CitationWords.isNoun(full) { enterTitle(full, full) }
    }
    // 民事诉讼法（以下简称民诉法）
    var from = line.range.lowerBound
    while let word = bytes.find("简称", in: from..<end) {
      from = word + 6
      guard let opening = bracket(bytes, before: word, notBefore: line.range.lowerBound),
        let name = standard.trie.longest(
          bytes, endingAt: opening, notBefore: line.range.lowerBound),
        let abbreviation = abbreviation(bytes, at: opening, before: end)
      else { continue }
      enter(abbreviation, standard.titles[name.value])
    }
  }

  /// Where the bracket opens that 以下简称 at `word` stands in.
  private func bracket(_ bytes: [UInt8], before word: Int, notBefore start: Int) -> Int? {
    var i = word
    for _ in 0..<4 where i > start {
      let last = scalar(bytes, before: i)
      i -= last.length
      if opensBracket(last.value) { return i }
    }
    return nil
  }

  /// The name that a bracket right after a title gives it: （以下简称《办法》）.
  private func abbreviation(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (name: String, isMarked: Bool)? {
    var i = skipSpaces(bytes, start..<end)
    guard i < end else { return nil }
    let opening = scalar(bytes, at: i)
    guard opensBracket(opening.value) || opening.value == 0xFF0C else { return nil }
    i = skipSpaces(bytes, i + opening.length..<end)
    guard let words = DocumentNames.callings.word(bytes, at: i, before: end) else { return nil }
    i += words.utf8.count
    var name: [UInt8] = []
    var isMarked = false
    for _ in 0..<40 where i < end {
      let next = scalar(bytes, at: i)
      switch next.value {
      // Quotes of any kind stand around the name.
      case 0x300A, 0x300B: isMarked = true
      case 0x201C, 0x201D, 0x22, 0x300C, 0x300D, 0x27, 0x2018, 0x2019, 0xFF1A, 0x3A: break
      case 0xFF09, 0x29, 0xFF0C, 0x3002, 0xFF1B, 0x3001:
        return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self), isMarked)
      case let value where isSpace(value): break
      default: name.append(contentsOf: bytes[i..<i + next.length])
      }
      i += next.length
    }
    return nil
  }

  /// How a text says that it shortens a title, longest first.
  static let callings = WordList(PackageResources.Callings_txt)

  private mutating func enter(_ short: (name: String, isMarked: Bool), _ title: String) {
    let name = short.name
    guard !name.hasPrefix("本"), name.unicodeScalars.count > 1, abbreviations[name] == nil else {
      return
    }
    abbreviations[name] = title
    // 《规定》 is not what 有关规定 says.
    if !short.isMarked || !CitationWords.isNoun(name) { enterTitle(name, title) }
  }

  private mutating func enterTitle(_ name: String, _ title: String) {
    guard name.unicodeScalars.count > 1, known.insert(name).inserted else { return }
    trie.insert(name, value: titles.count)
    titles.append(title)
  }
}
