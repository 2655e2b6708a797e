// Numbers bigrams in the order of their first appearance: one probe, one load, for each scalar
// indexed.

/// An open-addressing table from bigram keys to dense numbers. A slot holds both: the key takes 42
/// bits, the number plus one 22.
struct BigramTable {
  static let numberBits: UInt64 = 22
  static let capacity = 1 << Int(numberBits) - 2
  /// The table grows for all it may meet, so a huge document goes in by pieces.
  private static let pieceLength = 4096

  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  /// Occurrences of each bigram.
  private(set) var counts: [UInt32] = []
  private(set) var keys: [UInt64] = []

  /// Whether all bigrams of a document can still be numbered.
  func hasRoom(for characters: [UInt32]) -> Bool {
    if keys.count + characters.count <= Self.capacity { return true }
    // So long a document repeats most of its bigrams: only a trial tells.
    var trial = self
    var numbers: [UInt32] = []
    return characters.withUnsafeBufferPointer { characters in
      for start in stride(from: 0, to: characters.count, by: Self.pieceLength) {
        numbers.removeAll(keepingCapacity: true)
        trial.append(
          characters, start..<min(characters.count, start + Self.pieceLength), none: 0, to: &numbers
        )
        if trial.keys.count > Self.capacity - Self.pieceLength { return false }
      }
      return true
    }
  }

  /// Appends the number of the bigram at each place of `characters` to `numbers`, `none` for
  /// breaks.
  mutating func append(
    _ characters: UnsafeBufferPointer<UInt32>, none: UInt32, to numbers: inout [UInt32]
  ) {
    for start in stride(from: 0, to: characters.count, by: Self.pieceLength) {
      append(
        characters, start..<min(characters.count, start + Self.pieceLength), none: none,
        to: &numbers)
    }
  }

  private mutating func append(
    _ characters: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, none: UInt32,
    to numbers: inout [UInt32]
  ) {
    reserve(range.count)
    let shift = UInt64(slots.count.leadingZeroBitCount + 1)
    let mask = slots.count - 1
    slots.withUnsafeMutableBufferPointer { slots in
      for index in range {
        let first = characters[index]
        if first == 0 {
          numbers.append(none)
          continue
        }
        let second = index &+ 1 < characters.count ? characters[index &+ 1] : 0
        let key = TermKey.bigram(first, second).bits
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        while true {
          let held = slots[slot]
          if held == 0 {
            slots[slot] = key &<< Self.numberBits | UInt64(keys.count &+ 1)
            numbers.append(UInt32(truncatingIfNeeded: keys.count))
            keys.append(key)
            counts.append(1)
            break
          }
          if held &>> Self.numberBits == key {
            let number = Int(held & (1 &<< Self.numberBits &- 1)) &- 1
            counts[number] &+= 1
            numbers.append(UInt32(truncatingIfNeeded: number))
            break
          }
          slot = (slot &+ 1) & mask
        }
      }
    }
  }

  /// The number of a key that occurs `count` times more.
  mutating func number(ofKey key: UInt64, count: UInt32) -> UInt32 {
    reserve(1)
    let shift = UInt64(slots.count.leadingZeroBitCount + 1)
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while slots[slot] != 0 {
      if slots[slot] >> Self.numberBits == key {
        let number = Int(slots[slot] & (1 << Self.numberBits - 1)) - 1
        counts[number] += count
        return UInt32(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = key << Self.numberBits | UInt64(keys.count + 1)
    keys.append(key)
    counts.append(count)
    return UInt32(keys.count - 1)
  }

  private mutating func reserve(_ additional: Int) {
    var size = slots.count
    while (keys.count + additional) * 2 > size { size *= 2 }
    guard size > slots.count else { return }
    let shift = UInt64(size.leadingZeroBitCount + 1)
    var larger = [UInt64](repeating: 0, count: size)
    for (number, key) in keys.enumerated() {
      var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
      while larger[slot] != 0 { slot = (slot &+ 1) & (size - 1) }
      larger[slot] = key << Self.numberBits | UInt64(number + 1)
    }
    slots = larger
  }
}
