// The terms of the two fields and the 64-bit keys the dictionary sorts them by.

/// A field of a document. Each has lengths and scoring constants of its own.
public enum Field: Int, Sendable, CaseIterable {
  /// Unicode scalars and overlapping bigrams of them.
  case characters = 0
  /// The words the caller segmented.
  case words = 1
}

/// A term of the index.
public enum IndexTerm: Hashable, Sendable {
  /// One scalar of `Field.characters`.
  case character(UInt32)
  /// Two adjacent scalars; the second is 0 where a break or the end follows the first.
  case bigram(UInt32, UInt32)
  /// A word of `Field.words`, as bytes.
  case word([UInt8])

  public var field: Field {
    switch self {
    case .character, .bigram: .characters
    case .word: .words
    }
  }

  var key: TermKey {
    switch self {
    case .character(let scalar): .character(scalar)
    case .bigram(let first, let second): .bigram(first, second)
    case .word(let bytes): bytes.withUnsafeBufferPointer { TermKey.word(TermKey.cut($0)) }
    }
  }
}

/// A dictionary key. The two top bits are the kind, so that a segment holds its kinds in turn:
///
/// | kind      | bits 63, 62 | below                                  |
/// |-----------|-------------|----------------------------------------|
/// | bigram    | 00          | first scalar << 21, second scalar      |
/// | character | 01          | scalar                                 |
/// | word      | 1           | hash; the bytes are kept and compared  |
struct TermKey: Hashable, Comparable {
  let bits: UInt64

  static let longestWord = 255

  static func bigram(_ first: UInt32, _ second: UInt32) -> TermKey {
    TermKey(bits: UInt64(first & 0x1F_FFFF) << 21 | UInt64(second & 0x1F_FFFF))
  }

  static func character(_ scalar: UInt32) -> TermKey {
    TermKey(bits: 1 << 62 | UInt64(scalar))
  }

  /// All bigrams that start with `scalar`.
  static func bigrams(startingWith scalar: UInt32) -> ClosedRange<TermKey> {
    bigram(scalar, 0)...bigram(scalar, 0x1F_FFFF)
  }

  static func cut(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: word.prefix(longestWord))
  }

  static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> TermKey {
    TermKey(bits: 1 << 63 | hash(bytes))
  }

  /// The key tried after this one when another word holds it.
  var next: TermKey { TermKey(bits: 1 << 63 | (bits &+ 1)) }

  var isBigram: Bool { bits >> 62 == 0 }
  var isWord: Bool { bits >> 63 == 1 }

  static func < (a: TermKey, b: TermKey) -> Bool { a.bits < b.bits }

  /// Eight bytes a step, multiplied and mixed; the same on every machine, as segments keep it.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < bytes.count {
      var lane: UInt64 = 0
      let end = min(index + 8, bytes.count)
      var shift: UInt64 = 0
      while index < end {
        lane |= UInt64(bytes[index]) &<< shift
        shift &+= 8
        index &+= 1
      }
      hash = (hash ^ lane) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return (hash &* 0xD6E8_FEB8_6659_FD93) >> 1
  }
}
