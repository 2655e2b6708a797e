// Collects encoded posting lists in key order and cuts them into chunks.

struct TermChunkWriter {
  /// A chunk ends after the list that brings it to this many bytes.
  static let targetByteCount = 64 << 10

  /// Chunks of terms and of their positions, in turn.
  private(set) var chunks: [[UInt8]] = []
  private(set) var firstKeys: [UInt64] = []
  private var groups: [UInt8] = []
  private var entries: [UInt8] = []
  private var postings: [UInt8] = []
  private var positions: [UInt8] = []
  private var termCount = 0
  private var previousKey: UInt64 = 0

  /// Appends a term, whose key must be greater than the one before. `encode` appends its postings
  /// and positions to the buffers.
  mutating func append(
    _ key: TermKey, word: Slice<UnsafeBufferPointer<UInt8>>?, documentFrequency: Int,
    encode: (inout [UInt8], inout [UInt8]) -> Void
  ) {
    if termCount == 0 { firstKeys.append(key.bits) }
    if termCount % TermChunkLayout.groupSize == 0 {
      groups.appendInteger(key.bits)
      groups.appendInteger(UInt32(entries.count))
      groups.appendInteger(UInt32(postings.count))
      groups.appendInteger(UInt32(positions.count))
      previousKey = key.bits
    }
    entries.appendVarint(key.bits - previousKey)
    previousKey = key.bits
    termCount += 1
    if let word {
      entries.append(UInt8(word.count))
      entries.append(contentsOf: word)
    }
    let starts = (postings.count, positions.count)
    encode(&postings, &positions)
    entries.appendVarint(UInt64(documentFrequency))
    entries.appendVarint(UInt64(postings.count - starts.0))
    if key.isBigram { entries.appendVarint(UInt64(positions.count - starts.1)) }
    if entries.count + postings.count >= Self.targetByteCount { endChunk() }
  }

  /// Ends the chunk begun, if any.
  mutating func endChunk() {
    guard termCount > 0 else { return }
    var chunk = ChunkBytes.begin()
    chunk.reserveCapacity(64 + groups.count + entries.count + postings.count)
    let groupCount = groups.count / TermChunkLayout.groupByteCount
    for count in [groupCount, termCount, entries.count, postings.count, positions.count] {
      chunk.appendInteger(UInt32(count))
    }
    chunk += groups
    chunk += entries
    chunk += postings
    ChunkBytes.seal(&chunk)
    chunks.append(chunk)
    var positionChunk = ChunkBytes.begin()
    positionChunk += positions
    ChunkBytes.seal(&positionChunk)
    chunks.append(positionChunk)
    termCount = 0
    groups.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    postings.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }
}
