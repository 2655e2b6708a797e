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
        // 三、 is cited as 三, its items as 三、（二）.
        let label = label(of: at)
        parts.append(at == node && label.last == "、" ? String(label.dropLast()) : label)
      }
    }
    return parts.reversed().joined()
  }
}
