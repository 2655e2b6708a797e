// A leaf of the term dictionary: a run of terms in key order together with their posting lists, so
// that looking a term up costs one fetch. Positions are in the chunk that follows it.

/// The content of a term chunk:
///
/// | part     | what                                                                            |
/// |----------|---------------------------------------------------------------------------------|
/// | counts   | groups, terms, bytes of entries, of postings, of positions: 4 bytes each        |
/// | groups   | of 16 terms: first key (8), offsets of entries, postings, positions (4 each)    |
/// | entries  | varint key delta; of a word its length and bytes; varint document frequency,    |
/// |          | varint bytes of postings; of a bigram varint bytes of positions                 |
/// | postings | see `PostingLayout`                                                             |
enum TermChunkLayout {
  static let groupSize = 16
  static let groupByteCount = 20
  static let headerByteCount = 20
}

/// Where a term's postings are.
struct TermEntry {
  let chunk: TermChunk
  let key: TermKey
  let documentFrequency: Int
  /// Offset in the chunk.
  let postings: Int
  /// Offset in the chunk of positions.
  let positions: Int
}

/// A loaded, validated chunk of terms.
final class TermChunk: @unchecked Sendable {
  private let bytes: ChunkBytes
  private let groupCount: Int
  private let termCount: Int
  private let entries: Int
  private let postings: Int
  /// Bytes the chunk of positions must have.
  let positionByteCount: Int

  init(_ bytes: ChunkBytes, documentCount: Int) throws(SearchIndexError) {
    self.bytes = bytes
    var reader = bytes.reader
    groupCount = Int(try reader.integer(UInt32.self))
    termCount = Int(try reader.integer(UInt32.self))
    let entryByteCount = Int(try reader.integer(UInt32.self))
    let postingByteCount = Int(try reader.integer(UInt32.self))
    positionByteCount = Int(try reader.integer(UInt32.self))
    guard
      termCount > 0,
      groupCount == (termCount + TermChunkLayout.groupSize - 1) / TermChunkLayout.groupSize
    else { throw reader.failure("the count of groups is wrong") }
    _ = try reader.skip(groupCount * TermChunkLayout.groupByteCount)
    entries = try reader.skip(entryByteCount)
    postings = try reader.skip(postingByteCount)
    guard reader.offset == reader.end else { throw reader.failure("bytes are left over") }
    try validate(entryByteCount, postingByteCount, documentCount)
  }

  /// Bytes of memory the chunk takes.
  var byteCount: Int { bytes.count }

  var firstKey: TermKey { groupKey(0) }

  private func groupOffset(_ group: Int) -> Int {
    TermChunkLayout.headerByteCount + group * TermChunkLayout.groupByteCount
  }

  private func groupKey(_ group: Int) -> TermKey {
    TermKey(bits: bytes.base.integer(groupOffset(group), as: UInt64.self))
  }

