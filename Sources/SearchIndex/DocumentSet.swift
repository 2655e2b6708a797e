// Tombstones, filters and resolved fields are all the same thing: a set of a segment's documents.

/// A set of documents of one segment, one bit each.
public struct DocumentSet: Sendable, Hashable {
  /// How many documents the segment has, in the set or not.
  public let documentCount: Int
  var words: [UInt64]

  /// The empty set.
  public init(documentCount: Int) {
    self.documentCount = documentCount
    words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
  }

  /// The set of `documents`; ordinals beyond the segment are ignored.
  public init(documentCount: Int, _ documents: some Sequence<Int>) {
    self.init(documentCount: documentCount)
    for document in documents { insert(document) }
  }

  /// A set kept with `bytes`; shorter input is filled with zeros, longer is cut.
  public init(documentCount: Int, bytes: [UInt8]) {
    self.init(documentCount: documentCount)
    for (i, byte) in bytes.prefix((documentCount + 7) / 8).enumerated() {
      words[i / 8] |= UInt64(byte) << UInt64(i % 8 * 8)
    }
    clearTail()
  }

  /// One bit a document, least significant first; for storing.
  public var bytes: [UInt8] {
    (0..<(documentCount + 7) / 8).map {
      UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64($0 % 8 * 8))
    }
  }

  public mutating func insert(_ document: Int) {
    guard document >= 0, document < documentCount else { return }
    words[document >> 6] |= 1 << UInt64(document & 63)
  }

  public func contains(_ document: Int) -> Bool {
    document >= 0 && document < documentCount
      && words[document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  /// How many documents are in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  public mutating func formUnion(_ other: DocumentSet) {
    for i in words.indices where i < other.words.count { words[i] |= other.words[i] }
    clearTail()
  }

  public mutating func formIntersection(_ other: DocumentSet) {
    for i in words.indices { words[i] &= i < other.words.count ? other.words[i] : 0 }
  }

  public mutating func subtract(_ other: DocumentSet) {
    for i in words.indices where i < other.words.count { words[i] &= ~other.words[i] }
  }

  /// The same documents, as far as a segment of `documentCount` has them.
  func resized(to documentCount: Int) -> DocumentSet {
    if documentCount == self.documentCount { return self }
    var result = DocumentSet(documentCount: documentCount)
    result.formUnion(self)
    return result
  }

  private mutating func clearTail() {
    if documentCount & 63 != 0 { words[words.count - 1] &= 1 << UInt64(documentCount & 63) - 1 }
  }
}
