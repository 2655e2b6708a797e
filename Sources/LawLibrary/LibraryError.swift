// What can go wrong with a library, each case one line a person can act on.

import GRDB
import SearchIndex

/// An error of a library file, of its search or of what goes into it.
public enum LibraryError: Error, Sendable, CustomStringConvertible {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is no library, or its bytes are damaged.
  case unreadable(path: String, reason: String)
  /// A later release wrote the file.
  case newerFormat(path: String, found: Int, known: Int)
  /// Another process is writing; `holder` says which.
  case locked(path: String, holder: String)
  /// The library can't be written: no permission, no room.
  case unwritable(path: String, reason: String)
  /// The dictionary or lexicon differs from the one the library was built with.
  case otherDictionary(path: String, reason: String)
  /// The question needs what this library does not hold yet.
  case unsupported(String)
  /// An address or a name that fits nothing, or more than one thing.
  case notFound(String)

  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no library here; make one with: tiaowen index FOLDER --library \(path)"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .newerFormat(let path, let found, let known):
      "\(path): written by a newer tiaowen (format \(found), this one reads \(known))"
    case .locked(let path, let holder): "\(path): being written by \(holder)"
    case .unwritable(let path, let reason): "\(path): cannot write: \(reason)"
    case .otherDictionary(let path, let reason): "\(path): \(reason); index again"
    case .unsupported(let message), .notFound(let message): message
    }
  }

  /// What an SQLite error means for the library at `path`.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .unreadable(path: path, reason: "not a tiaowen library")
    case .SQLITE_CORRUPT:
      self = .unreadable(path: path, reason: "damaged library (truncated or overwritten)")
    case .SQLITE_FULL: self = .unwritable(path: path, reason: "no room left on the disk")
    case .SQLITE_IOERR:
      self = .unwritable(path: path, reason: "the disk failed or is full (\(error.message ?? ""))")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self = .unwritable(path: path, reason: error.message ?? "no permission")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path, holder: "another process")
    default:
      self = .unreadable(path: path, reason: error.message ?? "SQLite error \(error.resultCode)")
    }
  }
}

/// Runs `body`, turning SQLite's and the search index's errors into the library's.
func translatingErrors<T>(path: String, _ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw LibraryError(error, path: path)
  } catch SearchIndexError.store(let error as DatabaseError) {
    throw LibraryError(error, path: path)
  } catch is DamagedRow, is RowDecodingError, is DecodingError {
    throw LibraryError.unreadable(path: path, reason: "damaged library: a row does not fit")
  } catch let error as SearchIndexError {
    throw LibraryError.unreadable(path: path, reason: "damaged library: \(error)")
  }
}
