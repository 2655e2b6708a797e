// A searcher's view of one segment: chunks it has loaded, by index, found without a lock.

/// Reads terms of a segment. Belongs to one searcher and so to one thread at a time.
final class SegmentReader {
  let segment: Segment
  /// Documents that are no hits for anybody.
  let deleted: DocumentSet?
  private var terms: [TermChunk?]
  private var positions: [ChunkBytes?]
  private var records: [DocumentChunk?]
  /// Bytes of chunks loaded.
  private(set) var loadedByteCount = 0

  init(_ segment: Segment, deleted: DocumentSet?) {
    self.segment = segment
    self.deleted = deleted
    let termChunks = segment.header.firstKeys.count
    terms = Array(repeating: nil, count: termChunks)
    positions = Array(repeating: nil, count: termChunks)
    records = Array(repeating: nil, count: segment.header.firstDocuments.count)
  }

  /// Forgets all chunks. No cursor may be in use.
  func removeLoaded() {
    for i in terms.indices {
      terms[i] = nil
      positions[i] = nil
    }
    for i in records.indices { records[i] = nil }
    loadedByteCount = 0
  }

  private func termChunk(_ index: Int) throws(SearchIndexError) -> TermChunk {
    if let chunk = terms[index] { return chunk }
    let number = SegmentHeader.firstTermChunk + 2 * index
    let chunk = try TermChunk(
      try segment.load(number), documentCount: segment.documentCount)
    guard chunk.firstKey.bits == segment.header.firstKeys[index] else {
      throw .corrupted(chunk: number, reason: "it starts with another term")
    }
    terms[index] = chunk
    loadedByteCount += chunk.byteCount
    return chunk
  }

  private func positionChunk(_ index: Int) throws(SearchIndexError) -> ChunkBytes {
    if let chunk = positions[index] { return chunk }
    let number = SegmentHeader.firstTermChunk + 2 * index + 1
    let chunk = try segment.load(number)
    guard chunk.count == (try termChunk(index)).positionByteCount else {
      throw .corrupted(chunk: number, reason: "positions have another size")
    }
    positions[index] = chunk
    loadedByteCount += chunk.count
    return chunk
  }

  /// Loads the chunk of terms at `index` and that of their positions.
  func validateTerms(_ index: Int) throws(SearchIndexError) {
    _ = try termChunk(index)
    _ = try positionChunk(index)
  }

  /// A cursor over the postings of `term`, nil where no document has it.
  func cursor(
    _ term: IndexTerm, positions: Bool = false
  ) throws(SearchIndexError) -> PostingCursor? {
    var key = term.key
    while let index = segment.header.termChunk(key) {
      let chunk = try termChunk(index)
      let found: (entry: TermEntry?, taken: Bool)
      if case .word(let bytes) = term {
        found = bytes.withUnsafeBufferPointer { chunk.find(key, word: TermKey.cut($0)) }
      } else {
        found = chunk.find(key, word: nil)
      }
      if let entry = found.entry {
        return chunk.cursor(entry, positions: positions ? try positionChunk(index) : nil)
      }
      if !found.taken { return nil }
      key = key.next
    }
    return nil
  }

  /// Cursors, with positions, over all bigrams that start with `scalar`.
  func cursors(startingWith scalar: UInt32) throws(SearchIndexError) -> [PostingCursor] {
    let keys = TermKey.bigrams(startingWith: scalar)
    var cursors: [PostingCursor] = []
    var index = segment.header.termChunk(keys.lowerBound) ?? 0
    while index < terms.count {
      let chunk = try termChunk(index)
      let places = try positionChunk(index)
      let goesOn = chunk.forEach(from: keys.lowerBound) { entry, _ in
        guard entry.key <= keys.upperBound else { return false }
        cursors.append(chunk.cursor(entry, positions: places))
        return true
      }
      if !goesOn { break }
      index += 1
    }
    return cursors
  }

  private func recordChunk(_ index: Int) throws(SearchIndexError) -> DocumentChunk {
    if let chunk = records[index] { return chunk }
    let chunk = try DocumentChunk(try segment.load(segment.header.firstRecordChunk + index))
    records[index] = chunk
    loadedByteCount += chunk.byteCount
    return chunk
  }

  func identifier(_ document: Int) throws(SearchIndexError) -> [UInt8] {
    let place = segment.header.recordChunk(document)
    return try recordChunk(place.chunk).identifier(place.index)
  }

  /// Appends the starts of the document's sentences or paragraphs to `starts`.
  func starts(
    of boundary: Boundary, _ document: Int, into starts: inout [UInt32]
  ) throws(SearchIndexError) {
    let place = segment.header.recordChunk(document)
    try recordChunk(place.chunk).starts(of: boundary, place.index, into: &starts)
  }
}
