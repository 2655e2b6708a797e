// Numbers as legal texts write them: 一百二十, 〇, 廿, 12, １２.

import HanText

/// A number read from the text.
package struct ReadNumber {
  package let value: Int
  /// One past its last byte.
  package let end: Int
  /// Whether a look-alike stood in it (－ for 一, l for 1).
  package let lookAlike: Bool
  /// Whether it was written in Chinese numerals.
  package let isChinese: Bool
}

/// Reads a number at `start`. With `loose`, spaces may stand between its digits, and look-alikes of
/// 一 and 1 count: both occur in article numbers, and nowhere else may be guessed at.
package func readNumber(_ bytes: [UInt8], at start: Int, before end: Int, loose: Bool = false)
  -> ReadNumber?
{
  var i = start
  var lastEnd = start
  var isPlain = true
  var lookAlike = false
  var isArabic = false
  var isChinese = false
  var scalars = 0
  scan: while i < end, scalars <= 16 {
    let next = scalar(bytes, at: i)
    switch kind(of: next.value) {
    case .arabic: isArabic = true
    case .chinese: isChinese = true
    // l among Chinese numerals and － among Arabic ones look like nothing.
    case .lookAlike where loose && !(next.value < 0x80 && next.value > 0x40 ? isChinese : isArabic):
      (lookAlike, isPlain) = (true, false)
    case .space where loose:
      i += next.length
      isPlain = false
      continue scan
    default: break scan
    }
    scalars += 1
    i += next.length
    lastEnd = i
  }
  guard scalars > 0 else { return nil }
  let value =
    isPlain ? ChineseNumeral.parse(bytes, start..<lastEnd) : parseLoosely(bytes, start..<lastEnd)
  return value.map {
    ReadNumber(value: $0, end: lastEnd, lookAlike: lookAlike, isChinese: isChinese)
  }
}

private enum NumeralKind { case arabic, chinese, lookAlike, space, other }

@inline(__always)
private func kind(of value: UInt32) -> NumeralKind {
  switch value {
  case 0x30...0x39, 0xFF10...0xFF19: .arabic
  case 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
    0x767E, 0x5343, 0x4E07, 0x5EFF, 0x5345, 0x3007, 0x25CB, 0x25EF, 0x96F6:
    .chinese
  case 0xFF0D, 0x2D, 0x2014, 0x2015, 0x2013, 0x30FC, 0x6C, 0x49: .lookAlike
  case let value where isSpace(value): .space
  default: .other
  }
}

/// Reads digits with the spaces between them gone and each look-alike taken for what it looks like.
private func parseLoosely(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
  var scalars: [UInt32] = []
  var i = range.lowerBound
  while i < range.upperBound {
    let next = scalar(bytes, at: i)
    switch kind(of: next.value) {
    case .lookAlike: scalars.append(next.value == 0x6C || next.value == 0x49 ? 0x31 : 0x4E00)
    case .arabic, .chinese: scalars.append(next.value)
    default: break
    }
    i += next.length
  }
  return ChineseNumeral.parse(scalars)
}
