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

  /// Words of one kind.
  static func words(_ text: String, of kind: TokenKind) -> [String] {
    let source = SourceText(text)
    return Segmenter(dictionary: dictionary).tokens(of: source)
      .filter { $0.kind == kind }.map { source.string($0.range) }
  }

  @Test(arguments: [
    ("依照本法第十九条第二款第（三）项的规定", "依照|本法|第十九条第二款第（三）项|的|规定"),
    ("处五万元以上十万元以下罚款", "处|五万元|以上|十万元|以下|罚款"),
    ("自2022年11月25日起施行", "自|2022年11月25日|起|施行"),
    ("依照《关于适用〈网络安全法〉的规定》办理", "依照|《关于适用〈网络安全法〉的规定》|办理"),
    ("当事人应当在30日内提出", "当事人|应当|在|30日|内|提出"),
    ("网信部门约谈实际控制人的代理人", "网信部门|约谈|实际控制人|的|代理人"),
    ("平台及其管理人员应当书面通知", "平台|及其|管理|人员|应当|书面|通知"),
    ("AI模型使用GPU-A100训练", "AI|模型|使用|GPU-A100|训练"),
    ("规定\n办法", "规定|办法"),
    ("", ""), (" \u{3000}\u{200B}\n", ""),
  ])
  func cuts(_ text: String, _ expected: String) {
    #expect(Self.words(text) == expected)
  }

  @Test(arguments: [
    ("第十二条", ["第十二条"]), ("第12条", ["第12条"]), ("第 12 条", ["第 12 条"]), ("第１２条", ["第１２条"]),
    ("第一百二十条之一第二款", ["第一百二十条之一第二款"]), ("第120-1条", ["第120-1条"]),
    ("第三条至第五条", ["第三条", "第五条"]), ("第三条、第五条和第九条第一款", ["第三条", "第五条", "第九条第一款"]),
    ("第(三)项", ["第(三)项"]), ("第 三 章", ["第 三 章"]), ("第二编第一分编", ["第二编第一分编"]),
    ("第十条之规定", ["第十条"]), ("第三项目标", []), ("第一目录", []), ("第一时间", []), ("第二次", []), ("第条", []),
    ("第一项第二目", ["第一项第二目"]),
  ])
  func findsAddresses(_ text: String, _ expected: [String]) {
    #expect(Self.words(text, of: .address) == expected)
  }

  @Test(arguments: [
    ("五万元", ["五万元"]), ("5万元", ["5万元"]), ("5 万元", ["5 万元"]), ("1.5亿元", ["1.5亿元"]),
    ("1,000,000元", ["1,000,000元"]), ("30日", ["30日"]), ("三十日内", ["三十日"]), ("十五个工作日", ["十五个工作日"]),
    ("百分之五", ["百分之五"]), ("百分之三点五", ["百分之三点五"]), ("三分之二以上", ["三分之二"]), ("3.5%", ["3.5%"]),
    ("１２％", ["１２％"]), ("二〇二二年", ["二〇二二年"]), ("二○二二年五月一日", ["二○二二年五月一日"]),
    ("2022年11月25日", ["2022年11月25日"]), ("2022 年 11 月 25 日", ["2022 年 11 月 25 日"]),
    ("2022-11-25公布", ["2022-11-25"]), ("五月一日", ["五月一日"]), ("17:30前", ["17:30"]), ("第12号", ["第12号"]),
    ("第三十日", ["第三十日"]), ("二十余人", ["二十余人"]), ("三年以下", ["三年"]), ("第(一)、(二)项", ["一", "二"]),
    ("2022年度", ["2022年度"]), ("5人民币", ["5"]), ("30日期间", ["30日"]), ("一百二十", ["一百二十"]),
  ])
  func findsNumbers(_ text: String, _ expected: [String]) {
    #expect(Self.words(text, of: .number) == expected)
  }

  /// Characters of numerals that are no numbers.
  @Test(arguments: [
    "统一日期", "一些", "一般", "一定", "第一时间", "十分", "千方百计", "三三两两", "万一", "一切", "唯一", "一律", "一并", "同一",
    "一旦", "百姓", "万物", "千里之外",
  ])
  func leavesWords(_ text: String) {
    #expect(Self.words(text, of: .number).isEmpty)
  }

  @Test(arguments: [
    ("《数据条例》和《算法规定》", ["《数据条例》", "《算法规定》"]), ("《甲〈乙〉丙》", ["《甲〈乙〉丙》"]),
    ("《甲《乙》丙》", ["《甲《乙》丙》"]), ("《没有收尾\n》", []),
    ("《" + String(repeating: "长", count: 400) + "》", []),
  ])
  func findsTitles(_ text: String, _ expected: [String]) {
    #expect(Self.words(text, of: .title) == expected)
  }

  @Test func withoutGrammarTitlesAndAddressesAreWords() {
    #expect(Self.words("《数据》第十条", grammar: false) == "《|数据|》|第|十条")
  }

  @Test func leavesNothingOut() {
    var random = SeededRandom(seed: 5)
    let segmenter = Segmenter(dictionary: Self.dictionary)
    for round in 0..<600 {
      var text = Sentence.random(&random)
      if round % 2 == 0 {
        for _ in 0..<20 { text.unicodeScalars.append(Sentence.anyScalar(&random)) }
      }
      let source = SourceText(text)
      var end = 0
      for token in segmenter.tokens(of: source) {
        #expect(token.start >= end && token.end > token.start)
        #expect(Self.isBlank(source.string(end..<Int(token.start))))
        end = Int(token.end)
      }
      #expect(Self.isBlank(source.string(end..<source.bytes.count)))
    }
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value < 0x20
        || (0x7F...0x9F).contains($0.value)
    }
  }

  /// A line far longer than a window gives the tokens its parts give.
  @Test func longLinesAreCutInWindows() {
    let sentence = "网信部门应当自收到备案材料之日起三十个工作日内"
    let once = Self.words(sentence)
    let many = String(repeating: sentence, count: 2000)
    #expect(Self.words(many) == Array(repeating: once, count: 2000).joined(separator: "|"))
  }

  @Test func longTextsComeInPieces() {
    let sentence = "网信部门应当公布目录。"
    let bytes = Array(String(repeating: sentence, count: 40_000).utf8)
    let whole = Array(String(repeating: "法", count: 500_000).utf8)
    for (bytes, longest) in [(bytes, 70_000), (whole, 1 << 20)] {
      bytes.withUnsafeBufferPointer { bytes in
        var start = 0
        while start < bytes.count {
          let end = Segmenter.pieceEnd(bytes, start..<bytes.count)
          #expect(end > start && end - start <= longest)
          #expect(end == bytes.count || bytes[end] & 0xC0 != 0x80)
          start = end
        }
      }
    }
  }

  @Test func survivesRunsWithoutAnyCut() {
    for unit in ["一", "中华", "々", "ア", "第", "《", "第一", "百分之"] {
      let text = SourceText(String(repeating: unit, count: 20_000))
      let tokens = Segmenter(dictionary: Self.dictionary).tokens(of: text)
      #expect(tokens.reduce(0) { $0 + $1.range.count } == text.bytes.count)
    }
  }
}
