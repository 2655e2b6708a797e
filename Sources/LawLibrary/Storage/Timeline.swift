// Which version of each instrument answers on a day: the little of every version that takes to tell.

import GRDB

/// The dates of a version.
struct VersionDates: Sendable {
  var id: Int64
  var instrument: Int64
  /// `YYYY-MM-DD`: the version's own date, its last event before it took effect.
  var date: String?
  /// The day it takes effect, as its text or history says.
  var effective: String?
  /// UTF-8 bytes of its text.
  var length: Int

  /// The day this version takes effect: an amended text often repeats the day of the first one, and
  /// then its own date holds.
  var start: String? {
    guard let effective else { return nil }
    return max(effective, date ?? "")
  }

  /// The day from which it counts among the instrument's versions.
  var turn: String? { start ?? date }

  /// The versions of one instrument that answer on a day: the latest in force, else the latest.
  ///
  /// The same date twice is the same version from two files; the longer one answers. Where no version
  /// has a date, nothing tells them apart and all answer.
  static func current(among versions: [VersionDates], asOf day: String) -> [VersionDates] {
    guard versions.count > 1 else { return versions }
    let effective = versions.filter { ($0.turn ?? "") <= day }
    let candidates = effective.isEmpty ? versions : effective
    guard let latest = candidates.compactMap(\.date).max() else { return candidates }
    let dated = candidates.filter { $0.date == latest }
    return dated.max { ($0.length, $1.id) < ($1.length, $0.id) }.map { [$0] } ?? dated
  }
}

/// The dates of every version in a library; read with each opening, so no more than that.
struct Timeline: Sendable {
  private let versions: [Int64: VersionDates]

  init(_ db: Database) throws {
    var versions: [Int64: VersionDates] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, instrument, date, effective, length(text) FROM version")
    while let row = try rows.next() {
      versions[try row.value(0)] = try VersionDates(
        id: row.value(0), instrument: row.value(1), date: row[2], effective: row[3],
        length: row.value(4))
    }
    self.versions = versions
  }

  /// The instrument a version belongs to.
  func instrument(ofVersion id: Int64) -> Int64? { versions[id]?.instrument }

  /// The versions that search answers from on `day`.
  func currentVersions(asOf day: String) -> Set<Int64> {
    let instruments = Dictionary(grouping: versions.values, by: \.instrument)
    return Set(
      instruments.values.flatMap { VersionDates.current(among: $0, asOf: day).map(\.id) })
  }
}
