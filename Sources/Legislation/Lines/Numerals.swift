// Numbers as legal texts write them: 一百二十, 〇, 廿, 12, １２.

import HanText

/// A number read from the text.
struct ReadNumber {
  let value: Int
  /// One past its last byte.
  let end: Int
  /// Whether a look-alike stood in it (－ for 一, l for 1).
  let lookAlike: Bool
  /// Whether it was written in Chinese numerals.
  let isChinese: Bool
}

/// Reads a number at `start`. With `loose`, spaces may stand between its digits, and look-alikes of
/// 一 and 1 count: both occur in article numbers, and nowhere else may be guessed at.
func readNumber(_ bytes: [UInt8], at start: Int, before end: Int, loose: Bool = false) -> ReadNumber? {
  var i = start
  var total = 0
  var section = 0
  var digits = 0
  var lastEnd = start
  var hasUnit = false
  var lookAlike = false
  var isChinese = false
  var count = 0
  while i < end {
    let next = scalar(bytes, at: i)
    if loose, isSpace(next.value) {
      i += next.length
      continue
    }
    var digit: Int?
    var unit = 0
    switch next.value {
    case 0x30...0x39: digit = Int(next.value) - 0x30
    case 0xFF10...0xFF19: digit = Int(next.value) - 0xFF10
    case 0x3007, 0x25CB, 0x25EF, 0x96F6: digit = 0
    case 0x4E00: digit = 1
    case 0x4E8C: digit = 2
    case 0x4E24: digit = 2
    case 0x4E09: digit = 3
    case 0x56DB: digit = 4
    case 0x4E94: digit = 5
    case 0x516D: digit = 6
    case 0x4E03: digit = 7
    case 0x516B: digit = 8
    case 0x4E5D: digit = 9
    case 0x5341: unit = 10
    case 0x767E: unit = 100
    case 0x5343: unit = 1000
    case 0x5EFF: unit = 20
    case 0x5345: unit = 30
    case 0xFF0D, 0x2D, 0x2014, 0x2015, 0x2013, 0x30FC, 0x4E00 - 0, 0x6C, 0x49:
      if loose {
        digit = 1
        lookAlike = true
      }
    default: break
    }
    if let digit {
      digits = hasUnit ? digit : digits * 10 + digit
    } else if unit == 20 || unit == 30 {
      section += unit
      digits = 0
      hasUnit = true
    } else if unit > 0 {
      section += max(digits, digits == 0 ? 1 : 0) * unit
      digits = 0
      hasUnit = true
    } else {
      break
    }
    isChinese = isChinese || next.value > 0x2000 && next.value < 0xFF00
    count += 1
    guard count <= 12 else { return nil }
    i += next.length
    lastEnd = i
    total = section + digits
  }
  guard count > 0 else { return nil }
  return ReadNumber(value: total, end: lastEnd, lookAlike: lookAlike, isChinese: isChinese)
}