  private func validate(
    _ entryByteCount: Int, _ postingByteCount: Int, _ documentCount: Int
  ) throws(SearchIndexError) {
    var reader = ByteReader(bytes.base, entries..<entries + entryByteCount, chunk: bytes.index)
    var postingOffset = 0
    var positionOffset = 0
    var previous: UInt64?
    for term in 0..<termCount {
      let isFirst = term % TermChunkLayout.groupSize == 0
      if isFirst {
        let group = groupOffset(term / TermChunkLayout.groupSize)
        let offsets = (8, 12, 16)
        guard bytes.base.integer(group + offsets.0, as: UInt32.self) == reader.offset - entries,
          bytes.base.integer(group + offsets.1, as: UInt32.self) == postingOffset,
          bytes.base.integer(group + offsets.2, as: UInt32.self) == positionOffset
        else { throw reader.failure("a group lies elsewhere") }
      }
      let delta = try reader.varint()
      let start = isFirst ? groupKey(term / TermChunkLayout.groupSize).bits : previous ?? 0
      let (bits, overflow) = start.addingReportingOverflow(delta)
      guard !overflow, previous.map({ bits > $0 }) ?? true, !isFirst || delta == 0 else {
        throw reader.failure("terms do not ascend")
      }
      previous = bits
      let key = TermKey(bits: bits)
      if key.isWord { _ = try reader.skip(Int(try reader.integer(UInt8.self))) }
      let frequency = try reader.count(documentCount)
      guard frequency > 0 else { throw reader.failure("a term is in no document") }
      let size = try reader.count(postingByteCount - postingOffset)
      let list = postings + postingOffset
      let positionBytes = try PostingListValidator(
        documentCount: documentCount, isBigram: key.isBigram
      ).validate(
        bytes.base, list..<list + size, documentFrequency: frequency, chunk: bytes.index)
      if key.isBigram {
        guard try reader.varint() == UInt64(positionBytes) else {
          throw reader.failure("positions have another size")
        }
        positionOffset += positionBytes
      }
      postingOffset += size
    }
    guard positionOffset == positionByteCount else {
      throw reader.failure("positions have another size")
    }
  }

  /// The entry of `key`; of a word only if its bytes are `word` as well.
  /// - Returns: `taken` when another word has the key.
  func find(_ key: TermKey, word: UnsafeBufferPointer<UInt8>?) -> (entry: TermEntry?, taken: Bool) {
    var result: (entry: TermEntry?, taken: Bool) = (nil, false)
    forEach(from: key) { entry, bytes in
      guard entry.key == key else { return false }
      if let word, !word.elementsEqual(bytes) { result.taken = true } else { result.entry = entry }
      return false
    }
    return result
  }

  /// Visits entries from the first with a key of `key` or more until `visit` returns false.
  /// - Returns: whether the end of the chunk was reached.
  @discardableResult
  func forEach(
    from key: TermKey, _ visit: (TermEntry, UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    var low = 0
    var high = groupCount
    while low < high {
      let middle = (low + high) / 2
      if groupKey(middle) <= key { low = middle + 1 } else { high = middle }
    }
    let group = max(0, low - 1)
    let base = bytes.base
    var offset = entries + Int(base.integer(groupOffset(group) + 8, as: UInt32.self))
    var posting = Int(base.integer(groupOffset(group) + 12, as: UInt32.self))
    var position = Int(base.integer(groupOffset(group) + 16, as: UInt32.self))
    var bits = groupKey(group).bits
    for term in group * TermChunkLayout.groupSize..<termCount {
      let delta = trustedVarint(base, &offset)
      bits =
        term % TermChunkLayout.groupSize == 0
        ? groupKey(term / TermChunkLayout.groupSize).bits : bits &+ delta
      let current = TermKey(bits: bits)
      var word = UnsafeRawBufferPointer(start: nil, count: 0)
      if current.isWord {
        let length = Int(base.load(fromByteOffset: offset, as: UInt8.self))
        word = UnsafeRawBufferPointer(start: base + offset + 1, count: length)
        offset += 1 + length
      }
      let frequency = Int(trustedVarint(base, &offset))
      let size = Int(trustedVarint(base, &offset))
      let positionBytes = current.isBigram ? Int(trustedVarint(base, &offset)) : 0
      if current >= key {
        let entry = TermEntry(
          chunk: self, key: current, documentFrequency: frequency, postings: posting,
          positions: position)
        if !visit(entry, word) { return false }
      }
      posting += size
      position += positionBytes
    }
    return true
  }

  /// A cursor over a list of this chunk. The chunks must outlive it.
  func cursor(_ entry: TermEntry, positions: ChunkBytes?) -> PostingCursor {
    PostingCursor(
      bytes.base + postings + entry.postings, documentFrequency: entry.documentFrequency,
      isBigram: entry.key.isBigram, positions: positions.map { $0.base + entry.positions })
  }
}
