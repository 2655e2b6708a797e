// The sanctions that other instruments of a library set on the breach of an instrument's provisions.

import Citations
import GRDB
import HanText
import Interchange
import Legislation
import Norms

/// Finds the sanctions of other instruments for the norms of a version.
///
/// Citations are kept by the titles they name; which instrument is meant is decided here, so that the order in which
/// texts were indexed does not matter. Only sanctions in force on the day count. A text older than the version it is
/// asked about knew other numbers, perhaps: its citation counts only where the provision still reads as it did
/// then, or, where the library does not have what it knew, where the words of the breach are in the provision.
final class ForeignSanctions {
  private let library: Library
  private let reader: CitationReader
  private let folding = FoldingTable()
  private var readers: [Int64: StoredNorms] = [:]
  /// The rows of the titles that mean an instrument, by the instrument.
  private var titles: [Int64: [Int64]]?

  /// Sanctions hold for `day`, `YYYY-MM-DD`.
  init(_ library: Library, asOf day: String) throws {
    self.library = library
    reader = try CitationReader(library, asOf: day)
  }

  /// The sanctions of other instruments, by the rows of the norms of `version` whose breach they follow.
  func sanctions(ofVersion version: VersionSummary) throws -> [Int64: [NormSanction]] {
    let breaches = try breaches(of: version)
    guard !breaches.isEmpty else { return [:] }
    let norms = try library.read { try $0.breakableNorms(ofVersion: version.id) }
    let outline = try reader.outline(version.id)
    var found: [Int64: [NormSanction]] = [:]
    for breach in breaches {
      guard let ordinals = outline.ordinals(of: breach.span) else { continue }
      let struck = norms.filter { ordinals.contains($0.ordinal) }
      guard !struck.isEmpty else { continue }
      var texts = readers[breach.citing.id]
      if texts == nil { texts = try StoredNorms(library, version: breach.citing.id) }
      defer { readers[breach.citing.id] = texts }
      guard let sanction = try texts?.sanction(breach.sanction, by: breach.citation),
        try holds(breach, sanction, for: version)
      else { continue }
      for norm in struck where found[norm.id]?.contains(where: { $0.id == sanction.id }) != true {
        found[norm.id, default: []].append(sanction)
      }
    }
    return found
  }

  fileprivate struct Breach {
    /// The row of the sanction's norm, and the text it stands in.
    var sanction: Int64
    var citing: VersionSummary
    /// Where the citation stands in that text.
    var citation: ByteRange
    var span: CitedSpan
  }

  /// What texts that bind somebody on the day say of breaches of an instrument, by rank and title.
  private func breaches(of version: VersionSummary) throws -> [Breach] {
    var found: [Breach] = []
    let titles = try titles(of: version.instrument)
    try library.read { db in
      for title in titles {
        let rows = try Row.fetchCursor(
          db.cachedStatement(
            sql: """
              SELECT norm, start, stop, eid, last FROM citation_target
              JOIN norm_citation ON norm_citation.citation = citation_target.citation
              JOIN citation ON citation.id = citation_target.citation
              WHERE cited = ? AND own = 0 AND role = ?
              """), arguments: [title, SanctionCitation.Role.breach.rawValue])
        while let row = try rows.next() {
          let norm: Int64 = try row.value(0)
          let id = Schema.version(ofProvision: norm)
          guard reader.isCurrent(id), let citing = reader.catalogue.version(id),
            citing.instrument != version.instrument,
            citing.binds(reader.catalogue.validity(of: id, asOf: reader.day))
          else { continue }
          found.append(
            Breach(
              sanction: norm, citing: citing, citation: try row.range(1),
              span: CitedSpan(eId: try row.value(3), last: row[4])))
        }
      }
    }
    return found.sorted { $0.place < $1.place }
  }

  private func titles(of instrument: Int64) throws -> [Int64] {
    if let titles { return titles[instrument] ?? [] }
    var found: [Int64: [Int64]] = [:]
    try library.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, key FROM cited WHERE id IN (
            SELECT cited FROM norm_citation
            JOIN citation_target ON citation_target.citation = norm_citation.citation
            WHERE role = ? AND own = 0)
          """, arguments: [SanctionCitation.Role.breach.rawValue])
      while let row = try rows.next() {
        guard let instrument = reader.links.instrument(named: try row.value(1)) else { continue }
        found[instrument.id, default: []].append(try row.value(0))
      }
    }
    titles = found
    return found[instrument] ?? []
  }

  /// So much of the provision a text knew is in the one of today where it is the same.
  private static let sameShare = 0.8
  /// So much of the words of a breach is in the provision that is broken, where nothing else tells.
  private static let toldShare = 0.5

  /// Whether the number in a citation means the provision that this version has under it.
  private func holds(
    _ breach: Breach, _ sanction: NormSanction, for version: VersionSummary
  ) throws -> Bool {
    guard let day = breach.citing.date, let date = version.date, day < date,
      let instrument = reader.catalogue.instrument(ofVersion: version.id)
    else { return true }
    guard let provision = try text(of: breach.span, in: version) else { return false }
    if let known = instrument.versions.last(where: { ($0.date ?? "9") <= day }) {
      guard let old = try text(of: breach.span, in: known) else { return false }
      return SharedWords.share(of: old, in: provision) >= Self.sameShare
    }
    // 违反《…法》第十四条规定，制造…的: what stands behind the citation tells of the breach.
    guard let condition = sanction.condition?.text else { return false }
    let told = condition.ranges(of: sanction.citation).last.map { condition[$0.upperBound...] }
    guard let comma = (told ?? condition[...]).firstIndex(of: "，") ?? told?.endIndex else {
      return false
    }
    var breach = condition[comma...]
    if breach.hasSuffix("的") { breach.removeLast() }
    let words = ComparedText(breach, folding).trimmed()
    return words.count >= 4 && SharedWords.share(of: words, in: provision) >= Self.toldShare
  }

  private func text(of span: CitedSpan, in version: VersionSummary) throws -> ComparedText? {
    let shelf = ProvisionShelf(try library.text(ofVersion: version.id))
    guard case .found(let texts) = shelf.look(up: span.target(in: .itself)) else { return nil }
    return ComparedText(texts.joined(separator: "\n"), folding)
  }
}

extension ForeignSanctions.Breach {
  fileprivate var place: (Int, String, Int64, Int) {
    let rank = InstrumentRank.allCases.firstIndex { $0.rawValue == citing.rank } ?? 0
    return (rank, citing.title, sanction, citation.lowerBound)
  }
}

extension Database {
  /// The duties and prohibitions of a version, with the provisions they stand in.
  fileprivate func breakableNorms(
    ofVersion version: Int64
  ) throws -> [(id: Int64, ordinal: Int)] {
    let ids = Schema.ids(ofVersion: version)
    let rows = try Row.fetchAll(
      self, sql: "SELECT id, ordinal, kind FROM norm WHERE id >= ? AND id < ? ORDER BY id",
      arguments: [ids.lowerBound, ids.upperBound])
    return try rows.compactMap { row in
      guard NormKind(rawValue: try row.value(2))?.isBreakable == true else { return nil }
      return (try row.value(0), try row.value(1))
    }
  }
}
