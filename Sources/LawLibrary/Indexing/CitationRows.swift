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

  /// The mention as it was found.
  var citation: Citation {
    Citation(range: range, kind: kind, targets: targets, isOpen: isOpen, node: ordinal)
  }
}

extension CitationFinder {
  /// The mentions in a document.
  func rows(of document: ParsedDocument) -> [CitationRow] {
    var labels = PlaceLabels(document)
    return citations(in: document).map { citation in
      CitationRow(
        ordinal: citation.node, label: labels.label(of: citation.node), range: citation.range,
        kind: citation.kind, isOpen: citation.isOpen, targets: citation.targets)
    }
  }
}
