// One run of `index` inside its transaction: scan, analyse in parallel, write in one place.

import Foundation
import GRDB
import HanText
import SearchIndex

/// Something to analyse.
enum WorkItem: Sendable {
  /// A file the library has not read.
  case file(NewFile, source: Int64)
  /// The bytes of a file that is itself new: nothing to do but to share its versions.
  case twin(source: Int64, of: Int64)
  /// A version in the library whose segment is written anew.
  case stored(version: Int64)
}

/// A file whose bytes the library does not have yet.
struct NewFile: Sendable {
  var path: String
  var hash: String
  var size: Int
}

/// One run.
struct IndexRun {
  let request: IndexRequest
  let path: String
  let db: Database
  let progress: (IndexProgress) -> Void
  var report = IndexReport()

  init(
    _ request: IndexRequest, path: String, db: Database, progress: @escaping (IndexProgress) -> Void
  ) {
    self.request = request
    self.path = path
    self.db = db
    self.progress = progress
  }

  mutating func run() throws -> IndexReport {
    let files = SourceFiles(request.paths)
    report.failures = files.failures.map { ($0.path, $0.reason) }
    report.skipped = files.skipped
    try db.inTransaction(.immediate) {
      let words = try Words.prepared(in: db, lexicon: request.lexicon, path: path)
      let new = try scan(files.paths)
      try removeGoneFiles(keeping: Set(files.paths))
      var items = try workItems(new)
      try removeUnreferencedVersions(db)
      items += try versionsToAnalyseAgain(all: words.isNew)
      try analyse(items, with: words)
      try removeUnreferencedVersions(db)
      return .commit
    }
    // What is committed stays in the log where the disk has no room to move it; a later run does.
    try? db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize")
    return report
  }

