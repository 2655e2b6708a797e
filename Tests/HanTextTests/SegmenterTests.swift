// What the grammar, the lexicon and the dictionary cut, as tables of sentences.

import HanText
import Testing

@Suite struct SegmenterTests {
  static let dictionary = SegmentationDictionary()

  static func words(_ text: String, grammar: Bool = true) -> String {
    let source = SourceText(text)
    return Segmenter(dictionary: dictionary, grammar: grammar).tokens(of: source)
      .map { source.string($0.range) }.joined(separator: "|")
  }

  @Test(arguments: [
    ("依照本法第十九条第二款第（三）项的规定", "依照|本法|第十九条第二款第（三）项|的|规定"),
    ("处五万元以上十万元以下罚款", "处|五万元|以上|十万元|以下|罚款"),
    ("自2022年11月25日起施行", "自|2022年11月25日|起|施行"),
    ("依照《关于适用〈网络安全法〉的规定》办理", "依照|《关于适用〈网络安全法〉的规定》|办理"),
    ("当事人应当在30日内提出", "当事人|应当|在|30日|内|提出"),
  ])
  func cuts(_ text: String, _ expected: String) {
    #expect(Self.words(text) == expected)
  }
}
