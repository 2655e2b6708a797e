// A parsed document for people: one provision a line, indented, with the first of its words.

import Legislation

extension ParsedDocument {
  /// The tree as indented lines, each cut to `width` columns; a Chinese character fills two.
  ///
  ///     chp_1 第一章 总则
  ///       art_1 第一条 …
  public func treeDump(width: Int = 100) -> String {
    var out = ""
    for (index, node) in tree.nodes.enumerated() {
      let depth = tree.ancestors(of: index).count
      var parts = [tree.eId(of: index)]
      let label = label(of: index)
      if !label.isEmpty { parts.append(label) }
      if !node.heading.isEmpty { parts.append(heading(of: index)) }
      if !node.level.isContainer, !hasOnlyChildren(index) {
        parts.append(firstLine(of: index))
      }
      let line = String(repeating: "  ", count: depth) + parts.joined(separator: " ")
      out += line.clipped(to: width) + "\n"
    }
    return out
  }

  /// Whether the words of a provision are all printed with its children.
  private func hasOnlyChildren(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard index + 1 < node.subtreeEnd else { return false }
    return text(in: node.text.lowerBound..<tree.nodes[index + 1].range.lowerBound).isEmpty
  }

  private func firstLine(of index: Int) -> String {
    let text = text(of: index)
    return String(text.prefix { $0 != "\n" }.prefix(120))
  }
}
