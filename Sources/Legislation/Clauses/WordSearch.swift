// Words of a list in a stretch of text, and the length of a stretch.

import HanText

extension WordList {
  /// Whether any word stands in `range`.
  package func occurs(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    first(bytes, in: range) != nil
  }

  /// The first place in `range` where a word of the list stands, the longest there.
  package func first(_ bytes: [UInt8], in range: ByteRange) -> (word: Bytes, at: Int)? {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] & 0xC0 != 0x80, let word = word(bytes, at: i, before: range.upperBound) {
        return (word, i)
      }
      i += 1
    }
    return nil
  }

  /// Where the last word of the list in `range` stands.
  package func last(_ bytes: [UInt8], in range: ByteRange) -> (word: Bytes, at: Int)? {
    var i = range.upperBound
    while i > range.lowerBound {
      i -= 1
      guard bytes[i] & 0xC0 != 0x80 else { continue }
      if let word = word(bytes, at: i, before: range.upperBound) { return (word, i) }
    }
    return nil
  }
}

/// The number of scalars in a range.
package func scalarCount(_ bytes: [UInt8], _ range: ByteRange) -> Int {
  var count = 0
  for i in range where bytes[i] & 0xC0 != 0x80 { count += 1 }
  return count
}
