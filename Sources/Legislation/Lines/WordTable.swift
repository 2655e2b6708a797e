// What lets a list tell at one look that none of its words stands at a place.

/// Words by three of their bytes: the first three, or the last.
struct WordTable: @unchecked Sendable {
  /// The bytes that are looked at; most Chinese characters have as many.
  static let keyLength = 3

  /// The words of a slot together, the longest first.
  private let words: UnsafeBufferPointer<Bytes>
  /// Where the words of each slot begin in `words`, and where the last slot's end.
  private let slots: UnsafeBufferPointer<UInt16>
  private let shift: UInt32

  /// `words` are sorted, longest first; `key` says at which of its bytes a word's key begins.
  init(_ words: some Collection<Bytes>, key: (Bytes) -> Int) {
    // With so many slots most keys of a text hit an empty one.
    var bits = 6
    while 1 << bits < words.count * 8 { bits += 1 }
    let shift = UInt32(32 - bits)
    var table = [[Bytes]](repeating: [], count: 1 << bits)
    for word in words {
      table[Self.slot(word.utf8.baseAddress! + key(word), shift)].append(word)
    }
    var slots: [UInt16] = [0]
    for words in table { slots.append(slots[slots.count - 1] + UInt16(words.count)) }
    self.shift = shift
    self.slots = kept(slots)
    self.words = kept(table.joined().map { $0 })
  }

  @inline(__always)
  private static func slot(_ key: UnsafePointer<UInt8>, _ shift: UInt32) -> Int {
    let value = UInt32(key[0]) | UInt32(key[1]) << 8 | UInt32(key[2]) << 16
    return Int((value &* 0x9E37_79B1) >> shift)
  }

  /// The words whose key may be what stands at `key`, longest first.
  @inline(__always)
  func words(at key: UnsafePointer<UInt8>) -> Slice<UnsafeBufferPointer<Bytes>> {
    let slot = Self.slot(key, shift)
    return words[Int(slots[slot])..<Int(slots[slot + 1])]
  }
}
