// The rules that the texts of a library leave to others, and which of them it may hold.

import Citations
import GRDB
import HanText
import Interchange
import Legislation

/// A delegation of a library's text, with the instruments that may be what it asks for.
public struct OwedRule: Sendable {
  /// The title of the instrument that leaves the rule to others.
  public var instrument: String
  /// The version's date, `YYYY-MM-DD`.
  public var version: String?
  /// The clause that does so.
  public var delegation: DelegationEntry
  /// Instruments in the library, but for repealed ones, that say they are made under this one and come from the body
  /// that owes the rule or one of its kind, the likeliest first. Whether one of them is the rule is for a
  /// reader to tell.
  public var candidates: [Candidate]

  /// An instrument that may be the rule.
  public struct Candidate: Sendable {
    public var title: String
    /// The version's date, `YYYY-MM-DD`.
    public var version: String?
    /// What it is on the day asked for.
    public var validity: Validity
  }
}

extension Library {
  /// The delegations of the versions that answer on `day`, instrument by instrument in the order of titles;
  /// of the instruments that `name` may mean alone where it is given.
  ///
  /// Throws `LibraryError.notFound` where no instrument is called so.
  public func owedRules(of name: String? = nil, asOf day: String) throws -> [OwedRule] {
    let instruments = try self.instruments(named: name)
    guard !instruments.isEmpty || name == nil else {
      throw LibraryError.notFound("\(path): no instrument is called \(name ?? "")")
    }
    let catalogue = try catalogue()
    let links = CitedInstruments(catalogue)
    let current = timeline.currentVersions(asOf: day)
    let children = try read { try Children($0, current: current, catalogue, links) }
    return try instruments.flatMap { instrument in
      try instrument.versions.filter { current.contains($0.id) }.flatMap { version in
        try owedRules(of: version, in: instrument, children: children, catalogue, asOf: day)
      }
    }
  }

  private func owedRules(
    of version: VersionSummary, in instrument: InstrumentSummary, children: Children,
    _ catalogue: Catalogue, asOf day: String
  ) throws -> [OwedRule] {
    try storedDelegations(ofVersion: version.id).map { entry in
      let kind = OwnerKind(entry.owners.map(\.text), in: version.title)
      return OwedRule(
        instrument: version.title, version: version.date, delegation: entry,
        candidates: children.versions(of: instrument, like: entry.text) { kind.fits($0) }.map {
          OwedRule.Candidate(
            title: $0.title, version: $0.date, validity: catalogue.validity(of: $0.id, asOf: day))
        }.filter {
          if case .repealed = $0.validity { return false }
          return true
        })
    }
  }

  /// The delegations of a version as the tables have them.
  private func storedDelegations(ofVersion id: Int64) throws -> [DelegationEntry] {
    try read { db in
      let ids = Schema.ids(ofVersion: id)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT eid, delegation.label, delegation.start, delegation.stop, owners, subject_start,
            subject_stop, verb_start, verb_stop, mode
          FROM delegation JOIN provision ON provision.id = ?1 + delegation.ordinal
          WHERE delegation.id >= ?1 AND delegation.id < ?2 ORDER BY delegation.id
          """, arguments: [ids.lowerBound, ids.upperBound])
      guard !rows.isEmpty else { return [] }
      let bytes = try db.firstRow("SELECT text FROM version WHERE id = ?", [id]) { try $0.bytes(0) }
      let source = SourceText(stored: bytes ?? [])
      var offsets = ScalarOffsets(source)
      func words(_ start: Int, _ stop: Int) throws -> TermEntry.Words {
        guard 0 <= start, start <= stop, stop <= source.bytes.count else { throw DamagedRow() }
        return TermEntry.Words(
          text: source.string(start..<stop), range: offsets.scalars(start..<stop))
      }
      return try rows.map { row in
        let clause = try words(row.value(2), row.value(3))
        let owners = try (row.value(4) as String).split(separator: " ").map { pair in
          let ends = pair.split(separator: "-").compactMap { Int($0) }
          guard ends.count == 2 else { throw DamagedRow() }
          return try words(ends[0], ends[1])
        }
        let subject: TermEntry.Words? =
          row.hasNull(atIndex: 5) ? nil : try words(row.value(5), row.value(6))
        guard let mode = DelegationMode(rawValue: try row.value(9)) else { throw DamagedRow() }
        return DelegationEntry(
          provision: try row.value(0), label: try row.value(1), text: clause.text,
          range: clause.range, owners: owners, subject: subject, mode: mode,
          verb: try words(row.value(7), row.value(8)))
      }
    }
  }
}

/// Which instruments of a library say that they are made under which.
private struct Children {
  private var versions: [Int64: [VersionSummary]] = [:]

  init(
    _ db: Database, current: Set<Int64>, _ catalogue: Catalogue, _ links: CitedInstruments
  ) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT key, version FROM parent")
    while let row = try rows.next() {
      guard let parent = links.instrument(named: try row.value(0)),
        case let id = try row.value(1) as Int64, current.contains(id),
        let version = catalogue.version(id), version.instrument != parent.id
      else { continue }
      versions[parent.id, default: []].append(version)
    }
  }

  /// Those made under `parent` that pass the test, those that share most with the words of
  /// the delegation first.
  func versions(
    of parent: InstrumentSummary, like words: String, _ test: (VersionSummary) -> Bool
  ) -> [VersionSummary] {
    let pairs = words.scalarPairs.subtracting(parent.title.scalarPairs)
    return (versions[parent.id] ?? []).filter(test)
      .map { (version: $0, shared: $0.title.scalarPairs.intersection(pairs).count) }
      .sorted { ($1.shared, $0.version.title) < ($0.shared, $1.version.title) }.map(\.version)
  }
}
