// Rows into tables, with statements prepared once.

import Foundation
import GRDB
import Legislation

/// Writes versions and segments inside a run's transaction.
struct VersionWriter {
  private let db: Database
  private let version: Statement
  private let provision: Statement
  private let chunk: Statement
  private let extent: Statement
  private var citations: CitationWriter
  private let rules: RuleWriter
  private var norms: NormWriter

  init(_ db: Database) throws {
    self.db = db
    version = try db.makeStatement(
      sql: """
        INSERT INTO version (id, instrument, title, form, genre, rank, issuers, number, author, date,
          event, adopted, published, effective, history, encoding, hash,
          warning_count, warnings, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    provision = try db.makeStatement(
      sql: """
        INSERT INTO provision (id, parent, eid, level, label, heading, start, stop, record)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    chunk = try db.makeStatement(sql: "INSERT INTO chunk (id, bytes) VALUES (?, ?)")
    extent = try db.makeStatement(
      sql: "INSERT INTO extent (version, segment, first, count) VALUES (?, ?, ?, ?)")
    citations = try CitationWriter(db)
    rules = try RuleWriter(db)
    norms = try NormWriter(db)
  }

  /// Writes a version, its provisions, what it cites, asks and repeals.
  mutating func write(_ analysed: AnalysedVersion, id: Int64) throws {
    let metadata = analysed.metadata
    let instrument = try instrumentID(title: metadata.title)
    try version.execute(arguments: [
      id, instrument, metadata.title, analysed.form.rawValue, metadata.genre.rawValue,
      analysed.rank.rawValue, metadata.issuers.joined(separator: "\n"), metadata.number,
      metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: "\n"), analysed.date,
      analysed.event, metadata.adopted?.description, metadata.published?.description,
      metadata.versionEffect?.description, try json(metadata.history.map(StoredEvent.init)),
      analysed.encoding, analysed.hash, analysed.warnings.count, try json(analysed.warnings),
      Data(analysed.text),
    ])
    try db.execute(
      sql: "INSERT INTO origin (source, version) VALUES (?, ?)", arguments: [analysed.source, id])
    for row in analysed.provisions {
      try provision.execute(arguments: [
        Schema.provisionID(version: id, ordinal: row.ordinal),
        row.parent.map { Schema.provisionID(version: id, ordinal: $0) }, row.eId,
        row.level.rawValue, row.label.isEmpty ? nil : row.label,
        row.heading.isEmpty ? nil : row.heading, row.range.lowerBound, row.range.upperBound,
        row.record,
      ])
    }
    try citations.write(analysed.citations, of: id, titled: metadata.title)
    try rules.write(analysed.rules, of: id)
    try norms.write(analysed.norms, citing: analysed.citations, of: id)
    for repeal in metadata.repeals {
      try db.execute(
        sql: "INSERT INTO repeal (version, key, date) VALUES (?, ?, ?)",
        arguments: [id, titleKey(repeal.title), repeal.date?.description])
    }
  }

  /// Writes a finished segment.
  func write(segment id: Int64, documents: Int, chunks: [[UInt8]], extents: [Extent]) throws {
    try db.execute(
      sql: "INSERT INTO segment (id, documents) VALUES (?, ?)", arguments: [id, documents])
    for (number, bytes) in chunks.enumerated() {
      try chunk.execute(arguments: [Schema.chunkID(segment: id, number: number), Data(bytes)])
    }
    for row in extents {
      try extent.execute(arguments: [row.version, id, row.first, row.count])
    }
  }

  private func instrumentID(title: String) throws -> Int64 {
    let key = titleKey(title)
    if let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM instrument WHERE key = ?", arguments: [key])
    {
      return id
    }
    try db.execute(
      sql: "INSERT INTO instrument (key, title) VALUES (?, ?)", arguments: [key, title])
    return db.lastInsertedRowID
  }
}

/// An event of an instrument's history as the version table keeps it.
struct StoredEvent: Codable {
  var date: String
  var event: String
  var text: String
}

extension StoredEvent {
  init(_ event: HistoryEvent) {
    self.init(date: event.date.description, event: event.event, text: event.text)
  }
}

private func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
