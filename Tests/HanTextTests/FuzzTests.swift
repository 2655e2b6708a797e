// Random and mutated bytes through decoding, folding, segmentation and what stands on them.

import HanText
import Testing

@Suite struct FuzzTests {
  @Test func nothingCrashes() {
    var random = SeededRandom(seed: 1949)
    let segmenter = Segmenter(dictionary: SegmenterTests.dictionary)
    let plain = Segmenter(dictionary: SegmenterTests.dictionary, grammar: false)
    let terms = WordTerms(dictionary: SegmenterTests.dictionary)
    var buffer = TokenBuffer()
    var termBuffer = TermBuffer()
    for round in 0..<1500 {
      var bytes = Array(Sentence.random(&random).utf8)
      if round % 3 == 0 { bytes += Array("第（三）条《甲》2022年 1,5%百分之".utf8) }
      for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        }
      }
      if round % 5 == 0 {
        bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      check(bytes, segmenter, &buffer)
      check(bytes, plain, &buffer)
      termBuffer.removeAll()
      terms.append(bytes, 0..<bytes.count, tokens: &buffer, into: &termBuffer)
      #expect(Int(termBuffer.ends.last ?? 0) == termBuffer.bytes.count)
      var folded = FoldedText()
      FoldingTests.table.fold(bytes, 0..<bytes.count, script: true, into: &folded)
      #expect(folded.sources.last == Int32(bytes.count))
      _ = Sentences.ranges(in: bytes, 0..<bytes.count)
      _ = ChineseNumeral.parse(bytes, 0..<bytes.count)
      if let text = try? SourceText(decoding: bytes) { check(text.bytes, segmenter, &buffer) }
    }
  }

  /// Tokens in order, inside the bytes, not overlapping, whatever the bytes are.
  private func check(_ bytes: [UInt8], _ segmenter: Segmenter, _ buffer: inout TokenBuffer) {
    buffer.removeAll()
    segmenter.segment(bytes, 0..<bytes.count, into: &buffer)
    var end: Int32 = 0
    for token in buffer.tokens {
      #expect(token.start >= end && token.end > token.start)
      end = token.end
    }
    #expect(Int(end) <= bytes.count)
  }
}
