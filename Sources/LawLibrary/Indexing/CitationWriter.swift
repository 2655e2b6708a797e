// Mentions into tables: the citing places, what they point at, and the instruments named.

import Citations
import GRDB
import Legislation

/// Writes citations inside a run's transaction.
struct CitationWriter {
  private let db: Database
  private let citation: Statement
  private let target: Statement
  /// The row of each title met in this run.
  private var cited: [String: Int64] = [:]

  init(_ db: Database) throws {
    self.db = db
    citation = try db.makeStatement(
      sql: """
        INSERT INTO citation (id, ordinal, label, start, stop, kind, open) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    target = try db.makeStatement(
      sql: """
        INSERT INTO citation_target (citation, number, cited, own, eid, last)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
  }

  /// Writes the mentions of a version whose instrument is called `title`.
  mutating func write(_ rows: [CitationRow], of version: Int64, titled title: String) throws {
    for (number, row) in rows.enumerated() {
      let id = Schema.citationID(version: version, number: number)
      try citation.execute(arguments: [
        id, row.ordinal, row.label, row.range.lowerBound, row.range.upperBound, row.kind.rawValue,
        row.isOpen,
      ])
      for (place, pointed) in row.targets.enumerated() {
        let (isOwn, name) =
          switch pointed.instrument {
          case .itself: (true, title)
          case .titled(let other): (false, other)
          }
        try target.execute(arguments: [
          id, place, try citedID(name), isOwn, pointed.address.eId, pointed.through?.description,
        ])
      }
    }
  }

  private mutating func citedID(_ title: String) throws -> Int64 {
    if let id = cited[title] { return id }
    let key = titleKey(title)
    // Of the spellings of a title the longest stays, whichever text is read first.
    try db.execute(
      sql: """
        INSERT INTO cited (key, title) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE
        SET title = excluded.title
        WHERE (length(excluded.title), excluded.title) > (length(title), title)
        """, arguments: [key, title])
    guard
      let id = try Int64.fetchOne(db, sql: "SELECT id FROM cited WHERE key = ?", arguments: [key])
    else { throw DamagedRow() }
    cited[title] = id
    return id
  }
}
