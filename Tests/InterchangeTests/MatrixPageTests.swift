// The page: words stay words, the counts add up, and nothing is asked of a network.

import Interchange
import Norms
import Testing

@Suite struct MatrixPageTests {
  static let page = MatrixFixture.small.html

  /// What stands from one piece of a page to the next.
  static func part(_ page: String, from start: String, to end: String) -> Substring {
    guard let first = page.firstRange(of: start),
      let last = page[first.upperBound...].firstRange(of: end)
    else { return "" }
    return page[first.lowerBound..<last.upperBound]
  }

  @Test func grid() {
    #expect(
      Self.part(Self.page, from: "<table id=\"grid\"", to: "</table>") == """
        <table id="grid" style="--head: 16">
        <thead><tr><th scope="col">主体</th><th scope="col">合计</th>\
        <th scope="col" class="ofKind kind duty">义务</th>\
        <th scope="col" class="ofKind kind prohibition">禁止</th>\
        <th scope="col" class="ofKind kind permission">权利</th>\
        <th scope="col" class="ofKind kind competence">职责</th>\
        <th scope="col" class="ofKind kind sanction">处罚</th>\
        <th scope="col"><button type="button" data-i="0" title="《灯塔管理办法》（2024-05-01，现行有效）">\
        灯塔管理办法</button></th>\
        <th scope="col"><button type="button" data-i="1" \
        title="《关于修改〈灯塔管理办法〉的&lt;决定&gt; &amp; &quot;附件&quot;》">\
        关于修改《灯塔管理办法》的&lt;决定&gt; &amp; &quot;附件&quot;</button></th></tr></thead>
        <tbody>
        <tr><th scope="row"><button type="button" data-p="0">灯塔值守人</button></th>\
        <td><span data-p="0" title="义务 1 禁止 1">2</span></td>\
        <td class="ofKind"><span data-p="0" data-k="0">1</span></td>\
        <td class="ofKind"><span data-p="0" data-k="1">1</span></td>\
        <td class="ofKind"><span data-p="0" data-k="2"></span></td>\
        <td class="ofKind"><span data-p="0" data-k="3"></span></td>\
        <td class="ofKind"><span data-p="0" data-k="4"></span></td>\
        <td data-h="2"><button type="button" data-p="0" data-i="0" title="义务 1 禁止 1">2</button></td>\
        <td></td></tr>
        <tr><th scope="row"><button type="button" data-p="1">灯塔|所有人</button></th>\
        <td><span data-p="1" title="禁止 1 处罚 1">2</span></td>\
        <td class="ofKind"><span data-p="1" data-k="0"></span></td>\
        <td class="ofKind"><span data-p="1" data-k="1">1</span></td>\
        <td class="ofKind"><span data-p="1" data-k="2"></span></td>\
        <td class="ofKind"><span data-p="1" data-k="3"></span></td>\
        <td class="ofKind"><span data-p="1" data-k="4">1</span></td>\
        <td data-h="1"><button type="button" data-p="1" data-i="0" title="禁止 1">1</button></td>\
        <td data-h="1"><button type="button" data-p="1" data-i="1" title="处罚 1">1</button></td></tr>
        <tr><th scope="row"><button type="button" data-p="2">（未指明主体）</button></th>\
        <td><span data-p="2" title="义务 1">1</span></td>\
        <td class="ofKind"><span data-p="2" data-k="0">1</span></td>\
        <td class="ofKind"><span data-p="2" data-k="1"></span></td>\
        <td class="ofKind"><span data-p="2" data-k="2"></span></td>\
        <td class="ofKind"><span data-p="2" data-k="3"></span></td>\
        <td class="ofKind"><span data-p="2" data-k="4"></span></td>\
        <td></td>\
        <td data-h="1"><button type="button" data-p="2" data-i="1" title="义务 1">1</button></td></tr>
        <tr class="sum"><th scope="row">合计</th>\
        <td><span title="义务 2 禁止 2 处罚 1">5</span></td>\
        <td class="ofKind"><span data-k="0">2</span></td>\
        <td class="ofKind"><span data-k="1">2</span></td>\
        <td class="ofKind"><span data-k="2"></span></td>\
        <td class="ofKind"><span data-k="3"></span></td>\
        <td class="ofKind"><span data-k="4">1</span></td>\
        <td><span data-i="0" title="义务 1 禁止 2">3</span></td>\
        <td><span data-i="1" title="义务 1 处罚 1">2</span></td></tr>
        </tbody>
        </table>
        """)
  }

  @Test func entries() {
    #expect(
      Self.part(Self.page, from: "<tbody>\n<tr data-p=", to: "</table>") == """
        <tbody>
        <tr data-p="0" data-i="0" data-k="duty" data-f="5000"><td><b>灯塔值守人</b><small>值守人</small></td>\
        <td><span class="kind">义务</span></td>\
        <td><p>应当在三日内报告主管部门</p><p class="more"><i>条件</i>灯光中断的</p>\
        <p class="more"><i>例外</i>但遇台风的除外</p><p class="more"><i>期限</i>三日内</p></td>\
        <td><p>责令改正，处一千元以上五千元以下罚款（第九条）</p><p class="more"><i>机关</i>航道管理机构</p></td>\
        <td data-e="art_3__para_1" title="art_3__para_1 a1">《灯塔管理办法》<b>第三条第一款</b>\
        <small>2024-05-01，现行有效</small></td></tr>
        <tr data-p="0" data-i="0" data-k="prohibition"><td><b>灯塔值守人</b></td>\
        <td><span class="kind">禁止</span></td><td><p>不得遮挡灯光</p></td><td></td>\
        <td data-e="art_4" title="art_4 a2">《灯塔管理办法》<b>第四条</b><small>2024-05-01，现行有效</small></td></tr>
        <tr data-p="1" data-i="0" data-k="prohibition"><td><b>灯塔|所有人</b></td>\
        <td><span class="kind">禁止</span></td><td><p>不得遮挡灯光</p></td><td></td>\
        <td data-e="art_4" title="art_4 a2">《灯塔管理办法》<b>第四条</b><small>2024-05-01，现行有效</small></td></tr>
        <tr data-p="1" data-i="1" data-k="sanction" data-f="5000"><td><b>灯塔|所有人</b><small>其</small></td>\
        <td><span class="kind">处罚</span></td><td><p>处五千元罚款</p></td>\
        <td><p class="more"><i>机关</i>航道管理机构</p></td>\
        <td data-e="point_2" title="point_2 b1">《关于修改〈灯塔管理办法〉的&lt;决定&gt; &amp; &quot;附件&quot;》\
        <b>point_2</b></td></tr>
        <tr data-p="2" data-i="1" data-k="duty"><td><b>（未指明主体）</b></td>\
        <td><span class="kind">义务</span></td>\
        <td><p class="more"><i>事项</i>报告</p><p>应当写明=A1*B2\n和&quot;时间&quot;</p></td><td></td>\
        <td data-e="point_3" title="point_3 b2">《关于修改〈灯塔管理办法〉的&lt;决定&gt; &amp; &quot;附件&quot;》\
        <b>三、</b></td></tr>
        </tbody>
        </table>
        """)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onclick=\"x()", "&quot; onclick=&quot;x()"),
    ("' x='", "&#39; x=&#39;"),
    ("甲 & 乙 &lt;", "甲 &amp; 乙 &amp;lt;"),
    ("</title></style><!--", "&lt;/title&gt;&lt;/style&gt;&lt;!--"),
    ("{{script}}", "{{script}}"),
    ("甲\u{0}乙\u{1B}丙", "甲 乙 丙"),
  ])
  func wordsStayWords(_ words: String, _ escaped: String) {
    var matrix = ResponsibilityMatrix(title: words, note: words)
    let party = matrix.party(words)
    let instrument = matrix.instrument(.init(title: words, version: words, status: words))
    matrix.append(
      .init(
        party: party, phrase: words + "1", instrument: instrument, kind: .duty, label: words,
        eId: words, trigger: words, topic: words, action: words, condition: words, exception: words,
        deadlines: [words],
        consequences: [.init(measures: words + "1", authority: words, place: words)], id: words))
    let page = matrix.html
    // The title twice, the note, and the rest in the field, the grid and the row.
    #expect(page.ranges(of: escaped).count >= 24)
    if words != escaped { #expect(!page.contains(words)) }
    #expect(page.ranges(of: "<script").count == 1 && page.ranges(of: "</script").count == 1)
  }

  /// What has no place in the grid is counted in the row and the column after the last.
  @Test func largeGridKeepsItsSums() {
    var matrix = ResponsibilityMatrix()
    for number in 0..<100 {
      // Every party once, the last 50 three times more in another instrument.
      for round in 0..<(number < 50 ? 1 : 4) {
        matrix.append(
          .init(
            party: matrix.party("甲\(number)"), phrase: "",
            instrument: matrix.instrument(.init(title: "办法\(round == 0 ? number : number % 10)")),
            kind: .permission, label: "", eId: "art_1", trigger: "可以", action: "报告", id: ""))
      }
    }
    let grid = Self.part(matrix.html, from: "<table id=\"grid\"", to: "</table>")
    #expect(grid.contains(">其余 40 个主体<") && grid.contains(">其余 60 份<"))
    #expect(grid.contains("<button type=\"button\" data-p=\"0\">甲50</button>"))
    #expect(grid.contains("<button type=\"button\" data-p=\"50\">甲0</button>"))
    #expect(!grid.contains(">甲10<"))
    #expect(grid.contains("<span data-p=\"60\" title=\"权利 40\">40</span>"))
    #expect(grid.contains("<span title=\"权利 250\">250</span>"))
    #expect(grid.contains("<span data-i=\"40\" title=\"权利 60\">60</span>"))
    #expect(grid.contains("<span data-p=\"60\" data-i=\"40\" "))
  }

  /// Blocks of 200 rows, each opened and closed.
  @Test(arguments: [(0, 1), (1, 2), (200, 2), (201, 3), (401, 4)])
  func blocks(_ entries: Int, _ bodies: Int) {
    var matrix = ResponsibilityMatrix()
    let instrument = matrix.instrument(.init(title: "办法"))
    for number in 0..<entries {
      matrix.append(
        .init(
          party: nil, phrase: "", instrument: instrument, kind: .duty, label: "", eId: "art_1",
          trigger: "应当", action: "报告", id: "\(number)"))
    }
    let page = matrix.html
    #expect(page.ranges(of: "<tbody>").count == bodies)
    #expect(page.ranges(of: "</tbody>").count == bodies)
    #expect(page.ranges(of: "<tr data-p").count == entries)
  }

  @Test func asksNothingOfANetwork() {
    #expect(Self.page.contains("default-src 'none'"))
    for word in ["http:", "https:", "src=", "href=", "url(", "@import", "innerHTML", "{{"] {
      #expect(!Self.page.contains(word), "\(word)")
    }
    #expect(Self.page == MatrixFixture.small.html)
  }
}
