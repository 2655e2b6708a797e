// Texts that a ranked search must not tell apart, and what is indexed for each.

import HanText
import Testing

@Suite struct WordTermsTests {
  static let terms = WordTerms(dictionary: SegmenterTests.dictionary)

  static func terms(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var tokens = TokenBuffer()
    var result = TermBuffer()
    terms.append(bytes, 0..<bytes.count, tokens: &tokens, into: &result)
    return (0..<result.count).map { result.string($0) }.joined(separator: "|")
  }

  @Test(arguments: [
    ("第十二条", "第12条"), ("第12条", "第12条"), ("第 １２ 条", "第12条"),
    ("第一百二十条之一第二款第（三）项", "第120条之1|第2款|第3项"),
    ("五万元", "50000元"), ("5万元", "50000元"), ("50000元", "50000元"), ("50,000元", "50000元"),
    ("5 万元", "50000元"),
    ("1.5亿元", "150000000元"), ("三点五倍", "3.5倍"), ("3.50%", "3.5%"), ("百分之五", "5%"), ("５％", "5%"),
    ("千分之三", "3‰"), ("三分之二", "2/3"), ("１２", "12"), ("十二", "12"), ("两年", "2年"), ("二年", "2年"),
    ("15个工作日", "15个工作日|工作日"), ("2022年11月25日", "2022年11月25日"),
    ("二〇二二年十一月二十五日", "2022年11月25日"), ("二○二二年", "2022年"),
    ("《网络安全法》", "《网络安全法》|网络安全|法"), ("著作權", "着作权"), ("ＡＩ，AI", "ai|ai"), ("⼈⼯智能", "人工智能"), ("，。", ""),
    ("99999999999999999999元", "99999999999999999999元"),
  ])
  func normalises(_ text: String, _ expected: String) {
    #expect(Self.terms(text) == expected)
  }

  @Test func termsAreShort() {
    #expect(Self.terms(String(repeating: "a", count: 5000)).utf8.count == 240)
    let title = "《" + String(repeating: "法", count: 250) + "》"
    #expect(Self.terms(title).split(separator: "|")[0].utf8.count <= 240)
  }
}
