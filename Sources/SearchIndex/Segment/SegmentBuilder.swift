// Builds a segment in memory: number the terms while documents come, sort the occurrences once at
// the end, encode in dictionary order. Four bytes a scalar and four a word are all that documents
// leave.

/// Collects documents and makes one segment of them.
///
///     var builder = SegmentBuilder()
///     for … { try builder.add(document) }
///     let chunks = try builder.finish()
///
/// Memory is about nine bytes a scalar and nine a word, and the segment itself; build several
/// segments of at most some ten million scalars where that is too much.
public struct SegmentBuilder: Sendable {
  private static let none = UInt32.max

  private var bigrams = BigramTable()
  private var words: WordTable
  private var bigramAtPlace: [UInt32] = []
  private var wordAtPlace: [UInt32] = []
  private var characterStarts = DocumentStarts()
  private var wordStarts = DocumentStarts()
  private var lengths: [[UInt8]] = [[], []]
  private var priors: [Float] = []
  private var records = DocumentRecordWriter()

  public init() { self.init(words: WordTable()) }

  init(words: WordTable) { self.words = words }

  /// Documents added so far.
  public var documentCount: Int { priors.count }

  /// Scalars added so far; a measure of the memory taken.
  public var characterCount: Int { bigramAtPlace.count }

