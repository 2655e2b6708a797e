// Frame of reference: numbers of one width side by side, any of them read with one load.
// Offsets from a base cost a few bits more than deltas, and a seek needs no decoding of a block.

enum BitPacking {
  /// Readable bytes that must follow packed values, as a read takes eight at a time.
  static let padding = 8

  static func width(of largest: UInt32) -> Int { 32 - largest.leadingZeroBitCount }

  static func byteCount(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  static func mask(_ width: Int) -> UInt64 { 1 &<< UInt64(width) &- 1 }

  /// Appends the low `width` (0…32) bits of each value.
  static func append(
    _ values: UnsafeBufferPointer<UInt32>, minus base: UInt32, width: Int, to bytes: inout [UInt8]
  ) {
    guard width > 0 else { return }
    var pending: UInt64 = 0
    var filled = 0
    for value in values {
      pending |= UInt64(value &- base) &<< UInt64(filled)
      filled &+= width
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        filled &-= 8
      }
    }
    if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
  }

  /// The value at `index`. `mask` is `mask(width)`, computed once by the caller.
  @inline(__always)
  static func value(_ packed: UnsafeRawPointer, _ index: Int, _ width: Int, _ mask: UInt64)
    -> UInt32
  {
    let bit = index &* width
    let word = packed.integer(bit &>> 3, as: UInt64.self)
    return UInt32(truncatingIfNeeded: (word &>> UInt64(bit & 7)) & mask)
  }

  /// The sum of the first `count` values.
  static func sum(_ packed: UnsafeRawPointer, _ count: Int, _ width: Int, _ mask: UInt64) -> Int {
    if width == 0 { return 0 }
    var sum = 0
    for index in 0..<count { sum &+= Int(value(packed, index, width, mask)) }
    return sum
  }
}

/// A set of numbers below a span, one bit each: how a dense block of documents is packed, as a seek
/// is one load then.
enum Bitmap {
  static func byteCount(span: Int) -> Int { (span + 7) / 8 }

  static func append(
    _ values: UnsafeBufferPointer<UInt32>, minus base: UInt32, span: Int, to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: byteCount(span: span)))
    for value in values {
      let bit = Int(value - base)
      bytes[start + bit >> 3] |= 1 << UInt8(bit & 7)
    }
  }

  /// The first number in the set at or after `start`; there must be one.
  @inline(__always)
  static func first(_ bitmap: UnsafeRawPointer, from start: Int) -> Int {
    var start = start
    while true {
      let word = bitmap.integer(start &>> 3, as: UInt64.self) &>> UInt64(start & 7)
      if word != 0 { return start &+ word.trailingZeroBitCount }
      // The next byte that has not been seen to its end.
      start = (start | 7) &+ 57
    }
  }

  /// How many numbers of `range` are in the set.
  static func count(_ bitmap: UnsafeRawPointer, _ range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while start < range.upperBound {
      let length = min(56, range.upperBound &- start)
      let word = bitmap.integer(start &>> 3, as: UInt64.self) &>> UInt64(start & 7)
      count &+= (word & BitPacking.mask(length)).nonzeroBitCount
      start &+= length
    }
    return count
  }
}