  /// Reads, checks and hashes every file; notes those whose bytes are known. A file that is no text is
  /// turned away here, before it could replace what its path held.
  private mutating func scan(_ paths: [String]) throws -> [NewFile] {
    var known: [String: (id: Int64, hash: String)] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT path, id, hash FROM source") {
      known[try row.value(0)] = (try row.value(1), try row.value(2))
    }
    let parts = max(1, min(request.threads, paths.count / 8))
    let results = ParallelResults<[(String, Int, Result<String, ReadingFailure>)]>(count: parts)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let share = paths[paths.count * part / parts..<paths.count * (part + 1) / parts]
      results.set(
        part,
        share.map { path in
          switch readFile(path) {
          case .success(let bytes): (path, bytes.count, checkedHash(bytes))
          case .failure(let failure): (path, 0, .failure(failure))
          }
        })
    }
    var new: [NewFile] = []
    for (path, size, result) in results.take().joined() {
      switch result {
      case .failure(let failure): report.failures.append((path, failure.reason))
      case .success(let hash):
        if known[path]?.hash == hash {
          report.unchanged += 1
        } else {
          new.append(NewFile(path: path, hash: hash, size: size))
        }
      }
    }
    return new
  }

  /// Enters the new files as sources, lets go of what the same paths held before, and lists what is
  /// left to read: a file with the bytes of one already there only adds its path.
  private mutating func workItems(_ files: [NewFile]) throws -> [WorkItem] {
    var items: [WorkItem] = []
    var sourcesByHash: [String: Int64] = [:]
    for file in files {
      let previous = try Int64.fetchOne(
        db, sql: "SELECT id FROM source WHERE path = ?", arguments: [file.path])
      if let previous {
        report.replaced += 1
        try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [previous])
      }
      let twin =
        try sourcesByHash[file.hash]
        ?? Int64.fetchOne(db, sql: "SELECT id FROM source WHERE hash = ?", arguments: [file.hash])
      try db.execute(
        sql: "INSERT INTO source (path, hash) VALUES (?, ?)", arguments: [file.path, file.hash])
      let source = db.lastInsertedRowID
      if let twin {
        report.duplicates += 1
        if sourcesByHash[file.hash] == nil {
          try db.execute(
            sql: "INSERT INTO origin SELECT ?, version FROM origin WHERE source = ?",
            arguments: [source, twin])
        } else {
          items.append(.twin(source: source, of: twin))
        }
        continue
      }
      sourcesByHash[file.hash] = source
      if previous == nil { report.added += 1 }
      items.append(.file(file, source: source))
    }
    return items
  }

  /// Files under the request's folders that are no longer there.
  private mutating func removeGoneFiles(keeping paths: Set<String>) throws {
    let roots = request.paths.map {
      URL(fileURLWithPath: $0).standardizedFileURL.resolvingSymlinksInPath().path
    }
    for path in try String.fetchAll(db, sql: "SELECT path FROM source") where !paths.contains(path)
    {
      guard roots.contains(where: { path == $0 || path.hasPrefix($0 + "/") }),
        !FileManager.default.fileExists(atPath: path)
      else { continue }
      guard request.prunes else {
        report.gone += 1
        continue
      }
      try db.execute(sql: "DELETE FROM source WHERE path = ?", arguments: [path])
      report.removed += 1
    }
  }

  /// Segments of few documents, and those mostly dead, are written anew together with what is new,
  /// so that a query never meets more than a handful.
  private func versionsToAnalyseAgain(all: Bool) throws -> [WorkItem] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT segment.id, documents, coalesce(sum(count), 0) FROM segment
        LEFT JOIN extent ON extent.segment = segment.id GROUP BY segment.id
        """)
    let total = rows.reduce(0) { $0 + ($1[2] as Int) }
    var stale: [Int64] = []
    let merges = rows.count > SegmentPolicy.most
    for row in rows {
      let id: Int64 = try row.value(0)
      let (documents, alive) = (try row.value(1) as Int, try row.value(2) as Int)
      let isDead = (documents - alive) * SegmentPolicy.deadShare > documents
      if all || isDead || (merges && alive * SegmentPolicy.smallShare < total) { stale.append(id) }
    }
    guard !stale.isEmpty else { return [] }
    let list = stale.map(String.init).joined(separator: ",")
    let versions = try Int64.fetchAll(
      db, sql: "SELECT version FROM extent WHERE segment IN (\(list)) ORDER BY version")
    try db.execute(sql: "DELETE FROM extent WHERE segment IN (\(list))")
    for id in stale {
      try db.execute(
        sql: "DELETE FROM chunk WHERE id >= ? AND id < ?",
        arguments: [
          Schema.chunkID(segment: id, number: 0), Schema.chunkID(segment: id + 1, number: 0),
        ])
      try db.execute(sql: "DELETE FROM segment WHERE id = ?", arguments: [id])
    }
    return versions.map { .stored(version: $0) }
  }
}

/// When segments are merged.
enum SegmentPolicy {
  /// More segments than this are merged.
  static let most = 8
  /// In a merge, segments with less than this part of all documents take part.
  static let smallShare = 2
  /// A segment is written anew when more than one in so many of its documents is dead.
  static let deadShare = 3
}

/// Drops versions that no file stands for any more, with everything about them.
func removeUnreferencedVersions(_ db: Database) throws {
  let dead = "SELECT id FROM version WHERE id NOT IN (SELECT version FROM origin)"
  let versions = try Int64.fetchAll(db, sql: dead)
  guard !versions.isEmpty else { return }
  for version in versions {
    let ids = Schema.ids(ofVersion: version)
    // Norms point at citations.
    try removeNorms(ofVersion: version, in: db)
    for (table, column) in [
      ("provision", "id"), ("citation_target", "citation"), ("citation", "id"),
    ] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE \(column) >= ? AND \(column) < ?",
        arguments: [ids.lowerBound, ids.upperBound])
    }
    try removeRules(ofVersion: version, in: db)
    try db.execute(sql: "DELETE FROM extent WHERE version = ?", arguments: [version])
    try db.execute(sql: "DELETE FROM repeal WHERE version = ?", arguments: [version])
    try db.execute(sql: "DELETE FROM version WHERE id = ?", arguments: [version])
  }
  try db.execute(
    sql: "DELETE FROM instrument WHERE id NOT IN (SELECT instrument FROM version)")
  try db.execute(sql: "DELETE FROM cited WHERE id NOT IN (SELECT cited FROM citation_target)")
  try removeUnusedParties(in: db)
}

/// Why a file's bytes can't be had.
struct ReadingFailure: Error, Sendable {
  var reason: String
}

/// The hash of bytes that are text.
private func checkedHash(_ bytes: [UInt8]) -> Result<String, ReadingFailure> {
  do {
    _ = try SourceText(decoding: bytes)
    return .success(contentHash(bytes))
  } catch {
    return .failure(ReadingFailure(reason: error.description))
  }
}

/// The bytes of a file.
func readFile(_ path: String) -> Result<[UInt8], ReadingFailure> {
  guard let file = fopen(path, "rb") else {
    return .failure(ReadingFailure(reason: String(cString: strerror(errno))))
  }
  defer { fclose(file) }
  var information = stat()
  guard fstat(fileno(file), &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
    return .failure(ReadingFailure(reason: "not a regular file"))
  }
  let size = Int(information.st_size)
  var failed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = size == 0 ? 0 : fread(buffer.baseAddress, 1, size, file)
    failed = ferror(file) != 0
  }
  return failed ? .failure(ReadingFailure(reason: "cannot be read")) : .success(bytes)
}
