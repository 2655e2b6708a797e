// Short names in brackets: （以下简称X） and the words in front of the bracket that they stand for.

import HanText
import Legislation

/// Short names and what they stand for. Ranges are in the passage's bytes.
struct Abbreviation {
  let terms: [ByteRange]
  let phrase: ByteRange
  let form: DefinitionForm
  /// Where the bracket ends.
  let end: Int
}

/// Reads the short names that a passage introduces.
struct AbbreviationReader {
  private let bytes: [UInt8]
  private let range: ByteRange

  private static let one = MeaningReader.words["calls-one"]
  private static let several = MeaningReader.words["calls-several"]
  private static let marks = MeaningReader.words["calls-mark"]
  private static let below = MeaningReader.words["below"]
  private static let justBelow = MeaningReader.words["below-called"]
  private static let each = MeaningReader.words["each"]

  init(passage: Passage) {
    bytes = passage.bytes
    range = passage.range
  }

  /// Hands over each short name with its phrase.
  func read(_ body: (Abbreviation) -> Void) {
    var start = range.lowerBound
    while let word = bytes.find("称", in: start..<range.upperBound) {
      start = word + 3
      if let abbreviation = abbreviation(at: word) {
        body(abbreviation)
        start = max(start, abbreviation.end)
      }
    }
  }

  /// The short name whose 称 stands at `word`.
  private func abbreviation(at word: Int) -> Abbreviation? {
    let before = range.lowerBound..<word
    let form: DefinitionForm
    if Self.one.word(bytes, ending: before) != nil {
      form = .abbreviation
    } else if Self.several.word(bytes, ending: before) != nil {
      form = .collective
    } else {
      return nil
    }
    guard let open = opening(before: word) else { return nil }
    let lead = open.end..<word
    let says =
      Self.below.occurs(bytes, in: lead) || Self.justBelow.word(bytes, ending: lead) != nil
      || lead.count == 3 && form == .abbreviation
    guard says else { return nil }
    var nameStart = word + 3
    while let mark = Self.marks.word(bytes, at: nameStart, before: range.upperBound) {
      nameStart += mark.utf8.count
    }
    guard let close = closing(after: nameStart, bracketed: open.isBracket) else { return nil }
    let names = names(in: nameStart..<close, isSeparate: Self.each.occurs(bytes, in: lead))
    guard let first = names.first, let last = names.last else { return nil }
    let phrase = phrase(before: open.start, form, name: first.lowerBound..<last.upperBound)
    guard !phrase.isEmpty else { return nil }
    return Abbreviation(terms: names, phrase: phrase, form: form, end: close)
  }

  /// The bracket or comma that opens the note whose 称 stands at `word`.
  private func opening(before word: Int) -> (start: Int, end: Int, isBracket: Bool)? {
    var i = word
    var comma: (Int, Int, Bool)?
    // 〔2024〕 of a document's number
    var isInNumber = false
    while i > range.lowerBound, word - i < 120 {
      let previous = scalar(bytes, before: i)
      let start = i - previous.length
      switch previous.value {
      case 0x3015: isInNumber = true
      case 0x3014 where isInNumber: isInNumber = false
      case 0xFF08, 0x28, 0x3014: return (start, i, true)
      case 0xFF0C where comma == nil && Self.below.word(bytes, at: i, before: word) != nil:
        comma = (start, i, false)
      case 0xFF09, 0x29, 0x3002, 0xFF1B: return comma
      default: break
      }
      i = start
    }
    return comma
  }

  /// Where a short name that begins at `start` ends.
  private func closing(after start: Int, bracketed: Bool) -> Int? {
    var i = start
    var depth = 0
    while i < range.upperBound, i - start < 180 {
      let next = scalar(bytes, at: i)
      switch next.value {
      case 0xFF08, 0x28, 0x3014, 0x201C, 0x300A: depth += 1
      case 0xFF09, 0x29, 0x3015:
        if depth == 0 { return i }
        depth -= 1
      case 0x201D, 0x300B: depth -= 1
      case 0xFF0C, 0xFF1B, 0x3002, 0xFF1A:
        if depth == 0, i > start { return i }
      default: break
      }
      i += next.length
    }
    return bracketed ? nil : i
  }

  /// The names in a stretch, without the marks around them.
  private func names(in stretch: ByteRange, isSeparate: Bool) -> [ByteRange] {
    var names: [ByteRange] = []
    var start = stretch.lowerBound
    var i = start
    var depth = 0
    var isQuoted = false
    while i < stretch.upperBound {
      let next = scalar(bytes, at: i)
      switch next.value {
      case 0x201C, 0x300A, 0xFF08, 0x28:
        isQuoted = isQuoted || next.value == 0x201C
        depth += 1
      case 0x201D, 0x300B, 0xFF09, 0x29: depth -= 1
      // 、 and 和 between quoted names, and after 分别
      case 0x3001, 0x548C:
        guard depth == 0, next.value == 0x3001 ? isSeparate || isQuoted : isQuoted else { break }
        names.append(bare(start..<i))
        start = i + next.length
      default: break
      }
      i += next.length
    }
    names.append(bare(start..<stretch.upperBound))
    return names.filter { !$0.isEmpty && scalarCount(bytes, $0) <= 40 }
  }

  private func bare(_ name: ByteRange) -> ByteRange {
    let name = trimmed(bytes, name)
    guard !name.isEmpty else { return name }
    let first = scalar(bytes, at: name.lowerBound)
    let last = scalar(bytes, before: name.upperBound)
    switch (first.value, last.value) {
    case (0x201C, 0x201D), (0x300A, 0x300B), (0x2018, 0x2019), (0x3008, 0x3009), (0x22, 0x22):
      guard name.count > first.length + last.length else { return name }
      return name.lowerBound + first.length..<name.upperBound - last.length
    default: return name
    }
  }

  /// The words in front of a bracket that a short name stands for.
  private func phrase(before end: Int, _ form: DefinitionForm, name: ByteRange) -> ByteRange {
    let stretch = trimmed(bytes, range.lowerBound..<end)
    guard !stretch.isEmpty else { return stretch }
    let last = scalar(bytes, before: stretch.upperBound).value
    if last == 0x300B, form == .abbreviation || bytes.ends(stretch, with: "〉》") {
      return title(ending: stretch)
    }
    if last == 0x201D, form == .abbreviation, let open = lastOpen(0x201C, 0x201D, in: stretch) {
      let inner = open..<stretch.upperBound
      if scalarCount(bytes, inner) >= 4 { return inner }
    }
    return NounPhrase(bytes, ending: stretch, form, name: name).range
  }

  private func title(ending stretch: ByteRange) -> ByteRange {
    (lastOpen(0x300A, 0x300B, in: stretch) ?? stretch.lowerBound)..<stretch.upperBound
  }

  /// Where the pair that closes at the end of `stretch` opens.
  private func lastOpen(_ opener: UInt32, _ closer: UInt32, in stretch: ByteRange) -> Int? {
    var depth = 0
    var i = stretch.upperBound
    while i > stretch.lowerBound {
      let previous = scalar(bytes, before: i)
      i -= previous.length
      if previous.value == closer { depth += 1 }
      if previous.value == opener {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }
}
