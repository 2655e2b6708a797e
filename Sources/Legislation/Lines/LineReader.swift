// The source as lines with words on them: marks, comments and front matter taken off.

import HanText

/// A line with words on it.
struct Line: Sendable {
  /// Without outer white space and marks.
  var range: ByteRange
  /// How many # stood before it.
  var depth = 0
  /// Whether all of it stood in `**`.
  var isBold = false
  /// Whether it was set in from the margin.
  var isIndented = false
  /// A row of a table.
  var isTable = false
  /// The label it begins with, where that is one.
  var label: Label?
  /// Whether it goes on from the line before, in the middle of a sentence.
  var continues = false
  /// Whether it begins inside a line of the source.
  var isGlued = false
  /// Whether a rule (---) stood before it.
  var followsRule = false
}

/// A `key: value` of YAML front matter.
struct FrontMatterEntry: Sendable {
  let key: ByteRange
  let value: ByteRange
}

/// The lines of a document, and what stood around them.
struct LineScan: Sendable {
  var lines: [Line] = []
  var frontMatter: [FrontMatterEntry] = []
  /// The index of the first line after `<!-- INFO END -->`.
  var headerEnd: Int?
}

/// Reads lines in one pass over the bytes.
func readLines(_ bytes: [UInt8]) -> LineScan {
  var scan = LineScan()
  var position = frontMatterEnd(bytes, into: &scan)
  var afterRule = false
  var mayComment = true
  while position < bytes.count {
    let end = lineEnd(bytes, from: position)
    var range = trimmed(bytes, position..<end)
    let indented = range.lowerBound > position && bytes[range.lowerBound - 1] != 0x0A
    position = end + 1
    if range.isEmpty { continue }
    if mayComment, bytes.has("<!--", at: range.lowerBound, before: range.upperBound) {
      let close = bytes.find("-->", in: range.lowerBound..<bytes.count)
      // A comment that never closes is text, and so are those after it.
      mayComment = close != nil
      if let close {
        if bytes.find("INFO END", in: range.lowerBound..<close) != nil {
          scan.headerEnd = scan.lines.count
        }
        position = max(position, close + 3)
        if close + 3 < range.upperBound { position = close + 3 }
        continue
      }
    }
    if isRule(bytes, range) {
      afterRule = true
      continue
    }
    if isImage(bytes, range) || isPageNumber(bytes, range) || isTagOnly(bytes, range) { continue }
    var line = Line(range: range)
    line.isIndented = indented
    if bytes[range.lowerBound] == 0x23 { line.depth = takeHashes(bytes, &range) }
    if !range.isEmpty, bytes[range.lowerBound] == 0x3E {
      range = trimmed(bytes, range.lowerBound + 1..<range.upperBound)
    }
    line.isBold = takeStars(bytes, &range)
    if range.isEmpty { continue }
    line.isTable = bytes[range.lowerBound] == 0x7C && bytes[range.upperBound - 1] == 0x7C
    line.range = range
    line.followsRule = afterRule
    afterRule = false
    if line.isTable, isTableRule(bytes, range) { continue }
    scan.lines.append(line)
  }
  return scan
}

private func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var i = start
    while i < bytes.count, bytes[i] != 0x0A { i += 1 }
    return i
  }
}

/// `---` … `---` at the beginning: its entries, and where the text after it begins.
private func frontMatterEnd(_ bytes: [UInt8], into scan: inout LineScan) -> Int {
  guard bytes.has("---\n", at: 0, before: bytes.count) else { return 0 }
  var entries: [FrontMatterEntry] = []
  var position = 4
  while position < bytes.count {
    let end = lineEnd(bytes, from: position)
    let line = trimmed(bytes, position..<end)
    position = end + 1
    if bytes.has("---", at: line.lowerBound, before: line.upperBound), line.count == 3 {
      scan.frontMatter = entries
      return min(position, bytes.count)
    }
    if let colon = bytes.find(":", in: line) {
      var value = trimmed(bytes, colon + 1..<line.upperBound)
      if value.count >= 2, bytes[value.lowerBound] == 0x22, bytes[value.upperBound - 1] == 0x22 {
        value = value.lowerBound + 1..<value.upperBound - 1
      }
      entries.append(
        FrontMatterEntry(key: trimmed(bytes, line.lowerBound..<colon), value: value))
    }
  }
  return 0
}

/// Only - _ * = and spaces, three of them or more.
private func isRule(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  let mark = bytes[range.lowerBound]
  guard mark == 0x2D || mark == 0x5F || mark == 0x2A || mark == 0x3D, range.count >= 3 else {
    return false
  }
  return bytes[range].allSatisfy { $0 == mark || $0 == 0x20 }
}

/// A line that holds nothing but ![…](…).
private func isImage(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  guard bytes.has("![", at: range.lowerBound, before: range.upperBound) else { return false }
  return bytes[range.upperBound - 1] == 0x29
}

/// - 3 -, － 3 －, 第3页, 第1/6页: what a printed page adds.
private func isPageNumber(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  guard range.count <= 30 else { return false }
  var hasDigit = false
  var hasMark = false
  var i = range.lowerBound
  while i < range.upperBound {
    let next = scalar(bytes, at: i)
    switch next.value {
    case 0x30...0x39, 0xFF10...0xFF19: hasDigit = true
    case 0x2D, 0x2013, 0x2014, 0x2212, 0xFF0D: hasMark = hasMark || i == range.lowerBound
    case 0x9875, 0x2EDA: hasMark = true
    case 0x7B2C, 0x5171, 0x2F, 0xFF0F, 0x20, 0x3000: break
    default: return false
    }
    i += next.length
  }
  return hasDigit && hasMark
}

/// A line that holds nothing but an HTML tag. <…法> of plain text is none.
private func isTagOnly(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  bytes[range.lowerBound] == 0x3C && bytes[range.upperBound - 1] == 0x3E && range.count <= 300
    && bytes[range].allSatisfy { $0 < 0x80 }
}

/// |---|---|
private func isTableRule(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  bytes[range].allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }
}

/// Takes `#` marks off, and says how many there were.
private func takeHashes(_ bytes: [UInt8], _ range: inout ByteRange) -> Int {
  var i = range.lowerBound
  while i < range.upperBound, bytes[i] == 0x23 { i += 1 }
  let depth = i - range.lowerBound
  range = trimmed(bytes, i..<range.upperBound)
  return depth
}

/// Takes `**` off the ends, and says whether all of the line stood in them.
private func takeStars(_ bytes: [UInt8], _ range: inout ByteRange) -> Bool {
  let opened = bytes.has("**", at: range.lowerBound, before: range.upperBound)
  while bytes.has("**", at: range.lowerBound, before: range.upperBound) {
    range = trimmed(bytes, range.lowerBound + 2..<range.upperBound)
  }
  let closed = range.count >= 2 && bytes.ends(range, with: "**")
  while range.count >= 2, bytes.ends(range, with: "**") {
    range = trimmed(bytes, range.lowerBound..<range.upperBound - 2)
  }
  return opened && closed && bytes.find("**", in: range) == nil
}
