// Blobs straight from SQLite's page into an array, copied once.

import GRDB

extension Database {
  /// What `read` takes from a statement's first row; nil without a row.
  func firstRow<T>(
    _ sql: String, _ arguments: StatementArguments, _ read: (Row) throws -> T
  ) throws -> T? {
    // A fetched row is a copy, blobs included; a cursor's is not.
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    return try cursor.next().map(read)
  }
}

extension Row {
  /// The bytes of a blob column; none for NULL.
  func bytes(_ column: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } ?? [] }
  }
}
