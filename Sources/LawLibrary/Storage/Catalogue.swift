// Every instrument and version of a library, small enough to hold in memory, and what is in force.

import GRDB
import Legislation

/// One version (expression) of an instrument, without its text.
public struct VersionSummary: Sendable {
  let dates: VersionDates
  /// The title as this version has it.
  public var title: String
  public var genre: String
  /// The instrument's rank among sources of law.
  public var rank: String
  public var issuers: [String]
  public var number: String?
  /// What happened on its date: 公布, 修订 …
  public var event: String?
  /// `YYYY-MM-DD`
  public var published: String?
  /// SHA-256 of the file.
  public var hash: String
  public var warningCount: Int

  public var id: Int64 { dates.id }
  public var instrument: Int64 { dates.instrument }
  /// `YYYY-MM-DD`: the version's own date, its last event before it took effect.
  public var date: String? { dates.date }
  /// `YYYY-MM-DD`: the day it takes effect, as its text or history says.
  public var effective: String? { dates.effective }
}

/// One instrument (work) with its versions, oldest first.
public struct InstrumentSummary: Sendable {
  public var id: Int64
  /// What its titles have in common (`titleKey`).
  public var key: String
  public var title: String
  public var versions: [VersionSummary]

  /// The versions that answer for the instrument on a day; see `VersionDates.current`.
  func current(asOf day: String) -> [VersionSummary] {
    let ids = VersionDates.current(among: versions.map(\.dates), asOf: day).map(\.id)
    return versions.filter { ids.contains($0.id) }
  }
}

/// Instruments of a library with their versions, and who repealed them.
struct Catalogue: Sendable {
  /// Sorted by title.
  let instruments: [InstrumentSummary]
  private let byVersion: [Int64: (instrument: Int, version: Int)]
  /// Key of a repealed instrument → who repealed it, and from when.
  private let repeals: [String: [(instrument: Int64, date: String)]]

  /// Reads the given instruments, or all.
  init(_ db: Database, instruments wanted: Set<Int64>? = nil) throws {
    let list = wanted.map { "(" + $0.map(String.init).joined(separator: ",") + ")" }
    var instruments: [InstrumentSummary] = []
    var numbers: [Int64: Int] = [:]
    let titles = try Row.fetchCursor(
      db,
      sql:
        "SELECT id, key, title FROM instrument \(list.map { "WHERE id IN " + $0 } ?? "") ORDER BY title"
    )
    while let row = try titles.next() {
      numbers[try row.value(0)] = instruments.count
      instruments.append(
        try InstrumentSummary(
          id: row.value(0), key: row.value(1), title: row.value(2), versions: []))
    }
    let versions = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, instrument, title, genre, rank, issuers, number, date, event, published, effective,
          hash, warning_count, length(text)
        FROM version \(list.map { "WHERE instrument IN " + $0 } ?? "")
        ORDER BY coalesce(date, ''), id
        """)
    while let row = try versions.next() {
      guard let number = numbers[try row.value(1)] else { continue }
      let issuers: String = try row.value(5)
      instruments[number].versions.append(
        try VersionSummary(
          dates: VersionDates(
            id: row.value(0), instrument: row.value(1), date: row[7], effective: row[10],
            length: row.value(13)),
          title: row.value(2), genre: row.value(3), rank: row.value(4),
          issuers: issuers.isEmpty ? [] : issuers.split(separator: "\n").map(String.init),
          number: row[6], event: row[8], published: row[9], hash: row.value(11),
          warningCount: row.value(12)))
    }
    var byVersion: [Int64: (Int, Int)] = [:]
    for (i, instrument) in instruments.enumerated() {
      for (v, version) in instrument.versions.enumerated() { byVersion[version.id] = (i, v) }
    }
    var repeals: [String: [(Int64, String)]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT key, instrument, coalesce(repeal.date, effective) FROM repeal
        JOIN version ON version.id = repeal.version
        """)
    while let row = try rows.next() {
      guard let date: String = row[2] else { continue }
      repeals[try row.value(0), default: []].append((try row.value(1), date))
    }
    self.instruments = instruments
    self.byVersion = byVersion
    self.repeals = repeals
  }

  func version(_ id: Int64) -> VersionSummary? {
    byVersion[id].map { instruments[$0.instrument].versions[$0.version] }
  }

  func instrument(ofVersion id: Int64) -> InstrumentSummary? {
    byVersion[id].map { instruments[$0.instrument] }
  }

  /// Who repealed the instrument with a key by `day`, and when; the library need not hold it, and `own`
  /// is its id where it does. A version of a later date than the repeal is not meant by it.
  func repeal(
    ofKey key: String, own: Int64?, after date: String?, asOf day: String
  ) -> (by: Int64, date: String)? {
    repeals[key]?.first { repeal in
      repeal.instrument != own && repeal.date <= day && (date ?? "") < repeal.date
    }.map { ($0.instrument, $0.date) }
  }

  /// The title of an instrument by its id.
  func title(of instrument: Int64) -> String? {
    instruments.first { $0.id == instrument }?.title
  }

  /// What a version is on `day`.
  func validity(of id: Int64, asOf day: String) -> Validity {
    guard let version = version(id), let instrument = instrument(ofVersion: id) else {
      return .unknown
    }
    if let repeal = repeal(
      ofKey: instrument.key, own: instrument.id, after: version.date, asOf: day)
    {
      return .repealed(on: repeal.date)
    }
    if let start = version.dates.start, start > day { return .pending(until: start) }
    let later = instrument.versions.first {
      ($0.date ?? "") > (version.date ?? "") && ($0.dates.turn ?? "9999") <= day
    }
    if let later { return .amended(on: later.dates.turn) }
    if let start = version.dates.start {
      let isOwn = start == version.effective
      return .inForce(since: start, event: isOwn ? "起施行" : version.event ?? "")
    }
    return .unknown
  }
}
