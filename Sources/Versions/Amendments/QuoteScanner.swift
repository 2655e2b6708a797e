// New words out of a decision's lines, in every way decisions quote them.

import HanText
import Legislation

/// A stretch of a line: words of the decision itself, or a quotation that ends in the line.
enum DecisionSegment {
  /// A range of the line's bytes.
  case text(LogicalLine, ByteRange)
  case quote(QuotedText)
}

/// Takes quotations out of a decision, line by line.
///
/// A quotation may run over lines. Some decisions mark each of its lines at the beginning and the last one at
/// its end, others the first and the last only; marks are curly “”, straight "", or corner 「」; words quoted
/// inside stand in ‘’ and come out in “”.
struct QuoteScanner {
  private enum Style { case curly, straight, corner }

  private struct Open {
    let style: Style
    /// Marks not yet closed; straight ones do not nest.
    var depth: Int
    var lines: [SourcedText]
    let start: Int
  }

  private var open: Open?

  /// Whether a quotation goes on in the next line.
  var isOpen: Bool { open != nil }

  /// Ends a quotation that its decision does not.
  mutating func close(at end: Int) -> DecisionSegment? {
    guard let open else { return nil }
    self.open = nil
    return .quote(QuotedText(lines: open.lines, range: open.start..<max(end, open.start)))
  }

  /// The segments of the next line; of a quotation that does not end in it, none.
  mutating func read(_ line: LogicalLine) -> [DecisionSegment] {
    let bytes = line.bytes
    let end = line.range.upperBound
    var segments: [DecisionSegment] = []
    var i = line.range.lowerBound
    if open != nil {
      i = skipSpaces(bytes, i..<end)
      open?.lines.append([])
      if i < end, continues(bytes, i..<end) { i += scalar(bytes, at: i).length }
    }
    var textStart = i
    // Each turn takes one scalar.
    while i < end {
      let next = scalar(bytes, at: i)
      defer { i += next.length }
      guard let style = open?.style, let start = open?.start else {
        guard let style = Self.style(opening: next.value) else { continue }
        if i > textStart { segments.append(.text(line, textStart..<i)) }
        open = Open(
          style: style, depth: 1, lines: [[]],
          start: line.sourceRange(i..<i + next.length).lowerBound)
        continue
      }
      let depth = (open?.depth ?? 0) + Self.change(next.value, style)
      if depth == 0 {
        let range = start..<line.sourceRange(i..<i + next.length).upperBound
        segments.append(.quote(QuotedText(lines: trimmed(open?.lines ?? []), range: range)))
        open = nil
        textStart = i + next.length
        continue
      }
      add(
        SourcedScalar(
          value: depth == 1 ? Self.unnested(next.value) : next.value,
          origin: .decision(line.sourceRange(i..<i + next.length).lowerBound)), depth)
    }
    if open == nil, textStart < end { segments.append(.text(line, textStart..<end)) }
    return segments
  }

  /// Adds to the last line in place: a copy of it for each scalar would take the square of its length.
  private mutating func add(_ scalar: SourcedScalar, _ depth: Int) {
    guard let last = open?.lines.indices.last else { return }
    open?.depth = depth
    open?.lines[last].append(scalar)
  }

  private func trimmed(_ lines: [SourcedText]) -> [SourcedText] {
    let lines = lines.map { $0.trimmedSpaces() }
    return lines.count > 1 ? lines.filter { !$0.isEmpty } : lines
  }

  private static func style(opening value: UInt32) -> Style? {
    switch value {
    case 0x201C: .curly
    case 0x22, 0xFF02: .straight
    case 0x300C: .corner
    default: nil
    }
  }

  /// What a mark does to the depth of an open quotation.
  private static func change(_ value: UInt32, _ style: Style) -> Int {
    switch (style, value) {
    case (.curly, 0x201C), (.corner, 0x300C): 1
    case (.curly, 0x201D), (.corner, 0x300D), (.straight, 0x22), (.straight, 0xFF02): -1
    default: 0
    }
  }

  /// ‘’ inside a quotation are “” where the words stand by themselves.
  private static func unnested(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x2018: 0x201C
    case 0x2019: 0x201D
    default: value
    }
  }

  /// Whether the mark that begins a line goes on with the quotation, rather than begin one inside.
  ///
  /// Taken for a mark that goes on, what closes the quotation must be the line's end, or be followed by
  /// punctuation; “…”是指 begins with words quoted inside.
  private func continues(_ bytes: [UInt8], _ rest: ByteRange) -> Bool {
    guard let open, Self.style(opening: scalar(bytes, at: rest.lowerBound).value) == open.style
    else { return false }
    guard open.style != .straight else { return true }
    var depth = open.depth
    var i = rest.lowerBound + scalar(bytes, at: rest.lowerBound).length
    while i < rest.upperBound {
      let next = scalar(bytes, at: i)
      i += next.length
      depth += Self.change(next.value, open.style)
      guard depth == 0 else { continue }
      let after = skipSpaces(bytes, i..<rest.upperBound)
      guard after < rest.upperBound else { return true }
      return Punctuation.parts(scalar(bytes, at: after).value)
    }
    return true
  }
}
