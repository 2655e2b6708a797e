// Round brackets, full and half width alike: notes behind titles, item numbers, short names.

import HanText

/// （ (
@inline(__always)
package func opensBracket(_ value: UInt32) -> Bool { value == 0xFF08 || value == 0x28 }

/// ） )
@inline(__always)
package func closesBracket(_ value: UInt32) -> Bool { value == 0xFF09 || value == 0x29 }

/// The brackets that end `range`, from the one that opens: （2018年修正）. Nil where it ends in none.
package func bracketed(_ bytes: [UInt8], ending range: ByteRange) -> ByteRange? {
  guard !range.isEmpty, closesBracket(scalar(bytes, before: range.upperBound).value) else {
    return nil
  }
  var i = range.upperBound
  while i > range.lowerBound {
    let last = scalar(bytes, before: i)
    i -= last.length
    if opensBracket(last.value) { return i..<range.upperBound }
  }
  return nil
}
