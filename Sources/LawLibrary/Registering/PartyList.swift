// The parties of a library: who bears norms, how many of each kind, and in how many instruments.

import GRDB
import HanText
import Interchange
import Norms

/// Which parties are asked for.
public struct PartyRequest: Sendable {
  /// Only the norms of instruments of this title or part of one.
  public var law: String?
  /// Only norms of these kinds; none for all.
  public var kinds: Set<NormKind> = []
  /// The day whose versions count, `YYYY-MM-DD`.
  public var asOf: String

  public init(asOf: String) { self.asOf = asOf }
}

/// A party with the norms it bears, those of the parties under it included.
public struct ListedParty: Sendable {
  /// The name that near phrases share.
  public var name: String
  /// The name above it; nil for one that stands by itself.
  public var parent: String?
  /// How many norms of each kind.
  public var counts: [NormKind: Int]
  /// How many instruments they stand in.
  public var instruments: Int
  /// The phrases of the texts with how many norms have each, the most frequent first; those of the
  /// parties under it are theirs.
  public var phrases: [(text: String, norms: Int)]

  /// How many norms.
  public var norms: Int { counts.values.reduce(0, +) }
}

extension Library {
  /// The parties that bear norms of the instruments in force on the day, the most often named first.
  ///
  /// Throws `LibraryError.notFound` where no instrument is called so, or no norm answers.
  public func parties(_ request: PartyRequest) throws -> [ListedParty] {
    let named = try request.law.map { Set(try namedInstruments($0).map(\.id)) }
    let catalogue = try catalogue()
    let binding = Set(
      timeline.currentVersions(asOf: request.asOf).filter { id in
        guard let version = catalogue.version(id) else { return false }
        if let named { return named.contains(version.instrument) }
        return version.binds(catalogue.validity(of: id, asOf: request.asOf))
      })
    let counter = try read { db in
      var counter = try PartyCounter(db)
      try counter.count(in: binding, kinds: request.kinds, timeline, db)
      return counter
    }
    let parties = try read { try counter.listed($0) }
    guard !parties.isEmpty else {
      throw LibraryError.notFound("\(path): no party\(request.law.map { " in \($0)" } ?? "")")
    }
    return parties
  }
}

/// Counts norms for each party and for those above it.
private struct PartyCounter {
  private struct Tally {
    var counts: [NormKind: Int] = [:]
    var instruments: Set<Int64> = []
    var phrases: [Int64: Int] = [:]
  }

  private var tallies: [Int64: Tally] = [:]
  private let parents: [Int64: Int64]

  init(_ db: Database) throws {
    var parents: [Int64: Int64] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, parent FROM party WHERE parent IS NOT NULL")
    while let row = try rows.next() { parents[try row.value(0)] = try row.value(1) as Int64 }
    self.parents = parents
  }

  mutating func count(
    in versions: Set<Int64>, kinds: Set<NormKind>, _ timeline: Timeline, _ db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT norm, phrase, party, kind FROM norm_bearer JOIN norm ON norm.id = norm ORDER BY norm
        """)
    var norm: Int64 = -1
    // Who bears the norm at hand, each counted once for it.
    var counted: Set<Int64> = []
    while let row = try rows.next() {
      let id: Int64 = try row.value(0)
      let version = Schema.version(ofProvision: id)
      guard versions.contains(version), let kind = NormKind(rawValue: try row.value(3)),
        kinds.isEmpty || kinds.contains(kind)
      else { continue }
      if id != norm {
        norm = id
        counted.removeAll(keepingCapacity: true)
      }
      let (phrase, party) = (try row.value(1) as Int64, try row.value(2) as Int64)
      tallies[party, default: Tally()].phrases[phrase, default: 0] += 1
      let instrument = timeline.instrument(ofVersion: version) ?? version
      var next: Int64? = party
      // `counted` also ends a circle that only a damaged file holds.
      while let at = next, counted.insert(at).inserted {
        tallies[at, default: Tally()].counts[kind, default: 0] += 1
        tallies[at]?.instruments.insert(instrument)
        next = parents[at]
      }
    }
  }

  func listed(_ db: Database) throws -> [ListedParty] {
    let statement = try db.cachedStatement(sql: "SELECT name FROM party WHERE id = ?")
    var names: [Int64: String] = [:]
    func name(_ id: Int64) throws -> String {
      if let name = names[id] { return name }
      guard let name = try String.fetchOne(statement, arguments: [id]) else { throw DamagedRow() }
      names[id] = name
      return name
    }
    return try tallies.map { id, tally in
      ListedParty(
        name: try name(id), parent: try parents[id].map(name), counts: tally.counts,
        instruments: tally.instruments.count,
        phrases: try tally.phrases.map { (text: try name($0), norms: $1) }
          .sorted { ($1.norms, $0.text) < ($0.norms, $1.text) })
    }.sorted { ($1.norms, $0.name) < ($0.norms, $1.name) }
  }
}
