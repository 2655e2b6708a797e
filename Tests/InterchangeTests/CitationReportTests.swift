// Mentions as tables and JSON lines.

import Citations
import HanText
import Interchange
import Legislation
import Testing

@Suite struct CitationReportTests {
  /// A mention of each of the given targets.
  static func mention(_ targets: [CitationTarget], open: Bool = false) -> CitationMention {
    CitationMention(
      provision: "art_1__para_2", label: "第一条第二款", text: "某处\n提及", range: 7..<12, kind: .external,
      targets: targets, isOpen: open)
  }

  static func path(_ eId: String) -> [Address.Step] { Address(eId).path }

  @Test func jsonLines() {
    let json = Self.mention([
      CitationTarget(
        .titled("灯塔\"办法\""), Self.path("art_20-1__para_2__item_3"), through: ProvisionNumber(5)),
      CitationTarget(.itself, Self.path("art_20"), through: ProvisionNumber(20, insert: 2)),
      CitationTarget(.itself, Self.path("part_2__chp_5__sec_1")),
      CitationTarget(.titled("渡口办法"), []),
    ]).json(file: "a.md")
    #expect(
      json == """
        {"file":"a.md","provision":"art_1__para_2","text":"某处\\n提及","range":[7,12],"kind":"external",\
        "targets":[{"law":"灯塔\\"办法\\"","article":"20-1","paragraph":2,"item":3,"to":5},\
        {"law":"self","article":"20","to":"20-2"},\
        {"law":"self","part":2,"chapter":5,"section":1},{"law":"渡口办法"}],"open":false}

        """)
  }

  @Test func targetsAreNamedOnce() {
    let mention = Self.mention([
      CitationTarget(.titled("关于《灯塔办法》的决定"), Self.path("art_1")),
      CitationTarget(.titled("关于《灯塔办法》的决定"), Self.path("art_3"), through: ProvisionNumber(5)),
      CitationTarget(.itself, []),
    ])
    #expect(mention.pointedAt == ["《关于〈灯塔办法〉的决定》第一条", "第三条至第五条", "本文件"])
    #expect(mention.words == "某处提及")
  }

  @Test(arguments: [40, 60, 80]) func linesFit(_ width: Int) {
    let document = ParsedDocument(
      parsing: SourceText("灯塔管理办法\n\n第一条　依照《渡口与灯船夜间值守及灯光信号联合管理暂行办法》第三条、第五条至第七条的规定值守。\n"))
    let long = CitationTarget(
      .titled("渡口与灯船夜间值守及灯光信号联合管理暂行办法"), Self.path("art_3__para_2__item_4"))
    let report = document.citationReport(
      [Self.mention([long, long, long], open: true), Self.mention([])], width: width)
    for line in report.split(separator: "\n") { #expect(line.columns <= width, "\(line)") }
    #expect(report.contains("（所指不明）") && report.hasSuffix("2 mentions, 3 targets\n"))
  }
}
