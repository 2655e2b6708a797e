// Folded scalars that remember where they came from, so that a match can be shown in the original.

/// Text folded for matching, with the way back to the source.
///
/// `sources` has one entry more than `scalars`: entry `i` is the UTF-8 byte offset in the source
/// buffer of the scalar that folded scalar `i` came from, the last one where the folded range ends.
public struct FoldedText: Sendable {
  /// The folded scalars.
  public var scalars: [UInt32] = []
  /// Where each came from, UTF-8 bytes, and one closing entry.
  public var sources: [Int32] = []

  /// Empty, to be folded into.
  public init() {}

  /// Empties both arrays and keeps their storage.
  public mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
  }

  /// The source bytes that folded scalars `range` came from. A source scalar that folds to several
  /// is covered whole; ignorable scalars inside the match are covered, those after it are not.
  ///
  /// `bytes` is the buffer that was folded.
  public func sourceRange(_ range: Range<Int>, in bytes: [UInt8]) -> ByteRange {
    guard !range.isEmpty else {
      let at = Int(sources[range.lowerBound])
      return at..<at
    }
    let last = Int(sources[range.upperBound - 1])
    return bytes.withUnsafeBufferPointer { bytes in
      let length = readScalar(bytes.baseAddress!, last, bytes.count).length
      return Int(sources[range.lowerBound])..<last + length
    }
  }
}
