// Whole documents: decisions, commentary, wrapped lines, and bounds for foreign text.

import Citations
import HanText
import Legislation
import Testing

@Suite("Citations in documents")
struct DocumentTests {
  @Test("A decision speaks of what it amends, point by point")
  func decision() {
    let text = """
      云图市人民政府关于修改《云图数据管理条例》的决定

      云图市人民政府决定对《云图数据管理条例》作如下修改：

      一、将第三条第一款修改为：“处理者应当依照本条例第六条登记。”

      二、第四条改为第五条，第二款修改为：“违反前款规定的，处以罚款。”

      本决定自公布之日起施行。
      """
    #expect(
      cited(in: text) == [
        "《云图数据管理条例》 | external | 云图数据管理条例",
        "第三条第一款 | external | 云图数据管理条例 a3 p1",
        "本条例第六条 | internal | 云图数据管理条例 a6",
        "第四条 | external | 云图数据管理条例 a4",
        "第五条 | external | 云图数据管理条例 a5",
        "第二款 | relative | 云图数据管理条例 a5 p2",
        "前款 | relative | ",
      ])
  }

  @Test("An amendment speaks of the law it amends")
  func amendment() {
    let text = """
      中华人民共和国云图法修正案（二）

      第一条　云图法第五条增加一款，作为第三款：“依照本法第九条处理。”

      第二条　第十二条第一项修改为：“登记”。
      """
    #expect(
      cited(in: text) == [
        "云图法第五条 | external | 云图法 a5", "第三款 | relative | 云图法 a5 p3",
        "本法第九条 | internal | 中华人民共和国云图法 a9",
        "第十二条第一项 | external | 中华人民共和国云图法 a12 i1",
      ])
  }

  @Test("Commentary speaks of the instrument in its title, or of the line's last")
  func commentary() {
    let text = """
      评《云图数据管理条例》

      王某 2024年6月1日

      近日，《云图数据管理条例》公布。第三条要求处理者登记。

      《数据安全法》第二十七条要求建立制度，第二十九条要求监测风险。这一点值得肯定。

      第四条的规定也很重要，它与《数据安全法》相互衔接。
      """
    #expect(
      cited(in: text) == [
        "《云图数据管理条例》 | external | 云图数据管理条例",
        "第三条 | external | 云图数据管理条例 a3",
        "《数据安全法》第二十七条 | external | 中华人民共和国数据安全法 a27",
        "第二十九条 | external | 中华人民共和国数据安全法 a29",
        "第四条 | external | 云图数据管理条例 a4",
        "《数据安全法》 | external | 中华人民共和国数据安全法",
      ])
  }

  @Test("A contract's own articles are its own")
  func contract() {
    let text = """
      用户协议

      1. 您同意依照《数据安全法》第二十七条处理。

      2. 违反本协议第二十条的，应当赔偿。
      """
    #expect(
      cited(in: text) == [
        "《数据安全法》第二十七条 | external | 中华人民共和国数据安全法 a27",
        "本协议第二十条 | internal | self a20",
      ])
  }

  @Test("In each 编 chapters may begin again")
  func restartingChapters() {
    let text = """
      云图法典

      第一编　总则

      第一章　基本规定

      第一条　违反本章规定的，无效。

      第二编　数据

      第一章　处理

      第二条　本章没有规定的，适用本编第二章。

      第二章　提供

      第三条　依照本编规定提供。
      """
    #expect(
      cited(in: text) == [
        "本章 | internal | self P1 c1", "本章 | internal | self P2 c1",
        "本编第二章 | internal | self P2 c2", "本编 | internal | self P2",
      ])
  }

  @Test("A wrapped line is read as one, and ranges hold the source's bytes")
  func wrapped() {
    let source = SourceText(
      """
      关于云图市数据管理工作情况和有关法律实施问题的评论文章

      近年来数据处理活动日益增多，对处理者的要求也越来越高，依照《中华人民共和国数
      据安全法》第二十
      七条的规定，处理者应当建立制度。
      """)
    let document = ParsedDocument(parsing: source)
    for citation in CitationFinder().citations(in: document) {
      let text = document.text(in: citation.range)
      #expect(text.contains("数据安全法") || text.hasPrefix("第"))
    }
  }

  @Test("Ranges are in order, apart, and in the provision they name; noise ends nothing")
  func bounds() {
    var generator = SeededGenerator(seed: 20_251)
    let pieces = [
      "第", "三", "条", "款", "项", "、", "至", "（一）", "《", "》", "〈", "〉", "本", "法", "条例", "前", "两", "该",
      "同", "之一", "刑法", "和", "\n", "第九条　", "，", "。", "(", ")", "1", " ", "以下简称", "第二款", "编", "章",
      "附件",
      "<", ">", "规定", "有关",
    ]
    for _ in 0..<400 {
      let words = (0..<60).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
      let document = ParsedDocument(parsing: SourceText(instrument(words.joined())))
      var last = 0
      for citation in CitationFinder().citations(in: document) {
        #expect(citation.range.lowerBound >= last && !citation.range.isEmpty)
        #expect(
          document.tree.nodes[citation.node].range.contains(citation.range.lowerBound))
        last = citation.range.upperBound
      }
    }
  }

  @Test("A list of many thousand members is read, or cut, without hanging")
  func longList() {
    let list = String(repeating: "第三条、", count: 20_000) + "第四条"
    #expect(cited(inArticle: "违反\(list)的，处以罚款。").count >= 1)
    #expect(cited(inArticle: String(repeating: "《", count: 50_000)).isEmpty)
    #expect(cited(inArticle: String(repeating: "第（", count: 50_000)).isEmpty)
    #expect(cited(inArticle: "第" + String(repeating: "一、", count: 50_000)).isEmpty)
  }
}

/// A generator that gives the same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
