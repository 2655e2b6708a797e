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

  /// The mentions in records, articles that were cut out by someone else; `provisions` are their rows
  /// and `text` the version's text.
  func rows(of provisions: [ProvisionRow], in text: [UInt8]) -> [CitationRow] {
    // Articles of one instrument share the names that one of them sets; a passage of unknown place must
    // not seem to follow another.
    if provisions.allSatisfy({ $0.eId.hasPrefix(Level.article.prefix) }) {
      return rows(ofArticles: provisions[...], in: text)
    }
    return provisions.indices.flatMap { rows(ofArticles: provisions[$0...$0], in: text) }
  }

  private func rows(ofArticles provisions: ArraySlice<ProvisionRow>, in text: [UInt8])
    -> [CitationRow]
  {
    // With its label before it a text is an article, and 前款 and 前条 find their way.
    var joined: [UInt8] = []
    var starts: [Int] = []
    for provision in provisions {
      if !provision.label.isEmpty { joined.append(contentsOf: (provision.label + "\u{3000}").utf8) }
      starts.append(joined.count)
      joined.append(contentsOf: text[provision.range])
      joined.append(UInt8(ascii: "\n"))
    }
    var place = 0
    return rows(of: ParsedDocument(parsing: SourceText(stored: joined))).compactMap { row in
      while place + 1 < starts.count, starts[place + 1] <= row.range.lowerBound { place += 1 }
      let provision = provisions[provisions.startIndex + place]
      let shift = provision.range.lowerBound - starts[place]
      let range = row.range.lowerBound + shift..<row.range.upperBound + shift
      guard provision.range.contains(range) else { return nil }
      var row = row
      row.range = range
      row.ordinal = provision.ordinal
      if row.label.isEmpty { row.label = provision.label }
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
