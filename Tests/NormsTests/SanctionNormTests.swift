// What follows a breach, whom it strikes and who imposes it, in sentences of our own.

import Testing

@Suite struct SanctionNormTests {
  static let sanctionsRows: [(String, [String])] = [
    // Rule 5: a modal in front of a sanction's act after a breach is a sanction.
    ("渡口经营人违反约定停航的，应当依法承担违约责任。", ["sanction 应当 | 谁 [渡口经营人] | 做 承担违约责任 | 若 违反约定停航的"]),
    ("船员擅自离船的，海事机构可以处二百元罚款。", ["sanction 可以 | 谁 [船员] | 做 处二百元罚款 | 若 船员擅自离船的 | 由 [海事机构]"]),
    (
      "海事法院发现代理人违反保密规定的，应当责令其退出法庭。",
      ["sanction 应当 | 谁 [代理人] | 做 责令其退出法庭 | 若 发现代理人违反保密规定的 | 由 [海事法院]"]
    ),
    // … a measure without a breach stays what its modal says, and a private remedy is a permission.
    ("县人民政府应当撤销该渡口。", ["duty 应当 | 谁 [县人民政府] | 做 撤销该渡口"]),
    ("值班民警可以扣留渡船。", ["permission 可以 | 谁 [值班民警] | 做 扣留渡船"]),
    ("乘客有权要求赔偿由此造成的损失。", ["permission 有权 | 谁 [乘客] | 做 要求赔偿由此造成的损失"]),
    // Rule 6: one chain in a segment, even where its target changes; 可以并处 belongs to it.
    (
      "渡口经营人超载的，由海事机构责令改正，对直接责任人员给予警告。",
      ["sanction 责令 | 谁 [渡口经营人]、[直接责任人员] | 做 责令改正，对直接责任人员给予警告 | 若 超载的 | 由 [海事机构]"]
    ),
    (
      "乘客擅自登船的，由公安机关给予警告，可以并处二百元以下罚款。",
      ["sanction 给予 | 谁 [乘客] | 做 给予警告，可以并处二百元以下罚款 | 若 擅自登船的 | 由 [公安机关]"]
    ),
    // … after ； or a new antecedent a new chain starts.
    (
      "渡口经营人未设救生圈的，由海事机构责令改正；逾期不改正的，处五百元以下罚款。",
      [
        "sanction 责令 | 谁 [渡口经营人] | 做 责令改正 | 若 未设救生圈的 | 由 [海事机构]",
        "sanction 处 | 谁 [渡口经营人]* | 做 处五百元以下罚款 | 若 逾期不改正的 | 由 [海事机构]",
      ]
    ),
    (
      "擅自拆除航标的，责令恢复原状；造成船只搁浅的，依法承担赔偿责任；构成犯罪的，依法追究刑事责任。",
      [
        "sanction 责令 | 做 责令恢复原状 | 若 擅自拆除航标的", "sanction 承担 | 做 承担赔偿责任 | 若 造成船只搁浅的",
        "sanction 追究 | 做 追究刑事责任 | 若 构成犯罪的",
      ]
    ),
    // Rule 15: the action of a sanction begins with its verb, 依法 and 依照…规定 in front of it are left out.
    ("泄露乘客信息的，由公安机关依法处罚。", ["sanction 处罚 | 做 处罚 | 若 泄露乘客信息的 | 由 [公安机关]"]),
    ("船员滥用职权的，由任免机关依照有关规定给予处分。", ["sanction 给予 | 谁 [船员] | 做 给予处分 | 若 滥用职权的 | 由 [任免机关]"]),
    ("多次超载的，从重处罚。", ["sanction 处罚 | 做 处罚 | 若 多次超载的"]),
  ]

  @Test(arguments: Self.sanctionsRows) func sanctions(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }

  static let authoritiesRows: [(String, [String])] = [
    // Rule 18: who imposes a sanction.
    (
      "渡口经营人拒不停航的，由上级机关或者海事机构责令改正。",
      ["sanction 责令 | 谁 [渡口经营人] | 做 责令改正 | 若 拒不停航的 | 由 [上级机关]、[海事机构]"]
    ),
    ("乘客破坏护栏的，公安机关处五百元罚款。", ["sanction 处 | 谁 [乘客] | 做 处五百元罚款 | 若 破坏护栏的 | 由 [公安机关]"]),
    (
      "渡口经营人使用报废渡船的，由海事机构没收渡船；情节严重的，由市场监督管理部门吊销营业执照。",
      [
        "sanction 没收 | 谁 [渡口经营人] | 做 没收渡船 | 若 使用报废渡船的 | 由 [海事机构]",
        "sanction 吊销 | 谁 [渡口经营人]* | 做 吊销营业执照 | 若 情节严重的 | 由 [市场监督管理部门]",
      ]
    ),
    (
      "违反本条例规定，有下列行为之一的，由海事机构处三百元罚款：\n（一）在浮桥上摆摊的；\n（二）向渡船投掷物品的。",
      ["sanction 处 | 做 处三百元罚款 | 若 违反本条例规定，有下列行为之一的 | 由 [海事机构]"]
    ),
  ]

  @Test(arguments: Self.authoritiesRows) func authorities(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }
}
