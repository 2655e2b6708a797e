// Records read together: articles of one instrument share the names and terms that one of them sets.

import HanText
import Legislation

/// Records joined to a text that parses, with the way back to the version's own.
struct JoinedRecords {
  let document: ParsedDocument
  private let provisions: ArraySlice<ProvisionRow>
  /// Where each record's text begins in the joined one.
  private let starts: [Int]

  /// The records that are read together; `provisions` are their rows and `text` the version's text.
  ///
  /// A passage of unknown place must not seem to follow another, and is read alone.
  static func all(_ provisions: [ProvisionRow], in text: [UInt8]) -> [JoinedRecords] {
    if provisions.allSatisfy({ $0.eId.hasPrefix(Level.article.prefix) }) {
      return [JoinedRecords(provisions[...], in: text)]
    }
    return provisions.indices.map { JoinedRecords(provisions[$0...$0], in: text) }
  }

  private init(_ provisions: ArraySlice<ProvisionRow>, in text: [UInt8]) {
    // With its label before it a text is an article, and 前款 and 前条 find their way.
    var joined: [UInt8] = []
    var starts: [Int] = []
    for provision in provisions {
      if !provision.label.isEmpty { joined.append(contentsOf: (provision.label + "\u{3000}").utf8) }
      starts.append(joined.count)
      joined.append(contentsOf: text[provision.range])
      joined.append(UInt8(ascii: "\n"))
    }
    document = ParsedDocument(parsing: SourceText(stored: joined))
    self.provisions = provisions
    self.starts = starts
  }

  /// The record that holds a range of the joined text, and the range in the version's text; nil for a
  /// range that is in no record or in more than one.
  func place(of range: ByteRange) -> (provision: ProvisionRow, range: ByteRange)? {
    let next = starts.partitioningIndex { $0 > range.lowerBound }
    guard next > 0 else { return nil }
    let provision = provisions[provisions.startIndex + next - 1]
    let shift = provision.range.lowerBound - starts[next - 1]
    let place = range.lowerBound + shift..<range.upperBound + shift
    guard provision.range.contains(place) else { return nil }
    return (provision, place)
  }

  /// A mention of the joined text as one of the version's.
  func placed(_ row: CitationRow) -> CitationRow? {
    guard let place = place(of: row.range) else { return nil }
    var row = row
    row.range = place.range
    row.ordinal = place.provision.ordinal
    if row.label.isEmpty { row.label = place.provision.label }
    return row
  }
}
