// Trees as text, so that a failing test reads like the document.

import HanText
import Legislation

/// The provisions of a text, one a line: two spaces a level, eId, heading or the words that no child holds.
func outline(_ text: String) -> String {
  let document = ParsedDocument(parsing: SourceText(text))
  let tree = document.tree
  return tree.nodes.indices.map { index in
    let node = tree.nodes[index]
    let indent = String(repeating: "  ", count: tree.ancestors(of: index).count)
    let end =
      index + 1 < node.subtreeEnd ? tree.nodes[index + 1].range.lowerBound : node.text.upperBound
    let words =
      node.level.isContainer
      ? document.heading(of: index)
      : document.text(in: node.text.lowerBound..<max(node.text.lowerBound, end))
    let line = words.split(separator: "\n").joined(separator: "⏎")
    return indent + tree.eId(of: index) + (line.isEmpty ? "" : " " + line)
  }.joined(separator: "\n")
}

/// The ids of a text's articles, points and attachments' articles.
func articleIds(_ text: String) -> [String] {
  let tree = ParsedDocument(parsing: SourceText(text)).tree
  return tree.nodes.indices.filter { tree.nodes[$0].level == .article }.map { tree.eId(of: $0) }
}

/// The codes of a text's warnings, in order.
func warningCodes(_ text: String) -> [String] {
  ParsedDocument(parsing: SourceText(text)).warnings.map(\.code.rawValue)
}
