// What an instrument holds at a glance: its headings, and the articles under each.

import HanText
import Legislation

extension ParsedDocument {
  /// The headings as indented lines, each with the articles right under it: 第一章 总则　第一条至第六条.
  /// A text without headings lists its provisions, each with its first words.
  var contents: ProvisionText {
    var lines: [String] = []
    let hasHeadings = tree.nodes.contains { $0.level.isContainer }
    for (index, node) in tree.nodes.enumerated() {
      let above = tree.ancestors(of: index)
      let name = [label(of: index), heading(of: index)].filter { !$0.isEmpty }.joined(
        separator: " ")
      if node.level.isContainer || node.level == .attachment {
        let span = articles(under: index).map { "　" + $0 } ?? ""
        lines.append(String(repeating: "  ", count: above.count) + name + span)
      } else if !hasHeadings, above.isEmpty {
        let words = text(of: index).prefix { $0 != "\n" }
        let start = words.count > 30 ? words.prefix(30) + "…" : words
        lines.append(
          [label(of: index), String(start)].filter { !$0.isEmpty }.joined(separator: "　"))
      }
    }
    var offsets = ScalarOffsets(source)
    return ProvisionText(
      eId: "", label: "", headings: [], text: lines.joined(separator: "\n"), paragraphs: [],
      range: offsets.scalars(0..<source.bytes.count))
  }

  /// 第七条至第十二条, for the articles that stand right under a heading.
  private func articles(under index: Int) -> String? {
    let labels = tree.children(of: index).filter { tree.nodes[$0].level == .article }
      .map { label(of: $0) }
    guard let first = labels.first, let last = labels.last else { return nil }
    return labels.count == 1 ? first : "\(first)至\(last)"
  }
}
