// A search result as CONTRACT.md shapes it for scripts.

import Tiaowen

struct SearchOutput: Encodable {
  var query: String
  var total: Int
  var hits: [Hit]
  var counts: [Count]?

  struct Hit: Encodable {
    var instrument: String
    var version: String?
    var provision: String
    var label: String
    var headings: [String]
    var text: String
    var highlights: [[Int]]
    var score: Double
    var status: String
    var statusDate: String?
    var citation: String
    var id: String?
    var sources: [String]
    var range: [Int]
    var missing: [MissingVersion]
  }

  struct Count: Encodable {
    var instrument: String
    var hits: Int
  }

  init(_ result: SearchAnswer) {
    query = result.query
    total = result.total
    hits = result.hits.map { hit in
      Hit(
        instrument: hit.instrument, version: hit.version, provision: hit.provision.eId,
        label: hit.provision.label, headings: hit.provision.headings, text: hit.provision.text,
        highlights: hit.highlights.map { [$0.lowerBound, $0.upperBound] }, score: hit.score,
        status: hit.validity.name, statusDate: hit.validity.date, citation: hit.citation,
        id: hit.recordID, sources: hit.sources,
        range: [hit.provision.range.lowerBound, hit.provision.range.upperBound],
        missing: hit.missing.map(MissingVersion.init))
    }
    counts = result.counts.map { $0.map { Count(instrument: $0.instrument, hits: $0.hits) } }
  }
}
