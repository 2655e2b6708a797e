// Bytes of a chunk at a fixed place in memory, for as long as a searcher holds them: posting
// cursors point into several chunks at once, which closures over arrays cannot give without
// nesting.

/// An immutable copy of a chunk whose checksum was right.
///
/// A chunk is its checksum (8 bytes), its content, and `BitPacking.padding` zeros.
final class ChunkBytes: @unchecked Sendable {
  /// The first byte of the content.
  let base: UnsafeRawPointer
  /// Bytes of content; the padding after them is readable.
  let count: Int
  let index: Int
  private let allocation: UnsafeMutableRawPointer

  init(_ bytes: [UInt8], index: Int) throws(SearchIndexError) {
    guard bytes.count >= 8 + BitPacking.padding else {
      throw .corrupted(chunk: index, reason: "it is too short")
    }
    let checksum = bytes.withUnsafeBytes { bytes in
      (bytes.baseAddress!.integer(0, as: UInt64.self), Self.checksum(bytes, from: 8))
    }
    guard checksum.0 == checksum.1 else {
      throw .corrupted(chunk: index, reason: "the checksum is wrong")
    }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 8)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    allocation = copy
    base = UnsafeRawPointer(copy) + 8
    count = bytes.count - 8 - BitPacking.padding
    self.index = index
  }

  deinit { allocation.deallocate() }

  var reader: ByteReader { ByteReader(base, 0..<count, chunk: index) }

  /// Starts a chunk's bytes; `seal` ends them.
  static func begin() -> [UInt8] { [UInt8](repeating: 0, count: 8) }

  static func seal(_ bytes: inout [UInt8]) {
    bytes.append(contentsOf: repeatElement(0, count: BitPacking.padding))
    let sum = bytes.withUnsafeBytes { checksum($0, from: 8) }
    bytes.replaceInteger(at: 0, sum)
  }

  /// A multiplicative hash over eight bytes at a time: for damage, not for forgery.
  static func checksum(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    guard let base = bytes.baseAddress else { return 0 }
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = start
    while offset &+ 8 <= bytes.count {
      hash = (hash ^ base.integer(offset, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 29
      offset &+= 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 29
      offset &+= 1
    }
    return hash
  }
}
