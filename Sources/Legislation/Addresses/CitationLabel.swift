// What a provision of a parsed text is called when it is cited.

import HanText

extension ParsedDocument {
  /// How a provision is cited inside its instrument: 第十九条第二款第三项. A level that is alone of its
  /// kind under an article (its only 款) is left out, as drafters do.
  public func citationLabel(of node: Int) -> String {
    var parts: [String] = []
    var current: Int? = node
    while let at = current {
      let provision = tree.nodes[at]
      defer { current = provision.parent }
      if provision.level.isContainer, at != node { continue }
      if provision.level == .paragraph, let above = provision.parent,
        tree.children(of: above).filter({ tree.nodes[$0].level == .paragraph }).count < 2
      {
        continue
      }
      if let unit = provision.level.unit, let number = provision.number {
        parts.append(
          "第\(ChineseNumeral.format(number.main))\(unit)"
            + (number.insert.map { "之\(ChineseNumeral.format($0))" } ?? ""))
      } else if !provision.label.isEmpty {
        parts.append(label(of: at))
      }
    }
    let label = parts.reversed().joined()
    // 三、 is cited as 三, its items as 三、（二）.
    return label.last == "、" ? String(label.dropLast()) : label
  }

  /// Where a provision stands, for people: how it is cited, or the heading above it where it has no name
  /// of its own, as in commentary. Empty where there is neither.
  public func placeLabel(of node: Int) -> String {
    let label = citationLabel(of: node)
    guard label.isEmpty else { return label }
    let above = [node] + tree.ancestors(of: node)
    if let titled = above.first(where: { !tree.nodes[$0].heading.isEmpty }) {
      return heading(of: titled)
    }
    return above.contains { tree.nodes[$0].level == .preamble } ? "序言" : ""
  }
}
