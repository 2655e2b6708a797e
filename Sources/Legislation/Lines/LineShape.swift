// What the words of a line look like: does it end a sentence, is it short as a heading is.

import HanText

/// Punctuation that ends a sentence or announces a list.
func isTerminal(_ value: UInt32) -> Bool {
  switch value {
  case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x21, 0x3F, 0x3B, 0x3A, 0x2026, 0xFF0E, 0x2E: true
  default: false
  }
}

/// Closing quotes and brackets.
func isClosing(_ value: UInt32) -> Bool {
  switch value {
  case 0x201D, 0x2019, 0xFF09, 0x29, 0x300D, 0x300F, 0x300B, 0x3009, 0x3011, 0x3015, 0x22: true
  default: false
  }
}

extension [UInt8] {
  /// The last scalar of `range`, white space aside.
  func lastScalar(of range: ByteRange) -> UInt32? {
    let words = trimmed(self, range)
    return words.isEmpty ? nil : scalar(self, before: words.upperBound).value
  }

  /// Whether `range` ends as a sentence does: 。；： or a closing quote or bracket.
  func endsSentence(_ range: ByteRange) -> Bool {
    guard let last = lastScalar(of: range) else { return true }
    return isTerminal(last) || isClosing(last) || last == 0x2A
  }

  /// Whether `range` ends a full sentence: 。！？, a closing quote or bracket after it allowed.
  func endsFullSentence(_ range: ByteRange) -> Bool {
    var rest = trimmed(self, range)
    while !rest.isEmpty {
      let last = scalar(self, before: rest.upperBound)
      switch last.value {
      case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F: return true
      case let value where isClosing(value) || isSpace(value):
        rest = rest.lowerBound..<rest.upperBound - last.length
      default: return false
      }
    }
    return false
  }

  /// The number of scalars of `range` that are no white space.
  func wordLength(_ range: ByteRange) -> Int {
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(self, at: i)
      if !isSpace(next.value) { count += 1 }
      i += next.length
    }
    return count
  }

  /// Whether `range`, its white space taken out, is exactly `word`.
  func isExactly(_ word: Bytes, _ range: ByteRange) -> Bool {
    guard range.count <= word.utf8.count * 8 else { return false }
    var k = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(self, at: i)
      if !isSpace(next.value) {
        guard k + next.length <= word.utf8.count else { return false }
        for j in 0..<next.length where self[i + j] != word.utf8[k + j] { return false }
        k += next.length
      }
      i += next.length
    }
    return k == word.utf8.count
  }

  /// The bytes of `range` without its white space, for comparing headings.
  func unspaced(_ range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(self, at: i)
      if !isSpace(next.value) { result.append(contentsOf: self[i..<i + next.length]) }
      i += next.length
    }
    return result
  }

  /// Whether any of the marks 。；，： stands in `range`.
  func hasSentenceMarks(_ range: ByteRange) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(self, at: i)
      switch next.value {
      case 0x3002, 0xFF1B, 0xFF0C, 0xFF1A, 0x3B, 0x3A, 0x2C: return true
      default: break
      }
      i += next.length
    }
    return false
  }

  /// Whether `range` could be a heading: short, without sentence marks, not in the middle of a sentence.
  func looksLikeHeading(_ range: ByteRange, longest: Int = 30) -> Bool {
    guard !range.isEmpty, range.count <= longest * 4, wordLength(range) <= longest else {
      return false
    }
    guard let last = lastScalar(of: range), !isTerminal(last), last != 0x3001, last != 0xFF0C else {
      return false
    }
    return !hasSentenceMarks(range)
  }
}
