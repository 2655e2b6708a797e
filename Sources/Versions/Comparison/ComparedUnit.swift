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
      units.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ProvisionTree {
  /// The articles; without any the points, else the paragraphs, questions and answers outside preamble,
  /// signatures and attachments.
  fileprivate var comparedNodes: [Int] {
    for level in [Level.article, .point] {
      let found = topmost { $0.level == level }
      if !found.isEmpty { return found }
    }
    return topmost {
      !$0.level.isContainer && !$0.text.isEmpty && $0.level != .preamble && $0.level != .signature
        && $0.level != .attachment
    }.filter { node in
      !ancestors(of: node).contains { nodes[$0].level == .preamble || nodes[$0].level == .attachment }
    }
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
