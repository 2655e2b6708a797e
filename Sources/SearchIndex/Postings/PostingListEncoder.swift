// Writes one posting list: which documents hold a term, how often, and where.

/// The layout of a posting list. Values of a block are packed in one width each (`BitPacking`).
///
/// | up to 128 documents            | more                                                    |
/// |--------------------------------|---------------------------------------------------------|
/// | varint first document          | 8 bytes `ImpactFrontier` of the list                     |
/// | widths: 1 byte each            | last document of each block, 4 bytes each               |
/// | documents minus the first      | a `BlockInfo` for each block                            |
/// | frequencies minus 1            | each block: documents minus its base, frequencies minus 1 |
///
/// The base of a block is the document after the last of the block before. Where it takes at most
/// twice the bytes, the documents of a block are a `Bitmap`, and their width is `bitmapWidth`: a
/// seek is one load then. Positions lie in a chunk of their own, a byte-aligned run for each block.
enum PostingLayout {
  static let blockSize = 128
  /// Stands for the width of documents in a block that has them as a bitmap.
  static let bitmapWidth = 64

  /// Frontier 8 bytes, offset of the packed block in the list 4, offset of its positions 4, widths
  /// of documents, frequencies and positions, one byte each, and a zero.
  enum BlockInfo {
    static let byteCount = 20
    static let dataOffset = 8
    static let positionsOffset = 12
    static let widths = 16
  }

  static func blockCount(_ documentFrequency: Int) -> Int {
    (documentFrequency + blockSize - 1) / blockSize
  }
}

/// Encodes lists one after the other into growing buffers.
struct PostingListEncoder {
  var documents: [UInt32] = []
  var frequencies: [UInt32] = []
  /// Positions in each document, document by document; empty where a list has none.
  var positions: [UInt32] = []
  private var block = ImpactFrontier.Builder()
  private var list = ImpactFrontier.Builder()

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }

  /// Appends the list held to `postings` and its positions to `positionBytes`.
  mutating func encode(
    withPositions: Bool, lengths: UnsafeBufferPointer<UInt8>, to postings: inout [UInt8],
    positions positionBytes: inout [UInt8]
  ) {
    if documents.count <= PostingLayout.blockSize {
      let first = documents[0]
      postings.appendVarint(UInt64(first))
      let widths = widths(of: 0..<documents.count, positions: 0..<positions.count, base: first)
      postings.append(UInt8(widths.documents))
      postings.append(UInt8(widths.frequencies))
      if withPositions { postings.append(UInt8(widths.positions)) }
      append(
        0..<documents.count, positions: 0..<positions.count, base: first, widths, to: &postings,
        &positionBytes)
    } else {
      encodeBlocks(lengths: lengths, to: &postings, &positionBytes)
    }
  }

  private mutating func encodeBlocks(
    lengths: UnsafeBufferPointer<UInt8>, to postings: inout [UInt8], _ positionBytes: inout [UInt8]
  ) {
    let start = postings.count
    let positionsStart = positionBytes.count
    let blockCount = PostingLayout.blockCount(documents.count)
    postings.appendInteger(UInt64(0))
    for block in 0..<blockCount {
      let last = min(documents.count, (block + 1) * PostingLayout.blockSize) - 1
      postings.appendInteger(documents[last])
    }
    let infos = postings.count
    postings.append(
      contentsOf: repeatElement(0, count: blockCount * PostingLayout.BlockInfo.byteCount))
    list.removeAll()
    var base: UInt32 = 0
    var position = 0
    for index in 0..<blockCount {
      let lower = index * PostingLayout.blockSize
      let range = lower..<min(documents.count, lower + PostingLayout.blockSize)
      var occurrences = 0
      block.removeAll()
      for i in range {
        occurrences += Int(frequencies[i])
        block.add(frequencies[i], lengths[Int(documents[i])])
      }
      let frontier = block.frontier
      list.add(frontier)
      let positionRange = positions.isEmpty ? 0..<0 : position..<position + occurrences
      var widths = widths(of: range, positions: positionRange, base: base)
      let span = Int(documents[range.upperBound - 1] - base) + 1
      let packed = BitPacking.byteCount(range.count, width: widths.documents)
      if Bitmap.byteCount(span: span) <= 2 * packed {
        widths.documents = PostingLayout.bitmapWidth
      }
      let info = infos + index * PostingLayout.BlockInfo.byteCount
      postings.replaceInteger(at: info, frontier.bits)
      postings.replaceInteger(
        at: info + PostingLayout.BlockInfo.dataOffset, UInt32(postings.count - start))
      postings.replaceInteger(
        at: info + PostingLayout.BlockInfo.positionsOffset,
        UInt32(positionBytes.count - positionsStart))
      postings[info + PostingLayout.BlockInfo.widths] = UInt8(widths.documents)
      postings[info + PostingLayout.BlockInfo.widths + 1] = UInt8(widths.frequencies)
      postings[info + PostingLayout.BlockInfo.widths + 2] = UInt8(widths.positions)
      append(range, positions: positionRange, base: base, widths, to: &postings, &positionBytes)
      base = documents[range.upperBound - 1] + 1
      position += occurrences
    }
    postings.replaceInteger(at: start, list.frontier.bits)
  }

  private typealias Widths = (documents: Int, frequencies: Int, positions: Int)

  private func widths(of range: Range<Int>, positions positionRange: Range<Int>, base: UInt32)
    -> Widths
  {
    var allFrequencies: UInt32 = 0
    for i in range { allFrequencies |= frequencies[i] &- 1 }
    var allPositions: UInt32 = 0
    for i in positionRange { allPositions |= positions[i] }
    return (
      BitPacking.width(of: documents[range.upperBound - 1] - base),
      BitPacking.width(of: allFrequencies), BitPacking.width(of: allPositions)
    )
  }

  private func append(
    _ range: Range<Int>, positions positionRange: Range<Int>, base: UInt32, _ widths: Widths,
    to postings: inout [UInt8], _ positionBytes: inout [UInt8]
  ) {
    documents.withUnsafeBufferPointer {
      let block = UnsafeBufferPointer(rebasing: $0[range])
      if widths.documents == PostingLayout.bitmapWidth {
        Bitmap.append(
          block, minus: base, span: Int(block[block.count - 1] - base) + 1, to: &postings)
      } else {
        BitPacking.append(block, minus: base, width: widths.documents, to: &postings)
      }
    }
    frequencies.withUnsafeBufferPointer {
      BitPacking.append(
        .init(rebasing: $0[range]), minus: 1, width: widths.frequencies, to: &postings)
    }
    positions.withUnsafeBufferPointer {
      BitPacking.append(
        .init(rebasing: $0[positionRange]), minus: 0, width: widths.positions, to: &positionBytes)
    }
  }
}
