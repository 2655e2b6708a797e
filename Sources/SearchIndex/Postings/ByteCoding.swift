// Numbers to bytes and back. All multi-byte numbers are little-endian; every read is bounded.

extension [UInt8] {
  mutating func appendInteger<T: FixedWidthInteger>(_ value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Seven bits a byte, least significant first, the top bit set on all but the last.
  mutating func appendVarint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(truncatingIfNeeded: value))
  }

  mutating func replaceInteger<T: FixedWidthInteger>(at offset: Int, _ value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) {
      replaceSubrange(offset..<offset + $0.count, with: $0)
    }
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  func integer<T: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: T.Type) -> T {
    T(littleEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
  }
}

/// Reads forward through bytes that may be broken.
struct ByteReader {
  let base: UnsafeRawPointer
  private(set) var offset: Int
  let end: Int
  /// Named in errors.
  let chunk: Int

  init(_ base: UnsafeRawPointer, _ range: Range<Int>, chunk: Int) {
    self.base = base
    offset = range.lowerBound
    end = range.upperBound
    self.chunk = chunk
  }

  func failure(_ reason: String) -> SearchIndexError { .corrupted(chunk: chunk, reason: reason) }

  mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type
  ) throws(SearchIndexError) -> T {
    guard end - offset >= MemoryLayout<T>.size else { throw failure("it ends too early") }
    defer { offset += MemoryLayout<T>.size }
    return base.integer(offset, as: T.self)
  }

  mutating func varint() throws(SearchIndexError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end, shift < 64 {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw failure("a number has no end")
  }

  /// A varint that counts something of which there are at most `limit`.
  mutating func count(_ limit: Int) throws(SearchIndexError) -> Int {
    let value = try varint()
    guard value <= UInt64(limit) else { throw failure("a count is too large") }
    return Int(value)
  }

  /// Moves past `count` bytes and says where they start.
  mutating func skip(_ count: Int) throws(SearchIndexError) -> Int {
    guard count >= 0, count <= end - offset else { throw failure("it ends too early") }
    defer { offset += count }
    return offset
  }
}

/// A varint in bytes that were validated when the chunk was loaded.
@inline(__always)
func trustedVarint(_ base: UnsafeRawPointer, _ offset: inout Int) -> UInt64 {
  var byte = base.load(fromByteOffset: offset, as: UInt8.self)
  offset &+= 1
  var value = UInt64(byte & 0x7F)
  var shift: UInt64 = 7
  while byte >= 0x80 {
    byte = base.load(fromByteOffset: offset, as: UInt8.self)
    offset &+= 1
    value |= UInt64(byte & 0x7F) &<< shift
    shift &+= 7
  }
  return value
}
