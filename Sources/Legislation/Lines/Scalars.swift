// Reading scalars out of UTF-8 bytes: the one place that decodes.

import HanText

/// The scalar that begins at byte `i`, and its length in bytes. `i` must be a scalar boundary.
@inlinable
@inline(__always)
package func scalar(_ bytes: [UInt8], at i: Int) -> (value: UInt32, length: Int) {
  let lead = UInt32(bytes[i])
  if lead < 0x80 { return (lead, 1) }
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(bytes[i + 1]) & 0x3F, 2) }
  let second = UInt32(bytes[i + 1]) & 0x3F
  let third = UInt32(bytes[i + 2]) & 0x3F
  if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
  return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[i + 3]) & 0x3F, 4)
}

/// The scalar that ends before byte `end`, and its length in bytes. There must be one.
@inlinable
@inline(__always)
package func scalar(_ bytes: [UInt8], before end: Int) -> (value: UInt32, length: Int) {
  var start = end - 1
  while bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return (scalar(bytes, at: start).value, end - start)
}

/// White space of any width, and characters without any: zero-width marks, soft hyphen, BOM.
@inlinable
@inline(__always)
package func isSpace(_ value: UInt32) -> Bool {
  switch value {
  case 0x20, 0x09...0x0D, 0x3000, 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
    0xFEFF:
    true
  default: false
  }
}

/// A Han character, for telling words from punctuation.
@inlinable
@inline(__always)
package func isHan(_ value: UInt32) -> Bool {
  (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
    || (0x20000...0x3FFFF).contains(value) || (0x2E80...0x2FDF).contains(value)
}

/// Whether a byte begins an ideograph of U+4000 to U+9FFF, which has three: most of a Chinese text, told without
/// decoding it.
@inlinable
@inline(__always)
package func beginsIdeograph(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

/// White space, or a private-use character: what fonts of old systems left at the ends of lines.
@inline(__always)
private func isBlank(_ value: UInt32) -> Bool {
  isSpace(value) || (0xE000...0xF8FF).contains(value)
}

/// `range` without the white space at its ends.
package func trimmed(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end, !beginsIdeograph(bytes[start]) {
    let next = scalar(bytes, at: start)
    guard isBlank(next.value) else { break }
    start += next.length
  }
  while end > start {
    let last = scalar(bytes, before: end)
    guard isBlank(last.value) else { break }
    end -= last.length
  }
  return start..<end
}

/// The first byte of `range` that is no white space.
package func skipSpaces(_ bytes: [UInt8], _ range: ByteRange) -> Int {
  var start = range.lowerBound
  while start < range.upperBound {
    let next = scalar(bytes, at: start)
    guard isSpace(next.value) else { break }
    start += next.length
  }
  return start
}
