// From addresses to provisions, and the units search works with.

import HanText
import Legislation
import Testing

@Suite struct LookupTests {
  private let document = ParsedDocument(
    parsing: SourceText(
      """
      碧海市备案办法
      第一章 总则
      第一条 甲。
      第二章 备案
      第二条 下列算法应当备案：
      （一）乙；
      （二）丙。
      丁。
      附件1 式样
      第二条 戊。
      """))

  @Test(
    arguments: [
      ("第二条", "art_2"), ("第二章第二条", "art_2"), ("第一章第二条", "art_2"),
      ("第二条第（二）项", "art_2__para_1__item_2"), ("art_2__para_2", "art_2__para_2"),
      ("附件1第二条", "att_1__art_2"), ("第二章", "chp_2"), ("第三条", nil), ("第二条第三款", nil),
      ("备案办法", nil),
    ] as [(String, String?)])
  func finds(_ address: String, _ eId: String?) {
    let node = document.tree.node(at: Address(address))
    #expect(node.map { document.tree.eId(of: $0) } == eId)
  }

  @Test func searchUnitsAreTheTopmostText() {
    let units = document.tree.searchUnits
    #expect(
      units.map { document.tree.eId(of: $0.node) } == ["art_1", "art_2", "att_1__art_2"])
    #expect(
      units[1].paragraphs.map { document.text(in: $0) } == ["下列算法应当备案：\n（一）乙；\n（二）丙。", "丁。"])
  }
}