  /// Adds a document; its number in the segment is the count of those before.
  /// - Throws: `SearchIndexError.segmentFull`, and the document is not added.
  public mutating func add(_ document: borrowing AnalyzedDocument) throws(SearchIndexError) {
    let characterCount = document.characters.count
    let wordCount = document.wordEnds.count
    guard bigrams.hasRoom(for: document.characters), bigramAtPlace.count + characterCount < 1 << 31,
      wordAtPlace.count + wordCount < 1 << 31,
      words.byteCount + document.wordBytes.count < 1 << 31, priors.count < 1 << 30
    else { throw .segmentFull }
    document.characters.withUnsafeBufferPointer { characters in
      bigrams.append(characters, none: Self.none, to: &bigramAtPlace)
    }
    document.wordBytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in document.wordEnds {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        wordAtPlace.append(words.number(TermKey.cut(word)))
        start = end
      }
    }
    characterStarts.append(length: characterCount)
    wordStarts.append(length: wordCount)
    lengths[Field.characters.rawValue].append(LengthCode.encode(characterCount))
    lengths[Field.words.rawValue].append(LengthCode.encode(wordCount))
    priors.append(document.prior.isFinite ? max(0, document.prior) : 0)
    records.append(document)
  }

  /// Whether the documents of another builder fit into the same segment.
  public func hasRoom(for other: borrowing SegmentBuilder) -> Bool {
    bigrams.keys.count + other.bigrams.keys.count <= BigramTable.capacity
      && bigramAtPlace.count + other.bigramAtPlace.count < 1 << 31
      && wordAtPlace.count + other.wordAtPlace.count < 1 << 31
      && words.byteCount + other.words.byteCount < 1 << 31
      && priors.count + other.priors.count < 1 << 30
  }

  /// Adds the documents of another builder, so that threads can share the work of one segment; they
  /// are numbered on from those here. There must be room for them.
  public mutating func append(_ other: consuming SegmentBuilder) {
    precondition(hasRoom(for: other), "no room in the segment")
    let bigramNumbers = other.bigrams.keys.indices.map {
      bigrams.number(ofKey: other.bigrams.keys[$0], count: other.bigrams.counts[$0])
    }
    bigramAtPlace.reserveCapacity(bigramAtPlace.count + other.bigramAtPlace.count)
    for number in other.bigramAtPlace {
      bigramAtPlace.append(number == Self.none ? number : bigramNumbers[Int(number)])
    }
    let wordNumbers = other.words.withBytes { bytes in
      other.words.keys.indices.map { number in
        words.number(
          UnsafeBufferPointer(rebasing: bytes[other.words.range(number)]),
          count: other.words.counts[number])
      }
    }
    wordAtPlace.reserveCapacity(wordAtPlace.count + other.wordAtPlace.count)
    for number in other.wordAtPlace { wordAtPlace.append(wordNumbers[Int(number)]) }
    characterStarts.append(other.characterStarts)
    wordStarts.append(other.wordStarts)
    for field in Field.allCases { lengths[field.rawValue] += other.lengths[field.rawValue] }
    priors += other.priors
    records.append(other.records)
  }

  /// Encodes the segment.
  /// - Returns: its chunks, to be kept in this order behind a `ChunkStore`.
  public consuming func finish() -> [[UInt8]] {
    var header = SegmentHeader()
    header.documentCount = priors.count
    header.totalLengths = [UInt64(characterStarts.total), UInt64(wordStarts.total)]
    var writer = TermChunkWriter()
    var list = PostingListEncoder()
    encodeCharacters(&writer, &list)
    bigramAtPlace = []
    encodeWords(&writer, &list)
    records.endChunk()
    header.firstKeys = writer.firstKeys
    header.firstDocuments = records.firstDocuments
    let statistics = DocumentStatistics.encode(lengths: lengths, priors: priors)
    return [header.encoded(), statistics] + writer.chunks + records.chunks
  }

  private func encodeCharacters(_ writer: inout TermChunkWriter, _ list: inout PostingListEncoder) {
    let keys = bigrams.keys
    var order = keys.indices.map { keys[$0] << BigramTable.numberBits | UInt64($0) }
    order.sort()
    let numberMask: UInt64 = 1 << BigramTable.numberBits - 1
    var rank = [UInt32](repeating: 0, count: keys.count)
    var counts: [UInt32] = []
    for (place, packed) in order.enumerated() {
      let number = Int(packed & numberMask)
      rank[number] = UInt32(place)
      counts.append(bigrams.counts[number])
    }
    let sorted = order.map { TermKey(bits: $0 >> BigramTable.numberBits) }
    encode(
      OccurrenceTable(terms: bigramAtPlace, rank: rank, counts: counts), sorted,
      characterStarts, .characters, &writer, &list, word: nil)

    // Single scalars: the places of all bigrams that start with one are joined by the same sort.
    var characters: [TermKey] = []
    var characterCounts: [UInt32] = []
    for (place, key) in sorted.enumerated() {
      let character = TermKey.character(UInt32(key.bits >> 21))
      if characters.last != character {
        characters.append(character)
        characterCounts.append(0)
      }
      characterCounts[characters.count - 1] += counts[place]
      rank[Int(order[place] & numberMask)] = UInt32(characters.count - 1)
    }
    encode(
      OccurrenceTable(terms: bigramAtPlace, rank: rank, counts: characterCounts), characters,
      characterStarts, .characters, &writer, &list, word: nil)
  }

  private func encodeWords(_ writer: inout TermChunkWriter, _ list: inout PostingListEncoder) {
    let keys = words.keys
    var order = keys.indices.map { (key: keys[$0], number: UInt32($0)) }
    order.sort { $0.key < $1.key }
    var rank = [UInt32](repeating: 0, count: keys.count)
    var counts: [UInt32] = []
    for (place, term) in order.enumerated() {
      rank[Int(term.number)] = UInt32(place)
      counts.append(words.counts[Int(term.number)])
    }
    encode(
      OccurrenceTable(terms: wordAtPlace, rank: rank, counts: counts),
      order.map { TermKey(bits: $0.key) }, wordStarts, .words, &writer, &list,
      word: { words.range(Int(order[$0].number)) })
  }

  private func encode(
    _ occurrences: OccurrenceTable, _ keys: [TermKey], _ starts: DocumentStarts, _ field: Field,
    _ writer: inout TermChunkWriter, _ list: inout PostingListEncoder,
    word: ((Int) -> Range<Int>)?
  ) {
    lengths[field.rawValue].withUnsafeBufferPointer { lengths in
      words.withBytes { bytes in
        for (index, key) in keys.enumerated() {
          occurrences.fill(&list, index, documents: starts, positions: key.isBigram)
          writer.append(
            key, word: word.map { bytes[$0(index)] }, documentFrequency: list.documents.count
          ) { postings, positions in
            list.encode(
              withPositions: key.isBigram, lengths: lengths, to: &postings, positions: &positions)
          }
        }
      }
    }
    writer.endChunk()
  }
}
