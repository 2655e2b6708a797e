// Walks one posting list forward; it trusts bytes that `PostingListValidator` has passed.

/// A place in a posting list. `document` is the current one, `PostingCursor.end` after the last.
struct PostingCursor {
  static let end = UInt32.max

  let documentFrequency: Int
  let blockCount: Int
  private let list: UnsafeRawPointer
  /// Equal to `list` where the cursor was opened without positions.
  private let positions: UnsafeRawPointer
  private let isBigram: Bool

  private(set) var document: UInt32 = 0
  /// The last document of the current block.
  private(set) var blockEnd: UInt32 = 0
  private var block = 0
  /// The place of the current document in the block; in a bitmap that of the document at
  /// `indexBit`, as seeks there leave counting for later.
  private var index = 0
  private var indexBit = 0
  private var count = 0
  private var base: UInt32 = 0
  private var documents: UnsafeRawPointer
  private var documentWidth = 0
  private var documentMask: UInt64 = 0
  private var frequencies: UnsafeRawPointer
  private var frequencyWidth = 0
  private var frequencyMask: UInt64 = 0
  private var blockPositions = 0
  private var positionWidth = 0
  /// Occurrences in the block before `countedIndex`.
  private var counted = 0
  private var countedIndex = 0

  /// Starts at the first document. Without `positions`, only documents and frequencies can be read.
  init(
    _ list: UnsafeRawPointer, documentFrequency: Int, isBigram: Bool, positions: UnsafeRawPointer?
  ) {
    self.list = list
    self.documentFrequency = documentFrequency
    self.isBigram = isBigram
    self.positions = positions ?? list
    blockCount = PostingLayout.blockCount(documentFrequency)
    documents = list
    frequencies = list
    enter(0)
  }

  var hasBlocks: Bool { blockCount > 1 }

  /// How often the term occurs in the current document.
  var frequency: UInt32 {
    @inline(__always) get {
      if frequencyWidth == 0 { return 1 }
      return BitPacking.value(frequencies, place, frequencyWidth, frequencyMask) &+ 1
    }
  }

  private var isBitmap: Bool {
    @inline(__always) get { documentWidth == PostingLayout.bitmapWidth }
  }

  /// The place of the current document in the block.
  private var place: Int {
    @inline(__always) get {
      let bit = Int(document &- base)
      return !isBitmap || bit == indexBit
        ? index : index &+ Bitmap.count(documents, indexBit..<bit)
    }
  }

  /// Settles the place after seeks, so that a walk from here on goes without counting.
  @inline(__always)
  mutating func settle() {
    if isBitmap, document != Self.end {
      let bit = Int(document &- base)
      if bit != indexBit {
        index &+= Bitmap.count(documents, indexBit..<bit)
        indexBit = bit
      }
    }
  }

  @inline(__always)
  mutating func advance() {
    if document != blockEnd {
      if isBitmap {
        let bit = Int(document &- base)
        let next = Bitmap.first(documents, from: bit &+ 1)
        if bit == indexBit {
          index &+= 1
          indexBit = next
        }
        document = base &+ UInt32(truncatingIfNeeded: next)
      } else {
        index &+= 1
        document = base &+ BitPacking.value(documents, index, documentWidth, documentMask)
      }
    } else if block &+ 1 < blockCount {
      enter(block &+ 1)
    } else {
      document = Self.end
    }
  }

  /// Moves to the first document that is `target` or later.
  @inline(__always)
  mutating func seek(_ target: UInt32) {
    if document >= target { return }
    if isBitmap, target <= blockEnd {
      let bit = Bitmap.first(documents, from: Int(target &- base))
      document = base &+ UInt32(truncatingIfNeeded: bit)
    } else {
      seekForward(target)
    }
  }

