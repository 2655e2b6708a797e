// Runs of provisions as people write them.

import Legislation
import Testing

@Suite struct AddressSpanTests {
  @Test(arguments: [
    ("灯塔管理办法第二条至第五条", "灯塔管理办法", "art_2", "5", "第二条至第五条"),
    ("《灯塔管理办法》第2条到第5条", "灯塔管理办法", "art_2", "5", "第二条至第五条"),
    ("灯塔管理办法第二条第（一）项至第（四）项", "灯塔管理办法", "art_2__item_1", "4", "第二条第（一）项至第（四）项"),
    ("灯塔管理办法第二章至第三章", "灯塔管理办法", "chp_2", "3", "第二章至第三章"),
    ("灯塔管理办法第二十条之一至第二十条之三", "灯塔管理办法", "art_20-1", "20-3", "第二十条之一至第二十条之三"),
    ("灯塔管理办法 2—5条", "灯塔管理办法", "art_2", "5", "第二条至第五条"),
    ("灯塔管理办法@2024-05-20第一条至第三条", "灯塔管理办法", "art_1", "3", "第一条至第三条"),
  ])
  func runs(_ text: String, _ law: String, _ eId: String, _ last: String, _ chinese: String) {
    let span = AddressSpan(text)
    #expect(span.address.law == law)
    #expect(span.address.eId == eId)
    #expect(span.through?.description == last)
    #expect(span.chinese == chinese)
  }

  /// A name may hold the words that join a run, and what runs backwards is none.
  @Test(arguments: [
    ("从港口至锚地航行规则第三条", "从港口至锚地航行规则", "art_3"), ("灯塔管理办法", "灯塔管理办法", ""),
    ("灯塔管理办法第三条", "灯塔管理办法", "art_3"), ("到港船舶规则", "到港船舶规则", ""), ("", nil, ""),
  ])
  func singles(_ text: String, _ law: String?, _ eId: String) {
    let span = AddressSpan(text)
    #expect(span.address.law == law && span.address.eId == eId && span.through == nil)
  }

  @Test(arguments: ["灯塔管理办法第五条至第二条", "灯塔管理办法第五条至第二款", "至", "至第二条", "第二条至"])
  func noRuns(_ text: String) {
    #expect(AddressSpan(text).through == nil)
  }
}
