// ICU's own word segmentation: the oracle of the tests, and what cuts where its dictionary can't
// be read.

import ICUShim

/// Cuts text as `ubrk` for Chinese does. One instance serves one thread at a time.
public final class ICUSegmenter {
  private let breaker: OpaquePointer
  private var ends: [Int32] = []
  private var statuses: [Int32] = []

  /// ICU is given no more than this many bytes at once.
  private static let longestPiece = 1 << 20

  /// nil where ICU has no word rules.
  public init?() {
    guard let breaker = icu_word_breaker_open() else { return nil }
    self.breaker = breaker
  }

  deinit { icu_word_breaker_close(breaker) }

  /// Appends ICU's words in a range of valid UTF-8; white space gives no token.
  public func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, into tokens: inout [Token]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    guard let base = bytes.baseAddress else { return }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = pieceEnd(base, start, range.upperBound)
      cut(base, start, end, &tokens)
      start = end
    }
  }

  /// Appends ICU's words in a range of valid UTF-8.
  public func segment(_ bytes: [UInt8], _ range: ByteRange, into tokens: inout [Token]) {
    bytes.withUnsafeBufferPointer { segment($0, range, into: &tokens) }
  }

  /// ICU's words of a whole text.
  public func tokens(of text: SourceText) -> [Token] {
    var tokens: [Token] = []
    segment(text.bytes, 0..<text.bytes.count, into: &tokens)
    return tokens
  }

  private func cut(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ tokens: inout [Token])
  {
    let count = end - start
    if ends.count < count {
      ends = Array(repeating: 0, count: count)
      statuses = ends
    }
    let pieces = Int(
      icu_word_breaker_cut(breaker, base + start, Int32(count), &ends, &statuses))
    var from = start
    for i in 0..<max(pieces, 0) {
      let to = start + Int(ends[i])
      if let kind = kind(readScalar(base, from, end).scalar, status: statuses[i]) {
        tokens.append(Token(start: from, end: to, kind: kind))
      }
      from = to
    }
  }

  private func kind(_ first: UInt32, status: Int32) -> TokenKind? {
    switch status {
    case 100..<200: .number
    case 200..<300: .latin
    case 300..<500: .han
    default:
      ScalarClass(first) == .space || ScalarClass(first) == .lineFeed ? nil : .punct
    }
  }

  /// The end of the text or, in a long one, the end of a line or at least of a scalar.
  private func pieceEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    guard limit - start > Self.longestPiece else { return limit }
    let end = start + Self.longestPiece
    var p = end
    while p > start, base[p - 1] != UInt8(ascii: "\n") { p -= 1 }
    if p > start { return p }
    p = end
    while p > start + 4, !isScalarStart(base[p]) { p -= 1 }
    return p
  }
}
