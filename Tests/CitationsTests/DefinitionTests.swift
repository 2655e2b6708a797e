// The definitions of sentences of ours, written as laws, rules and interpretations write them.

import Citations
import HanText
import Legislation
import Testing

@Suite struct DefinitionTests {
  /// `term=definition`, with the form where it is not a meaning, one after another.
  private static func found(_ text: String) -> [String] {
    let document = ParsedDocument(parsing: SourceText("碧海市海鸥保护条例\n\n\(text)\n"))
    return DefinitionFinder().definitions(in: document).map {
      let form = $0.form == .meaning ? "" : " \($0.form.rawValue)"
      let words = document.text(in: $0.definition).replacing("\n", with: "/")
      return "\(document.text(in: $0.term))=\(words)\(form)"
    }
  }

  @Test(arguments: [
    ("本条例所称海鸥，是指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称的海鸥，是指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥是指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥，系指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥，指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥，通常是指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥，是在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥，为在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称的巢即鸟窝。", ["巢=鸟窝"]),
    ("本条例所称“海鸥”，是指在海边筑巢的鸟。", ["海鸥=在海边筑巢的鸟"]),
    ("本条例所称海鸥，包括幼鸟和鸟卵。", ["海鸥=幼鸟和鸟卵 inclusion"]),
    ("本条例所称海鸥包括幼鸟和鸟卵。", ["海鸥=幼鸟和鸟卵 inclusion"]),
    ("本条例所称海鸥，不包括人工饲养的。", ["海鸥=不包括人工饲养的 inclusion"]),
    (
      "本条例所称“以上”、“以下”，包括本数；所称“不满”，不包括本数。",
      ["以上=本数 inclusion", "以下=本数 inclusion", "不满=不包括本数 inclusion"]
    ),
    ("本条例所称以上、以下，均包括本数。", ["以上=本数 inclusion", "以下=本数 inclusion"]),
    ("本条例所称巢包括旧巢，所称卵包括破卵。", ["巢=旧巢 inclusion", "卵=破卵 inclusion"]),
    ("本条例所称大型、中型鸟巢，是指直径一米以上的巢。", ["大型、中型鸟巢=直径一米以上的巢"]),
    ("本条例所称滩地，依法划入港区的，是指港区以外的部分。", ["滩地=依法划入港区的，是指港区以外的部分"]),
    ("本条例所称“裁决”，在海上包括船长的决定。", ["裁决=在海上包括船长的决定"]),
    ("《碧海法》第八条所称的“惊扰”，是指使鸟离巢的行为。", ["惊扰=使鸟离巢的行为"]),
    ("碧海法第八条规定的惊扰，是指使鸟离巢的行为。", ["惊扰=使鸟离巢的行为"]),
    ("碧海法第八条规定的“惊扰”“追赶”，是指使鸟离巢的行为。", ["惊扰=使鸟离巢的行为", "追赶=使鸟离巢的行为"]),
    ("观鸟员是指记录海鸥的人。观鸟站，是指观鸟员工作的地方。", ["观鸟员=记录海鸥的人", "观鸟站=观鸟员工作的地方"]),
    ("在本条例中，观鸟站是指观鸟员工作的地方。", ["观鸟站=观鸟员工作的地方"]),
    ("期间有关“三日”的规定是指工作日。", ["三日=工作日"]),
    (
      "本条例所称鸥墙（以下简称墙）位于碧海市，包括墙体。",
      ["鸥墙=墙体 inclusion", "墙=鸥墙 abbreviation"]
    ),
    ("这是指使鸟离巢的行为。", []),
    ("市海鸥主管部门应当加强巡查，指导观鸟站开展工作。", []),
    ("违反本条例所称义务的，由市人民政府处理。", []),
    ("属于本条例所称的海鸥的，依法保护。", []),
    ("本条例所称的“滩地”，应当依法登记。", []),
  ]) func meanings(_ text: String, _ expected: [String]) {
    #expect(Self.found("第一条　\(text)") == expected)
  }

