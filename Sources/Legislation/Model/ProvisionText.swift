// The words of a provision without its layout: indents, marks, comments and wraps left out.

import HanText

/// Part of a line: text that belongs to provisions, without marks at its ends.
struct TextStretch: Sendable, Hashable {
  /// UTF-8 bytes of the source.
  let range: ByteRange
  /// Whether it goes on from the stretch before, rather than beginning a line.
  let continues: Bool
}

/// Appends the words of `range` to `stretches`, cut at `**` marks.
func appendStretches(
  _ bytes: [UInt8], _ range: ByteRange, continues: Bool, to stretches: inout [TextStretch]
) {
  var start = range.lowerBound
  var goesOn = continues
  while let mark = bytes.find("**", in: start..<range.upperBound) {
    if mark > start {
      stretches.append(TextStretch(range: start..<mark, continues: goesOn))
      goesOn = true
    }
    start = mark + 2
  }
  let rest = trimmed(bytes, start..<range.upperBound)
  if !rest.isEmpty { stretches.append(TextStretch(range: rest, continues: goesOn)) }
}

extension ParsedDocument {
  private func firstStretch(endingAfter position: Int) -> Int {
    stretches.partitioningIndex { $0.range.upperBound > position }
  }

  /// The ranges of `range` that hold words, in UTF-8 bytes, each with whether a new line begins there.
  public func words(in range: ByteRange) -> [(range: ByteRange, beginsLine: Bool)] {
    stretches[firstStretch(endingAfter: range.lowerBound)...]
      .prefix { $0.range.lowerBound < range.upperBound }
      .map { ($0.range.clamped(to: range), !$0.continues) }
  }

  /// The text of a range, its lines joined by `\n`; wraps, indents and marks are left out.
  public func text(in range: ByteRange) -> String {
    String(decoding: utf8Text(in: range), as: UTF8.self)
  }

  /// `text(in:)` as UTF-8.
  public func utf8Text(in range: ByteRange) -> [UInt8] {
    var bytes: [UInt8] = []
    guard !range.isEmpty else { return bytes }
    bytes.reserveCapacity(range.count)
    var index = firstStretch(endingAfter: range.lowerBound)
    while index < stretches.count, stretches[index].range.lowerBound < range.upperBound {
      let part = stretches[index].range.clamped(to: range)
      if !bytes.isEmpty, !stretches[index].continues { bytes.append(UInt8(ascii: "\n")) }
      bytes.append(contentsOf: source.bytes[part])
      index += 1
    }
    return bytes
  }

  /// The text of a provision, from after its label.
  public func text(of node: Int) -> String { text(in: tree.nodes[node].text) }

  /// 第十九条: the label as the source writes it.
  public func label(of node: Int) -> String { text(in: tree.nodes[node].label) }

  /// The heading, letter-spacing taken out: 总　则 → 总则.
  public func heading(of node: Int) -> String {
    unspaced(text(in: tree.nodes[node].heading))
  }
}

/// Takes the spaces between Chinese characters out; those beside Latin letters stay.
func unspaced(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in text.unicodeScalars {
    if isSpace(scalar.value) {
      pendingSpace = true
      continue
    }
    if pendingSpace, let last = result.last, last.value < 0x2E80, scalar.value < 0x2E80 {
      result.append(" ")
    }
    pendingSpace = false
    result.append(scalar)
  }
  return String(result)
}
