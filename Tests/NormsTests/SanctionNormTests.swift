// What follows a breach, whom it strikes and who imposes it, in sentences of our own.

import Testing

@Suite struct SanctionNormTests {
  static let sanctionsRows: [(String, [String])] = [
    // Rule 5: a modal in front of a sanction's act after a breach is a sanction.
    ("渡口经营人违反约定停航的，应当依法承担违约责任。", ["sanction 应当 · 渡口经营人 · 承担违约责任 · 条件 违反约定停航的"]),
    ("船员擅自离船的，海事机构可以处二百元罚款。", ["sanction 可以 · 船员 · 处二百元罚款 · 条件 船员擅自离船的 · 机关 海事机构"]),
    ("海事法院发现代理人违反保密规定的，应当责令其退出法庭。", ["sanction 应当 · 代理人 · 责令其退出法庭 · 条件 发现代理人违反保密规定的 · 机关 海事法院"]),
    // … a measure without a breach stays what its modal says, and a private remedy is a permission.
    ("县人民政府应当撤销该渡口。", ["duty 应当 · 县人民政府 · 撤销该渡口"]),
    ("值班民警可以扣留渡船。", ["permission 可以 · 值班民警 · 扣留渡船"]),
    ("乘客有权要求赔偿由此造成的损失。", ["permission 有权 · 乘客 · 要求赔偿由此造成的损失"]),
    // Rule 6: one chain in a segment, even where its target changes; 可以并处 belongs to it.
    (
      "渡口经营人超载的，由海事机构责令改正，对直接责任人员给予警告。",
      ["sanction 责令 · 渡口经营人 + 直接责任人员 · 责令改正，对直接责任人员给予警告 · 条件 超载的 · 机关 海事机构"]
    ),
    (
      "乘客擅自登船的，由公安机关给予警告，可以并处二百元以下罚款。", ["sanction 给予 · 乘客 · 给予警告，可以并处二百元以下罚款 · 条件 擅自登船的 · 机关 公安机关"]
    ),
    // … after ； or a new antecedent a new chain starts.
    (
      "渡口经营人未设救生圈的，由海事机构责令改正；逾期不改正的，处五百元以下罚款。",
      [
        "sanction 责令 · 渡口经营人 · 责令改正 · 条件 未设救生圈的 · 机关 海事机构",
        "sanction 处 · ←渡口经营人 · 处五百元以下罚款 · 条件 逾期不改正的 · 机关 海事机构",
      ]
    ),
    (
      "擅自拆除航标的，责令恢复原状；造成船只搁浅的，依法承担赔偿责任；构成犯罪的，依法追究刑事责任。",
      [
        "sanction 责令 · — · 责令恢复原状 · 条件 擅自拆除航标的", "sanction 承担 · — · 承担赔偿责任 · 条件 造成船只搁浅的",
        "sanction 追究 · — · 追究刑事责任 · 条件 构成犯罪的",
      ]
    ),
    // Rule 15: the action of a sanction begins with its verb, 依法 and 依照…规定 in front of it are left out.
    ("泄露乘客信息的，由公安机关依法处罚。", ["sanction 处罚 · — · 处罚 · 条件 泄露乘客信息的 · 机关 公安机关"]),
    ("船员滥用职权的，由任免机关依照有关规定给予处分。", ["sanction 给予 · 船员 · 给予处分 · 条件 滥用职权的 · 机关 任免机关"]),
    ("多次超载的，从重处罚。", ["sanction 处罚 · — · 从重处罚 · 条件 多次超载的"]),
  ]

  @Test(arguments: Self.sanctionsRows) func sanctions(_ text: String, _ expected: [String]) {
    #expect(norms(inArticle: text) == expected)
  }

  static let authoritiesRows: [(String, [String])] = [
    // Rule 18: who imposes a sanction.
    ("渡口经营人拒不停航的，由上级机关或者海事机构责令改正。", ["sanction 责令 · 渡口经营人 · 责令改正 · 条件 拒不停航的 · 机关 上级机关 + 海事机构"]),
    ("乘客破坏护栏的，公安机关处五百元罚款。", ["sanction 处 · 乘客 · 处五百元罚款 · 条件 破坏护栏的 · 机关 公安机关"]),
    (
      "渡口经营人使用报废渡船的，由海事机构没收渡船；情节严重的，由市场监督管理部门吊销营业执照。",
      [
        "sanction 没收 · 渡口经营人 · 没收渡船 · 条件 使用报废渡船的 · 机关 海事机构",
        "sanction 吊销 · ←渡口经营人 · 吊销营业执照 · 条件 情节严重的 · 机关 市场监督管理部门",
      ]
    ),
    (
      "违反本条例规定，有下列行为之一的，由海事机构处三百元罚款：\n（一）在浮桥上摆摊的；\n（二）向渡船投掷物品的。",
      ["sanction 处 · — · 处三百元罚款 · 条件 违反本条例规定，有下列行为之一的 · 机关 海事机构"]
    ),
  ]

  @Test(arguments: Self.authoritiesRows) func authorities(_ text: String, _ expected: [String]) {
    #expect(norms(inArticle: text) == expected)
  }
}
