// What lets a list tell at one look that none of its words stands at a place.

/// Words by some of their bytes, the first or the last: by six, which is two Chinese characters, or by three.
struct WordTable: @unchecked Sendable {
  /// How many bytes a key has, 3 or 6; no word is shorter.
  private let keyLength: Int
  /// One bit for each hash of a key that a word has.
  private let marks: UnsafeBufferPointer<UInt64>
  /// Where the words of each slot begin in `words`, and where the last slot's end.
  private let slots: UnsafeBufferPointer<UInt16>
  private let keys: UnsafeBufferPointer<UInt64>
  /// The words of a slot together, the longest first.
  private let words: UnsafeBufferPointer<Bytes>
  /// What takes a hash to its mark and to its slot.
  private let markShift: UInt64
  private let slotShift: UInt64

  /// `words` are sorted, the longest first; their keys are their first or their last bytes.
  init(_ words: some Collection<Bytes>, keyLength: Int, atEnd: Bool) {
    var bits: UInt64 = 3
    while 1 << bits < words.count { bits += 1 }
    // With eight marks a word most places of a text hit none.
    (slotShift, markShift) = (64 - bits, 64 - bits - 3)
    var table = [[(key: UInt64, word: Bytes)]](repeating: [], count: 1 << bits)
    var marks = [UInt64](repeating: 0, count: 1 << (bits + 3 - 6))
    for word in words {
      let offset = atEnd ? word.utf8.count - keyLength : 0
      let key = Self.key(word.utf8.baseAddress! + offset, keyLength)
      table[Int(Self.hash(key) >> slotShift)].append((key, word))
      let mark = Self.hash(key) >> markShift
      marks[Int(mark / 64)] |= 1 << (mark % 64)
    }
    var slots: [UInt16] = [0]
    for words in table { slots.append(slots[slots.count - 1] + UInt16(words.count)) }
    self.keyLength = keyLength
    self.marks = kept(marks)
    self.slots = kept(slots)
    keys = kept(table.joined().map(\.key))
    self.words = kept(table.joined().map(\.word))
  }

  @inline(__always)
  private static func key(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let first = UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16
    guard length == 6 else { return first }
    return first | UInt64(bytes[3]) << 24 | UInt64(bytes[4]) << 32 | UInt64(bytes[5]) << 40
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// The longest word that begins at `text`, of at most `room` bytes.
  @inline(__always)
  func word(beginning text: UnsafePointer<UInt8>, room: Int) -> Bytes? {
    guard room >= keyLength else { return nil }
    return first(Self.key(text, keyLength)) { word in
      word.utf8.count <= room && stands(word.utf8[keyLength...], text + keyLength)
    }
  }

  /// The longest word that ends at `text`, of at most `room` bytes.
  @inline(__always)
  func word(ending text: UnsafePointer<UInt8>, room: Int) -> Bytes? {
    guard room >= keyLength else { return nil }
    return first(Self.key(text - keyLength, keyLength)) { word in
      word.utf8.count <= room
        && stands(word.utf8[..<(word.utf8.count - keyLength)], text - word.utf8.count)
    }
  }

  /// Whether the `count` bytes at `text` are a word.
  @inline(__always)
  func isWord(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    guard count >= keyLength else { return false }
    return first(Self.key(text, keyLength)) { word in
      word.utf8.count == count && stands(word.utf8[keyLength...], text + keyLength)
    } != nil
  }

  /// Whether what a word has beside its key stands at `text`.
  @inline(__always)
  private func stands(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, _ text: UnsafePointer<UInt8>
  ) -> Bool {
    for k in 0..<rest.count where text[k] != rest[rest.startIndex + k] { return false }
    return true
  }

  /// The first word with a key of which `fits` holds.
  @inline(__always)
  private func first(_ key: UInt64, where fits: (Bytes) -> Bool) -> Bytes? {
    let hash = Self.hash(key)
    let mark = hash >> markShift
    guard marks[Int(mark / 64)] >> (mark % 64) & 1 != 0 else { return nil }
    let slot = Int(hash >> slotShift)
    for k in Int(slots[slot])..<Int(slots[slot + 1]) where keys[k] == key && fits(words[k]) {
      return words[k]
    }
    return nil
  }
}
