// Norms in sentences of our own: what makes one, of which kind, and what makes none.

import Testing

@Suite struct KindNormTests {
  static let kindsRows: [(String, [String])] = [
    // Rules 1 and 2: a modal or a word of mandate makes the kind.
    ("经营者应当建立台账。", ["duty 应当 | 谁 [经营者] | 做 建立台账"]),
    ("船员必须持证上船。", ["duty 必须 | 谁 [船员] | 做 持证上船"]),
    ("渡口经营人须每年检修浮桥。", ["duty 须 | 谁 [渡口经营人] | 做 每年检修浮桥"]),
    ("承租人应按月交付渡船租金。", ["duty 应 | 谁 [承租人] | 做 按月交付渡船租金"]),
    ("灯塔管理人有义务记录灯光中断的时间。", ["duty 有义务 | 谁 [灯塔管理人] | 做 记录灯光中断的时间"]),
    ("乘客要在开船前出示船票。", ["duty 要 | 谁 [乘客] | 做 在开船前出示船票"]),
    ("行人不得攀爬灯塔。", ["prohibition 不得 | 谁 [行人] | 做 攀爬灯塔"]),
    ("无关人员不准进入灯塔机房。", ["prohibition 不准 | 谁 [无关人员] | 做 进入灯塔机房"]),
    ("值班人员无权更改航标的编号。", ["prohibition 无权 | 谁 [值班人员] | 做 更改航标的编号"]),
    ("渡口经营人不能以停航为由拒绝退票。", ["prohibition 不能 | 谁 [渡口经营人] | 做 以停航为由拒绝退票"]),
    ("乘客可以携带一只鸟笼上船。", ["permission 可以 | 谁 [乘客] | 做 携带一只鸟笼上船"]),
    ("船员有权拒绝超载。", ["permission 有权 | 谁 [船员] | 做 拒绝超载"]),
    ("乘客享有优先登船的权利。", ["permission 享有 | 谁 [乘客] | 做 优先登船的权利"]),
    ("市交通部门负责全市渡口的监督管理工作。", ["competence 负责 | 谁 [市交通部门] | 做 全市渡口的监督管理工作"]),
    ("县文物机构主管灯塔的修缮。", ["competence 主管 | 谁 [县文物机构] | 做 灯塔的修缮"]),
    ("渡口委员会应当履行下列职责：\n（一）编排班次；\n（二）培训船员。", ["duty 应当 | 谁 [渡口委员会] | 做 履行下列职责"]),
    // Rule 1: no operator, no norm.
    ("开船时刻由市交通部门规定。", []),
    ("市财政部门对夜间渡运给予补助。", []),
    ("请求返还船票的，人民法院不予支持。", []),
    ("县人民政府管理本行政区域内的浮桥；另有规定的，从其规定。", []),
    ("渡口委员会履行下列职责：\n（一）编排班次；\n（二）培训船员。", ["competence 履行 | 谁 [渡口委员会] | 做 下列职责"]),
    ("乘客享有下列权利：\n（一）优先登船；\n（二）退票。", ["permission 享有 | 谁 [乘客] | 做 下列权利"]),
  ]

  @Test(arguments: Self.kindsRows) func kinds(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }

  static let modalsRows: [(String, [String])] = [
    // Rule 3: two modals are two norms; 也, 并 and 都 are no part of the trigger.
    (
      "乘客可以在码头购票，也可以在船上购票。",
      ["permission 可以 | 谁 [乘客] | 做 在码头购票", "permission 可以 | 谁 [乘客] | 做 在船上购票"]
    ),
    (
      "乘客不得翻越护栏，也不得追赶水鸟。", ["prohibition 不得 | 谁 [乘客] | 做 翻越护栏", "prohibition 不得 | 谁 [乘客] | 做 追赶水鸟"]
    ),
    ("船员应当瞭望水面，不得饮酒。", ["duty 应当 | 谁 [船员] | 做 瞭望水面", "prohibition 不得 | 谁 [船员] | 做 饮酒"]),
    ("渡口经营人应当设置救生圈，并应当每月检查。", ["duty 应当 | 谁 [渡口经营人] | 做 设置救生圈", "duty 应当 | 谁 [渡口经营人] | 做 每月检查"]),
    ("船员应当减速，乘客应当坐稳。", ["duty 应当 | 谁 [船员] | 做 减速", "duty 应当 | 谁 [乘客] | 做 坐稳"]),
    ("乘客和船员都应当穿救生衣。", ["duty 应当 | 谁 [乘客]、[船员] | 做 穿救生衣"]),
  ]

