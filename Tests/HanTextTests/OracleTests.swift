// Without grammar and lexicon, the dictionary pass must cut every run of ideographs as ICU does.

import HanText
import Testing

@Suite struct OracleTests {
  static let plain = Segmenter(
    dictionary: SegmentationDictionary(lexicon: Lexicon()), grammar: false)

  /// The runs of ideographs and kana cut by ICU and by us, and the first difference between them.
  static func difference(_ bytes: [UInt8], _ range: ByteRange, _ icu: ICUSegmenter) -> String? {
    var ours = TokenBuffer()
    plain.segment(bytes, range, into: &ours)
    var theirs: [Token] = []
    icu.segment(bytes, range, into: &theirs)
    // Letters, figures and marks are cut by rule in both, not by dictionary.
    let a = ours.tokens.map(\.range).filter { isDictionaryScript(bytes, $0) }
    let b = theirs.map(\.range).filter { isDictionaryScript(bytes, $0) }
    guard a != b else { return nil }
    func show(_ ranges: [ByteRange]) -> String {
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "|")
    }
    return "\(show(a))\n≠ \(show(b))"
  }

  private static func isDictionaryScript(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    switch String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first!.value {
    case 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3041...0x30FA,
      0x30FC...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAD9, 0x20000...0x323AF:
      true
    default: false
    }
  }

  @Test func agreesOnGeneratedSentences() throws {
    let icu = try #require(ICUSegmenter())
    var random = SeededRandom(seed: 20_221_125)
    for _ in 0..<4000 {
      let bytes = Array(Sentence.random(&random).utf8)
      #expect(Self.difference(bytes, 0..<bytes.count, icu) == nil)
    }
  }

  /// Runs longer than a window of the lattice, which ICU takes whole.
  @Test func agreesOnLongRuns() throws {
    let icu = try #require(ICUSegmenter())
    var random = SeededRandom(seed: 7)
    for _ in 0..<3 {
      var text = ""
      while text.utf8.count < 30_000 { text += Sentence.words.randomElement(using: &random)! }
      let bytes = Array(text.utf8)
      #expect(Self.difference(bytes, 0..<bytes.count, icu) == nil)
    }
  }

  @Test(.enabled(if: SharedData.folder != nil, "no folder of real texts beside the checkout"))
  func agreesOnRealTexts() throws {
    let icu = try #require(ICUSegmenter())
    var random = SeededRandom(seed: 3)
    for file in SharedData.files(under: "laws", suffix: ".md").shuffled(using: &random).prefix(60) {
      let text = try SourceText(decoding: SharedData.bytes(of: file))
      #expect(Self.difference(text.bytes, 0..<text.bytes.count, icu) == nil, "\(file)")
    }
  }
}
