// Words of a list in a stretch of text, and the length of a stretch.

import HanText

extension WordList {
  /// Whether `range` is a word of the list and nothing else.
  package func isWord(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    words.contains { $0.utf8.count == range.count && bytes.ends(range, with: $0) }
  }

  /// The first place in `range` where a word of the list stands, the longest there.
  package func first(_ bytes: [UInt8], in range: ByteRange) -> (word: Bytes, at: Int)? {
    var found: (word: Bytes, at: Int)?
    for word in words {
      let end = found.map { min(range.upperBound, $0.at + word.utf8.count) } ?? range.upperBound
      if let at = bytes.find(word, in: range.lowerBound..<max(range.lowerBound, end)),
        found.map({ at < $0.at || (at == $0.at && word.utf8.count > $0.word.utf8.count) }) ?? true
      {
        found = (word, at)
      }
    }
    return found
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
