// A segment's chunks as rows of the library.

import GRDB
import SearchIndex

/// Reads the chunks of one segment from the library's snapshot.
struct DatabaseChunks: ChunkStore {
  let queue: DatabaseQueue
  let segment: Int64

  func chunk(_ index: Int) throws -> [UInt8] {
    try queue.inDatabase { db in
      let bytes = try db.firstRow(
        "SELECT bytes FROM chunk WHERE id = ?",
        [Schema.chunkID(segment: segment, number: index)]
      ) { try $0.bytes(0) }
      guard let bytes else {
        throw SearchIndexError.corrupted(chunk: index, reason: "the chunk is missing")
      }
      return bytes
    }
  }
}