  @Test(arguments: [
    ("碧海市海鸥保护中心（以下简称保护中心）负责巡查。", ["保护中心=碧海市海鸥保护中心 abbreviation"]),
    ("碧海市海鸥保护中心（以下简称“保护中心”）负责巡查。", ["保护中心=碧海市海鸥保护中心 abbreviation"]),
    ("由碧海市海鸥保护中心(以下称保护中心)负责巡查。", ["保护中心=碧海市海鸥保护中心 abbreviation"]),
    ("法院指定碧海市渔政局（下称渔政局）担任管理人。", ["渔政局=碧海市渔政局 abbreviation"]),
    ("碧海市海鸥保护中心（简称保护中心）负责巡查。", ["保护中心=碧海市海鸥保护中心 abbreviation"]),
    (
      "根据《中华人民共和国海鸥保护法》（以下简称《海鸥法》），制定本条例。",
      ["海鸥法=《中华人民共和国海鸥保护法》 abbreviation"]
    ),
    (
      "根据《海鸥保护法（试行）》（以下简称《海鸥法（试行）》）的规定，制定本条例。",
      ["海鸥法（试行）=《海鸥保护法（试行）》 abbreviation"]
    ),
    ("从事观鸟活动的单位和个人（以下统称观鸟者），应当登记。", ["观鸟者=从事观鸟活动的单位和个人 collective"]),
    ("海滩、礁石、滩地（以下统称栖息地）的保护，适用本条例。", ["栖息地=海滩、礁石、滩地 collective"]),
    ("设立海鸥保护专项资金（以下简称专项资金）。", ["专项资金=海鸥保护专项资金 abbreviation"]),
    ("应当安装雷电防护装置（以下简称防雷装置）。", ["防雷装置=雷电防护装置 abbreviation"]),
    ("市住房和城乡建设主管部门（以下简称市住建部门）负责巡查。", ["市住建部门=市住房和城乡建设主管部门 abbreviation"]),
    ("渔业、水利等主管部门（以下简称有关主管部门）负责巡查。", ["有关主管部门=渔业、水利等主管部门 abbreviation"]),
    ("区人民政府确定的部门（以下称主管部门）负责巡查。", ["主管部门=区人民政府确定的部门 abbreviation"]),
    ("本条例所称海鸥保护（以下简称护鸥），是指不使海鸥离巢。", ["海鸥保护=不使海鸥离巢", "护鸥=海鸥保护 abbreviation"]),
    ("从事观鸟的企业（含个体工商户，以下统称观鸟企业），应当登记。", ["观鸟企业=从事观鸟的企业 collective"]),
    ("海鸥俗称江鹅（学名略），名称不改。", []),
  ]) func shortNames(_ text: String, _ expected: [String]) {
    #expect(Self.found("第一条　\(text)") == expected)
  }

  @Test(arguments: [
    (
      "由县级渔政机构指定的人员、志愿者以及其他人员（以下统称看护人）负责看护。",
      ["看护人=县级渔政机构指定的人员、志愿者以及其他人员 collective"]
    ),
    (
      "本市的企业，以及机关、学校等单位（以下统称护鸥单位），应当登记。",
      ["护鸥单位=机关、学校等单位 collective"]
    ),
    (
      "应当向区人民政府指定的部门（以下称登记部门）申请。",
      ["登记部门=区人民政府指定的部门 abbreviation"]
    ),
    (
      "向海域排放污水的单位（以下简称排污单位），应当登记。",
      ["排污单位=向海域排放污水的单位 abbreviation"]
    ),
    (
      "市渔政部门对列入名录的候鸟（以下称名录候鸟）编号。",
      ["名录候鸟=列入名录的候鸟 abbreviation"]
    ),
    (
      "对海鸥有重大影响的工程（以下统称涉鸥工程），应当论证。",
      ["涉鸥工程=对海鸥有重大影响的工程 collective"]
    ),
    (
      "观鸟站应当取得相应的观鸟许可证（以下简称许可证）。",
      ["许可证=相应的观鸟许可证 abbreviation"]
    ),
    (
      "巡查应当采用经市人民政府批准的编号规则（以下简称编号规则）。",
      ["编号规则=经市人民政府批准的编号规则 abbreviation"]
    ),
    (
      "应当根据本市规划分别编制观鸟站的设置方案（以下简称设置方案）。",
      ["设置方案=观鸟站的设置方案 abbreviation"]
    ),
    (
      "制定海鸥保护的年度计划（以下简称年度计划）。",
      ["年度计划=海鸥保护的年度计划 abbreviation"]
    ),
    (
      "本市建设统一的海鸥监测平台（以下简称监测平台）。",
      ["监测平台=统一的海鸥监测平台 abbreviation"]
    ),
    (
      "为了明确观鸟人员（以下简称人员）的责任，制定本条例。",
      ["人员=观鸟人员 abbreviation"]
    ),
    (
      "市、县渔政主管部门（以下简称渔政部门）负责巡查。",
      ["渔政部门=市、县渔政主管部门 abbreviation"]
    ),
    (
      "市渔政局和碧海市气象中心（以下简称气象中心）负责监测。",
      ["气象中心=碧海市气象中心 abbreviation"]
    ),
    (
      "渔政局是本市海鸥保护的主管部门（以下简称保护部门）。",
      ["保护部门=本市海鸥保护的主管部门 abbreviation"]
    ),
    (
      "从事观鸟（包括拍摄海鸥）的企业（以下统称观鸟企业），应当登记。",
      ["观鸟企业=从事观鸟（包括拍摄海鸥）的企业 collective"]
    ),
    (
      "鼓励举办单位、观鸟单位（以下统称活动单位）参加培训。",
      ["活动单位=举办单位、观鸟单位 collective"]
    ),
    (
      "在碧海市行政区域内应用声学设备驱鸟（以下简称声学驱鸟），应当登记。",
      ["声学驱鸟=在碧海市行政区域内应用声学设备驱鸟 abbreviation"]
    ),
    (
      "碧海市渔政局〔以下简称渔政局〕负责巡查。",
      ["渔政局=碧海市渔政局 abbreviation"]
    ),
    (
      "观鸟员根据观鸟站与渔政局的合同约定（以下简称合同约定）工作。",
      ["合同约定=观鸟站与渔政局的合同约定 abbreviation"]
    ),
    (
      "渔政局根据本条例设立的观鸟中心（以下简称中心）负责巡查。",
      ["中心=渔政局根据本条例设立的观鸟中心 abbreviation"]
    ),
    (
      "从事鸟类旅游（以下简称观鸟）经营、鸟类摄影（以下简称拍鸟）的，应当登记。",
      ["观鸟=鸟类旅游 abbreviation", "拍鸟=鸟类摄影 abbreviation"]
    ),
    (
      "通过招募方式设立的基金（以下简称招募基金），应当登记。",
      ["招募基金=通过招募方式设立的基金 abbreviation"]
    ),
    (
      "依照《海鸥解释》（鸥释〔2024〕5号，以下简称解释）执行。",
      ["解释=《海鸥解释》 abbreviation"]
    ),
    (
      "保护机构和依法设立的观鸟机构（以下称其他机构）负责巡查。",
      ["其他机构=依法设立的观鸟机构 abbreviation"]
    ),
    (
      "除市人民政府指定的单位（以下统称看护单位）外，不得进入。",
      ["看护单位=市人民政府指定的单位 collective"]
    ),
    (
      "备案通过市人民政府建立的观鸟平台（以下简称平台）办理。",
      ["平台=市人民政府建立的观鸟平台 abbreviation"]
    ),
    (
      "可能产生强光的单位（以下简称强光单位），应当登记。",
      ["强光单位=可能产生强光的单位 abbreviation"]
    ),
    (
      "海鸥保护站（以下简称保护站）和海鸥救护站（以下简称救护站）应当登记。",
      ["保护站=海鸥保护站 abbreviation", "救护站=海鸥救护站 abbreviation"]
    ),
  ]) func phrases(_ text: String, _ expected: [String]) {
    #expect(Self.found("第一条　\(text)") == expected)
  }

