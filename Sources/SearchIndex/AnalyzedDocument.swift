// How a document enters the index: analysed already, in flat buffers that can be reused.

/// A document as the index takes it. Folding and segmentation are the caller's.
///
/// Keep one value and refill it (`removeAll()`) to index without an allocation per document.
public struct AnalyzedDocument: Sendable {
  /// The folded Unicode scalars of the text. 0 marks a break that no match crosses or contains.
  public var characters: [UInt32] = []
  /// Ascending positions in `characters` where a sentence starts.
  public var sentenceStarts: [UInt32] = []
  /// Ascending positions in `characters` where a paragraph starts.
  public var paragraphStarts: [UInt32] = []
  /// The bytes of all words, one after the other. Only the first 255 bytes of a word count.
  public var wordBytes: [UInt8] = []
  /// For each word the offset in `wordBytes` where it ends.
  public var wordEnds: [Int] = []
  /// The caller's name of the document, given back by `Searcher.identifier(of:)`.
  public var identifier: [UInt8] = []
  /// How likely the document is before any query is seen; see `PriorRule`. Finite, not negative.
  public var prior: Float = 1

  public init() {}

  /// Adds one word to the ranked terms.
  public mutating func appendWord(_ bytes: some Sequence<UInt8>) {
    wordBytes.append(contentsOf: bytes)
    wordEnds.append(wordBytes.count)
  }

  /// Empties the buffers and keeps their memory.
  public mutating func removeAll() {
    characters.removeAll(keepingCapacity: true)
    sentenceStarts.removeAll(keepingCapacity: true)
    paragraphStarts.removeAll(keepingCapacity: true)
    wordBytes.removeAll(keepingCapacity: true)
    wordEnds.removeAll(keepingCapacity: true)
    identifier.removeAll(keepingCapacity: true)
    prior = 1
  }
}

/// A unit of text that holds occurrences together.
public enum Boundary: Sendable, Hashable {
  case sentence, paragraph, document
}
