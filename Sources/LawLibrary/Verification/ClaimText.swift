// The text that claims are read from: its lines, quotation marks and sentences.

import HanText
import Legislation

/// The lines of a document and what can be read at a place in them. Offsets are UTF-8 bytes of the source.
struct ClaimText {
  let bytes: [UInt8]
  /// The lines with words, wraps joined.
  let lines: [ByteRange]

  /// Fourteen Han characters: longer words in quotation marks are no name of a rule.
  private static let longestLabel = 42
  /// Eight Han characters.
  private static let shortestAfterComma = 24
  /// Quotations are read up to this many UTF-8 bytes.
  private static let longest = 24_000
  /// Statements are read up to this many UTF-8 bytes.
  private static let longestStatement = 6_000

  init(_ document: ParsedDocument) {
    bytes = document.source.bytes
    var lines: [ByteRange] = []
    document.forEachLine { first, rest in
      lines.append(first.lowerBound..<(rest.last ?? first).upperBound)
    }
    self.lines = lines
  }

  /// The line that holds an offset.
  func line(holding offset: Int) -> Int? {
    let line = lines.partitioningIndex { $0.upperBound > offset }
    return line < lines.count && lines[line].lowerBound <= offset ? line : nil
  }

  /// Past spaces and the marks of emphasis.
  func skipMarks(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      let next = scalar(bytes, at: i)
      guard isSpace(next.value) || next.value == 0x2A || next.value == 0x60 else { break }
      i += next.length
    }
    return i
  }

  /// The end of a short note in brackets: （2018年修正）, （以下简称…）.
  func noteEnd(_ start: Int, _ end: Int) -> Int? {
    guard start < end, isOpening(scalar(bytes, at: start).value) else { return nil }
    var i = start
    for _ in 0..<30 where i < end {
      let next = scalar(bytes, at: i)
      i += next.length
      if closesBracket(next.value) { return i }
    }
    return nil
  }

  /// Whether a scalar opens a bracket of any kind.
  func isOpening(_ value: UInt32) -> Bool {
    opensBracket(value) || value == 0x3010 || value == 0x3014 || value == 0x5B
  }

  /// The quotation lines (>) right below a line.
  func block(below line: Int) -> ByteRange? {
    var last: Int?
    for next in line + 1..<min(lines.count, line + 40) {
      let gap = lines[next - 1].upperBound..<lines[next].lowerBound
      guard bytes[gap].contains(UInt8(ascii: ">")) else { break }
      last = next
    }
    return last.map { lines[line + 1].lowerBound..<lines[$0].upperBound }
  }

  /// Where the sentence at `start` ends.
  func sentenceEnd(_ start: Int, _ end: Int) -> Int {
    let limit = min(end, start + Self.longestStatement)
    var i = start
    var depth = 0
    while i < limit {
      let next = scalar(bytes, at: i)
      switch next.value {
      case 0x201C, 0x300C, 0xFF08: depth += 1
      case 0x201D, 0x300D, 0xFF09: depth -= 1
      case 0x3002, 0xFF01, 0xFF1F, 0xFF1B: if depth <= 0 { return i }
      case 0xFF0C where ClaimWords.remarks.word(bytes, at: i + next.length, before: end) != nil:
        return i
      default: break
      }
      i += next.length
    }
    return i
  }

  /// Han characters, letters and digits of a range, counted up to six.
  func words(in range: ByteRange) -> Int {
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound, count < 6 {
      let next = scalar(bytes, at: i)
      if isWord(next.value) { count += 1 }
      i += next.length
    }
    return count
  }

  /// What may stand between the members of a list: 、 和 与 及 以 或 者
  static let joiners: Set<UInt32> = [0x3001, 0x548C, 0x4E0E, 0x53CA, 0x4EE5, 0x6216, 0x8005]

  /// The quotation that opens at `start`, and those that follow it right away.
  func quotations(_ start: Int, _ end: Int) -> [Claim.Quotation]? {
    var result: [Claim.Quotation] = []
    var i = start
    while result.count < 8, i < end {
      guard let inside = quotation(i, before: bytes.count) else { break }
      let close = inside.upperBound + scalar(bytes, at: inside.upperBound).length
      // What an amendment changes is not what the provision says now.
      if ClaimWords.amending.word(bytes, at: skipMarks(close, end), before: end) != nil {
        return nil
      }
      let isLabel =
        ClaimWords.labels.word(bytes, at: close, before: end) != nil
        && inside.count <= Self.longestLabel
      result.append(Claim.Quotation(range: inside, isLabel: isLabel))
      var next = skipMarks(close, end)
      for _ in 0..<3 where next < end && scalar(bytes, at: next).value != 0x201C {
        let mark = scalar(bytes, at: next)
        guard Self.joiners.contains(mark.value) || mark.value == 0xFF0C || mark.value == 0xFF1B
        else { break }
        next = skipMarks(next + mark.length, end)
      }
      i = next
    }
    guard let first = result.first else { return nil }
    // After a comma a few words in quotation marks are as likely the writer's own.
    return [first]
      + result.dropFirst().filter {
        $0.range.count >= Self.shortestAfterComma || isListed($0.range)
      }
  }

  /// Whether a quotation follows another with no comma between.
  private func isListed(_ range: ByteRange) -> Bool {
    let open = scalar(bytes, before: range.lowerBound)
    guard range.lowerBound - open.length > 0 else { return false }
    return scalar(bytes, before: range.lowerBound - open.length).value != 0xFF0C
  }

  /// The words of a quotation whose opening mark stands at `start`. It may go over several lines.
  private func quotation(_ start: Int, before end: Int) -> ByteRange? {
    let open = scalar(bytes, at: start)
    guard let closer = Self.closers[open.value] else { return nil }
    let inside = start + open.length
    let limit = min(end, inside + Self.longest)
    var depth = 1
    var i = inside
    while i < limit {
      let next = scalar(bytes, at: i)
      if next.value == closer {
        depth -= 1
        if depth == 0 { return i > inside ? inside..<i : nil }
      } else if next.value == open.value {
        depth += 1
      }
      i += next.length
    }
    return nil
  }

  private static let closers: [UInt32: UInt32] = [
    0x201C: 0x201D, 0x2018: 0x2019, 0x300C: 0x300D, 0x300E: 0x300F, 0x22: 0x22, 0xFF02: 0xFF02,
  ]

  /// The quotations inside a statement.
  func quotations(within range: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    var i = range.lowerBound
    while i < range.upperBound, result.count < 8 {
      if let inside = quotation(i, before: range.upperBound) {
        result.append(inside)
        i = inside.upperBound
      }
      i += scalar(bytes, at: i).length
    }
    return result
  }

  /// A range without the colon at its end.
  func withoutColon(_ range: ByteRange) -> ByteRange {
    guard !range.isEmpty else { return range }
    let last = scalar(bytes, before: range.upperBound)
    guard last.value == 0xFF1A || last.value == 0x3A else { return range }
    return range.lowerBound..<range.upperBound - last.length
  }

  /// A range without spaces at its ends and marks of emphasis behind it.
  func withoutMarks(_ range: ByteRange) -> ByteRange {
    var rest = trimmed(bytes, range)
    while !rest.isEmpty, bytes[rest.upperBound - 1] == 0x2A || bytes[rest.upperBound - 1] == 0x60 {
      rest = trimmed(bytes, rest.lowerBound..<rest.upperBound - 1)
    }
    return rest
  }

  /// The words of the quotation whose closing mark ends before `end`.
  func quotation(endingAt end: Int) -> ByteRange? {
    let close = scalar(bytes, before: end)
    guard let opener = Self.closers.first(where: { $0.value == close.value })?.key else {
      return nil
    }
    let inside = end - close.length
    let limit = max(0, inside - Self.longest)
    var depth = 1
    var i = inside
    while i > limit {
      let last = scalar(bytes, before: i)
      if last.value == opener {
        depth -= 1
        if depth == 0 { return i < inside ? i..<inside : nil }
      } else if last.value == close.value {
        depth += 1
      }
      i -= last.length
    }
    return nil
  }

  /// The last sentence of a range, without the mark at its end.
  func lastSentence(_ range: ByteRange) -> ByteRange {
    let limit = max(range.lowerBound, range.upperBound - Self.longestStatement)
    var start = range.upperBound
    while start > limit {
      let last = scalar(bytes, before: start)
      if [0x3002, 0xFF01, 0xFF1F, 0xFF1B].contains(last.value) { break }
      start -= last.length
    }
    return start..<range.upperBound
  }
}
