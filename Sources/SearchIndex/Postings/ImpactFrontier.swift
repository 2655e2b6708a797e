// What the best posting of a block can score, for any scoring constants that may come.

/// The pairs of term frequency and document length no other posting beats in both: at most four,
/// joined upwards where there are more. The idea of impacts is from Ding and Suel, "Faster top-k
/// document retrieval using block-max indexes" (SIGIR 2011); keeping pairs, not a score, leaves the
/// constants open.
struct ImpactFrontier {
  static let pairCount = 4
  static let byteCount = 2 * pairCount
  /// Frequencies above this score as this.
  static let largestFrequency = 255

  /// Pairs of (frequency, length code) as bytes; a frequency of 0 is no pair.
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(frequencies: UnsafeBufferPointer<UInt32>, lengths: (Int) -> UInt8) {
    var builder = Builder()
    for i in frequencies.indices { builder.add(frequencies[i], lengths(i)) }
    self = builder.frontier
  }

  func frequency(_ pair: Int) -> UInt32 { UInt32(bits &>> UInt64(pair &* 16) & 0xFF) }

  func length(_ pair: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits &>> UInt64(pair &* 16 &+ 8)) }

  /// Collects postings, and frontiers of blocks for that of a list.
  struct Builder {
    private var shortest = [UInt8](repeating: 255, count: largestFrequency + 1)
    private var seen = [Bool](repeating: false, count: largestFrequency + 1)
    private var largest = 0

    mutating func add(_ frequency: UInt32, _ length: UInt8) {
      let frequency = Int(min(frequency, UInt32(largestFrequency)))
      largest = max(largest, frequency)
      seen[frequency] = true
      if length < shortest[frequency] { shortest[frequency] = length }
    }

    mutating func add(_ frontier: ImpactFrontier) {
      for pair in 0..<pairCount where frontier.frequency(pair) > 0 {
        add(frontier.frequency(pair), frontier.length(pair))
      }
    }

    mutating func removeAll() {
      for frequency in 0...largest {
        shortest[frequency] = 255
        seen[frequency] = false
      }
      largest = 0
    }

    var frontier: ImpactFrontier {
      var bits: UInt64 = 0
      var pairs = 0
      var best = 256
      var frequency = largest
      while frequency > 0 {
        if seen[frequency], Int(shortest[frequency]) < best {
          best = Int(shortest[frequency])
          if pairs < pairCount {
            bits |= UInt64(frequency | best << 8) << UInt64(pairs * 16)
            pairs += 1
          } else {
            // The last pair takes the shorter length: never below a true score.
            bits = bits & ~(0xFF << 56) | UInt64(best) << 56
          }
        }
        frequency -= 1
      }
      return ImpactFrontier(bits: bits)
    }
  }
}
