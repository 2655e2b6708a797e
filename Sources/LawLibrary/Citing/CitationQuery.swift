// Who cites a provision, and what it cites.

import Citations
import GRDB
import HanText
import Interchange
import Legislation

/// What is asked of a library's citations.
public struct CitationRequest: Sendable {
  /// An address as people write it: 网络安全法第二十一条, 《某条例》第二章, 某规定第三条至第五条, a title alone.
  public var address: String
  /// The day whose versions answer, `YYYY-MM-DD`.
  public var asOf: String
  /// Whether every version answers, not those of the day alone.
  public var allVersions = false

  public init(address: String, asOf: String) {
    self.address = address
    self.asOf = asOf
  }
}

extension Library {
  /// Who cites an instrument, a provision, what stands in it, or a run or chapter that holds it.
  ///
  /// Numbers are compared as they are written; a target that has another number by now says so. Throws
  /// `LibraryError.notFound` where the instrument is neither in the library nor cited in it.
  public func citations(to request: CitationRequest) throws -> CitationAnswer {
    let reader = try CitationReader(self, asOf: request.asOf)
    let span = AddressSpan(request.address)
    let asked = try reader.asked(span, request.address)
    let outline = try asked.instrument.flatMap { instrument in
      try reader.version(of: instrument, at: span).map { try reader.outline($0.id) }
    }
    let wanted = CitedSpan(span)
    var found: [Int64: Set<Int64>] = [:]
    try read { db in
      for cited in asked.cited {
        let rows = try Row.fetchCursor(
          db.cachedStatement(
            sql: "SELECT citation, eid, last FROM citation_target WHERE cited = ?"),
          arguments: [cited])
        while let row = try rows.next() {
          let id: Int64 = try row.value(0)
          let version = Schema.version(ofCitation: id)
          guard request.allVersions || reader.isCurrent(version) else { continue }
          let target = CitedSpan(eId: try row.value(1), last: row[2])
          guard target.relation(to: wanted, in: outline) != nil else { continue }
          found[version, default: []].insert(id)
        }
      }
    }
    let versions = try found.map { version, ids in
      try reader.read(ids.sorted(), of: version, asked: asked.instrument) { target, cited in
        asked.cited.contains(cited) ? target.relation(to: wanted, in: outline) : nil
      }
    }
    return try reader.answer(asked, span, versions)
  }

  /// What an instrument, a provision with all that stands in it, or a run of them cites.
  ///
  /// Throws `LibraryError.notFound` where the library has no such provision.
  public func citations(from request: CitationRequest) throws -> CitationAnswer {
    let reader = try CitationReader(self, asOf: request.asOf)
    let span = AddressSpan(request.address)
    let asked = try reader.asked(span, request.address)
    guard let instrument = asked.instrument else {
      throw LibraryError.notFound("\(asked.title): no such instrument in the library")
    }
    let citing =
      try request.allVersions
      ? instrument.versions : reader.version(of: instrument, at: span).map { [$0] } ?? []
    var hasProvision = false
    var versions: [CitingVersion] = []
    for version in citing {
      let outline = try reader.outline(version.id)
      let wanted = CitedSpan(span)
      guard let ordinals = wanted.isWhole ? outline.all : outline.ordinals(of: wanted) else {
        continue
      }
      hasProvision = true
      let ids = Schema.ids(ofVersion: version.id)
      let found = try read { db in
        try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM citation WHERE id >= ? AND id < ? AND ordinal >= ? AND ordinal < ?
            """,
          arguments: [ids.lowerBound, ids.upperBound, ordinals.lowerBound, ordinals.upperBound])
      }
      guard !found.isEmpty else { continue }
      versions.append(try reader.read(found, of: version.id, asked: nil) { _, _ in nil })
    }
    guard hasProvision else {
      throw LibraryError.notFound("\(instrument.title) has no \(span.chinese)")
    }
    return try reader.answer(asked, span, versions)
  }
}

/// The instrument that was asked about.
struct AskedInstrument {
  var title: String
  /// Nil where the library only has texts that cite it.
  var instrument: InstrumentSummary?
  /// The rows of its titles among those cited.
  var cited: [Int64]
}
