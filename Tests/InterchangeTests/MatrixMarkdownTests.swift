// The matrix as a document: what Markdown would take for its own is escaped, and the counts hold.

import Interchange
import Norms
import Testing

@Suite struct MatrixMarkdownTests {
  @Test func smallMatrix() {
    #expect(
      MatrixFixture.small.markdown == #"""
        # 责任矩阵

        截至2026年1月1日

        2 个主体，2 份文件，5 条；一条规定有几个主体的，对每个主体各计一条。

        | 主体 | [1] | [2] | 合计 |
        |---|---|---|---|
        | 灯塔值守人 | 义1 禁1 | | 义1 禁1 |
        | 灯塔\|所有人 | 禁1 | 处1 | 禁1 处1 |
        | （未指明主体） | | 义1 | 义1 |
        | 合计 | 义1 禁2 | 义1 处1 | 义2 禁2 处1 |

        - [1] 《灯塔管理办法》（2024-05-01，现行有效）
        - [2] 《关于修改〈灯塔管理办法〉的\<决定\> \& "附件"》

        义：义务，禁：禁止，权：权利，职：职责，处：处罚。

        ## 灯塔值守人

        义务 1，禁止 1

        | 类型 | 事项 | 内容 | 条件 | 例外 | 期限 | 处罚 | 处罚机关 | 出处 |
        |---|---|---|---|---|---|---|---|---|
        | 义务 | | 应当在三日内报告主管部门 | 灯光中断的 | 但遇台风的除外 | 三日内 | 责令改正，处一千元以上五千元以下罚款（第九条） | 航道管理机构 | 《灯塔管理办法》第三条第一款 |
        | 禁止 | | 不得遮挡灯光 | | | | | | 《灯塔管理办法》第四条 |

        ## 灯塔\|所有人

        禁止 1，处罚 1

        | 类型 | 事项 | 内容 | 条件 | 例外 | 期限 | 处罚 | 处罚机关 | 出处 |
        |---|---|---|---|---|---|---|---|---|
        | 禁止 | | 不得遮挡灯光 | | | | | | 《灯塔管理办法》第四条 |
        | 处罚 | | 处五千元罚款 | | | | | 航道管理机构 | 《关于修改〈灯塔管理办法〉的\<决定\> \& "附件"》point\_2 |

        ## （未指明主体）

        义务 1

        | 类型 | 事项 | 内容 | 条件 | 例外 | 期限 | 处罚 | 处罚机关 | 出处 |
        |---|---|---|---|---|---|---|---|---|
        | 义务 | 报告 | 应当写明=A1\*B2<br>和"时间" | | | | | | 《关于修改〈灯塔管理办法〉的\<决定\> \& "附件"》三、 |

        """#)
  }

  /// More instruments than can stand side by side: a row for each pair that meets.
  @Test func manyInstruments() {
    var matrix = ResponsibilityMatrix()
    for number in 1...13 {
      let party = matrix.party(number < 13 ? "甲" : "乙")
      let instrument = matrix.instrument(.init(title: "第\(number)号办法"))
      for kind in number == 2 ? NormKind.allCases : [.duty] {
        matrix.append(
          .init(
            party: party, phrase: "甲", instrument: instrument, kind: kind, label: "第一条",
            eId: "art_1",
            trigger: "应当", action: "报告", id: "\(number)"))
      }
    }
    let lines = matrix.markdown.split(separator: "\n")
    #expect(lines.contains("| 主体 | 文件 | 义务 | 禁止 | 权利 | 职责 | 处罚 | 合计 |"))
    #expect(lines.contains("| 甲 | 《第1号办法》 | 1 | | | | | 1 |"))
    #expect(lines.contains("| 甲 | 《第2号办法》 | 1 | 1 | 1 | 1 | 1 | 5 |"))
    #expect(lines.contains("| 乙 | 《第13号办法》 | 1 | | | | | 1 |"))
    #expect(!lines.contains { $0.hasPrefix("| 乙 | 《第1号") })
  }

  @Test func nothing() {
    let markdown = ResponsibilityMatrix().markdown
    #expect(markdown.hasPrefix("# 责任矩阵\n\n0 个主体，0 份文件，0 条"))
  }
}
