// One sentence for each turn of phrase that the reader of norms names in its comments.

import Testing

@Suite struct WordNormTests {
  static let wordsRows: [(String, [String])] = [
    // 适应|当地, 对|应当: a compound that ends in 应 gives way to 应当.
    ("渡船的吃水适应当地水深。", []),
    ("渡口经营人对应当清退的票款逐笔登记。", []),
    // 不得压制员工的发明: nothing in front to be an object of.
    (
      "渡口经营人应当奖励发明，不得压制员工的发明。",
      ["duty 应当 | 谁 [渡口经营人] | 做 奖励发明", "prohibition 不得 | 谁 [渡口经营人] | 做 压制员工的发明"]
    ),
    // 为民政府, 国务院|备案审查机构, 村民委员|会: the longer name.
    ("渡口村村民委员会应当清理芦苇。", ["duty 应当 | 谁 [渡口村村民委员会] | 做 清理芦苇"]),
    ("市人大常委会备案审查机构可以查阅渡运档案。", ["permission 可以 | 谁 [市人大常委会备案审查机构] | 做 查阅渡运档案"]),
    // 税务机关（以下简称…）: without the bracket at its end.
    ("渡运管理机构（以下简称渡管机构）应当配备专职巡查员。", ["duty 应当 | 谁 [渡运管理机构（以下简称渡管机构）] | 做 配备专职巡查员"]),
    // 公务员|在受处分期间: the party that opens the words in front of the trigger.
    ("船长在停职期间不得指挥渡船。", ["prohibition 不得 | 谁 [船长] | 做 指挥渡船 | 若 在停职期间"]),
    // 行政机关|委托的组织: a relative clause of the party behind it.
    ("海事机构委托的组织应当出示证件。", ["duty 应当 | 谁 [海事机构委托的组织] | 做 出示证件"]),
    // 协商代表中应当有女代表
    ("渡口委员中应当有乘客代表。", ["duty 应当 | 事 渡口委员中 | 做 有乘客代表"]),
    // 政府投资项目: a thing that begins like a party.
    ("政府投资项目应当公开招标。", ["duty 应当 | 事 政府投资项目 | 做 公开招标"]),
    // 控制区内: a place is a condition.
    ("灯塔保护区内，乘客不得野炊。", ["prohibition 不得 | 谁 [乘客] | 做 野炊 | 若 灯塔保护区内"]),
    // 甲政府和乙、丙等部门: a sum behind a party; 甲部门和乙部门的工作人员: owners that share a head.
    ("海事机构和交通部门的工作人员不得参股渡口。", ["prohibition 不得 | 谁 [海事机构和交通部门的工作人员] | 做 参股渡口"]),
    // 应当于月末前，在平台上填报: the clause behind belongs to the action.
    ("渡口经营人应当于每月末前，在平台上填报客流。", ["duty 应当 | 谁 [渡口经营人] | 做 于每月末前，在平台上填报客流"]),
    // 资金应当专户存储，存储期间的孳息，不得挪用: the clause in front is the subject.
    ("维修资金应当专户存储，账户的利息，不得挪用。", ["duty 应当 | 事 维修资金 | 做 专户存储", "prohibition 不得 | 事 账户的利息 | 做 挪用"]),
    // 履行|下列职责, 履行下列监督管理职责
    ("海事机构履行下列监督管理职责：\n（一）检验渡船；\n（二）考核船员。", ["competence 履行 | 谁 [海事机构] | 做 下列监督管理职责"]),
    // 解释由甲部门负责, 甲对其安全负责
    ("本条例的解释由市交通部门负责。", ["competence 负责 | 谁 [市交通部门] | 做 本条例的解释"]),
    ("渡口经营人对渡运安全负责。", ["competence 负责 | 谁 [渡口经营人] | 做 渡运安全"]),
    // 维护费专项用于保养: a thing with a predicate of its own in front.
    ("浮桥维护费专项用于保养，不得挪作他用。", ["prohibition 不得 | 事 浮桥维护费 | 做 挪作他用 | 若 专项用于保养"]),
    // 由X对Y批评教育，并责令…: who imposes, told in a clause in front.
    ("乘客拒绝检查的，由海事机构对其批评教育，并责令改正。", ["sanction 责令 | 谁 [乘客] | 做 责令改正 | 若 拒绝检查的 | 由 [海事机构]"]),
    // 任何单位使用的装置: a thing with a relative clause.
    ("任何单位使用的探照灯，不得照射航标。", ["prohibition 不得 | 事 任何单位使用的探照灯 | 做 照射航标"]),
    // 由甲给予赔偿: 甲 pays.
    ("因错误放行造成乘客损失的，由渡口经营人给予赔偿。", ["sanction 给予 | 谁 [渡口经营人] | 做 给予赔偿 | 若 因错误放行造成乘客损失的"]),
    // 责令责任人停止…: whom the order is for.
    ("擅自捕捞水鸟的，林业部门应当责令捕捞人停止捕捞。", ["sanction 应当 | 谁 [捕捞人] | 做 责令捕捞人停止捕捞 | 若 擅自捕捞水鸟的 | 由 [林业部门]"]),
    // 属于国家工作人员的
    ("倒卖船票，属于国家工作人员的，依法给予处分。", ["sanction 给予 | 谁 [国家工作人员] | 做 给予处分 | 若 倒卖船票，属于国家工作人员的"]),
    // 给予补助 is no sanction.
    ("渡船被淹没的，由市财政部门给予补助。", []),
    // 应当告知被告人: the last party that is not itself spoken of.
    (
      "海事机构应当询问船员。船员可以陈述意见。应当将结果通知船员。",
      [
        "duty 应当 | 谁 [海事机构] | 做 询问船员", "permission 可以 | 谁 [船员] | 做 陈述意见",
        "duty 应当 | 谁 [海事机构]* | 做 将结果通知船员",
      ]
    ),
  ]

  @Test(arguments: Self.wordsRows) func words(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }
}
