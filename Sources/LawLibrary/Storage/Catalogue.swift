// Every instrument and version of a library, small enough to hold in memory, and what is in force.

import GRDB

/// One version (expression) of an instrument, without its text.
public struct VersionSummary: Sendable {
  public var id: Int64
  public var instrument: Int64
  /// The title as this version has it.
  public var title: String
  public var genre: String
  /// The instrument's rank among sources of law.
  public var rank: String
  public var issuers: [String]
  public var number: String?
  /// `YYYY-MM-DD`: the version's own date, its last event before it took effect.
  public var date: String?
  /// What happened on that date: 公布, 修订 …
  public var event: String?
  public var published: String?
  public var effective: String?
  /// SHA-256 of the file.
  public var hash: String
  public var warningCount: Int
  /// UTF-8 bytes of its text.
  public var length: Int

  /// The day this version takes effect: an amended text often repeats the day of the first one, and
  /// then its own date holds.
  var start: String? {
    guard let effective else { return nil }
    return max(effective, date ?? "")
  }

  /// The day from which it counts among the instrument's versions.
  var turn: String? { start ?? date }
}

/// One instrument (work) with its versions, oldest first.
public struct InstrumentSummary: Sendable {
  public var id: Int64
  /// What its titles have in common (`titleKey`).
  public var key: String
  public var title: String
  public var versions: [VersionSummary]

  /// The versions that answer for the instrument on a day: the latest in force, else the latest.
  ///
  /// The same date twice is the same version from two files; the longer one answers. Where no version
  /// has a date, nothing tells them apart and all answer.
  func current(asOf day: String) -> [VersionSummary] {
    let effective = versions.filter { ($0.turn ?? "") <= day }
    let candidates = effective.isEmpty ? versions : effective
    guard let latest = candidates.compactMap(\.date).max() else { return candidates }
    let dated = candidates.filter { $0.date == latest }
    return dated.max { ($0.length, $1.id) < ($1.length, $0.id) }.map { [$0] } ?? dated
  }
}

/// The instruments of a library.
struct Catalogue: Sendable {
  /// Sorted by title.
  let instruments: [InstrumentSummary]
  private let byVersion: [Int64: (instrument: Int, version: Int)]
  /// Key of a repealed instrument → the repealing versions' dates.
  private let repeals: [String: [(version: Int64, date: String?)]]

  init(_ db: Database) throws {
    var instruments: [InstrumentSummary] = []
    var numbers: [Int64: Int] = [:]
    let titles = try Row.fetchCursor(
      db, sql: "SELECT id, key, title FROM instrument ORDER BY title")
    while let row = try titles.next() {
      numbers[row[0]] = instruments.count
      instruments.append(InstrumentSummary(id: row[0], key: row[1], title: row[2], versions: []))
    }
    let versions = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, instrument, title, genre, rank, issuers, number, date, event, published, effective,
          hash, warning_count, length(text)
        FROM version ORDER BY coalesce(date, ''), id
        """)
    while let row = try versions.next() {
      guard let number = numbers[row[1]] else { continue }
      let issuers: String = row[5]
      instruments[number].versions.append(
        VersionSummary(
          id: row[0], instrument: row[1], title: row[2], genre: row[3], rank: row[4],
          issuers: issuers.isEmpty ? [] : issuers.split(separator: "\n").map(String.init),
          number: row[6], date: row[7], event: row[8], published: row[9], effective: row[10],
          hash: row[11], warningCount: row[12],
          length: row[13]))
    }
    var byVersion: [Int64: (Int, Int)] = [:]
    for (i, instrument) in instruments.enumerated() {
      for (v, version) in instrument.versions.enumerated() { byVersion[version.id] = (i, v) }
    }
    var repeals: [String: [(Int64, String?)]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT key, version, date FROM repeal") {
      repeals[row[0], default: []].append((row[1], row[2]))
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

  /// The versions that search answers from: those in force on `day`, else each instrument's latest.
  func currentVersions(asOf day: String) -> Set<Int64> {
    Set(instruments.flatMap { $0.current(asOf: day).map(\.id) })
  }

  /// What a version is on `day`.
  func validity(of id: Int64, asOf day: String) -> Validity {
    guard let version = version(id), let instrument = instrument(ofVersion: id) else {
      return .unknown
    }
    for repeal in repeals[instrument.key] ?? [] {
      guard let repealing = self.version(repeal.version), repealing.instrument != version.instrument,
        let date = repeal.date ?? repealing.effective, date <= day,
        (version.date ?? "") < date
      else { continue }
      return .repealed(on: date)
    }
    if let start = version.start, start > day { return .pending(until: start) }
    let later = instrument.versions.first {
      ($0.date ?? "") > (version.date ?? "") && ($0.turn ?? "9999") <= day
    }
    if let later { return .amended(on: later.turn) }
    if let start = version.start {
      let isOwn = start == version.effective
      return .inForce(since: start, event: isOwn ? "起施行" : version.event ?? "")
    }
    return .unknown
  }
}
