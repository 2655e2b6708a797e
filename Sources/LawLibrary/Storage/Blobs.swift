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
  /// The value of a column that is never NULL but in a damaged file.
  func value<T: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> T {
    guard !hasNull(atIndex: column) else { throw DamagedRow() }
    return self[column]
  }

  /// The bytes of a blob column; none for NULL.
  func bytes(_ column: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } ?? [] }
  }
}

/// A row that holds what no run of `index` writes.
struct DamagedRow: Error {}
