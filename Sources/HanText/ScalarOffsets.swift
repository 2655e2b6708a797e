// Byte offsets to scalar offsets and back: people and scripts count scalars, the library counts
// bytes.

/// Converts between UTF-8 byte offsets and Unicode scalar offsets of one text.
///
/// It remembers where it was last asked, so a walk through the text, in either direction, costs
/// O(1) amortised a step; a jump costs the distance jumped.
public struct ScalarOffsets {
  private let bytes: [UInt8]
  private var byte = 0
  private var scalar = 0

  /// Begins at the start of the text.
  public init(_ text: SourceText) { bytes = text.bytes }

  /// The number of scalars before the UTF-8 byte `offset`, which must be a scalar boundary.
  public mutating func scalarOffset(ofByte offset: Int) -> Int {
    precondition(offset >= 0 && offset <= bytes.count, "byte offset outside the text")
    if offset < byte / 2 { (byte, scalar) = (0, 0) }
    bytes.withUnsafeBufferPointer { bytes in
      while byte < offset {
        scalar += isScalarStart(bytes[byte]) ? 1 : 0
        byte += 1
      }
      while byte > offset {
        byte -= 1
        scalar -= isScalarStart(bytes[byte]) ? 1 : 0
      }
    }
    return scalar
  }

  /// The UTF-8 byte offset of the scalar at `offset`; the end of the text where there are fewer.
  public mutating func byteOffset(ofScalar offset: Int) -> Int {
    if offset < scalar / 2 { (byte, scalar) = (0, 0) }
    bytes.withUnsafeBufferPointer { bytes in
      while scalar > offset, byte > 0 {
        byte -= 1
        scalar -= isScalarStart(bytes[byte]) ? 1 : 0
      }
      while scalar < offset, byte < bytes.count {
        byte += 1
        while byte < bytes.count, !isScalarStart(bytes[byte]) { byte += 1 }
        scalar += 1
      }
    }
    return byte
  }

  /// A byte range as a scalar range.
  public mutating func scalars(_ range: ByteRange) -> Range<Int> {
    let start = scalarOffset(ofByte: range.lowerBound)
    return start..<scalarOffset(ofByte: range.upperBound)
  }
}

/// Whether a UTF-8 byte begins a scalar.
@inline(__always)
func isScalarStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
