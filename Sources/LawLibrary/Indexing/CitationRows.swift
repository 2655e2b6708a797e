// The mentions of a text as the rows they become.

import Citations
import HanText
import Legislation

/// A row of the citation table, with its targets.
struct CitationRow: Sendable {
  /// The citing provision's.
  var ordinal: Int
  /// How the citing place is cited: 第十九条第二款.
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
        label = (citation.node, document.citationLabel(of: citation.node))
      }
      return CitationRow(citation, label: label?.text ?? "")
    }
  }

  /// The mentions in a record, an article that was cut out by someone else.
  ///
  /// `ordinal` and `start`, the UTF-8 byte where its text begins, are its place in the version's text.
  func rows(label: String, text: [UInt8], ordinal: Int, start: Int) -> [CitationRow] {
    // With its label before it the text is an article, and 前款 and 前条 find their way.
    let head = label.isEmpty ? [] : Array((label + "\u{3000}").utf8)
    let document = ParsedDocument(parsing: SourceText(stored: head + text))
    return rows(of: document).compactMap { row in
      guard row.range.lowerBound >= head.count else { return nil }
      let shift = start - head.count
      var row = row
      row.range = row.range.lowerBound + shift..<row.range.upperBound + shift
      row.ordinal = ordinal
      if row.label.isEmpty { row.label = label }
      return row
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
