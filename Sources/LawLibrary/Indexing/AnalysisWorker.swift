// One worker's share of the items: parse, fill a segment, hand the rows to the writer.

import Citations
import Foundation
import HanText
import Legislation
import SearchIndex

/// What workers tell the writer.
enum AnalysisMessage: Sendable {
  case version(AnalysedVersion, id: Int64)
  case failure(source: Int64, path: String, reason: String)
  /// A finished segment: its chunks, and which of its documents are whose.
  case segment(id: Int64, documents: Int, chunks: [[UInt8]], extents: [Extent])
  case progress(bytes: Int, item: String)
}

/// The documents of a version in a segment; they stand together.
struct Extent: Sendable {
  var version: Int64
  var first: Int
  var count: Int
}

/// A stored version to analyse again, as the database has it.
struct StoredVersion: Sendable {
  var id: Int64
  var form: VersionForm
  var rank: InstrumentRank
  var text: [UInt8]
  /// Of records: ordinal, range in UTF-8 bytes, and the record's own id.
  var records: [(ordinal: Int, range: ByteRange, id: String?)]
}

/// One thing to do, with the numbers it will have.
enum AnalysisTask: Sendable {
  case file(NewFile, source: Int64, version: Int64)
  case records(RecordGroup, source: Int64, version: Int64, hash: String)
  case stored(StoredVersion)

  /// Bytes of input, for progress and for sharing the work out.
  var size: Int {
    switch self {
    case .file(let file, _, _): file.size
    case .records(let group, _, _, _): group.records.reduce(0) { $0 + $1.text.utf8.count }
    case .stored(let version): version.text.count
    }
  }
}

/// Works through tasks in order and fills segments with them.
struct AnalysisWorker {
  private var analyzer: Analyzer
  private let finders = Finders()
  private let send: (AnalysisMessage) -> Bool
  private var nextSegment: Int64
  private let segmentStep: Int64
  private var open = UnfinishedSegment()

  /// Segments are numbered `firstSegment`, `firstSegment + step`, … `send` tells whether to go on.
  init(
    analyzer: Analyzer, firstSegment: Int64, step: Int64, send: @escaping (AnalysisMessage) -> Bool
  ) {
    self.analyzer = analyzer
    self.nextSegment = firstSegment
    self.segmentStep = step
    self.send = send
  }

  /// Returns what was analysed since the last segment was closed.
  mutating func work(through tasks: [AnalysisTask]) throws -> UnfinishedSegment {
    for task in tasks {
      guard try work(on: task) else { break }
      if open.builder.characterCount > UnfinishedSegment.largest { closeSegment() }
    }
    return open
  }

  /// False when the writer wants no more.
  private mutating func work(on task: AnalysisTask) throws -> Bool {
    var item = ""
    switch task {
    case .file(let file, let source, let version):
      item = URL(fileURLWithPath: file.path).lastPathComponent
      let analysed: AnalysedFile
      switch analyse(file, source: source, finders: finders) {
      case .success(let value): analysed = value
      case .failure(let failure):
        return send(.failure(source: source, path: file.path, reason: failure.reason))
      }
      try add(analysed.units, of: version, rank: analysed.version.rank, document: analysed.document)
      guard send(.version(analysed.version, id: version)) else { return false }
    case .records(let group, let source, let version, let hash):
      item = group.law
      let analysed = analysedVersion(of: group, source: source, hash: hash, finders: finders)
      let records = analysed.provisions.map {
        (ordinal: $0.ordinal, range: $0.range, id: $0.record)
      }
      try add(records, in: analysed.text, of: version, rank: analysed.rank)
      guard send(.version(analysed, id: version)) else { return false }
    case .stored(let stored):
      item = ""
      if stored.form == .records {
        try add(stored.records, in: stored.text, of: stored.id, rank: stored.rank)
      } else {
        let document = ParsedDocument(parsing: SourceText(stored: stored.text))
        try add(document.tree.searchUnits, of: stored.id, rank: stored.rank, document: document)
      }
    }
    return send(.progress(bytes: task.size, item: item))
  }

  private mutating func add(
    _ units: [SearchUnit], of version: Int64, rank: InstrumentRank, document: ParsedDocument
  ) throws {
    let first = open.builder.documentCount
    for unit in units {
      analyzer.analyse(unit, of: document)
      try add(ordinal: unit.node, of: version, record: nil, rank: rank)
    }
    open.extents.append(
      Extent(version: version, first: first, count: open.builder.documentCount - first))
  }

  private mutating func add(
    _ records: [(ordinal: Int, range: ByteRange, id: String?)], in text: [UInt8], of version: Int64,
    rank: InstrumentRank
  ) throws {
    let first = open.builder.documentCount
    for record in records {
      analyzer.analyse(text, record.range)
      try add(ordinal: record.ordinal, of: version, record: record.id, rank: rank)
    }
    open.extents.append(
      Extent(version: version, first: first, count: open.builder.documentCount - first))
  }

  private mutating func add(
    ordinal: Int, of version: Int64, record: String?, rank: InstrumentRank
  ) throws {
    let name = DocumentName(
      provision: Schema.provisionID(version: version, ordinal: ordinal), record: record)
    analyzer.name(name.bytes, prior: rank.prior)
    try open.builder.add(analyzer.document)
  }

  private mutating func closeSegment() {
    let full = open
    open = UnfinishedSegment()
    _ = send(full.finished(id: nextSegment))
    nextSegment += segmentStep
  }
}

/// A segment still in memory, and which of its documents are whose.
struct UnfinishedSegment: Sendable {
  /// A segment is closed at this many scalars, which bounds the memory of building it.
  static let largest = 24_000_000

  var builder = SegmentBuilder()
  var extents: [Extent] = []

  /// Whether another one's documents may join.
  func hasRoom(for other: UnfinishedSegment) -> Bool {
    builder.characterCount + other.builder.characterCount <= Self.largest
      && builder.hasRoom(for: other.builder)
  }

  mutating func append(_ other: consuming UnfinishedSegment) {
    let offset = builder.documentCount
    extents += other.extents.map {
      Extent(version: $0.version, first: $0.first + offset, count: $0.count)
    }
    builder.append(other.builder)
  }

  /// The segment as the writer takes it.
  consuming func finished(id: Int64) -> AnalysisMessage {
    let documents = builder.documentCount
    return .segment(id: id, documents: documents, chunks: builder.finish(), extents: extents)
  }
}

/// What the search index calls a document: the provision's row, and the record's own id if it has one.
struct DocumentName {
  var provision: Int64
  var record: String?

  var bytes: [UInt8] {
    withUnsafeBytes(of: provision.bigEndian) { Array($0) } + Array((record ?? "").utf8)
  }

  init(provision: Int64, record: String?) {
    self.provision = provision
    self.record = record
  }

  /// Nil for bytes too short to be a name.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count >= 8 else { return nil }
    provision = bytes.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    record = bytes.count > 8 ? String(decoding: bytes.dropFirst(8), as: UTF8.self) : nil
  }
}
