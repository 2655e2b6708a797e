// Measures and time limits out of a library's tables.

import GRDB
import HanText
import Norms

extension Database {
  /// The measures of a norm.
  func storedMeasures(ofNorm id: Int64) throws -> [Measure] {
    let rows = try Row.fetchAll(
      cachedStatement(sql: "SELECT * FROM norm_measure WHERE norm = ? ORDER BY number"),
      arguments: [id])
    return try rows.map { row in
      try Measure(
        stored: row.kind(2), range: row.range(3), isDiscretionary: row.value(5),
        amounts: storedAmounts(ofNorm: id, measure: row.value(1)), duration: row.span(6))
    }
  }

  private func storedAmounts(ofNorm id: Int64, measure: Int) throws -> [Amount] {
    let rows = try Row.fetchAll(
      cachedStatement(
        sql: "SELECT * FROM norm_amount WHERE norm = ? AND measure = ? ORDER BY number"),
      arguments: [id, measure])
    return try rows.map { row in
      try Amount(
        stored: row.kind(3), lower: row.ratio(4), upper: row.ratio(6),
        excludesUpper: row.value(8), isCap: row.value(9), isDaily: row.value(10),
        basis: row.optionalRange(13), per: row.optionalRange(15), range: row.range(11))
    }
  }

  /// The time limits of a norm.
  func storedDeadlines(ofNorm id: Int64) throws -> [Deadline] {
    let rows = try Row.fetchAll(
      cachedStatement(sql: "SELECT * FROM norm_deadline WHERE norm = ? ORDER BY number"),
      arguments: [id])
    return try rows.map { row in
      try Deadline(
        stored: row.kind(2), length: row.length(5), date: row.day(7),
        event: row.optionalRange(12), range: row.range(3))
    }
  }
}

extension Row {
  /// The case whose raw value stands in a column.
  fileprivate func kind<T: RawRepresentable>(_ column: Int) throws -> T
  where T.RawValue == String {
    guard let kind = T(rawValue: try value(column)) else { throw DamagedRow() }
    return kind
  }

  /// A fraction in two columns; nil for NULL.
  fileprivate func ratio(_ column: Int) throws -> Ratio? {
    if hasNull(atIndex: column) { return nil }
    guard
      let ratio = try Ratio(storedNumerator: value(column), denominator: value(column + 1))
    else { throw DamagedRow() }
    return ratio
  }

  /// A count and its unit in two columns; nil for NULL.
  fileprivate func length(_ column: Int) throws -> TimeLength? {
    hasNull(atIndex: column) ? nil : TimeLength(try value(column), try kind(column + 1))
  }

  /// Two lengths and whether it is for life; nil for NULL.
  fileprivate func span(_ column: Int) throws -> TimeSpan? {
    if hasNull(atIndex: column + 4) { return nil }
    return try TimeSpan(
      storedLower: length(column), upper: length(column + 2), isLifelong: value(column + 4))
  }

  /// Year, month, day, what comes round, and whether it is the end of it; nil for NULL.
  fileprivate func day(_ column: Int) throws -> CalendarDay? {
    if hasNull(atIndex: column + 4) { return nil }
    return try CalendarDay(
      storedYear: self[column], month: self[column + 1], day: self[column + 2],
      every: hasNull(atIndex: column + 3) ? nil : kind(column + 3), isEnd: value(column + 4))
  }
}
