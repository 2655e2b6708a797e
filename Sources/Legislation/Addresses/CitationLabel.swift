// What a provision of a parsed text is called when it is cited.

import HanText

/// Place labels of a document's provisions, each put together once.
package struct PlaceLabels {
  private let document: ParsedDocument
  private var labels: [Int: String] = [:]

  package init(_ document: ParsedDocument) { self.document = document }

  /// `placeLabel(of:)`.
  package mutating func label(of node: Int) -> String {
    if let label = labels[node] { return label }
    let label = document.placeLabel(of: node)
    labels[node] = label
    return label
  }
}

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
        isOnly(.paragraph, under: above)
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

  /// Whether a provision has no two of a level right under it.
  private func isOnly(_ level: Level, under above: Int) -> Bool {
    var all = tree.children(of: above).lazy.filter { tree.nodes[$0].level == level }.makeIterator()
    return all.next() == nil || all.next() == nil
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
