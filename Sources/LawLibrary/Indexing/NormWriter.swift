// Norms and the parties that bear them into tables, and the tables themselves.

import GRDB
import HanText
import Norms

extension Schema {
  /// The tables of norms.
  ///
  /// A norm's id is that of a provision, counted from 0 in each version; its `key` stays when the text is read
  /// again. Ranges are UTF-8 bytes of the version's text, `authorities` as those of `delegation.owners`;
  /// `laid_out` is set where a range holds more than words. `party` holds names of both sorts that
  /// `norm_bearer` points at: the `phrase` of the text and the `party` it is counted under,
  /// of which a phrase may have more than one (`part`). `parent` is the party above. `norm_sanction` joins a norm
  /// to the key of a sanction of the same version, by the citation at `start`; `norm_citation` tells what the
  /// citations around a sanction are to it (`SanctionCitation.Role`): what it means for norms of other
  /// instruments is decided when a question is asked.
  static let normTables = """
    CREATE TABLE norm (
      id INTEGER PRIMARY KEY,
      key INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      label TEXT NOT NULL,
      kind TEXT NOT NULL,
      implicit INTEGER NOT NULL,
      laid_out INTEGER NOT NULL,
      text_start INTEGER NOT NULL,
      text_stop INTEGER NOT NULL,
      trigger_start INTEGER NOT NULL,
      trigger_stop INTEGER NOT NULL,
      action_start INTEGER NOT NULL,
      action_stop INTEGER NOT NULL,
      topic_start INTEGER,
      topic_stop INTEGER,
      condition_start INTEGER,
      condition_stop INTEGER,
      exception_start INTEGER,
      exception_stop INTEGER,
      authorities TEXT NOT NULL);
    CREATE INDEX norm_key ON norm (key);
    CREATE TABLE party (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      parent INTEGER REFERENCES party(id));
    CREATE INDEX party_parent ON party (parent);
    CREATE TABLE norm_bearer (
      norm INTEGER NOT NULL REFERENCES norm(id),
      number INTEGER NOT NULL,
      part INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      phrase INTEGER NOT NULL REFERENCES party(id),
      party INTEGER NOT NULL REFERENCES party(id),
      PRIMARY KEY (norm, number, part)) WITHOUT ROWID;
    CREATE INDEX norm_bearer_party ON norm_bearer (party);
    CREATE INDEX norm_bearer_phrase ON norm_bearer (phrase);
    CREATE TABLE norm_sanction (
      norm INTEGER NOT NULL REFERENCES norm(id),
      number INTEGER NOT NULL,
      sanction INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      PRIMARY KEY (norm, number)) WITHOUT ROWID;
    CREATE TABLE norm_citation (
      norm INTEGER NOT NULL REFERENCES norm(id),
      citation INTEGER NOT NULL REFERENCES citation(id),
      role TEXT NOT NULL,
      PRIMARY KEY (norm, citation, role)) WITHOUT ROWID;
    CREATE INDEX norm_citation_citation ON norm_citation (citation);
    \(normValueTables)
    """
}

/// Writes norms inside a run's transaction.
struct NormWriter {
  private let norm: Statement
  private let bearer: Statement
  private let sanction: Statement
  private let citation: Statement
  private let party: Statement
  private let partyNamed: Statement
  private let values: NormValueWriter
  /// The row of each name met in this run.
  private var parties: [String: Int64] = [:]