  @Test(arguments: [
    (
      "本条例下列用语的含义：\n\n（一）海鸥，是指鸟；\n\n（二）巢：指鸟窝；\n\n（三）“卵”，是指未孵化的海鸥。卵壳也是卵。",
      ["海鸥=鸟", "巢=鸟窝", "卵=未孵化的海鸥。卵壳也是卵"]
    ),
    ("本条例下列用语的含义是：\n\n海鸥，是指鸟。\n\n巢是指鸟窝。", ["海鸥=鸟", "巢=鸟窝"]),
    ("本条例中下列用语的含义是指：\n\n（一）海鸥，是指鸟。", ["海鸥=鸟"]),
    ("本条例有关用语含义如下：\n\n（一）海鸥：鸟的一种。\n\n（二）观测，巡查：是指看鸟。", ["海鸥=鸟的一种", "观测，巡查=看鸟"]),
    ("本条例下列用语的含义：海鸥，是指鸟；巢，是指鸟窝。", ["海鸥=鸟", "巢=鸟窝"]),
    (
      "本条例所称惊扰，是指：\n\n（一）鸣笛；\n\n（二）放飞气球。",
      ["惊扰=（一）鸣笛；/（二）放飞气球。"]
    ),
    ("赔偿按下列标准计算：\n\n（一）救治费，指救治海鸥的费用；\n\n（二）巡查费，指导观鸟的费用。", ["救治费=救治海鸥的费用"]),
  ]) func lists(_ text: String, _ expected: [String]) {
    #expect(Self.found("第一条　\(text)") == expected)
  }

  @Test func scopesAndUses() {
    let text = """
      碧海市海鸥保护条例

      第一章　总则

      第一条　碧海市海鸥保护中心（以下简称中心）负责巡查。

      第二章　巢

      第二条　本章所称巢，是指鸟窝。巢应当登记，旧巢不登记。

      第三条　中心巡查巢区。本条所称旧巢，是指无鸟的巢。

      第三章　附则

      第四条　巢和中心以外的事项，另行规定。
      """
    let document = ParsedDocument(parsing: SourceText(text))
    let finder = DefinitionFinder()
    let definitions = finder.definitions(in: document)
    let uses = finder.uses(of: definitions, in: document)
    let rows = zip(definitions, uses).map { definition, uses in
      let scope = definition.scopeNode.map(document.tree.eId) ?? "-"
      let places = uses.map { document.tree.eId(of: $0.node) }.joined(separator: " ")
      return "\(document.text(in: definition.term)) \(scope): \(places)"
    }
    #expect(
      rows == [
        "中心 -: art_3__para_1 art_4__para_1",
        "巢 chp_2: chp_2 art_2__para_1 art_2__para_1 art_3__para_1 art_3__para_1",
        "旧巢 art_3: ",
      ])
  }

  @Test func wrappedLines() {
    let text = "碧海市海鸥保护条例\n\n第一条　本条例所称海鸥，是指在碧海市行政区域以内的各处海边筑\n巢的鸟，不论大小。\n第二条　海鸥受保护。\n"
    let document = ParsedDocument(parsing: SourceText(text))
    let found = DefinitionFinder().definitions(in: document)
    #expect(found.map { document.text(in: $0.term) } == ["海鸥"])
  }
}
