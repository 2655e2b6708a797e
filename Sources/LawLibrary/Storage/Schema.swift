// The tables of a library file, and how a file says which format it has.

import GRDB
import Legislation

/// The layout of a library file.
///
/// Provision ids need no lookup: `version << 24 | ordinal`, so a document of the search index leads
/// to its provision and version by arithmetic, and the provisions of a version are one id range.
/// Citations and norms are numbered in the same way.
enum Schema {
  /// Raised whenever a table or the segments' encoding changes.
  static let format = 6
  /// "TWLB", SQLite's mark for what application a file belongs to.
  static let applicationID = 0x5457_4C42

  static let ordinalBits = 24

  static func provisionID(version: Int64, ordinal: Int) -> Int64 {
    version << ordinalBits | Int64(ordinal)
  }

  static func version(ofProvision id: Int64) -> Int64 { id >> ordinalBits }

  static func ordinal(ofProvision id: Int64) -> Int { Int(id & (1 << ordinalBits - 1)) }

  /// A citation's row: its version above, its number in the text's order below.
  static func citationID(version: Int64, number: Int) -> Int64 {
    provisionID(version: version, ordinal: number)
  }

  static func version(ofCitation id: Int64) -> Int64 { version(ofProvision: id) }

  /// The ids that the provisions, and the citations, of a version have.
  static func ids(ofVersion version: Int64) -> Range<Int64> {
    provisionID(version: version, ordinal: 0)..<provisionID(version: version + 1, ordinal: 0)
  }

  /// The tables.
  ///
  /// `cited` are the instruments that texts name, in the library or not; `key` is their `titleKey`, so that
  /// it does not matter which comes first, the citing or the cited text. A target's `eid` is empty for
  /// a whole instrument, `last` the number a run ends with, `own` set where a text means itself. What a
  /// citing place is called, `label`, would take parsing its text again.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(format);
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE asset (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);
        CREATE TABLE instrument (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL);
        CREATE TABLE version (
          id INTEGER PRIMARY KEY,
          instrument INTEGER NOT NULL REFERENCES instrument(id),
          title TEXT NOT NULL,
          form TEXT NOT NULL,
          genre TEXT NOT NULL,
          rank TEXT NOT NULL,
          issuers TEXT NOT NULL,
          number TEXT,
          author TEXT,
          date TEXT,
          event TEXT,
          adopted TEXT,
          published TEXT,
          effective TEXT,
          history TEXT NOT NULL,
          encoding TEXT NOT NULL,
          hash TEXT NOT NULL,
          warning_count INTEGER NOT NULL,
          warnings TEXT NOT NULL,
          text BLOB NOT NULL);
        CREATE INDEX version_instrument ON version (instrument);
        CREATE INDEX version_hash ON version (hash);
        CREATE TABLE source (
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          hash TEXT NOT NULL);
        CREATE TABLE origin (
          source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
          version INTEGER NOT NULL REFERENCES version(id),
          PRIMARY KEY (source, version)) WITHOUT ROWID;
        CREATE INDEX origin_version ON origin (version);
        CREATE TABLE provision (
          id INTEGER PRIMARY KEY,
          parent INTEGER,
          eid TEXT NOT NULL,
          level TEXT NOT NULL,
          label TEXT,
          heading TEXT,
          start INTEGER NOT NULL,
          stop INTEGER NOT NULL,
          record TEXT);
        CREATE INDEX provision_article ON provision (eid) WHERE level = 'article';
        CREATE TABLE repeal (
          version INTEGER NOT NULL REFERENCES version(id),
          key TEXT NOT NULL,
          date TEXT);
        CREATE INDEX repeal_key ON repeal (key);
        CREATE TABLE cited (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL);
        CREATE TABLE citation (
          id INTEGER PRIMARY KEY,
          ordinal INTEGER NOT NULL,
          label TEXT NOT NULL,
          start INTEGER NOT NULL,
          stop INTEGER NOT NULL,
          kind TEXT NOT NULL,
          open INTEGER NOT NULL);
        CREATE TABLE citation_target (
          citation INTEGER NOT NULL REFERENCES citation(id),
          number INTEGER NOT NULL,
          cited INTEGER NOT NULL REFERENCES cited(id),
          own INTEGER NOT NULL,
          eid TEXT NOT NULL,
          last TEXT,
          PRIMARY KEY (citation, number)) WITHOUT ROWID;
        CREATE INDEX citation_target_cited ON citation_target (cited, eid);
        CREATE TABLE segment (id INTEGER PRIMARY KEY, documents INTEGER NOT NULL);
        CREATE TABLE chunk (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
        CREATE TABLE extent (
          version INTEGER PRIMARY KEY REFERENCES version(id),
          segment INTEGER NOT NULL REFERENCES segment(id),
          first INTEGER NOT NULL,
          count INTEGER NOT NULL);
        CREATE INDEX extent_segment ON extent (segment);
        \(ruleTables)
        \(normTables)
        """)
  }

  /// A chunk's row: its segment above, its number in the segment below.
  static func chunkID(segment: Int64, number: Int) -> Int64 { segment << 32 | Int64(number) }
}
