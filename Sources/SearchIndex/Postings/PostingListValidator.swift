// Checks a posting list once, when its chunk is loaded, so that cursors need no checks in their loops.

struct PostingListValidator {
  let documentCount: Int
  let isBigram: Bool

  /// Checks that documents ascend and exist and that all that is read lies within `range`.
  /// - Returns: how many bytes of positions belong to the list.
  func validate(
    _ base: UnsafeRawPointer, _ range: Range<Int>, documentFrequency: Int, chunk: Int
  ) throws(SearchIndexError) -> Int {
    var reader = ByteReader(base, range, chunk: chunk)
    if documentFrequency <= PostingLayout.blockSize {
      let first = try reader.count(documentCount - 1)
      let widths = try widths(&reader)
      let data = try reader.skip(
        BitPacking.byteCount(documentFrequency, width: widths.documents)
          + BitPacking.byteCount(documentFrequency, width: widths.frequencies))
      let block = try validateBlock(
        base + data, count: documentFrequency, widths, base: UInt32(first), reader)
      guard block.first == UInt32(first) else { throw reader.failure("a list starts elsewhere") }
      return BitPacking.byteCount(block.occurrences, width: widths.positions)
    }
    let blockCount = PostingLayout.blockCount(documentFrequency)
    _ = try reader.integer(UInt64.self)
    let lasts = try reader.skip(blockCount * 4)
    var infos = reader
    _ = try reader.skip(blockCount * PostingLayout.BlockInfo.byteCount)
    var blockBase: UInt32 = 0
    var positionBytes = 0
    for block in 0..<blockCount {
      let last = base.integer(lasts + block * 4, as: UInt32.self)
      _ = try infos.integer(UInt64.self)
      let dataOffset = Int(try infos.integer(UInt32.self))
      let positionsOffset = Int(try infos.integer(UInt32.self))
      let widths = try widths(&infos, always: true)
      _ = try infos.integer(UInt8.self)
      let count = min(
        PostingLayout.blockSize, documentFrequency - block * PostingLayout.blockSize)
      let data = try reader.skip(
        BitPacking.byteCount(count, width: widths.documents)
          + BitPacking.byteCount(count, width: widths.frequencies))
      guard data - range.lowerBound == dataOffset, positionsOffset == positionBytes else {
        throw reader.failure("a block lies elsewhere")
      }
      let result = try validateBlock(base + data, count: count, widths, base: blockBase, reader)
      guard result.last == last else { throw reader.failure("a block ends elsewhere") }
      positionBytes += BitPacking.byteCount(result.occurrences, width: widths.positions)
      blockBase = last + 1
    }
    return positionBytes
  }

  private typealias Widths = (documents: Int, frequencies: Int, positions: Int)

  private func widths(_ reader: inout ByteReader, always: Bool = false) throws(SearchIndexError)
    -> Widths
  {
    let documents = try reader.integer(UInt8.self)
    let frequencies = try reader.integer(UInt8.self)
    let positions = always || isBigram ? try reader.integer(UInt8.self) : 0
    guard documents <= 32, frequencies <= 32, positions <= 32, isBigram || positions == 0 else {
      throw reader.failure("a width is too large")
    }
    return (Int(documents), Int(frequencies), Int(positions))
  }

  private func validateBlock(
    _ data: UnsafeRawPointer, count: Int, _ widths: Widths, base: UInt32, _ reader: ByteReader
  ) throws(SearchIndexError) -> (first: UInt32, last: UInt32, occurrences: Int) {
    let mask = BitPacking.mask(widths.documents)
    var previous = -1
    var ascending = true
    for i in 0..<count {
      let value = Int(BitPacking.value(data, i, widths.documents, mask))
      ascending = ascending && value > previous
      previous = value
    }
    guard ascending, Int(base) + previous < documentCount else {
      throw reader.failure("documents do not ascend")
    }
    let first = base + BitPacking.value(data, 0, widths.documents, mask)
    let frequencies = data + BitPacking.byteCount(count, width: widths.documents)
    let more = BitPacking.sum(
      frequencies, count, widths.frequencies, BitPacking.mask(widths.frequencies))
    return (first, base + UInt32(previous), count + more)
  }
}
