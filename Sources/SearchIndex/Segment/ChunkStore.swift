// The seam to storage: a segment is a list of chunks, and whoever keeps them gives them back by
// index.

/// Gives the chunks of one segment.
public protocol ChunkStore: Sendable {
  /// The chunk at `index`, exactly as `SegmentBuilder.finish()` returned it.
  func chunk(_ index: Int) throws -> [UInt8]
}

/// Chunks kept in memory, for tests and for segments that were just built.
public struct MemoryChunkStore: ChunkStore {
  public let chunks: [[UInt8]]

  public init(_ chunks: [[UInt8]]) { self.chunks = chunks }

  public func chunk(_ index: Int) throws -> [UInt8] {
    guard chunks.indices.contains(index) else {
      throw SearchIndexError.corrupted(chunk: index, reason: "there is no such chunk")
    }
    return chunks[index]
  }
}
