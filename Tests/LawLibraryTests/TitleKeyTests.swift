// Titles that name one instrument, and titles that don't.

import Legislation
import Testing

@Suite struct TitleKeyTests {
  @Test(arguments: [
    ("中华人民共和国算法备案法", "算法备案法"),
    ("中华人民共和国算法备案法（2025年修正）", "算法备案法"),
    ("算法备案法(2025修订)", "算法备案法"),
    ("算法备案办法（试行）", "算法备案办法（试行）"),
    ("关于审理 深度合成 案件适用《民法典》的解释", "关于审理深度合成案件适用〈民法典〉的解释"),
    ("算法备案法修正案（2024年）", "算法备案法修正案（2024年）"),
    ("中华人民共和国算法备案法修正案（二）", "算法备案法修正案（二）"),
    ("中华人民共和国", "中华人民共和国"),
  ])
  func key(_ title: String, _ key: String) {
    #expect(titleKey(title) == key)
  }
}
