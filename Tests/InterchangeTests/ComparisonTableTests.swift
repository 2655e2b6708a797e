// The comparison table: rows, remarks, and how its writers mark what changed.

import HanText
import Interchange
import Legislation
import Testing
import Versions

@Suite struct ComparisonTableTests {
  @Test func rows() {
    let rows = ComparisonFixture.table.rows.map { row in
      [row.isHeading ? "#" : "", row.places, row.remark].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
    #expect(
      rows == [
        "# 第一章", "第一条", "第二条 新增", "第二条 → 第三条 仅调整序号", "# 第二章 修改", "第三条 → 第四条 修改",
        "第四条 → 第五条 修改", "第五条 → 第六条 仅标点", "第六条 删去",
      ])
    #expect(ComparisonFixture.table.rows(all: false).count == 8)
  }

  @Test func markdown() {
    #expect(
      ComparisonFixture.table.markdown(remarks: true) == """
        # 《灯塔管理办法》新旧条文对照表

        \(ComparisonFixture.comparison.summary)

        - 旧：2019年3月1日通过
        - 新：2024年5月1日修订

        | 旧条文（2019年3月1日） | 新条文（2024年5月1日） | 说明 |
        |---|---|---|
        | **第一章　总则** | **第一章　总则** | |
        | | **第二条**　**本办法所称灯塔，是指为船舶指示航向的发光建筑物。** | 新增 |
        | **第二条**　灯塔由市政府设立。 | **第三条**　灯塔由市政府设立。 | 仅调整序号 |
        | **第二章　值守** | **第二章　值守和检修** | 修改 |
        | **第三条**　值守人应当在~~十五日内~~报告灯光中断。<br>值守人不得擅离岗位。 \
        | **第四条**　值守人应当在**十日内**报告灯光中断。<br>值守人不得擅离岗位。 | 修改 |
        | **第四条**　违反~~第三条~~规定的，处一千元以上~~五千元~~以下罚款。 \
        | **第五条**　违反**第四条**规定的，处一千元以上**一万元**以下罚款。 | 修改 |
        | **第五条**　灯塔所有人应当每年检修灯具<del>、</del>电源；检修记录至少保存三年。 \
        | **第六条**　灯塔所有人应当每年检修灯具<ins>，</ins>电源；检修记录至少保存三年。 | 仅标点 |
        | **第六条**　~~本办法由市港务局解释，港务局可以制定细则。~~ | | 删去 |

        """)
  }

  @Test func page() {
    let page = ComparisonFixture.table.html(remarks: true)
    for piece in [
      "<html lang=\"zh-CN\">", "<title>《灯塔管理办法》新旧条文对照表</title>",
      "<th scope=\"col\">旧条文（2019年3月1日）</th>", "在<del>十五日内</del>", "在<ins>十日内</ins>",
      "<b><ins>第二条</ins></b>　<ins>本办法所称", "<td class=\"remark\">仅标点</td>",
      "<b>第二章</b>　值守<ins>和检修</ins>", "class=\"number renumbered\"",
      "变化目录（6 处，另有 1 条仅调整序号）",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
    #expect(!ComparisonFixture.table.html().contains("class=\"remark\""))
    for word in ["http:", "https:", "src=", "url(", "@import", "innerHTML", "{{"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page == ComparisonFixture.table.html(remarks: true))
  }

  /// Each jump leads to a row that is there.
  @Test func jumps() {
    let page = ComparisonFixture.table.html()
    let targets = page.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(targets.count == 6)
    for target in targets { #expect(page.contains("<tr id=\"\(target)\"")) }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onclick=\"x()", "甲 & 乙 &lt;", "{{script}}", "|*_~`",
  ])
  func wordsStayWords(_ words: String) {
    let (old, new) = (
      ComparisonFixture.document("示例办法\n第一条　灯塔\(words)由市政府设立。"),
      ComparisonFixture.document("示例办法\n第一条　灯塔由省政府\(words)设立。")
    )
    let table = ComparisonTable(VersionComparison(old: old, new: new), old: old, new: new)
    let page = table.html(remarks: true)
    #expect(page.ranges(of: "<script").count == 1 && page.ranges(of: "</script").count == 1)
    #expect(!page.contains("onclick=\"x"))
    let rows = table.markdown().split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 3)
    // Bars that are no cells' are escaped.
    #expect(rows[2].replacing("\\|", with: "").ranges(of: "|").count == 3)
  }

  /// What only differs in typography stays as each version writes it.
  @Test func keepsTypography() {
    let (old, new) = (
      ComparisonFixture.document("示例办法\n第一条　灯塔(含浮标)由市政府设立，由港务局管理。"),
      ComparisonFixture.document("示例办法\n第一条　灯塔（含浮标）由市政府设立，由航道局管理。")
    )
    let table = ComparisonTable(VersionComparison(old: old, new: new), old: old, new: new)
    #expect(table.rows[0].old[0].text == "灯塔(含浮标)由市政府设立，由港务局管理。")
    #expect(table.rows[0].new[0].text == "灯塔（含浮标）由市政府设立，由航道局管理。")
  }

  @Test func csv() {
    let lines = ComparisonFixture.table.csv().split(separator: "\r\n")
    #expect(lines.first == "旧条,新条,说明,旧文,新文")
    #expect(lines[1].hasPrefix(",第二条,新增,,本办法所称灯塔"))
  }

  /// Lines of a terminal never go over its width, and hold every character that changed.
  @Test(arguments: [20, 40, 78])
  func linesFit(_ width: Int) {
    for row in ComparisonFixture.table.rows where row.isChanged && !row.isHeading {
      let lines = row.lines(width: width, marked: true)
      for line in lines { #expect(line.map(\.text.columns).reduce(0, +) <= width) }
      let shown = lines.flatMap { $0 }.filter { $0.operation != .equal }.map(\.text).joined()
      for change in row.changes where change.operation != .equal {
        #expect(shown.contains(change.text.prefix(1)))
      }
    }
  }
}
