// Labels at the beginning of a line: 第十九条, 第二章, （一）, 一、, 1., ①.

import HanText

/// How a label is written. Lists of one style number on; another style opens a list inside.
package enum LabelStyle: Sendable, Hashable {
  /// 第X条 and its headings.
  case ordinal(Level)
  /// （一）
  case bracketed
  /// 一、
  case enumerated
  /// 1. １． 1、
  case arabic
  /// （1）
  case bracketedArabic
  /// ①
  case circled
}

/// A label read at the beginning of a line.
package struct Label: Sendable {
  package let style: LabelStyle
  package let number: ProvisionNumber
  /// 第十九条, （一）
  package let range: ByteRange
  /// Where the text after the label begins.
  package let textStart: Int
  /// Whether white space, a mark or the end of the line parts it from the text.
  package let isSeparated: Bool
  package let hasMixedBrackets: Bool
  package let hasLookAlike: Bool

  package var isArticle: Bool { style == .ordinal(.article) }

  /// 编, 分编, 章, 节
  package var division: Level? {
    guard case .ordinal(let level) = style, level != .article else { return nil }
    return level
  }

  /// （一） or （1）
  package var isBracketed: Bool { style == .bracketed || style == .bracketedArabic }

  package var isList: Bool {
    switch style {
    case .ordinal: false
    default: true
    }
  }
}

/// Reads the label at the beginning of `range`, whose outer white space is gone.
package func readLabel(_ bytes: [UInt8], in range: ByteRange) -> Label? {
  guard !range.isEmpty else { return nil }
  let first = scalar(bytes, at: range.lowerBound)
  switch first.value {
  case 0x7B2C, 0x7B2B:
    return readOrdinal(bytes, in: range, lookAlike: first.value == 0x7B2B)
  case 0xFF08, 0x28:
    return readBracketed(bytes, in: range)
  case 0x2460...0x2473:
    return finished(
      bytes, range, .circled, ProvisionNumber(Int(first.value) - 0x245F), range.lowerBound + 3)
  case 0x2488...0x249B:
    return finished(
      bytes, range, .arabic, ProvisionNumber(Int(first.value) - 0x2487), range.lowerBound + 3)
  case 0x3220...0x3229:
    return finished(
      bytes, range, .bracketed, ProvisionNumber(Int(first.value) - 0x321F), range.lowerBound + 3)
  default:
    return readEnumerated(bytes, in: range)
  }
}

private func finished(
  _ bytes: [UInt8], _ line: ByteRange, _ style: LabelStyle, _ number: ProvisionNumber, _ end: Int,
  mixed: Bool = false, lookAlike: Bool = false
) -> Label {
  var start = end
  var separated = end == line.upperBound
  while start < line.upperBound {
    let next = scalar(bytes, at: start)
    guard isSpace(next.value) || next.value == 0x2A else { break }
    // A zero-width mark is no separation.
    if !(0x200B...0x200F).contains(next.value) { separated = true }
    start += next.length
  }
  return Label(
    style: style, number: number, range: line.lowerBound..<end, textStart: start,
    isSeparated: separated || start == line.upperBound, hasMixedBrackets: mixed,
    hasLookAlike: lookAlike)
}

/// 第 + number + unit, spaces allowed between them, 之N after 条.
private func readOrdinal(_ bytes: [UInt8], in line: ByteRange, lookAlike: Bool) -> Label? {
  let start = skipSpaces(bytes, line.lowerBound + 3..<line.upperBound)
  guard let number = readNumber(bytes, at: start, before: line.upperBound, loose: true) else {
    return nil
  }
  var end = skipSpaces(bytes, number.end..<line.upperBound)
  var insert: Int?
  // 第 17-1 條
  if end < line.upperBound, bytes[end] == 0x2D,
    let inserted = readNumber(bytes, at: end + 1, before: line.upperBound)
  {
    insert = inserted.value
    end = skipSpaces(bytes, inserted.end..<line.upperBound)
  }
  guard end < line.upperBound else { return nil }
  let unit = scalar(bytes, at: end)
  let level: Level
  switch unit.value {
  case 0x6761, 0x689D: level = .article
  case 0x7AE0: level = .chapter
  case 0x8282, 0x7BC0: level = .section
  case 0x7F16, 0x7DE8: level = .part
  case 0x5206:
    guard bytes.has("编", at: end + 3, before: line.upperBound) else { return nil }
    level = .subpart
  default: return nil
  }
  end += level == .subpart ? 6 : unit.length
  if let read = readInsert(bytes, at: end, before: line.upperBound) {
    insert = read.value
    end = read.end
  }
  return finished(
    bytes, line, .ordinal(level), ProvisionNumber(number.value, insert: insert), end,
    lookAlike: lookAlike || number.lookAlike)
}

