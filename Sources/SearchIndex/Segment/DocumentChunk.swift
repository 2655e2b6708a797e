// What a segment keeps of a document besides postings: its identifier and where its sentences and
// paragraphs start. Read only for hits and for NEAR.

/// Content: count of documents (4 bytes), the end of each record (4 bytes each), the records.
/// A record: varint length of the identifier, its bytes, and for paragraphs, then sentences, varint
/// count and varint distances of the starts.
struct DocumentRecordWriter {
  static let targetByteCount = 64 << 10

  private(set) var chunks: [[UInt8]] = []
  private(set) var firstDocuments: [UInt32] = []
  private var ends: [UInt8] = []
  private var records: [UInt8] = []
  private var documentCount: UInt32 = 0

  mutating func append(_ document: AnalyzedDocument) {
    if records.isEmpty { firstDocuments.append(documentCount) }
    documentCount += 1
    records.appendVarint(UInt64(document.identifier.count))
    records += document.identifier
    for starts in [document.paragraphStarts, document.sentenceStarts] {
      records.appendVarint(UInt64(starts.count))
      var previous: UInt32 = 0
      for start in starts {
        let ascending = max(start, previous)
        records.appendVarint(UInt64(ascending - previous))
        previous = ascending
      }
    }
    ends.appendInteger(UInt32(records.count))
    if records.count >= Self.targetByteCount { endChunk() }
  }

  /// Takes over the records of another writer, whose documents come after these.
  mutating func append(_ other: consuming DocumentRecordWriter) {
    endChunk()
    other.endChunk()
    chunks += other.chunks
    firstDocuments += other.firstDocuments.map { $0 + documentCount }
    documentCount += other.documentCount
  }

  mutating func endChunk() {
    guard !records.isEmpty else { return }
    var chunk = ChunkBytes.begin()
    chunk.appendInteger(UInt32(ends.count / 4))
    chunk += ends
    chunk += records
    ChunkBytes.seal(&chunk)
    chunks.append(chunk)
    ends.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
  }
}

/// A loaded chunk of document records.
struct DocumentChunk: Sendable {
  private let bytes: ChunkBytes
  private let count: Int
  private let records: Int

  init(_ bytes: ChunkBytes) throws(SearchIndexError) {
    self.bytes = bytes
    var reader = bytes.reader
    count = Int(try reader.integer(UInt32.self))
    records = try reader.skip(count * 4) + count * 4
  }

  var byteCount: Int { bytes.count }

  private func record(_ index: Int) throws(SearchIndexError) -> ByteReader {
    guard index >= 0, index < count else { throw bytes.reader.failure("a document is missing") }
    let end = Int(bytes.base.integer(4 + index * 4, as: UInt32.self))
    let start = index == 0 ? 0 : Int(bytes.base.integer(index * 4, as: UInt32.self))
    guard start <= end, end <= bytes.count - records else {
      throw bytes.reader.failure("a record lies elsewhere")
    }
    return ByteReader(bytes.base, records + start..<records + end, chunk: bytes.index)
  }

  /// The identifier of the document at `index` in this chunk.
  func identifier(_ index: Int) throws(SearchIndexError) -> [UInt8] {
    var reader = try record(index)
    let length = try reader.count(bytes.count)
    let start = try reader.skip(length)
    return Array(UnsafeRawBufferPointer(start: bytes.base + start, count: length))
  }

  /// The starts of the units of the document at `index`, appended to `starts`.
  func starts(
    of boundary: Boundary, _ index: Int, into starts: inout [UInt32]
  ) throws(SearchIndexError) {
    var reader = try record(index)
    _ = try reader.skip(try reader.count(bytes.count))
    if boundary == .sentence {
      for _ in 0..<(try reader.count(bytes.count)) { _ = try reader.varint() }
    }
    var position: UInt32 = 0
    for _ in 0..<(try reader.count(bytes.count)) {
      position &+= UInt32(truncatingIfNeeded: try reader.varint())
      starts.append(position)
    }
  }
}