  @inline(never)
  private mutating func seekForward(_ target: UInt32) {
    if target > blockEnd {
      guard let next = firstBlock(from: block &+ 1, reaching: target) else {
        document = Self.end
        return
      }
      enter(next)
      if document >= target { return }
    }
    // The block ends at or after the target, so the search cannot run out.
    if isBitmap {
      let bit = Bitmap.first(documents, from: Int(target &- base))
      document = base &+ UInt32(truncatingIfNeeded: bit)
      return
    }
    let offset = target &- base
    var low = index &+ 1
    var step = 1
    while low &+ step < count,
      BitPacking.value(documents, low &+ step &- 1, documentWidth, documentMask) < offset
    {
      low &+= step
      step &<<= 1
    }
    var high = min(low &+ step, count) &- 1
    while low < high {
      let middle = (low &+ high) &>> 1
      if BitPacking.value(documents, middle, documentWidth, documentMask) < offset {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    index = low
    document = base &+ BitPacking.value(documents, low, documentWidth, documentMask)
  }

  /// The first block from `block` on whose last document is `target` or later.
  func firstBlock(from block: Int, reaching target: UInt32) -> Int? {
    guard blockCount > 1, block < blockCount else { return nil }
    var low = block
    var step = 1
    while low &+ step < blockCount, lastDocument(of: low &+ step &- 1) < target {
      low &+= step
      step &<<= 1
    }
    var high = min(low &+ step, blockCount)
    while low < high {
      let middle = (low &+ high) &>> 1
      if lastDocument(of: middle) < target { low = middle &+ 1 } else { high = middle }
    }
    return low < blockCount ? low : nil
  }

  /// Only for lists that have blocks.
  @inline(__always)
  func lastDocument(of block: Int) -> UInt32 {
    list.integer(8 &+ block &* 4, as: UInt32.self)
  }

  /// Only for lists that have blocks.
  func frontier(of block: Int) -> ImpactFrontier {
    ImpactFrontier(bits: list.integer(infoOffset(block), as: UInt64.self))
  }

  /// Of the whole list; only for lists that have blocks.
  var frontier: ImpactFrontier { ImpactFrontier(bits: list.integer(0, as: UInt64.self)) }

  private func infoOffset(_ block: Int) -> Int {
    8 &+ blockCount &* 4 &+ block &* PostingLayout.BlockInfo.byteCount
  }

  private mutating func enter(_ newBlock: Int) {
    block = newBlock
    index = 0
    counted = 0
    countedIndex = 0
    if blockCount == 1 {
      var offset = 0
      base = UInt32(truncatingIfNeeded: trustedVarint(list, &offset))
      count = documentFrequency
      setWidths(list + offset, data: list + offset + (isBigram ? 3 : 2))
      document = base
      blockEnd = base &+ BitPacking.value(documents, count &- 1, documentWidth, documentMask)
    } else {
      base = newBlock == 0 ? 0 : lastDocument(of: newBlock &- 1) &+ 1
      blockEnd = lastDocument(of: newBlock)
      count = min(
        PostingLayout.blockSize, documentFrequency &- newBlock &* PostingLayout.blockSize)
      let info = list + infoOffset(newBlock)
      let data = info.integer(PostingLayout.BlockInfo.dataOffset, as: UInt32.self)
      blockPositions = Int(info.integer(PostingLayout.BlockInfo.positionsOffset, as: UInt32.self))
      setWidths(info + PostingLayout.BlockInfo.widths, data: list + Int(data))
      if isBitmap {
        indexBit = Bitmap.first(documents, from: 0)
        document = base &+ UInt32(truncatingIfNeeded: indexBit)
      } else {
        document = base &+ BitPacking.value(documents, 0, documentWidth, documentMask)
      }
    }
  }

  private mutating func setWidths(_ widths: UnsafeRawPointer, data: UnsafeRawPointer) {
    documentWidth = Int(widths.load(as: UInt8.self))
    frequencyWidth = Int(widths.load(fromByteOffset: 1, as: UInt8.self))
    if isBigram { positionWidth = Int(widths.load(fromByteOffset: 2, as: UInt8.self)) }
    documentMask = BitPacking.mask(documentWidth)
    frequencyMask = BitPacking.mask(frequencyWidth)
    documents = data
    frequencies =
      data
      + (isBitmap
        ? Bitmap.byteCount(span: Int(blockEnd &- base) &+ 1)
        : BitPacking.byteCount(count, width: documentWidth))
  }

  /// Where the term stands in the current document, ascending.
  ///
  /// The cursor must have been opened with positions.
  @inline(__always)
  mutating func currentPositions() -> PackedPositions {
    settle()
    if frequencyWidth == 0 {
      return PackedPositions(
        packed: positions + blockPositions, start: index, count: 1, width: positionWidth)
    }
    // Where the positions of a document start is known from that of an earlier one in the block.
    while countedIndex < index {
      counted &+=
        Int(BitPacking.value(frequencies, countedIndex, frequencyWidth, frequencyMask)) &+ 1
      countedIndex &+= 1
    }
    return PackedPositions(
      packed: positions + blockPositions, start: counted, count: Int(frequency),
      width: positionWidth)
  }
}

/// The positions of a term in one document, read in place.
struct PackedPositions {
  let packed: UnsafeRawPointer
  let start: Int
  let count: Int
  let width: Int
  private let mask: UInt64

  init(packed: UnsafeRawPointer, start: Int, count: Int, width: Int) {
    self.packed = packed
    self.start = start
    self.count = count
    self.width = width
    mask = BitPacking.mask(width)
  }

  @inline(__always)
  subscript(index: Int) -> UInt32 { BitPacking.value(packed, start &+ index, width, mask) }
}