/// 之一, where no other word follows that 之 belongs to (第三条之规定).
private func readInsert(_ bytes: [UInt8], at start: Int, before end: Int) -> ReadNumber? {
  guard bytes.has("之", at: start, before: end) else { return nil }
  return readNumber(bytes, at: start + 3, before: end)
}

/// （一） and （1）, of either width. （一）项 is a citation.
private func readBracketed(_ bytes: [UInt8], in line: ByteRange) -> Label? {
  let open = scalar(bytes, at: line.lowerBound)
  let start = skipSpaces(bytes, line.lowerBound + open.length..<line.upperBound)
  guard let number = readNumber(bytes, at: start, before: line.upperBound) else { return nil }
  let close = skipSpaces(bytes, number.end..<line.upperBound)
  guard close < line.upperBound else { return nil }
  let bracket = scalar(bytes, at: close)
  guard bracket.value == 0xFF09 || bracket.value == 0x29 else { return nil }
  guard number.value > 0, number.value < 1000 else { return nil }
  let end = close + bracket.length
  guard !isCited(bytes, after: end, before: line.upperBound) else { return nil }
  return finished(
    bytes, line, number.isChinese ? .bracketed : .bracketedArabic, ProvisionNumber(number.value),
    end,
    mixed: (open.value == 0x28) != (bracket.value == 0x29))
}

/// （一）项, （一）款, （一）至（三）, （一）、（二）: numbers of a citation. 项目 and 款项 are words.
private func isCited(_ bytes: [UInt8], after start: Int, before end: Int) -> Bool {
  if bytes.has("项", at: start, before: end) { return !bytes.has("目", at: start + 3, before: end) }
  if bytes.has("款", at: start, before: end) {
    return !["项", "物", "额", "待"].contains { bytes.has($0, at: start + 3, before: end) }
  }
  if bytes.has("至", at: start, before: end) {
    return ["（", "(", "第"].contains { bytes.has($0, at: start + 3, before: end) }
  }
  return bytes.has("、", at: start, before: end)
}

/// 一、 and 1. and 1、 and １．
private func readEnumerated(_ bytes: [UInt8], in line: ByteRange) -> Label? {
  guard let number = readNumber(bytes, at: line.lowerBound, before: line.upperBound),
    number.value > 0, number.end < line.upperBound
  else { return nil }
  let mark = scalar(bytes, at: number.end)
  let end = number.end + mark.length
  if number.isChinese {
    guard mark.value == 0x3001 || mark.value == 0xFF0E else { return nil }
    // 一、二、三项 lists numbers and is no label.
    if let another = readNumber(bytes, at: end, before: line.upperBound), another.isChinese,
      another.end < line.upperBound
    {
      let after = scalar(bytes, at: another.end).value
      if after == 0x3001 || after == 0x9879 || after == 0x6761 || after == 0x6B3E { return nil }
      // 一、二级… names the grades of something.
      if another.value == number.value + 1, after == 0x7EA7 || after == 0x7C7B || after == 0x7B49 {
        return nil
      }
    }
    return finished(bytes, line, .enumerated, ProvisionNumber(number.value), end)
  }
  guard number.value < 200 else { return nil }
  guard mark.value == 0x2E || mark.value == 0xFF0E || mark.value == 0x3001 else { return nil }
  // 1.5 is a number.
  if end < line.upperBound, mark.value != 0x3001 {
    let after = scalar(bytes, at: end).value
    if (0x30...0x39).contains(after) || (0xFF10...0xFF19).contains(after) { return nil }
  }
  return finished(bytes, line, .arabic, ProvisionNumber(number.value), end)
}
