// Where sentences end, and where a full stop ends none.

import HanText
import Testing

@Suite struct SentencesTests {
  @Test(arguments: [
    ("平台应当备案。未备案的，不得上线。", "平台应当备案。|未备案的，不得上线。"),
    ("是否适用？适用！", "是否适用？|适用！"),
    ("提供者应当标识；使用者不得删除标识。", "提供者应当标识；使用者不得删除标识。"),
    ("本条修改为：“平台应当备案。不得拖延。”下一句。", "本条修改为：“平台应当备案。不得拖延。”|下一句。"),
    ("平台（含小程序。）应当备案。", "平台（含小程序。）应当备案。"),
    ("依照《办法。试行》执行。结束", "依照《办法。试行》执行。|结束"),
    ("“没有收尾的引号。第二句。", "“没有收尾的引号。|第二句。"),
    ("逐步推进……再作评估。", "逐步推进……|再作评估。"),
    ("参见 a.cn/x?y=1 一节。", "参见 a.cn/x?y=1 一节。"),
    ("  前后有空白。 \u{3000}", "前后有空白。"),
    ("好。”）又一句。", "好。”）|又一句。"),
    ("", ""),
  ])
  func splits(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let sentences = Sentences.ranges(in: bytes, 0..<bytes.count)
    #expect(
      sentences.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "|")
        == expected)
  }
}
