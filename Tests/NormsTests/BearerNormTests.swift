// Who bears a norm, in sentences of our own shaped as laws and regulations shape theirs.

import Testing

@Suite struct BearerNormTests {
  static let bearersRows: [(String, [String])] = [
    // Rule 7: the whole phrase with its own relative clause.
    ("从事夜间渡运的渡船的值班船员应当穿救生衣。", ["duty 应当 | 谁 [从事夜间渡运的渡船的值班船员] | 做 穿救生衣"]),
    ("在渡口内经营茶摊的商户应当收回竹椅。", ["duty 应当 | 谁 [在渡口内经营茶摊的商户] | 做 收回竹椅"]),
    ("负有渡口监督管理职责的部门应当公布举报电话。", ["duty 应当 | 谁 [负有渡口监督管理职责的部门] | 做 公布举报电话"]),
    // Rule 8: roles and bodies that are parties by themselves are split.
    ("各级人民政府和驻岛部队应当共同保护灯塔。", ["duty 应当 | 谁 [各级人民政府]、[驻岛部队] | 做 共同保护灯塔"]),
    ("渡口经营人的票务机构以及值班人员应当核对船票。", ["duty 应当 | 谁 [渡口经营人的票务机构]、[值班人员] | 做 核对船票"]),
    ("县级以上人民政府及其交通部门应当编制渡运规划。", ["duty 应当 | 谁 [县级以上人民政府]、[其交通部门] | 做 编制渡运规划"]),
    ("渡口经营人、灯塔管理人应当互通水情。", ["duty 应当 | 谁 [渡口经营人]、[灯塔管理人] | 做 互通水情"]),
    // Rule 9: modifiers that share a head, set phrases, one 其 over several, and sums are one party.
    ("市、区人民政府应当修复浮桥。", ["duty 应当 | 谁 [市、区人民政府] | 做 修复浮桥"]),
    ("水利、交通、民航部门应当共享水位数据。", ["duty 应当 | 谁 [水利、交通、民航部门] | 做 共享水位数据"]),
    ("任何单位和个人不得移动航标。", ["prohibition 不得 | 谁 [任何单位和个人] | 做 移动航标"]),
    ("船员离岗时，其配偶和子女不得代为驾船。", ["prohibition 不得 | 谁 [其配偶和子女] | 做 代为驾船 | 若 船员离岗时"]),
    ("受托清点行李的机关、单位应当出具清单。", ["duty 应当 | 谁 [受托清点行李的机关、单位] | 做 出具清单"]),
    ("市人民政府和水利、交通等部门应当公布水情。", ["duty 应当 | 谁 [市人民政府]、[水利、交通等部门] | 做 公布水情"]),
    // … a relative clause that split parties share is a condition.
    ("参加夜航培训的船长、轮机员和驾驶员应当记录考勤。", ["duty 应当 | 谁 [船长]、[轮机员]、[驾驶员] | 做 记录考勤 | 若 参加夜航培训"]),
    // Rule 10: 由 behind the trigger names the bearer, 经 does not; 会同 in front of it names both.
    ("渡船检验应当由海事机构组织。", ["duty 应当 | 谁 [海事机构] | 做 由海事机构组织"]),
    ("浮桥拆除后，航标可以由养护单位重新设置。", ["permission 可以 | 谁 [养护单位] | 做 由养护单位重新设置 | 若 浮桥拆除后"]),
    ("渡口的迁移应当经县人民政府批准。", ["duty 应当 | 事 渡口的迁移 | 做 经县人民政府批准"]),
    ("县交通部门会同水利部门应当划定停航水位。", ["duty 应当 | 谁 [县交通部门]、[水利部门] | 做 划定停航水位"]),
    // Rule 11: a thing is the topic; no party at all leaves both empty.
    ("申请书应当载明渡口名称。", ["duty 应当 | 事 申请书 | 做 载明渡口名称"]),
    ("船票的样式应当全市统一。", ["duty 应当 | 事 船票的样式 | 做 全市统一"]),
    ("河口滩涂未经批准，不得围垦。", ["prohibition 不得 | 事 河口滩涂 | 做 围垦 | 若 未经批准"]),
    ("新建渡口的，应当报送设计图。", ["duty 应当 | 做 报送设计图 | 若 新建渡口的"]),
    ("在航道内设置渔网的，应当报告。", ["duty 应当 | 做 报告 | 若 在航道内设置渔网的"]),
    // Rule 12: whom a sanction strikes: the violator, the targets, or nobody named.
    ("擅自移动航标的，由海事机构处二百元罚款。", ["sanction 处 | 做 处二百元罚款 | 若 擅自移动航标的 | 由 [海事机构]"]),
    (
      "渡口经营人瞒报事故的，由海事机构处一万元罚款，对主要负责人给予警告。",
      ["sanction 处 | 谁 [渡口经营人]、[主要负责人] | 做 处一万元罚款，对主要负责人给予警告 | 若 瞒报事故的 | 由 [海事机构]"]
    ),
    (
      "渡口经营人、灯塔管理人拒绝检查的，由海事机构给予警告。",
      ["sanction 给予 | 谁 [渡口经营人]、[灯塔管理人] | 做 给予警告 | 若 拒绝检查的 | 由 [海事机构]"]
    ),
    // Rule 13: implicit where the bearer stands in an earlier segment, sentence or paragraph.
    (
      "渡口经营人应当公布时刻表。调整时刻表的，应当提前三日公告。",
      ["duty 应当 | 谁 [渡口经营人] | 做 公布时刻表", "duty 应当 | 谁 [渡口经营人]* | 做 提前三日公告 | 若 调整时刻表的"]
    ),
    (
      "船员应当瞭望水面；发现漂浮物的，应当减速。", ["duty 应当 | 谁 [船员] | 做 瞭望水面", "duty 应当 | 谁 [船员]* | 做 减速 | 若 发现漂浮物的"]
    ),
    (
      "渡口经营人应当购买保险。\n停运的，应当退还票款。",
      ["duty 应当 | 谁 [渡口经营人] | 做 购买保险", "duty 应当 | 谁 [渡口经营人]* | 做 退还票款 | 若 停运的"]
    ),
    // Rule 14: whom 禁止 forbids.
    ("禁止任何单位和个人在航道内采砂。", ["prohibition 禁止 | 谁 [任何单位和个人] | 做 任何单位和个人在航道内采砂"]),
    ("严禁船员酒后驾船。", ["prohibition 严禁 | 谁 [船员] | 做 船员酒后驾船"]),
    ("渡口经营人应当清点人数，禁止超载。", ["duty 应当 | 谁 [渡口经营人] | 做 清点人数", "prohibition 禁止 | 谁 [渡口经营人] | 做 超载"]),
    ("禁止在码头燃放烟花。", ["prohibition 禁止 | 做 在码头燃放烟花"]),
    ("值班民警可以查看行李。", ["permission 可以 | 谁 [值班民警] | 做 查看行李"]),
    ("渡口的员工应当佩戴徽章。", ["duty 应当 | 谁 [渡口的员工] | 做 佩戴徽章"]),
    ("违法载客的，由公安机关会同海事机构处罚。", ["sanction 处罚 | 做 处罚 | 若 违法载客的 | 由 [公安机关]、[海事机构]"]),
    ("渡口经营人或者承租人应当清扫码头。", ["duty 应当 | 谁 [渡口经营人]、[承租人] | 做 清扫码头"]),
    ("渡口经营人以及其船员应当接受培训。", ["duty 应当 | 谁 [渡口经营人]、[其船员] | 做 接受培训"]),
    ("负有航道养护职责的部门应当设置航标。", ["duty 应当 | 谁 [负有航道养护职责的部门] | 做 设置航标"]),
  ]

  @Test(arguments: Self.bearersRows) func bearers(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }
}
