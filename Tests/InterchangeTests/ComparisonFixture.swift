// Two versions of a text of our own, with all that can become of an article.

import HanText
import Interchange
import Legislation
import Versions

enum ComparisonFixture {
  static let old = document(
    """
    # 灯塔管理办法

    （2019年3月1日通过）

    第一章　总则

    第一条　为了保障航行安全，制定本办法。

    第二条　灯塔由市政府设立。

    第二章　值守

    第三条　值守人应当在十五日内报告灯光中断。
    值守人不得擅离岗位。

    第四条　违反第三条规定的，处一千元以上五千元以下罚款。

    第五条　灯塔所有人应当每年检修灯具、电源；检修记录至少保存三年。

    第六条　本办法由市港务局解释，港务局可以制定细则。
    """)

  static let new = document(
    """
    # 灯塔管理办法

    （2019年3月1日通过　2024年5月1日修订）

    第一章　总则

    第一条　为了保障航行安全，制定本办法。

    第二条　本办法所称灯塔，是指为船舶指示航向的发光建筑物。

    第三条　灯塔由市政府设立。

    第二章　值守和检修

    第四条　值守人应当在十日内报告灯光中断。
    值守人不得擅离岗位。

    第五条　违反第四条规定的，处一千元以上一万元以下罚款。

    第六条　灯塔所有人应当每年检修灯具，电源；检修记录至少保存三年。
    """)

  static func document(_ text: String) -> ParsedDocument {
    ParsedDocument(parsing: SourceText(text))
  }

  static let comparison = VersionComparison(old: old, new: new)
  static let table = ComparisonTable(comparison, old: old, new: new)
}
