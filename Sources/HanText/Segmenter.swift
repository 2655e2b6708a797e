// Text to tokens: the grammar of law first, the cheapest way through the dictionary for the rest.

/// Cuts text into words.
///
/// | text | tokens |
/// |---|---|
/// | `第十九条第二款规定` | `第十九条第二款` address · `规定` han |
/// | `依照《网络安全法》` | `依照` han · `《网络安全法》` title |
/// | `处五万元以上罚款` | `处` han · `五万元` number · `以上` han · `罚款` han |
/// | `2022年11月25日` | `2022年11月25日` number |
///
/// Without grammar and lexicon, runs of ideographs are cut exactly as ICU cuts them. White space
/// and ignorable characters give no token; tokens come in order and don't overlap.
public struct Segmenter: Sendable {
  /// The words.
  public let dictionary: SegmentationDictionary
  /// Whether addresses, titles, numbers with units and dates are recognised.
  public let grammar: Bool
  private let numbers: NumberGrammar?

  /// Cuts by `dictionary`; without `grammar` by it alone.
  public init(dictionary: SegmentationDictionary, grammar: Bool = true) {
    self.dictionary = dictionary
    self.grammar = grammar
    numbers = grammar ? NumberGrammar(dictionary) : nil
  }

  /// Appends the tokens of the UTF-8 bytes in `range`. A buffer used again spares its allocations.
  public func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, into buffer: inout TokenBuffer
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    precondition(bytes.count <= Int32.max, "a text is at most 2 GiB")
    guard let base = bytes.baseAddress, !range.isEmpty else { return }
    buffer.withScratch { scratch, tokens in
      dictionary.codes.withUnsafeBufferPointer { codes in
        dictionary.trie.withPointers { trie in
          let lattice = Lattice(
            trie: trie, codes: scratch.codes, spans: scratch.spans,
            best: scratch.best, pairs: scratch.pairs, kanaStart: dictionary.kanaStart,
            kanaEnd: dictionary.kanaEnd, numbers: numbers,
            fallback: dictionary.hasWords ? nil : scratch.fallback(for: bytes))
          var scan = TokenScan(
            bytes: base, end: range.upperBound, codes: codes.baseAddress!, lattice: lattice,
            tokens: tokens)
          // The array goes in and out whole, so that it stays its only owner's.
          tokens = []
          scan.run(from: range.lowerBound)
          tokens = scan.tokens
        }
      }
    }
  }

  /// Appends the tokens of the UTF-8 bytes in `range`.
  public func segment(_ bytes: [UInt8], _ range: ByteRange, into buffer: inout TokenBuffer) {
    bytes.withUnsafeBufferPointer { segment($0, range, into: &buffer) }
  }

  /// Where a long range may be cut, so that one at a time can be segmented in little memory: the
  /// end of a range up to 64 KiB, else behind the next line feed or 。, at the latest after 1 MiB.
  public static func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> Int {
    guard range.count > shortPiece else { return range.upperBound }
    let limit = min(range.upperBound, range.lowerBound + longPiece)
    var p = range.lowerBound + shortPiece
    while p < limit {
      if bytes[p - 1] == UInt8(ascii: "\n") { return p }
      // 。 is E3 80 82.
      if bytes[p - 1] == 0x82, bytes[p - 2] == 0x80, bytes[p - 3] == 0xE3 { return p }
      p += 1
    }
    guard limit < range.upperBound else { return limit }
    while p > range.lowerBound + shortPiece, !isScalarStart(bytes[p]) { p -= 1 }
    return p
  }

  private static let shortPiece = 1 << 16
  private static let longPiece = 1 << 20

  /// The tokens of a whole text.
  public func tokens(of text: SourceText) -> [Token] {
    var buffer = TokenBuffer()
    segment(text.bytes, 0..<text.bytes.count, into: &buffer)
    return buffer.tokens
  }
}
