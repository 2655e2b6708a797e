// Dates as texts write them: 2022年11月25日, 二○○八年一月一日, 2022-03-15.

import HanText

/// A date found in the text.
struct FoundDate {
  let date: CalendarDate
  let range: ByteRange
}

/// The dates of `range`, in order. A linear scan that stops at each 年 and -.
func findDates(_ bytes: [UInt8], in range: ByteRange) -> [FoundDate] {
  var found: [FoundDate] = []
  var i = range.lowerBound
  while i < range.upperBound {
    if let date = readDate(bytes, at: i, before: range.upperBound) {
      found.append(date)
      i = date.range.upperBound
    } else {
      i += scalar(bytes, at: i).length
    }
  }
  return found
}

/// The date that begins at `start`.
func readDate(_ bytes: [UInt8], at start: Int, before end: Int) -> FoundDate? {
  guard start < end, let year = readYear(bytes, at: start, before: end) else { return nil }
  var i = skipSpaces(bytes, year.end..<end)
  guard i < end else { return nil }
  let mark = scalar(bytes, at: i)
  let isDashed = mark.value == 0x2D || mark.value == 0x2F || mark.value == 0x2E
  guard mark.value == 0x5E74 || isDashed else { return nil }
  i = skipSpaces(bytes, i + mark.length..<end)
  guard let month = readNumber(bytes, at: i, before: end) else { return nil }
  i = skipSpaces(bytes, month.end..<end)
  guard i < end else { return nil }
  let second = scalar(bytes, at: i)
  guard isDashed ? second.value == mark.value : second.value == 0x6708 else { return nil }
  i = skipSpaces(bytes, i + second.length..<end)
  // 8月l日: only a day before 日 is sure enough to guess at.
  guard let day = readNumber(bytes, at: i, before: end, loose: !isDashed) else { return nil }
  i = day.end
  if !isDashed {
    let close = skipSpaces(bytes, i..<end)
    guard bytes.has("日", at: close, before: end) else { return nil }
    i = close + 3
  }
  return CalendarDate(year: year.value, month: month.value, day: day.value)
    .map { FoundDate(date: $0, range: start..<i) }
}

/// Four digits, Arabic, full-width or Chinese; no digit may stand before them.
private func readYear(_ bytes: [UInt8], at start: Int, before end: Int) -> (value: Int, end: Int)? {
  var value = 0
  var i = start
  for _ in 0..<4 {
    guard i < end else { return nil }
    let next = scalar(bytes, at: i)
    let digit: Int
    switch next.value {
    case 0x30...0x39: digit = Int(next.value) - 0x30
    case 0xFF10...0xFF19: digit = Int(next.value) - 0xFF10
    case 0x3007, 0x25CB, 0x25EF, 0x96F6, 0x4F, 0xFF2F: digit = 0
    case 0x4E00: digit = 1
    case 0x4E8C: digit = 2
    case 0x4E09: digit = 3
    case 0x56DB: digit = 4
    case 0x4E94: digit = 5
    case 0x516D: digit = 6
    case 0x4E03: digit = 7
    case 0x516B: digit = 8
    case 0x4E5D: digit = 9
    default: return nil
    }
    value = value * 10 + digit
    i += next.length
  }
  return (1000...2999).contains(value) ? (value, i) : nil
}
