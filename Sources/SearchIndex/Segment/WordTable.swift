// Numbers words in the order of their first appearance and keeps their bytes once.

/// An open-addressing table from words to dense numbers. Two words of one hash get keys that follow
/// each other, as readers of the dictionary expect.
struct WordTable {
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private(set) var keys: [UInt64] = []
  /// Occurrences of each word.
  private(set) var counts: [UInt32] = []
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// Bits of the hash that are used; tests take fewer so that hashes collide.
  private let hashMask: UInt64

  init(hashMask: UInt64 = .max) { self.hashMask = hashMask }

  var byteCount: Int { bytes.count }

  func range(_ number: Int) -> Range<Int> { Int(ends[number])..<Int(ends[number + 1]) }

  func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer(body)
  }

  /// The number of `word`, new or known, which occurs `count` times more.
  mutating func number(_ word: UnsafeBufferPointer<UInt8>, count: UInt32 = 1) -> UInt32 {
    if (keys.count + 1) * 2 > slots.count { grow() }
    var key = TermKey(bits: TermKey.word(word).bits & (hashMask | 1 << 63))
    let mask = slots.count - 1
    // A slot is the low half of the key and the number plus one. Where a key is taken by another
    // word the search goes on from the place of the next key.
    var slot = place(key.bits, mask)
    while true {
      let held = slots[slot]
      if held == 0 { break }
      if held >> 32 == key.bits & 0xFFFF_FFFF {
        let number = Int(held & 0xFFFF_FFFF) - 1
        if keys[number] == key.bits {
          if equal(number, word) {
            counts[number] &+= count
            return UInt32(number)
          }
          key = key.next
          slot = place(key.bits, mask)
          continue
        }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = (key.bits & 0xFFFF_FFFF) << 32 | UInt64(keys.count + 1)
    keys.append(key.bits)
    counts.append(count)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    return UInt32(keys.count - 1)
  }

  private func place(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
  }

  private func equal(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<word.count where bytes[start &+ i] != word[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    var larger = [UInt64](repeating: 0, count: size)
    for (number, key) in keys.enumerated() {
      var slot = place(key, size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = (key & 0xFFFF_FFFF) << 32 | UInt64(number + 1)
    }
    slots = larger
  }
}
