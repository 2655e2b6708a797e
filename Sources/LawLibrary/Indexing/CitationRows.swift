// The mentions of a text as the rows they become.

import Citations
import HanText
import Legislation

/// A row of the citation table, with its targets.
struct CitationRow: Sendable {
  /// The citing provision's.
  var ordinal: Int
  /// How the citing place is cited, 第十九条第二款, or the heading above it.
  var label: String
  /// UTF-8 bytes of the version's text.
  var range: ByteRange
  var kind: CitationKind
  var isOpen: Bool
  var targets: [CitationTarget]
}

extension CitationFinder {
  /// The mentions in a document.
  func rows(of document: ParsedDocument) -> [CitationRow] {
    var label: (node: Int, text: String)?
    return citations(in: document).map { citation in
      // Mentions of a provision stand together.
      if label?.node != citation.node {
        label = (citation.node, document.placeLabel(of: citation.node))
      }
      return CitationRow(citation, label: label?.text ?? "")
    }
  }
}

extension CitationRow {
  init(_ citation: Citation, label: String) {
    self.init(
      ordinal: citation.node, label: label, range: citation.range, kind: citation.kind,
      isOpen: citation.isOpen, targets: citation.targets)
  }
}
