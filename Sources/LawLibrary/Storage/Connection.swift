// Opening a library file: which one, and whether it is one this release reads.

import Foundation
import GRDB

extension DatabaseQueue {
  /// Opens a library for reading. Throws `LibraryError`.
  static func reading(_ path: String) throws -> DatabaseQueue {
    try checkFile(path)
    return try translatingErrors(path: path) {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      let queue: DatabaseQueue
      if access(path, W_OK) == 0, access(folder, W_OK) == 0 {
        // Only a connection that may write takes the log away when it is the last to leave.
        queue = try openedForReading(path, readonly: false)
      } else {
        do {
          queue = try openedForReading(path, readonly: true)
        } catch let error as DatabaseError
          where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
        {
          // A folder that can't be written has no room for the file that readers and writers meet
          // in; then nobody writes there either.
          let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
          queue = try openedForReading(address, readonly: true)
        }
      }
      try queue.read { try checkFormat($0, path: path) }
      return queue
    }
  }

  private static func openedForReading(_ path: String, readonly: Bool) throws -> DatabaseQueue {
    var configuration = libraryConfiguration(readonly: readonly)
    configuration.prepareDatabase {
      // Mapped pages spare a copy of every byte read.
      try $0.execute(sql: "PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  /// Opens a library for writing, and makes it where there is none. The caller holds the lock.
  static func writing(_ path: String) throws -> DatabaseQueue {
    let isNew = !FileManager.default.fileExists(atPath: path)
    if !isNew { try checkFile(path, mayBeEmpty: true) }
    return try translatingErrors(path: path) {
      let queue = try DatabaseQueue(
        path: path, configuration: libraryConfiguration(readonly: false))
      try queue.writeWithoutTransaction { db in
        // Readers go on while a writer works, and a crash leaves the last commit.
        // Most bytes stand in blobs of many pages, so the pages are large; this only takes in a new file.
        try db.execute(
          sql: "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        try db.inTransaction(.immediate) {
          if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 {
            try Schema.create(db)
          }
          return .commit
        }
        try checkFormat(db, path: path)
      }
      return queue
    }
  }
}

private func libraryConfiguration(readonly: Bool) -> Configuration {
  var configuration = Configuration()
  configuration.readonly = readonly
  configuration.allowsUnsafeTransactions = true
  configuration.busyMode = .timeout(5)
  configuration.prepareDatabase { db in
    try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY")
  }
  return configuration
}

/// Throws unless a plausible library file is at `path`. A writer killed before its first write leaves an
/// empty one; there is nothing to lose in it.
private func checkFile(_ path: String, mayBeEmpty: Bool = false) throws {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw LibraryError.missing(path: path)
  }
  if isFolder.boolValue {
    throw LibraryError.unreadable(path: path, reason: "a folder, not a library")
  }
  guard let file = FileHandle(forReadingAtPath: path) else {
    throw LibraryError.unreadable(path: path, reason: "no permission to read")
  }
  defer { try? file.close() }
  // SQLite file format, 1.3: the page size at byte 16, the number of pages at byte 28.
  let header = Array((try? file.read(upToCount: 100)) ?? Data())
  if header.isEmpty, mayBeEmpty { return }
  guard header.count == 100, header.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
    let reason = header.isEmpty ? "empty file, not a library" : "not a tiaowen library"
    throw LibraryError.unreadable(path: path, reason: reason)
  }
  let stored = Int(header[16]) << 8 | Int(header[17])
  let pageSize = stored == 1 ? 65536 : stored
  let pages = header[28..<32].reduce(0) { $0 << 8 | Int($1) }
  let size = (try? file.seekToEnd()).map(Int.init) ?? 0
  // With a write-ahead log beside it the file may lag behind its own header.
  if size < pages * pageSize, !FileManager.default.fileExists(atPath: path + "-wal") {
    throw LibraryError.unreadable(
      path: path, reason: "damaged library: \(size) of \(pages * pageSize) bytes")
  }
}

private func checkFormat(_ db: Database, path: String) throws {
  guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
    throw LibraryError.unreadable(path: path, reason: "not a tiaowen library")
  }
  let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  if found > Schema.format {
    throw LibraryError.newerFormat(path: path, found: found, known: Schema.format)
  }
  if found < Schema.format {
    throw LibraryError.unreadable(path: path, reason: "an old format (\(found)); index again")
  }
}
