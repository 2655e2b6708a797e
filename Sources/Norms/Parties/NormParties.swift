// The parties that the bearers of a document's norms mean, read in the order of the text.

import HanText
import Legislation

/// The parties of norms met in the order of the text.
package struct NormParties: Sendable {
  private let document: ParsedDocument
  private var names: PartyNames
  /// The last bearer that is no 其…, and the article it stands in.
  private var owner: (article: Int, phrase: String)?

  package init(_ names: PartyNames, in document: ParsedDocument) {
    self.names = names
    self.document = document
  }

  /// The parties of each bearer. 其 without an owner among them is that of the norm before in the same article.
  package mutating func parties(of norm: Norm) -> [[String]] {
    guard !norm.bearers.isEmpty else { return [] }
    let phrases = norm.bearers.map { document.text(in: $0) }
    let article =
      ([norm.node] + document.tree.ancestors(of: norm.node))
      .last { !document.tree.nodes[$0].level.isContainer } ?? norm.node
    let parties = names.parties(
      of: phrases, after: owner.flatMap { $0.article == article ? $0.phrase : nil })
    if let phrase = phrases.last(where: { !$0.hasPrefix("其") }) { owner = (article, phrase) }
    return parties
  }
}
