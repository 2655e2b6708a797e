// Where ICU's dictionary can't be read, ICU itself cuts, and grammar and lexicon still hold.

import Testing

@testable import HanText

@Suite struct FallbackTests {
  static let dictionary = SegmentationDictionary(words: nil, lexicon: .shipped)

  @Test(arguments: [
    ("当事人应当依照本法第十九条第二款处理", "当事人|应当|依照|本法|第十九条第二款|处理"),
    ("处5万元以上罚款，吊销许可证", "处|5万元|以上|罚款|，|吊销许可证"),
  ])
  func cuts(_ text: String, _ expected: String) {
    let source = SourceText(text)
    #expect(!Self.dictionary.hasWords)
    let tokens = Segmenter(dictionary: Self.dictionary).tokens(of: source)
    #expect(tokens.map { source.string($0.range) }.joined(separator: "|") == expected)
  }

  @Test func agreesWithICUWithoutGrammarAndLexicon() throws {
    let icu = try #require(ICUSegmenter())
    let segmenter = Segmenter(
      dictionary: SegmentationDictionary(words: nil, lexicon: Lexicon()), grammar: false)
    var random = SeededRandom(seed: 6)
    for _ in 0..<300 {
      let words = (0..<20).map { _ in Sentence.words.randomElement(using: &random)! }
      let text = SourceText(words.joined())
      var theirs: [Token] = []
      icu.segment(text.bytes, 0..<text.bytes.count, into: &theirs)
      #expect(segmenter.tokens(of: text).map(\.range) == theirs.map(\.range))
    }
  }
}
