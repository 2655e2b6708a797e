// Actions, conditions and exceptions of norms, in sentences of our own.

import Testing

@Suite struct PartsNormTests {
  static let actionsRows: [(String, [String])] = [
    // Rule 15: on over commas as long as the trigger governs, and no further.
    ("渡口经营人应当设置候船室，配备救生衣，并保持通道畅通。", ["duty 应当 | 谁 [渡口经营人] | 做 设置候船室，配备救生衣，并保持通道畅通"]),
    ("渡口经营人应当登记乘客人数，由值班人员签字。", ["duty 应当 | 谁 [渡口经营人] | 做 登记乘客人数，由值班人员签字"]),
    ("县交通部门应当自收到申请之日起十日内决定，逾期不决定的，视为同意。", ["duty 应当 | 谁 [县交通部门] | 做 自收到申请之日起十日内决定"]),
    ("渡口经营人应当退还票款，所需费用由市财政负担。", ["duty 应当 | 谁 [渡口经营人] | 做 退还票款"]),
    ("渡口经营人应当每日公布水位；水位图由海事机构绘制。", ["duty 应当 | 谁 [渡口经营人] | 做 每日公布水位"]),
    ("渡船改造应当报经批准后，方可施工。", ["duty 应当 | 事 渡船改造 | 做 报经批准后，方可施工"]),
  ]

  @Test(arguments: Self.actionsRows) func actions(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }

  static let conditionsRows: [(String, [String])] = [
    // Rule 16: the antecedents in front of the trigger, of whatever shape.
    ("船员在开船前应当鸣笛。", ["duty 应当 | 谁 [船员] | 做 鸣笛 | 若 在开船前"]),
    ("发生大雾时，值班人员应当停止放行。", ["duty 应当 | 谁 [值班人员] | 做 停止放行 | 若 发生大雾时"]),
    ("经县人民政府批准，渡口经营人可以夜航。", ["permission 可以 | 谁 [渡口经营人] | 做 夜航 | 若 经县人民政府批准"]),
    ("未经渡口经营人同意，乘客不得进入驾驶室。", ["prohibition 不得 | 谁 [乘客] | 做 进入驾驶室 | 若 未经渡口经营人同意"]),
    ("从事水上茶座经营，应当配备救生圈。", ["duty 应当 | 做 配备救生圈 | 若 从事水上茶座经营"]),
    ("渡船碰撞浮桥，情况紧急的，船长应当返航。", ["duty 应当 | 谁 [船长] | 做 返航 | 若 渡船碰撞浮桥，情况紧急的"]),
    // … the bearer that opens the condition is left out of it.
    ("乘客请求退票的，应当出示船票。", ["duty 应当 | 谁 [乘客] | 做 出示船票 | 若 请求退票的"]),
    ("渡口经营人停止营业后，应当拆除浮桥。", ["duty 应当 | 谁 [渡口经营人] | 做 拆除浮桥 | 若 停止营业后"]),
    // … 根据, 为了 and 按照 are none.
    ("根据水情，海事机构可以限制航行。", ["permission 可以 | 谁 [海事机构] | 做 限制航行"]),
    ("为了保护水鸟，灯塔管理人可以限制灯光。", ["permission 可以 | 谁 [灯塔管理人] | 做 限制灯光"]),
    ("按照渡运规划，县交通部门应当增加班次。", ["duty 应当 | 谁 [县交通部门] | 做 增加班次"]),
    // … a condition over both sides of ； holds for both.
    (
      "水位超过警戒线的，渡口经营人应当停航；海事机构应当发布公告。",
      ["duty 应当 | 谁 [渡口经营人] | 做 停航 | 若 水位超过警戒线的", "duty 应当 | 谁 [海事机构] | 做 发布公告 | 若 水位超过警戒线的"]
    ),
    (
      "公告期满，县交通部门应当颁发证书；市交通部门应当登记入册。",
      ["duty 应当 | 谁 [县交通部门] | 做 颁发证书 | 若 公告期满", "duty 应当 | 谁 [市交通部门] | 做 登记入册 | 若 公告期满"]
    ),
  ]

  @Test(arguments: Self.conditionsRows) func conditions(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }

  static let exceptionsRows: [(String, [String])] = [
    // Rule 17: with the word that opens it.
    ("船员不得夜间开船，但是运送病人的除外。", ["prohibition 不得 | 谁 [船员] | 做 夜间开船 | 但 但是运送病人的除外"]),
    ("除紧急情况外，船员不得鸣笛。", ["prohibition 不得 | 谁 [船员] | 做 鸣笛 | 但 除紧急情况外"]),
    ("乘客不得携带危险物品上船，法律另有规定的除外。", ["prohibition 不得 | 谁 [乘客] | 做 携带危险物品上船 | 但 法律另有规定的除外"]),
    ("乘客不得携带活禽；但是，装入笼内的除外。", ["prohibition 不得 | 谁 [乘客] | 做 携带活禽 | 但 但是，装入笼内的除外"]),
    // … a proviso with a trigger is an exception and a norm.
    (
      "渡口经营人可以调整时刻，但应当提前公告。",
      ["permission 可以 | 谁 [渡口经营人] | 做 调整时刻 | 但 但应当提前公告", "duty 应当 | 谁 [渡口经营人] | 做 提前公告"]
    ),
    (
      "海事机构应当抽查渡船，但不得影响航行。",
      ["duty 应当 | 谁 [海事机构] | 做 抽查渡船 | 但 但不得影响航行", "prohibition 不得 | 谁 [海事机构] | 做 影响航行"]
    ),
  ]

  @Test(arguments: Self.exceptionsRows) func exceptions(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }
}
