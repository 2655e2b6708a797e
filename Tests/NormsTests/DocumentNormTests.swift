// Norms in commentary and in decisions: what they say of rules, and what they quote.

import Testing

@Suite struct DocumentNormTests {
  static let commentaryRows: [(String, [String])] = [
    // What is possible, what is wished for, and what a rule shows are no norms.
    ("《云图渡口条例》可以让公众更加了解渡运。", []),
    ("新规的出台，可以有效提高渡运的效率。", []),
    ("这体现了渡口经营人应当具备的责任感。", []),
    ("渡运监管机制需要不断完善。", []),
    // A pronoun stands for the party in front of it.
    ("渡口经营人是售票的主体，因此，他们也应当核对船票和乘客身份。", ["duty 应当 | 谁 [渡口经营人] | 做 核对船票和乘客身份"]),
    // What only says who says so is no condition.
    ("《云图渡口条例》第十条明确规定，渡口经营人应当公布时刻表。", ["duty 应当 | 谁 [渡口经营人] | 做 公布时刻表"]),
    ("这意味着，渡口经营人不得拒绝退票。", ["prohibition 不得 | 谁 [渡口经营人] | 做 拒绝退票"]),
    // What a rule threatens.
    (
      "如果在开船时，渡口经营人没有核对船票，那么将会面临相应的处罚。",
      ["sanction 面临 | 谁 [渡口经营人] | 做 面临相应的处罚 | 若 如果在开船时，渡口经营人没有核对船票"]
    ),
  ]

  @Test(arguments: Self.commentaryRows) func commentary(_ text: String, _ expected: [String]) {
    #expect(normTexts(inCommentary: text) == expected)
  }

  /// What a decision quotes is no norm of its own.
  @Test func decision() {
    let text = """
      云图市人民政府关于修改《云图渡口条例》的决定

      云图市人民政府决定对《云图渡口条例》作如下修改：

      一、将第三条修改为：“渡口经营人应当公布时刻表。”

      二、删去第六条。

      本决定自2024年5月1日起施行。
      """
    #expect(normTexts(text).isEmpty)
  }
}
