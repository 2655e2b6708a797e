// Index terms, one after the other in one array.

/// Terms as UTF-8 in one flat buffer; term `i` ends at `ends[i]`.
public struct TermBuffer: Sendable {
  /// All terms, UTF-8.
  public var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  public var ends: [Int32] = []

  /// No terms.
  public init() {}

  /// The number of terms.
  public var count: Int { ends.count }

  /// Where term `i` stands in `bytes`.
  public subscript(_ i: Int) -> ByteRange {
    (i == 0 ? 0 : Int(ends[i - 1]))..<Int(ends[i])
  }

  /// Term `i` for people.
  public func string(_ i: Int) -> String { String(decoding: bytes[self[i]], as: UTF8.self) }

  /// Empties the buffer and keeps its storage.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Ends the term whose bytes were appended last; an empty one is none.
  @inline(__always)
  mutating func close() {
    if bytes.count > Int(ends.last ?? 0) { ends.append(Int32(truncatingIfNeeded: bytes.count)) }
  }
}
