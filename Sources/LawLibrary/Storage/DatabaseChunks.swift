// A segment's chunks as rows of the library.

import GRDB
import SearchIndex

/// Reads the chunks of one segment from the library's snapshot.
struct DatabaseChunks: ChunkStore {
  let queue: DatabaseQueue
  let segment: Int64

  func chunk(_ index: Int) throws -> [UInt8] {
    try queue.inDatabase { db in
      let statement = try db.cachedStatement(sql: "SELECT bytes FROM chunk WHERE id = ?")
      let row = try Row.fetchOne(
        statement, arguments: [Schema.chunkID(segment: segment, number: index)])
      guard let row else {
        throw SearchIndexError.corrupted(chunk: index, reason: "the chunk is missing")
      }
      return try row.withUnsafeData(atIndex: 0) { $0.map { [UInt8]($0) } ?? [] }
    }
  }
}