  init(_ db: Database) throws {
    norm = try db.makeStatement(
      sql: """
        INSERT INTO norm (id, key, ordinal, label, kind, implicit, laid_out, text_start, text_stop,
          trigger_start, trigger_stop, action_start, action_stop, topic_start, topic_stop,
          condition_start, condition_stop, exception_start, exception_stop, authorities)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    bearer = try db.makeStatement(
      sql: """
        INSERT INTO norm_bearer (norm, number, part, start, stop, phrase, party)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    sanction = try db.makeStatement(sql: "INSERT INTO norm_sanction VALUES (?, ?, ?, ?, ?)")
    citation = try db.makeStatement(sql: "INSERT OR IGNORE INTO norm_citation VALUES (?, ?, ?)")
    party = try db.makeStatement(
      sql: "INSERT OR IGNORE INTO party (name, parent) VALUES (?, ?)")
    partyNamed = try db.makeStatement(sql: "SELECT id FROM party WHERE name = ?")
    values = try NormValueWriter(db)
  }

  /// Writes the norms of a version whose mentions are `citations`, in the order of their rows.
  mutating func write(
    _ rows: [NormRow], citing citations: [CitationRow], of version: Int64
  ) throws {
    let numbers = Dictionary(
      citations.enumerated().map { ($1.range, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, row) in rows.enumerated() {
      let id = Schema.provisionID(version: version, ordinal: number)
      let authorities = row.authorities.map { "\($0.lowerBound)-\($0.upperBound)" }
      try norm.execute(arguments: [
        id, Int64(bitPattern: row.key), row.ordinal, row.label, row.kind.rawValue, row.isImplicit,
        row.isLaidOut, row.text.lowerBound, row.text.upperBound, row.trigger.lowerBound,
        row.trigger.upperBound, row.action.lowerBound, row.action.upperBound,
        row.topic?.lowerBound, row.topic?.upperBound, row.condition?.lowerBound,
        row.condition?.upperBound, row.exception?.lowerBound, row.exception?.upperBound,
        authorities.joined(separator: " "),
      ])
      for (number, row) in row.bearers.enumerated() {
        let phrase = try partyID(row.phrase)
        for (part, party) in row.parties.enumerated() {
          try bearer.execute(arguments: [
            id, number, part, row.range.lowerBound, row.range.upperBound, phrase, partyID(party),
          ])
        }
      }
      for (number, row) in row.sanctions.enumerated() {
        try sanction.execute(arguments: [
          id, number, Int64(bitPattern: row.key), row.citation.lowerBound, row.citation.upperBound,
        ])
      }
      for cited in row.cited {
        guard let number = numbers[cited.citation] else { continue }
        try citation.execute(arguments: [
          id, Schema.citationID(version: version, number: number), cited.role.rawValue,
        ])
      }
      try values.write(row.measures, of: id)
      try values.write(row.deadlines, of: id)
    }
  }

  /// The row of a name, made with those of the names above it where there is none.
  private mutating func partyID(_ name: String) throws -> Int64 {
    if let id = parties[name] { return id }
    var above: Int64?
    for name in PartyNames.lineage(of: name).reversed() {
      above = try parties[name] ?? storedID(name, under: above)
      parties[name] = above
    }
    guard let above else { throw DamagedRow() }
    return above
  }

  private func storedID(_ name: String, under parent: Int64?) throws -> Int64 {
    try party.execute(arguments: [name, parent])
    guard let id = try Int64.fetchOne(partyNamed, arguments: [name]) else { throw DamagedRow() }
    return id
  }
}

/// Drops the norms of a version.
func removeNorms(ofVersion version: Int64, in db: Database) throws {
  let ids = Schema.ids(ofVersion: version)
  for (table, column) in [
    ("norm_bearer", "norm"), ("norm_sanction", "norm"), ("norm_citation", "norm"),
    ("norm_measure", "norm"), ("norm_amount", "norm"), ("norm_deadline", "norm"), ("norm", "id"),
  ] {
    try db.execute(
      sql: "DELETE FROM \(table) WHERE \(column) >= ? AND \(column) < ?",
      arguments: [ids.lowerBound, ids.upperBound])
  }
}

/// Drops names that nothing bears and nothing stands under.
func removeUnusedParties(in db: Database) throws {
  try db.execute(
    sql: """
      DELETE FROM party WHERE id NOT IN (SELECT party FROM norm_bearer)
        AND id NOT IN (SELECT phrase FROM norm_bearer)
        AND id NOT IN (SELECT parent FROM party WHERE parent IS NOT NULL)
      """)
}
