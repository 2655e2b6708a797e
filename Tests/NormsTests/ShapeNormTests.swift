// Norms in shapes that fresh samples of laws showed: subjects, conditions and parties one reading missed.

import Testing

@Suite struct ShapeNormTests {
  static let rows: [(String, [String])] = [
    // 限制或者禁止: one measure of several.
    (
      "海事机构有权限制或者禁止渡船夜航。",
      ["permission 有权 | 谁 [海事机构] | 做 限制或者禁止渡船夜航"]
    ),
    // The party is a clause with its short name in brackets.
    (
      "市航标管理机构（以下简称航标机构），负责航标的保护工作。",
      ["competence 负责 | 谁 [市航标管理机构（以下简称航标机构）] | 做 航标的保护工作"]
    ),
    // A relative clause with the trigger itself.
    (
      "县级人民政府负责管理航标的部门或者机构，负责本区域航标的检查工作。",
      ["competence 负责 | 谁 [县级人民政府负责管理航标的部门或者机构] | 做 本区域航标的检查工作"]
    ),
    // One of several cases of an antecedent.
    ("渡船属于禁止夜航的，或者必须作为证据，或者依法应当没收的，海事机构不予放行。", []),
    // What somebody claims.
    ("船员主张渡口经营人依据合同承担赔偿责任，渡口经营人以天气为由抗辩的，法院不予支持。", []),
    // 有关事项 behind a modal is no item.
    (
      "船主申报航次，应当说明航次的有关事项。",
      ["duty 应当 | 谁 [船主] | 做 说明航次的有关事项 | 若 申报航次"]
    ),
    // A party named after what is forbidden to it.
    (
      "禁止停泊水域的有关单位，应当设置告示。",
      ["duty 应当 | 谁 [禁止停泊水域的有关单位] | 做 设置告示"]
    ),
    // 处…的罚款
    (
      "违反本条例规定夜航的，可以处船票价值百分之五十以下的罚款。",
      ["sanction 可以 | 做 处船票价值百分之五十以下的罚款 | 若 违反本条例规定夜航的"]
    ),
    // 对 and 根据 behind the party are no condition.
    (
      "渡口经营人对申请人提交的过渡材料，应当保密。",
      ["duty 应当 | 谁 [渡口经营人] | 做 保密"]
    ),
    (
      "渡口经营人根据当时水位，可以减少载客。",
      ["permission 可以 | 谁 [渡口经营人] | 做 减少载客"]
    ),
    // What the state does is no condition.
    (
      "国家鼓励捐建航标，专门用于渔区，任何单位不得挪用。",
      ["prohibition 不得 | 谁 [任何单位] | 做 挪用"]
    ),
    // A thing with a condition of its own.
    (
      "前条规定的码头，具备下列条件的，可以命名为示范码头。",
      ["permission 可以 | 事 前条规定的码头 | 做 命名为示范码头 | 若 具备下列条件的"]
    ),
    // Parties with a comma between.
    (
      "设计航标的机关、单位，直接承建航标的施工单位，应当遵守保密规定。",
      ["duty 应当 | 谁 [设计航标的机关、单位]、[直接承建航标的施工单位] | 做 遵守保密规定"]
    ),
    // Whose rights are told of.
    (
      "船员的合法权益受到侵害的，有权提出申诉。",
      ["permission 有权 | 谁 [船员] | 做 提出申诉 | 若 船员的合法权益受到侵害的"]
    ),
    // Things with a party in their relative clause, or an exception behind.
    (
      "船员当场交付的押金，应当当日登记。",
      ["duty 应当 | 事 船员当场交付的押金 | 做 当日登记"]
    ),
    (
      "航标抽查结果，除另有规定外，应当公布。",
      ["duty 应当 | 事 航标抽查结果 | 做 公布 | 但 除另有规定外"]
    ),
    // Who consents bears nothing.
    (
      "因抢救乘客，经渡口负责人批准，可以提前开航。",
      ["permission 可以 | 做 提前开航 | 若 因抢救乘客，经渡口负责人批准"]
    ),
    // 应当知道 behind a modal.
    (
      "船主可以自知道或者应当知道扣船之日起十日内申请复核。",
      ["permission 可以 | 谁 [船主] | 做 自知道或者应当知道扣船之日起十日内申请复核"]
    ),
    // Definitions.
    ("夜航标识是指船上的、可以被岸上看到的标识。", []),
    // The same modal again behind 、.
    (
      "渡船不得改变航线、不得超载。",
      [
        "prohibition 不得 | 事 渡船 | 做 改变航线",
        "prohibition 不得 | 事 渡船 | 做 超载",
      ]
    ),
    // 或者由 inside a chain.
    (
      "经营者违反规定夜航的，责令改正，或者由航标部门吊销航标许可证。",
      ["sanction 责令 | 谁 [经营者] | 做 责令改正，或者由航标部门吊销航标许可证 | 若 违反规定夜航的 | 由 [航标部门]"]
    ),
    // What others are to handle.
    (
      "联席会议可以分别由两个渡口召开。",
      ["permission 可以 | 事 联席会议 | 做 分别由两个渡口召开"]
    ),
    // 设区的市 is a name.
    (
      "设区的市航标主管部门和海事机构，应当巡查航标。",
      ["duty 应当 | 谁 [设区的市航标主管部门]、[海事机构] | 做 巡查航标"]
    ),
  ]

  @Test(arguments: Self.rows) func shapes(_ text: String, _ expected: [String]) {
    #expect(normTexts("第一条　" + text) == expected)
  }
}
