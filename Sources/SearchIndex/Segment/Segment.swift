// An opened segment: directory and per-document statistics in memory, everything else on demand.

/// An immutable index of some documents. Opening loads two chunks, a few bytes a document; all else
/// is fetched and cached by the `Searcher`s that use it.
public struct Segment: Sendable {
  let store: any ChunkStore
  let header: SegmentHeader
  let statistics: DocumentStatistics

  /// Opens the segment kept in `store`.
  /// - Throws: `SearchIndexError` if the store fails or the bytes are not a segment of this format.
  public init(_ store: some ChunkStore) throws(SearchIndexError) {
    self.store = store
    header = try SegmentHeader(try Self.load(0, from: store))
    statistics = try DocumentStatistics(
      try Self.load(SegmentHeader.statisticsChunk, from: store),
      documentCount: header.documentCount)
  }

  /// Documents of the segment, deleted ones included; they are numbered from 0 as they were added.
  public var documentCount: Int { header.documentCount }

  /// Reads every chunk and checks all that a search would rely on.
  public func validate() throws(SearchIndexError) {
    let reader = SegmentReader(self, deleted: nil)
    for index in header.firstKeys.indices { try reader.validateTerms(index) }
    for document in 0..<documentCount { _ = try reader.identifier(document) }
  }

  func load(_ index: Int) throws(SearchIndexError) -> ChunkBytes {
    try Self.load(index, from: store)
  }

  private static func load(_ index: Int, from store: some ChunkStore) throws(SearchIndexError)
    -> ChunkBytes
  {
    let bytes: [UInt8]
    do {
      bytes = try store.chunk(index)
    } catch let error as SearchIndexError {
      throw error
    } catch {
      throw .store(error)
    }
    return try ChunkBytes(bytes, index: index)
  }
}
