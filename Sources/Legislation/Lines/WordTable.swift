// What lets a list tell at one look that none of its words stands at a place.

/// Words of three bytes or more by their key: their first six bytes or their last six, which are two Chinese
/// characters, of a shorter word three.
struct WordTable: @unchecked Sendable {
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

  /// `words` are sorted, the longest first.
  init(_ words: some Collection<Bytes>, atEnd: Bool) {
    var bits: UInt64 = 3
    while 1 << bits < words.count { bits += 1 }
    // With eight marks a word most places of a text hit none.
    (slotShift, markShift) = (64 - bits, 64 - bits - 3)
    var table = [[(key: UInt64, word: Bytes)]](repeating: [], count: 1 << bits)
    var marks = [UInt64](repeating: 0, count: 1 << (bits + 3 - 6))
    for word in words {
      let (start, count) = (word.utf8.baseAddress!, word.utf8.count)
      let key =
        count < 6
        ? Self.three(atEnd ? start + (count - 3) : start)
        : Self.six(atEnd ? start + (count - 6) : start)
      table[Int(Self.hash(key) >> slotShift)].append((key, word))
      let mark = Self.hash(key) >> markShift
      marks[Int(mark / 64)] |= 1 << (mark % 64)
    }
    var slots: [UInt16] = [0]
    for words in table { slots.append(slots[slots.count - 1] + UInt16(words.count)) }
    self.marks = kept(marks)
    self.slots = kept(slots)
    keys = kept(table.joined().map(\.key))
    self.words = kept(table.joined().map(\.word))
  }

  @inline(__always)
  private static func three(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16
  }

  @inline(__always)
  private static func six(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    three(bytes) | three(bytes + 3) << 24
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// Whether a word may begin at `text`; what is false of most places.
  @inline(__always)
  func mayBegin(_ text: UnsafePointer<UInt8>, room: Int) -> Bool {
    room >= 3 && (isMarked(Self.three(text)) || room >= 6 && isMarked(Self.six(text)))
  }

  /// Whether a word may end at `text`.
  @inline(__always)
  func mayEnd(_ text: UnsafePointer<UInt8>, room: Int) -> Bool {
    room >= 3 && (isMarked(Self.three(text - 3)) || room >= 6 && isMarked(Self.six(text - 6)))
  }

  /// The longest word that begins at `text`, of at most `room` bytes.
  @inline(__always)
  func word(beginning text: UnsafePointer<UInt8>, room: Int) -> Bytes? {
    guard room >= 3 else { return nil }
    if room >= 6,
      let word = first(
        Self.six(text), where: { $0.count <= room && stands($0.dropFirst(6), text + 6) })
    {
      return word
    }
    return first(
      Self.three(text), where: { $0.count <= room && stands($0.dropFirst(3), text + 3) })
  }

  /// The longest word that ends at `text`, of at most `room` bytes.
  @inline(__always)
  func word(ending text: UnsafePointer<UInt8>, room: Int) -> Bytes? {
    guard room >= 3 else { return nil }
    if room >= 6,
      let word = first(
        Self.six(text - 6), where: { $0.count <= room && stands($0.dropLast(6), text - $0.count) })
    {
      return word
    }
    return first(
      Self.three(text - 3), where: { $0.count <= room && stands($0.dropLast(3), text - $0.count) })
  }

  /// Whether the `count` bytes at `text` are a word.
  @inline(__always)
  func isWord(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    guard count >= 3 else { return false }
    let key = count < 6 ? Self.three(text) : Self.six(text)
    return first(key) { $0.count == count && stands($0.dropFirst(3), text + 3) } != nil
  }

  /// Whether what a word has beside its key stands at `text`.
  @inline(__always)
  private func stands(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, _ text: UnsafePointer<UInt8>
  ) -> Bool {
    for k in 0..<rest.count where text[k] != rest[rest.startIndex + k] { return false }
    return true
  }

  @inline(__always)
  private func isMarked(_ key: UInt64) -> Bool {
    let mark = Self.hash(key) &>> markShift
    return marks[Int(mark / 64)] &>> mark & 1 != 0
  }

  /// The first word with a key whose bytes fit.
  @inline(__always)
  private func first(
    _ key: UInt64, where fits: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bytes? {
    guard isMarked(key) else { return nil }
    let slot = Int(Self.hash(key) &>> slotShift)
    for k in Int(slots[slot])..<Int(slots[slot + 1]) where keys[k] == key && fits(words[k].utf8) {
      return words[k]
    }
    return nil
  }
}
