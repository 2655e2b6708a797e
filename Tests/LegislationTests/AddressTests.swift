// What people write as an address, and what it is read as.

import Legislation
import Testing

@Suite struct AddressTests {
  @Test(
    arguments: [
      ("19", nil, nil, "art_19"),
      ("第十九条", nil, nil, "art_19"),
      ("第 １９ 条", nil, nil, "art_19"),
      ("art_19__para_1", nil, nil, "art_19__para_1"),
      ("art_120-1", nil, nil, "art_120-1"),
      ("第一百二十条之一", nil, nil, "art_120-1"),
      ("第19条第2款第（三）项", nil, nil, "art_19__para_2__item_3"),
      ("19条2款3项1目", nil, nil, "art_19__para_2__item_3__subitem_1"),
      ("第十九条（三）", nil, nil, "art_19__item_3"),
      ("第二章", nil, nil, "chp_2"),
      ("第二章第一节", nil, nil, "chp_2__sec_1"),
      ("第一编第二分编第三章", nil, nil, "part_1__subpart_2__chp_3"),
      ("第二章第十九条第一款", nil, nil, "art_19__para_1"),
      ("序言第七自然段", nil, nil, "preamble__para_7"),
      ("附件二第三条", nil, nil, "att_2__art_3"),
      ("三、（二）", nil, nil, "point_3__item_2"),
      ("hdg_2__para_3__sent_1", nil, nil, "hdg_2__para_3__sent_1"),
      ("深度合成规定第十九条", "深度合成规定", nil, "art_19"),
      ("《碧海市算法备案办法》第三条第二款", "碧海市算法备案办法", nil, "art_3__para_2"),
      ("碧海市算法备案办法 art_3", "碧海市算法备案办法", nil, "art_3"),
      ("网络安全法@2016-11-07第二十一条", "网络安全法", "2016-11-07", "art_21"),
      ("网络安全法@2016-11-07", "网络安全法", "2016-11-07", ""),
      ("关于审理若干问题的规定（二）第五条", "关于审理若干问题的规定（二）", nil, "art_5"),
      ("算法备案办法", "算法备案办法", nil, ""),
    ] as [(String, String?, String?, String)])
  func reads(_ text: String, _ law: String?, _ version: String?, _ eId: String) {
    let address = Address(text)
    #expect(address.law == law)
    #expect(address.version?.description == version)
    #expect(address.eId == eId)
  }

  @Test(arguments: [
    ("art_19__para_1__item_3", "第十九条第一款第（三）项"),
    ("art_120-1", "第一百二十条之一"),
    ("chp_2__sec_1", "第二章第一节"),
    ("preamble__para_7", "序言第七自然段"),
    ("art_1001", "第一千零一条"),
    ("art_110__para_12", "第一百一十条第十二款"),
    ("art_10", "第十条"),
  ])
  func printsAsTextsDo(_ eId: String, _ chinese: String) {
    #expect(Address(eId).chinese == chinese)
    #expect(Address(chinese).eId == eId)
  }
}
