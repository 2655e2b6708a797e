// What sanctions impose and how long things may take, as rows of values.

import GRDB
import HanText
import Norms

extension Schema {
  /// The tables of measures, their amounts, and time limits, numbered within each norm. Ranges are UTF-8 bytes
  /// of the version's text. Amounts are fractions, exact: `lower` and `upper` over their `_over`.
  static let normValueTables = """
    CREATE TABLE norm_measure (
      norm INTEGER NOT NULL REFERENCES norm(id),
      number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      discretionary INTEGER NOT NULL,
      shortest INTEGER,
      shortest_unit TEXT,
      longest INTEGER,
      longest_unit TEXT,
      lifelong INTEGER,
      PRIMARY KEY (norm, number)) WITHOUT ROWID;
    CREATE TABLE norm_amount (
      norm INTEGER NOT NULL REFERENCES norm(id),
      measure INTEGER NOT NULL,
      number INTEGER NOT NULL,
      unit TEXT NOT NULL,
      lower INTEGER,
      lower_over INTEGER,
      upper INTEGER,
      upper_over INTEGER,
      excludes_upper INTEGER NOT NULL,
      cap INTEGER NOT NULL,
      daily INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      basis_start INTEGER,
      basis_stop INTEGER,
      per_start INTEGER,
      per_stop INTEGER,
      PRIMARY KEY (norm, measure, number)) WITHOUT ROWID;
    CREATE TABLE norm_deadline (
      norm INTEGER NOT NULL REFERENCES norm(id),
      number INTEGER NOT NULL,
      relation TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      length INTEGER,
      length_unit TEXT,
      year INTEGER,
      month INTEGER,
      day INTEGER,
      every TEXT,
      at_end INTEGER,
      event_start INTEGER,
      event_stop INTEGER,
      PRIMARY KEY (norm, number)) WITHOUT ROWID;
    """
}

/// Writes the values of norms inside a run's transaction.
struct NormValueWriter {
  private let measure: Statement
  private let amount: Statement
  private let deadline: Statement

  init(_ db: Database) throws {
    measure = try db.makeStatement(
      sql: "INSERT INTO norm_measure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    amount = try db.makeStatement(
      sql: "INSERT INTO norm_amount VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    deadline = try db.makeStatement(
      sql: "INSERT INTO norm_deadline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Writes the measures of a norm.
  func write(_ measures: [Measure], of norm: Int64) throws {
    for (number, row) in measures.enumerated() {
      try measure.execute(arguments: [
        norm, number, row.kind.rawValue, row.range.lowerBound, row.range.upperBound,
        row.isDiscretionary, row.duration?.lower?.count, row.duration?.lower?.unit.rawValue,
        row.duration?.upper?.count, row.duration?.upper?.unit.rawValue, row.duration?.isLifelong,
      ])
      for (place, row) in row.amounts.enumerated() {
        try amount.execute(arguments: [
          norm, number, place, row.unit.rawValue, row.lower?.numerator, row.lower?.denominator,
          row.upper?.numerator, row.upper?.denominator, row.excludesUpper, row.isCap, row.isDaily,
          row.range.lowerBound, row.range.upperBound, row.basis?.lowerBound, row.basis?.upperBound,
          row.per?.lowerBound, row.per?.upperBound,
        ])
      }
    }
  }

  /// Writes the time limits of a norm.
  func write(_ deadlines: [Deadline], of norm: Int64) throws {
    for (number, row) in deadlines.enumerated() {
      try deadline.execute(arguments: [
        norm, number, row.relation.rawValue, row.range.lowerBound, row.range.upperBound,
        row.length?.count, row.length?.unit.rawValue, row.date?.year, row.date?.month,
        row.date?.day, row.date?.every?.rawValue, row.date?.isEnd, row.event?.lowerBound,
        row.event?.upperBound,
      ])
    }
  }
}
