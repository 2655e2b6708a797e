// Checks a posting list once, when its chunk is loaded, so that cursors need no checks in their
// loops.

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
      guard widths.documents <= 32,
        BitPacking.value(base + data, 0, widths.documents, BitPacking.mask(widths.documents)) == 0
      else { throw reader.failure("a list starts elsewhere") }
      _ = try validateDocuments(
        base + data, documentFrequency, widths.documents, UInt32(first), reader)
      let frequencies =
        base + data + BitPacking.byteCount(documentFrequency, width: widths.documents)
      let occurrences = Self.occurrences(frequencies, documentFrequency, widths.frequencies)
      return BitPacking.byteCount(occurrences, width: widths.positions)
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
      guard last >= blockBase, last < documentCount else {
        throw reader.failure("documents do not ascend")
      }
      let documentBytes =
        widths.documents == PostingLayout.bitmapWidth
        ? Bitmap.byteCount(span: Int(last - blockBase) + 1)
        : BitPacking.byteCount(count, width: widths.documents)
      let data = try reader.skip(
        documentBytes + BitPacking.byteCount(count, width: widths.frequencies))
      guard data - range.lowerBound == dataOffset, positionsOffset == positionBytes else {
        throw reader.failure("a block lies elsewhere")
      }
      if widths.documents == PostingLayout.bitmapWidth {
        let span = Int(last - blockBase)
        guard Bitmap.count(base + data, 0..<span + 1) == count,
          Bitmap.count(base + data, span..<span + 1) == 1
        else { throw reader.failure("a bitmap has other documents") }
      } else {
        let result = try validateDocuments(base + data, count, widths.documents, blockBase, reader)
        guard result == last else { throw reader.failure("a block ends elsewhere") }
      }
      let occurrences = Self.occurrences(base + data + documentBytes, count, widths.frequencies)
      positionBytes += BitPacking.byteCount(occurrences, width: widths.positions)
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
    guard documents <= 32 || documents == PostingLayout.bitmapWidth, frequencies <= 32,
      positions <= 32, isBigram || positions == 0
    else {
      throw reader.failure("a width is too large")
    }
    return (Int(documents), Int(frequencies), Int(positions))
  }

  /// - Returns: the last document.
  private func validateDocuments(
    _ data: UnsafeRawPointer, _ count: Int, _ width: Int, _ base: UInt32, _ reader: ByteReader
  ) throws(SearchIndexError) -> UInt32 {
    let mask = BitPacking.mask(width)
    var previous = -1
    var ascending = true
    for i in 0..<count {
      let value = Int(BitPacking.value(data, i, width, mask))
      ascending = ascending && value > previous
      previous = value
    }
    guard ascending, Int(base) + previous < documentCount else {
      throw reader.failure("documents do not ascend")
    }
    return base + UInt32(previous)
  }

  private static func occurrences(_ data: UnsafeRawPointer, _ count: Int, _ width: Int) -> Int {
    count + BitPacking.sum(data, count, width, BitPacking.mask(width))
  }
}
