// A question to a library, and what comes back.

import Legislation

/// What to search for, and where.
public struct SearchRequest: Sendable {
  /// In the query language: words, `"…"`, `-word`, `AND OR NOT ( )`, `NEAR/款`, `title:`.
  public var query: String
  public var limit = 10
  public var offset = 0
  /// A title or part of one.
  public var law: String?
  /// An issuing body or part of its name.
  public var issuer: String?
  /// Versions of this day or later, `YYYY-MM-DD`.
  public var since: String?
  /// Versions of this day or earlier.
  public var until: String?
  public var rank: InstrumentRank?
  /// The day that "in force" means, `YYYY-MM-DD`.
  public var asOf: String
  public var allVersions = false
  /// Whether traditional and simplified characters match inside quotes too.
  public var foldsScript = false
  public var countsInstruments = false

  public init(query: String, asOf: String) {
    self.query = query
    self.asOf = asOf
  }
}

/// One provision found.
public struct SearchHit: Sendable {
  /// The instrument's title as the version found has it.
  public var instrument: String
  /// The version's date, `YYYY-MM-DD`.
  public var version: String?
  public var validity: Validity
  public var provision: ProvisionText
  /// The article with the 款 that holds the first match: 第十九条第二款.
  public var label: String
  /// What matched, as Unicode scalar ranges in the provision's text.
  public var highlights: [Range<Int>]
  public var score: Double
  /// 《…》第十九条第一款（2022年11月25日公布）
  public var citation: String
  /// The record's own id, where it came from `.jsonl`.
  public var recordID: String?
  /// The files it was read from.
  public var sources: [String]
  /// The acts after the version found, and on the day or before, of which the library has no text.
  public var missing: [LegislativeAct]

  /// What TREC runs call it: the record's id, else instrument, version and address without a space.
  public var name: String {
    recordID ?? documentName(instrument: instrument, version: version, eId: provision.eId)
  }
}

/// The hits of a search.
public struct SearchAnswer: Sendable {
  public var query: String
  public var offset: Int
  /// How many provisions match, those beyond the limit included.
  public var total: Int
  public var hits: [SearchHit]
  /// Hits of each instrument, most first, where they were asked for.
  public var counts: [(instrument: String, hits: Int)]?
}

/// A hit without its text, as a ranking lists it.
public struct RankedHit: Sendable {
  public var name: String
  public var score: Double
}

func documentName(instrument: String, version: String?, eId: String) -> String {
  let name = instrument + (version.map { "@" + $0 } ?? "") + "/" + eId
  return String(name.unicodeScalars.map { $0.properties.isWhitespace ? "_" : Character($0) })
}
