// Where sentences and their parts end: marks that stand in no bracket, quotation or title.

import HanText

/// The marks of a passage that part its sentences, outside brackets, quotations and titles.
package struct Clauses: Sendable {
  package enum Kind: Sendable { case comma, semicolon, stop, colon }

  package struct Mark: Sendable {
    package let kind: Kind
    package let range: ByteRange
  }

  package let marks: [Mark]
  /// What stands in brackets, quotations and titles, with its marks, in order.
  package let nested: [ByteRange]

  package init(_ bytes: [UInt8], _ range: ByteRange) {
    // A bracket that never closes hides nothing.
    (marks, nested) =
      Self.marks(bytes, range, nesting: true) ?? Self.marks(bytes, range, nesting: false)
      ?? ([], [])
  }

  private static func marks(
    _ bytes: [UInt8], _ range: ByteRange, nesting: Bool
  ) -> ([Mark], [ByteRange])? {
    var marks: [Mark] = []
    var nested: [ByteRange] = []
    var depth = 0
    var opened = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      if beginsIdeograph(bytes[i]) {
        i += 3
        continue
      }
      let next = scalar(bytes, at: i)
      defer { i += next.length }
      let kind: Kind
      switch next.value {
      // A quotation that begins the line is what the line says.
      case 0x201C where i == range.lowerBound: continue
      case 0xFF08, 0x28, 0x201C, 0x2018, 0x300A, 0x3008, 0x3014, 0x3010:
        if depth == 0 { opened = i }
        depth += 1
        continue
      case 0xFF09, 0x29, 0x201D, 0x2019, 0x300B, 0x3009, 0x3015, 0x3011:
        if depth == 1 { nested.append(opened..<i + next.length) }
        depth = max(0, depth - 1)
        continue
      case 0xFF0C, 0x2C: kind = .comma
      case 0xFF1B, 0x3B: kind = .semicolon
      case 0x3002, 0xFF01, 0xFF1F: kind = .stop
      case 0xFF1A, 0x3A: kind = .colon
      default: continue
      }
      if depth == 0 || !nesting { marks.append(Mark(kind: kind, range: i..<i + next.length)) }
    }
    guard nesting else { return (marks, []) }
    return depth == 0 ? (marks, nested) : nil
  }

  /// The stretches between marks of some kinds, the marks left out; empty ones too.
  package func parts(of whole: ByteRange, at kinds: [Kind]) -> [ByteRange] {
    var parts: [ByteRange] = []
    var start = whole.lowerBound
    for mark in marks(in: whole) where kinds.contains(mark.kind) {
      parts.append(start..<mark.range.lowerBound)
      start = mark.range.upperBound
    }
    parts.append(start..<whole.upperBound)
    return parts
  }

  /// The first mark of some kinds in `part`.
  package func first(_ kinds: [Kind], in part: ByteRange) -> Mark? {
    marks(in: part).first { kinds.contains($0.kind) }
  }

  /// The last mark of some kinds in `part`.
  package func last(_ kinds: [Kind], in part: ByteRange) -> Mark? {
    marks(in: part).last { kinds.contains($0.kind) }
  }

  private func marks(in part: ByteRange) -> ArraySlice<Mark> {
    let first = marks.partitioningIndex { $0.range.lowerBound >= part.lowerBound }
    let end = marks.partitioningIndex { $0.range.upperBound > part.upperBound }
    return marks[first..<max(first, end)]
  }
}
