// `index`: files in, a library out, in one transaction. A crash leaves the state before or after.

import Foundation
import GRDB
import HanText
import SearchIndex
import Synchronization

/// What to index, and how.
public struct IndexRequest: Sendable {
  /// Files and folders.
  public var paths: [String]
  /// The user's own lexicon as a file's text; nil keeps the one the library has.
  public var lexicon: String?
  /// Drop versions whose file under `paths` is gone.
  public var prunes = false
  /// Seconds to wait for another writer.
  public var patience = 30.0
  /// Worker threads; two by default, and never more than cores.
  public var threads = 2

  public init(paths: [String]) { self.paths = paths }
}

/// What an `index` run did.
public struct IndexReport: Sendable {
  public var added = 0
  public var replaced = 0
  public var unchanged = 0
  /// The same bytes as another file: kept once, with both paths.
  public var duplicates = 0
  public var removed = 0
  /// Files that are gone but stay in the library because `prunes` was off.
  public var gone = 0
  public var failures: [(path: String, reason: String)] = []
  public var skipped: [String: Int] = [:]
  public var warnings = 0
  public var documents = 0
  public var bytes = 0
}

/// How far a run has come, in bytes of input.
public struct IndexProgress: Sendable {
  public var done: Int
  public var total: Int
  public var item: String
}

extension Library {
  /// Brings the library at `path`, made where there is none, up to date with the files of `request`.
  ///
  /// `progress` is called from one thread; `waiting` once with the holder's name where another
  /// process is writing. Throws `LibraryError`; then the library is as it was.
  public static func index(
    _ request: IndexRequest, into path: String,
    progress: @escaping (IndexProgress) -> Void = { _ in }, waiting: (String) -> Void = { _ in }
  ) throws -> IndexReport {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw LibraryError.unwritable(path: path, reason: "no folder \(folder.path)")
    }
    let lock = try WriterLock(library: path, waitingUpTo: request.patience, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    let isNew = !FileManager.default.fileExists(atPath: path)
    do {
      let queue = try DatabaseQueue.writing(path)
      let report = try translatingErrors(path: path) {
        try queue.writeWithoutTransaction { db in
          var run = IndexRun(request, path: path, db: db, progress: progress)
          return try run.run()
        }
      }
      try translatingErrors(path: path) { try queue.close() }
      return report
    } catch {
      if isNew { removeLibrary(path) }
      throw error
    }
  }

  private static func removeLibrary(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
