// What is compared with what: the articles of a text, or what it has in their place.

import HanText
import Legislation

/// One article, point or paragraph, its text evened out.
struct ComparedUnit {
  let key: ArticleKey
  /// Index in the document's tree.
  let node: Int
  /// Its text without layout, lines joined by `\n`, UTF-8.
  let text: [UInt8]
  let evened: EvenedText

  init(_ document: ParsedDocument, node: Int) {
    key = ArticleKey(eId: document.tree.eId(of: node))
    self.node = node
    text = document.utf8Text(in: document.tree.nodes[node].text)
    evened = EvenedText(text, .comparing)
  }

  /// The scalars of its words, punctuation left out.
  var words: [UInt32] { evened.scalars.filter(isWord) }
}

extension FoldingTable {
  /// The table that comparisons fold by.
  static let comparing = FoldingTable()
}

/// A version with what is compared of it.
struct ComparedDocument {
  let document: ParsedDocument
  let units: [ComparedUnit]
  /// The place of each key in `units`.
  let places: [ArticleKey: Int]

  init(_ document: ParsedDocument) {
    self.document = document
    units = document.tree.comparedNodes.map { ComparedUnit(document, node: $0) }
    places = Dictionary(
      units.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension ProvisionTree {
  /// The articles; where all of them, if any, stand in attachments, also the points of the text itself, else
  /// its paragraphs, questions and answers outside preamble and signatures.
  fileprivate var comparedNodes: [Int] {
    let articles = topmost { $0.level == .article }
    guard articles.allSatisfy({ isInside(.attachment, $0) }) else { return articles }
    let points = topmost { $0.level == .point }.filter { !isInside(.attachment, $0) }
    let body =
      !points.isEmpty
      ? points
      : topmost {
        !$0.level.isContainer && !$0.text.isEmpty && $0.level != .preamble
          && $0.level != .signature && $0.level != .attachment
      }.filter { !isInside(.attachment, $0) && !isInside(.preamble, $0) }
    return (body + articles).sorted()
  }

  private func isInside(_ level: Level, _ node: Int) -> Bool {
    ancestors(of: node).contains { nodes[$0].level == level }
  }

  /// The provisions that `belongs` takes, in order, without those inside one another.
  func topmost(where belongs: (Provision) -> Bool) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < nodes.count {
      if belongs(nodes[index]) {
        found.append(index)
        index = nodes[index].subtreeEnd
      } else {
        index += 1
      }
    }
    return found
  }
}
