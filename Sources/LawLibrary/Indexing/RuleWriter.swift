// Definitions, delegations and parents into tables, and the tables themselves.

import Citations
import GRDB
import HanText
import Legislation

extension Schema {
  /// The tables of definitions, delegations and of what instruments are made under.
  ///
  /// Ids are those of provisions, counted from 0 in each version. `owners` are ranges of the version's
  /// text, `start-stop` in UTF-8 bytes, parted by spaces; `key` is the `titleKey` of the parent.
  static let ruleTables = """
    CREATE TABLE definition (
      id INTEGER PRIMARY KEY,
      ordinal INTEGER NOT NULL,
      term TEXT NOT NULL,
      form TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      meaning_start INTEGER NOT NULL,
      meaning_stop INTEGER NOT NULL,
      scope INTEGER);
    CREATE INDEX definition_term ON definition (term);
    CREATE TABLE delegation (
      id INTEGER PRIMARY KEY,
      ordinal INTEGER NOT NULL,
      label TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      owners TEXT NOT NULL,
      subject_start INTEGER,
      subject_stop INTEGER,
      verb_start INTEGER NOT NULL,
      verb_stop INTEGER NOT NULL,
      mode TEXT NOT NULL);
    CREATE TABLE parent (
      version INTEGER NOT NULL REFERENCES version(id),
      key TEXT NOT NULL,
      PRIMARY KEY (version, key)) WITHOUT ROWID;
    CREATE INDEX parent_key ON parent (key);
    """
}

/// Writes what texts say about rules beside their own inside a run's transaction.
struct RuleWriter {
  private let definition: Statement
  private let delegation: Statement
  private let parent: Statement

  init(_ db: Database) throws {
    definition = try db.makeStatement(
      sql: """
        INSERT INTO definition (id, ordinal, term, form, start, stop, meaning_start, meaning_stop, scope)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    delegation = try db.makeStatement(
      sql: """
        INSERT INTO delegation (id, ordinal, label, start, stop, owners, subject_start, subject_stop,
          verb_start, verb_stop, mode)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    parent = try db.makeStatement(
      sql: "INSERT OR IGNORE INTO parent (version, key) VALUES (?, ?)")
  }

  func write(_ rows: RuleRows, of version: Int64) throws {
    for (number, row) in rows.definitions.enumerated() {
      try definition.execute(arguments: [
        Schema.provisionID(version: version, ordinal: number), row.ordinal, row.term,
        row.form.rawValue, row.range.lowerBound, row.range.upperBound, row.meaning.lowerBound,
        row.meaning.upperBound, row.scope,
      ])
    }
    for (number, row) in rows.delegations.enumerated() {
      let owners = row.owners.map { "\($0.lowerBound)-\($0.upperBound)" }
      try delegation.execute(arguments: [
        Schema.provisionID(version: version, ordinal: number), row.ordinal, row.label,
        row.clause.lowerBound, row.clause.upperBound, owners.joined(separator: " "),
        row.subject?.lowerBound, row.subject?.upperBound, row.verb.lowerBound,
        row.verb.upperBound, row.mode.rawValue,
      ])
    }
    for title in rows.parents {
      try parent.execute(arguments: [version, titleKey(title)])
    }
  }
}

/// Drops what is written about the rules of a version.
func removeRules(ofVersion version: Int64, in db: Database) throws {
  let ids = Schema.ids(ofVersion: version)
  for table in ["definition", "delegation"] {
    try db.execute(
      sql: "DELETE FROM \(table) WHERE id >= ? AND id < ?",
      arguments: [ids.lowerBound, ids.upperBound])
  }
  try db.execute(sql: "DELETE FROM parent WHERE version = ?", arguments: [version])
}
