// Words that the source is compared with, as bytes.

import HanText

/// A word to look for, in UTF-8: a literal of the program, or an entry of a shipped list.
///
/// It is a place in memory that is never given back, so that handing it on costs nothing. Words that come
/// out of a document are arrays instead.
@usableFromInline
package struct Bytes: @unchecked Sendable, Hashable, ExpressibleByStringLiteral {
  @usableFromInline
  package let utf8: UnsafeBufferPointer<UInt8>

  @inlinable
  @inline(__always)
  package init(stringLiteral word: StaticString) {
    utf8 = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
  }

  /// Copies a word of a shipped table into memory that is never given back: for what is read once.
  package init(keeping word: some StringProtocol) { utf8 = kept(word.utf8) }

  init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  @inlinable
  package static func == (a: Bytes, b: Bytes) -> Bool { a.utf8.elementsEqual(b.utf8) }

  @inlinable
  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(utf8))
  }

  /// Whether the word stands at `text`, which has room for it.
  @inlinable
  @inline(__always)
  package func stands(at text: UnsafePointer<UInt8>) -> Bool {
    for k in 0..<utf8.count where text[k] != utf8[k] { return false }
    return true
  }
}

/// Copies elements into memory that is never given back.
func kept<Element>(_ elements: some Collection<Element>) -> UnsafeBufferPointer<Element> {
  let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
  _ = memory.initialize(from: elements)
  return UnsafeBufferPointer(memory)
}

/// The first place in `range` where `byte` stands.
@inline(__always)
private func place(
  of byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, in range: ByteRange
) -> Int? {
  guard let start = text.baseAddress.map(UnsafeRawPointer.init) else { return nil }
  let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
  var i = range.lowerBound
  // Eight bytes at a time: the lowest bit that is left belongs to the first byte that is alike.
  while i + 8 <= range.upperBound {
    let eight = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    let unlike = eight ^ pattern
    let alike = (unlike &- 0x0101_0101_0101_0101) & ~unlike & 0x8080_8080_8080_8080
    if alike != 0 { return i + alike.trailingZeroBitCount / 8 }
    i += 8
  }
  while i < range.upperBound {
    if text[i] == byte { return i }
    i += 1
  }
  return nil
}

extension [UInt8] {
  /// Whether `word` stands at byte `i` and ends no later than `end`.
  @inlinable
  @inline(__always)
  package func has(_ word: Bytes, at i: Int, before end: Int) -> Bool {
    guard i + word.utf8.count <= Swift.min(end, count) else { return false }
    precondition(i >= 0)
    return withUnsafeBufferPointer { $0.baseAddress.map { word.stands(at: $0 + i) } ?? true }
  }

  /// Whether `range` ends in `word`.
  @inlinable
  @inline(__always)
  package func ends(_ range: ByteRange, with word: Bytes) -> Bool {
    let start = range.upperBound - word.utf8.count
    return start >= range.lowerBound && has(word, at: start, before: range.upperBound)
  }

  /// The first occurrence of `word` in `range`.
  package func find(_ word: Bytes, in range: ByteRange) -> Int? {
    let word = word.utf8
    let count = word.count
    guard count > 0, range.count >= count else { return nil }
    precondition(range.lowerBound >= 0 && range.upperBound <= self.count)
    return withUnsafeBufferPointer { text in
      // The last byte of a Chinese character tells more than its first.
      let mark = word[count - 1]
      var start = range.lowerBound + count - 1
      while let i = place(of: mark, text, in: start..<range.upperBound) {
        var k = 1
        while k < count, text[i - k] == word[count - 1 - k] { k += 1 }
        if k == count { return i - count + 1 }
        start = i + 1
      }
      return nil
    }
  }

  /// Whether words of a document stand at byte `i` and end no later than `end`.
  package func has(_ words: [UInt8], at i: Int, before end: Int) -> Bool {
    words.withUnsafeBufferPointer { has(Bytes($0), at: i, before: end) }
  }

  /// Whether `range` ends in words of a document.
  package func ends(_ range: ByteRange, with words: [UInt8]) -> Bool {
    words.withUnsafeBufferPointer { ends(range, with: Bytes($0)) }
  }

  /// The first occurrence of words of a document in `range`.
  package func find(_ words: [UInt8], in range: ByteRange) -> Int? {
    words.withUnsafeBufferPointer { find(Bytes($0), in: range) }
  }
}
