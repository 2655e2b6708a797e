// Tokens to what a ranked search counts: folded words, numbers in one form, addresses level by
// level.

/// Turns text into index terms, for documents and queries alike.
///
/// | token | terms |
/// |---|---|
/// | `著作權` | `着作权` |
/// | `5万元` `五万元` `50000元` | `50000元` |
/// | `15个工作日` | `15个工作日` `工作日` |
/// | `百分之五` `５％` | `5%` |
/// | `第十二条第一款` `第12条第1款` | `第12条` `第1款` |
/// | `《网络安全法》` | `《网络安全法》` `网络` `安全` `法` |
/// | `，` | none |
public struct WordTerms: Sendable {
  /// Cuts the text.
  public let segmenter: Segmenter
  /// Folds each word, scripts included.
  public let folding: FoldingTable

  /// A term longer than this, in bytes, is cut short: no one searches for it.
  static let longestTerm = 240

  /// The parts one by one, as where another grammar or folding is wanted.
  public init(segmenter: Segmenter, folding: FoldingTable) {
    self.segmenter = segmenter
    self.folding = folding
  }

  /// A dictionary brings the script folding that ranked words need.
  public init(dictionary: SegmentationDictionary) {
    self.init(
      segmenter: Segmenter(dictionary: dictionary),
      folding: FoldingTable(script: dictionary.script))
  }

  /// Appends the terms of the UTF-8 bytes in `range`, in the order of the text. `tokens` is
  /// working memory.
  public func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, tokens: inout TokenBuffer,
    into terms: inout TermBuffer
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Segmenter.pieceEnd(bytes, start..<range.upperBound)
      appendPiece(bytes, start..<end, &tokens, &terms)
      start = end
    }
  }

  private func appendPiece(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, _ tokens: inout TokenBuffer,
    _ terms: inout TermBuffer
  ) {
    tokens.removeAll()
    segmenter.segment(bytes, range, into: &tokens)
    guard let base = bytes.baseAddress else { return }
    var titles: [ByteRange] = []
    for token in tokens.tokens {
      switch token.kind {
      case .han, .latin: word(base, token.range, &terms)
      case .number: number(base, token.range, &terms)
      case .address: address(base, token.range, &terms)
      case .title:
        word(base, token.range, &terms)
        titles.append(token.range)
      case .punct: break
      }
    }
    // A title's words come behind; what is inside 《》 is at least six bytes shorter.
    for title in titles where title.count > 6 {
      let inner = title.lowerBound + 3..<title.upperBound - 3
      appendPiece(bytes, inner, &tokens, &terms)
    }
  }

  /// Appends the terms of the UTF-8 bytes in `range`.
  public func append(
    _ bytes: [UInt8], _ range: ByteRange, tokens: inout TokenBuffer, into terms: inout TermBuffer
  ) {
    bytes.withUnsafeBufferPointer { append($0, range, tokens: &tokens, into: &terms) }
  }

  private func word(
    _ bytes: UnsafePointer<UInt8>, _ range: ByteRange, _ terms: inout TermBuffer
  ) {
    folding.appendFolded(bytes, bounded(range, bytes), script: true, to: &terms.bytes)
    terms.close()
  }

  /// The first bytes of a token, up to a whole scalar.
  private func bounded(_ range: ByteRange, _ bytes: UnsafePointer<UInt8>) -> ByteRange {
    guard range.count > Self.longestTerm else { return range }
    var end = range.lowerBound + Self.longestTerm
    while end > range.lowerBound, !isScalarStart(bytes[end]) { end -= 1 }
    return range.lowerBound..<end
  }

  private func number(
    _ bytes: UnsafePointer<UInt8>, _ range: ByteRange, _ terms: inout TermBuffer
  ) {
    var scalars: [UInt32] = []
    folding.appendFolded(bytes, bounded(range, bytes), script: true, to: &scalars)
    scalars.removeAll { $0 == 0x20 || $0 == 0x2C }
    var normal = NumberNormaliser(scalars)
    normal.write(to: &terms.bytes)
    terms.close()
    // 工作日 is looked for without its number too.
    let unit = normal.unit.drop { $0 == Mark.piece }
    if unit.count > 1 {
      for scalar in unit { appendUTF8(scalar, to: &terms.bytes) }
      terms.close()
    }
  }

  private func address(
    _ bytes: UnsafePointer<UInt8>, _ range: ByteRange, _ terms: inout TermBuffer
  ) {
    let scanner = AddressScanner(bytes: bytes, end: range.upperBound)
    var p = range.lowerBound
    while p < range.upperBound, let level = scanner.level(at: p) {
      appendUTF8(Mark.ordinal, to: &terms.bytes)
      terms.bytes += Array(String(level.number).utf8)
      appendUTF8(level.sign, to: &terms.bytes)
      if level.branch > 0 {
        appendUTF8(Mark.branch, to: &terms.bytes)
        terms.bytes += Array(String(level.branch).utf8)
      }
      terms.close()
      p = level.end
    }
  }
}
