// A paragraph's sentences: a full stop ends one unless it stands inside a quotation, title or
// bracket.

/// Splits paragraphs into sentences.
///
/// 。！？!? and … end a sentence, with the closing quotes and brackets behind them; ； does not.
/// A bracket or quote that never closes in the paragraph is no bracket.
public enum Sentences {
  /// The sentences of the UTF-8 bytes in `range`, without the white space around them.
  public static func ranges(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else { return [] }
      return SentenceSplitter(bytes: base, range: range).split()
    }
  }
}

private struct SentenceSplitter {
  let bytes: UnsafePointer<UInt8>
  let range: ByteRange

  func split() -> [ByteRange] {
    let depths = depthChanges()
    var nextChange = 0
    var result: [ByteRange] = []
    var depth = 0
    var start = range.lowerBound
    var p = range.lowerBound
    // A quotation that ends in a full stop ends the sentence around it.
    var endedInside = false
    while p < range.upperBound {
      let (scalar, length) = readScalar(bytes, p, range.upperBound)
      if nextChange < depths.count, depths[nextChange].at == p {
        depth += depths[nextChange].by
        nextChange += 1
      }
      p += length
      let ends = Self.endsSentence(scalar) && !isInsideWord(scalar, p)
      if ends { endedInside = depth > 0 }
      if !ends, !Self.isCloser(scalar) { endedInside = false }
      let closesQuotation = endedInside && Self.isQuoteCloser(scalar)
      guard depth == 0, ends || closesQuotation else { continue }
      // Further stops and closing marks belong to the sentence.
      while p < range.upperBound {
        let (next, length) = readScalar(bytes, p, range.upperBound)
        guard Self.endsSentence(next) || Self.isCloser(next) else { break }
        p += length
      }
      append(start..<p, &result)
      start = p
      endedInside = false
    }
    append(start..<range.upperBound, &result)
    return result
  }

  private func append(_ range: ByteRange, _ result: inout [ByteRange]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let (scalar, length) = readScalar(bytes, start, end)
      guard Self.isSpace(scalar) else { break }
      start += length
    }
    while end > start {
      var last = end - 1
      while last > start, !isScalarStart(bytes[last]) { last -= 1 }
      guard Self.isSpace(readScalar(bytes, last, end).scalar) else { break }
      end = last
    }
    if start < end { result.append(start..<end) }
  }

  /// Where marks that find their partner in the range open (+1) and close (-1), in order.
  private func depthChanges() -> [(at: Int, by: Int)] {
    var open: [(at: Int, closer: UInt32)] = []
    var result: [(at: Int, by: Int)] = []
    var p = range.lowerBound
    while p < range.upperBound {
      let (scalar, length) = readScalar(bytes, p, range.upperBound)
      if let closer = Self.closer(of: scalar) {
        open.append((p, closer))
      } else if Self.isCloser(scalar),
        let match = open.suffix(Self.deepest).lastIndex(where: { $0.closer == scalar })
      {
        // What opened within and never closed is no bracket.
        result.append((open[match].at, 1))
        result.append((p, -1))
        open.removeSubrange(match...)
      }
      p += length
    }
    return result.sorted { $0.at < $1.at }
  }

  /// Marks opened further out than this are not looked for.
  private static let deepest = 16

  /// A ? between letters, as in an address of the web, ends nothing.
  private func isInsideWord(_ scalar: UInt32, _ next: Int) -> Bool {
    scalar < 0x80 && next < range.upperBound && bytes[next] > 0x20 && bytes[next] < 0x80
      && bytes[next] != 0x22 && bytes[next] != 0x29
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF61: true  // 。！？!?…｡
    default: false
    }
  }

  private static func closer(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x201C: 0x201D  // “”
    case 0x2018: 0x2019  // ‘’
    case 0x28: 0x29  // ()
    case 0xFF08: 0xFF09  // （）
    case 0x3008...0x3011 where scalar % 2 == 0: scalar + 1  // 〈〉《》「」『』【】
    case 0x3014: 0x3015  // 〔〕
    default: nil
    }
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x2019, 0x29, 0xFF09, 0x3015: true
    case 0x3008...0x3011: scalar % 2 == 1
    default: false
    }
  }

  private static func isQuoteCloser(_ scalar: UInt32) -> Bool {
    scalar == 0x201D || scalar == 0x2019 || scalar == 0x300D || scalar == 0x300F
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    let kind = ScalarClass(scalar)
    return kind == .space || kind == .lineFeed
  }
}