  @Test(arguments: Self.modalsRows) func modals(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }

  static let listsRows: [(String, [String])] = [
    // Rule 4: an item with a trigger of its own is a norm and takes the bearer of the words in front of the list.
    (
      "渡口经营人可以采用下列方式售票：\n（一）在码头设窗口；\n（二）对老年人，可以上船补票。",
      ["permission 可以 | 谁 [渡口经营人] | 做 采用下列方式售票", "permission 可以 | 谁 [渡口经营人]* | 做 上船补票"]
    ),
    (
      "船员应当遵守下列规定：\n（一）开船前检查缆绳；\n（二）航行中不得离开舵位；\n（三）靠岸后清点人数。",
      ["duty 应当 | 谁 [船员] | 做 遵守下列规定", "prohibition 不得 | 谁 [船员]* | 做 离开舵位 | 若 航行中"]
    ),
    ("候船室应当符合下列条件：\n（一）有座椅；\n（二）有饮水。", ["duty 应当 | 事 候船室 | 做 符合下列条件"]),
    ("渡口经营人不得有下列行为：\n（一）超过定额载客；\n（二）出租渡船许可证。", ["prohibition 不得 | 谁 [渡口经营人] | 做 有下列行为"]),
  ]

  @Test(arguments: Self.listsRows) func lists(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }

  static let noNormsRows: [(String, [String])] = [
    // A trigger inside a relative clause.
    ("渡船应当登记而未登记的，由值班室暂停放行。", []),
    ("依法应当公开的时刻表，由市交通部门公布。", []),
    ("船员发生应当报告的事故后，值班室停止售票。", []),
    ("县交通部门公布可以用于夜航的渡船。", []),
    // … inside a condition.
    ("乘客知道或者应当知道船票失效的，由本人另行购票。", []),
    ("除依法不得公开的外，渡运记录向社会公开。", []),
    ("乘客认为应当退票的，由值班室复核。", []),
    // … inside the object of another norm.
    ("渡口经营人应当告知乘客可以退票。", ["duty 应当 | 谁 [渡口经营人] | 做 告知乘客可以退票"]),
    ("县人民政府确定禁止停船的岸段。", []),
    ("市交通部门作出准予许可的决定。", []),
    // Definitions, purpose, and what the state encourages.
    ("本条例所称渡口，是指可以停靠渡船的岸线。", []),
    ("为了保障渡运安全，制定本条例。", []),
    ("国家鼓励渡口经营人使用电动渡船。", []),
    ("国家支持渡口引导乘客错峰出行。", []),
    // Status effects.
    ("逾期未领回的行李，视为无主物。", []),
    ("渡船报废后，原编号作废。", []),
    // Words that hold a trigger's characters and are none.
    ("码头供应燃油，配有相应的应急灯。", []),
    ("渡运许可证由市交通部门统一印制。", []),
    ("水位上涨时，浮桥可能被淹没。", []),
    ("处理渡运纠纷的处所设在码头。", []),
    ("电子船票的应用情况每年公布。", []),
    // Items that only name a case.
    ("下列情形免收船票：\n（一）抢险救灾；\n（二）可以免收船票的其他情形。", []),
  ]

  @Test(arguments: Self.noNormsRows) func noNorms(_ text: String, _ expected: [String]) {
    #expect(normTexts(inArticle: text) == expected)
  }
}
