// The first chunk of a segment, its table of contents, and the second, what scoring asks of
// documents.

/// Chunks of a segment: 0 the header, 1 `DocumentStatistics`, then a chunk of terms and one of
/// their positions in turn, then the document records.
struct SegmentHeader: Sendable {
  static let magic: UInt32 = 0x5357_4954  // "TIWS"
  static let version: UInt32 = 1
  static let statisticsChunk = 1
  static let firstTermChunk = 2

  var documentCount = 0
  /// The sum of the lengths of all documents, by `Field.rawValue`.
  var totalLengths: [UInt64] = [0, 0]
  /// The first key of each chunk of terms, ascending.
  var firstKeys: [UInt64] = []
  /// The first document of each chunk of records, ascending from 0.
  var firstDocuments: [UInt32] = []

  var firstRecordChunk: Int { Self.firstTermChunk + 2 * firstKeys.count }

  func encoded() -> [UInt8] {
    var chunk = ChunkBytes.begin()
    chunk.appendInteger(Self.magic)
    chunk.appendInteger(Self.version)
    chunk.appendInteger(UInt32(documentCount))
    chunk.appendInteger(UInt32(firstKeys.count))
    chunk.appendInteger(UInt32(firstDocuments.count))
    for length in totalLengths { chunk.appendInteger(length) }
    for key in firstKeys { chunk.appendInteger(key) }
    for document in firstDocuments { chunk.appendInteger(document) }
    ChunkBytes.seal(&chunk)
    return chunk
  }

  init() {}

  init(_ bytes: ChunkBytes) throws(SearchIndexError) {
    var reader = bytes.reader
    guard try reader.integer(UInt32.self) == Self.magic else {
      throw reader.failure("it is no segment")
    }
    let version = try reader.integer(UInt32.self)
    guard version == Self.version else { throw .unsupportedVersion(version) }
    documentCount = Int(try reader.integer(UInt32.self))
    let keyCount = Int(try reader.integer(UInt32.self))
    let recordCount = Int(try reader.integer(UInt32.self))
    totalLengths = [try reader.integer(UInt64.self), try reader.integer(UInt64.self)]
    guard reader.end - reader.offset == keyCount * 8 + recordCount * 4,
      documentCount < 1 << 31, totalLengths.allSatisfy({ $0 < 1 << 48 })
    else { throw reader.failure("the directory has another size") }
    for _ in 0..<keyCount { firstKeys.append(try reader.integer(UInt64.self)) }
    for _ in 0..<recordCount { firstDocuments.append(try reader.integer(UInt32.self)) }
    guard zip(firstKeys, firstKeys.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(firstDocuments, firstDocuments.dropFirst()).allSatisfy({ $0 < $1 }),
      firstDocuments.first == (documentCount > 0 ? 0 : nil),
      firstDocuments.last.map({ Int($0) < documentCount }) ?? true
    else { throw reader.failure("the directory does not ascend") }
  }

  /// The chunk of terms that would hold `key`, counted from 0 among chunks of terms.
  func termChunk(_ key: TermKey) -> Int? {
    let after = firstKeys.partitioningIndex { $0 > key.bits }
    return after == 0 ? nil : after - 1
  }

  /// The chunk of records that holds `document`, counted from 0, and the place in it.
  func recordChunk(_ document: Int) -> (chunk: Int, index: Int) {
    let chunk = max(0, firstDocuments.partitioningIndex { Int($0) > document } - 1)
    return (chunk, document - Int(firstDocuments[chunk]))
  }
}

extension Array {
  /// The first index whose element fulfils `belongsToSecond`, of an array partitioned by it.
  func partitioningIndex(_ belongsToSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Length codes of both fields, one byte a document each, then priors, four bytes each.
struct DocumentStatistics: Sendable {
  /// Documents that share one entry of `largestPriors`.
  static let priorBlock = 256

  private let bytes: ChunkBytes
  private let documentCount: Int
  /// The largest prior of each run of `priorBlock` documents: bounds for scores.
  let largestPriors: [Float]

  init(_ bytes: ChunkBytes, documentCount: Int) throws(SearchIndexError) {
    guard bytes.count == documentCount * 6 else {
      throw bytes.reader.failure("the statistics have another size")
    }
    self.bytes = bytes
    self.documentCount = documentCount
    var largest: [Float] = []
    var valid = true
    for start in stride(from: 0, to: documentCount, by: Self.priorBlock) {
      var maximum: Float = 0
      for document in start..<min(documentCount, start + Self.priorBlock) {
        let prior = Self.prior(bytes.base + 2 * documentCount, document)
        valid = valid && prior >= 0 && prior < .infinity
        maximum = max(maximum, prior)
      }
      largest.append(maximum)
    }
    guard valid else { throw bytes.reader.failure("a prior is no number") }
    largestPriors = largest
  }

  static func encode(lengths: [[UInt8]], priors: [Float]) -> [UInt8] {
    var chunk = ChunkBytes.begin()
    for field in lengths { chunk += field }
    for prior in priors { chunk.appendInteger(prior.bitPattern) }
    ChunkBytes.seal(&chunk)
    return chunk
  }

  /// A bound for the priors of `start..<end`, which is not empty.
  func largestPrior(_ start: UInt32, _ end: UInt32) -> Float {
    var largest: Float = 0
    for block in Int(start) / Self.priorBlock...(Int(end) - 1) / Self.priorBlock {
      largest = max(largest, largestPriors[block])
    }
    return largest
  }

  /// The length codes of a field; valid while this value lives.
  func lengths(_ field: Field) -> UnsafePointer<UInt8> {
    (bytes.base + field.rawValue * documentCount).assumingMemoryBound(to: UInt8.self)
  }

  /// To be read with `prior(_:_:)`; valid while this value lives.
  var priors: UnsafeRawPointer { bytes.base + 2 * documentCount }

  @inline(__always)
  static func prior(_ priors: UnsafeRawPointer, _ document: Int) -> Float {
    Float(bitPattern: priors.integer(document &* 4, as: UInt32.self))
  }
}
