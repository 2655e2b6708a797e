// Norms out of a library's tables, with their words out of the text.

import Citations
import GRDB
import HanText
import Interchange
import Legislation
import Norms

/// Reads the norms of one version.
struct StoredNorms {
  private let library: Library
  private let version: Int64
  private let source: SourceText
  private var offsets: ScalarOffsets
  /// The text parsed again, for norms whose words do not stand together; nil for records.
  private var document: ParsedDocument?
  private var isParsed = false

  init(_ library: Library, version: Int64) throws {
    self.library = library
    self.version = version
    let bytes = try library.read { db in
      try db.firstRow("SELECT text FROM version WHERE id = ?", [version]) { try $0.bytes(0) }
    }
    source = SourceText(stored: bytes ?? [])
    offsets = ScalarOffsets(source)
  }

  /// The norms with the given ids, all of this version.
  mutating func read(_ ids: [Int64]) throws -> [RegisteredNorm] {
    let rows = try library.read { db in try ids.map { try db.storedNorm($0) } }
    return try rows.map { try registered($0) }
  }

  /// A sanction of this version, joined to a norm of another by the words at `citation`.
  mutating func sanction(_ id: Int64, by citation: ByteRange) throws -> NormSanction {
    let row = try library.read { try $0.storedNorm(id) }
    guard citation.upperBound <= source.bytes.count else { throw DamagedRow() }
    let title = try library.catalogue().version(version)?.title
    return NormSanction(try entry(row), by: source.string(citation), in: title)
  }

  private mutating func registered(_ row: StoredNorm) throws -> RegisteredNorm {
    var entry = try entry(row)
    for (id, citation) in row.sanctions {
      let sanction = try library.read { db in try db.storedNorm(id) }
      entry.sanctions.append(NormSanction(try self.entry(sanction), by: try string(citation, row)))
    }
    return RegisteredNorm(norm: entry, text: try string(row.text, row), recordID: row.record)
  }

  private mutating func entry(_ row: StoredNorm) throws -> NormEntry {
    if row.isLaidOut, !isParsed {
      document = try library.text(ofVersion: version).document
      isParsed = true
    }
    var entry = NormEntry(
      id: NormIdentity.text(of: row.key), provision: row.provision, label: row.label,
      kind: row.kind, trigger: try words(row.trigger, row), bearers: try words(row.bearers, row),
      parties: row.parties, isImplicit: row.isImplicit, topic: try words(ifAny: row.topic, row),
      action: try words(row.action, row), condition: try words(ifAny: row.condition, row),
      exception: try words(ifAny: row.exception, row), authorities: try words(row.authorities, row),
      measures: try row.measures.map { try NormMeasure($0) { try words($0, row) } },
      deadlines: try row.deadlines.map { try NormDeadline($0) { try words($0, row) } })
    for (citation, targets) in row.bases {
      guard citation.upperBound <= source.bytes.count else { throw DamagedRow() }
      let text = source.string(citation)
      entry.references += targets.compactMap { NormReference($0, by: text) }
    }
    return entry
  }

  private func string(_ range: ByteRange, _ row: StoredNorm) throws -> String {
    guard range.upperBound <= source.bytes.count else { throw DamagedRow() }
    if row.isLaidOut, let document { return document.text(in: range) }
    return source.string(range)
  }

  private mutating func words(_ range: ByteRange, _ row: StoredNorm) throws -> NormEntry.Words {
    NormEntry.Words(text: try string(range, row), range: offsets.scalars(range))
  }

  private mutating func words(
    ifAny range: ByteRange?, _ row: StoredNorm
  ) throws -> NormEntry.Words? {
    guard let range else { return nil }
    return try words(range, row)
  }

  private mutating func words(_ ranges: [ByteRange], _ row: StoredNorm) throws -> [NormEntry.Words]
  {
    var list: [NormEntry.Words] = []
    for range in ranges { list.append(try words(range, row)) }
    return list
  }
}

/// A row of the norm table with what belongs to it.
private struct StoredNorm {
  var key: UInt64
  /// The eId of the provision it stands in.
  var provision: String
  var record: String?
  var label: String
  var kind: NormKind
  var isImplicit: Bool
  var isLaidOut: Bool
  var text: ByteRange
  var trigger: ByteRange
  var action: ByteRange
  var topic: ByteRange?
  var condition: ByteRange?
  var exception: ByteRange?
  var authorities: [ByteRange]
  var bearers: [ByteRange] = []
  var parties: [[String]] = []
  var measures: [Measure] = []
  var deadlines: [Deadline] = []
  /// The rows of the sanctions that follow its breach, and the citations that join them.
  var sanctions: [(id: Int64, citation: ByteRange)] = []
  /// What it is imposed under, with the words that say so.
  var bases: [(citation: ByteRange, targets: [CitationTarget])] = []
}

extension Database {
  fileprivate func storedNorm(_ id: Int64) throws -> StoredNorm {
    let bits = Schema.ordinalBits
    let stored = try firstRow(
      """
      SELECT key, eid, record, norm.label, kind, implicit, laid_out, text_start, text_stop,
        trigger_start, trigger_stop, action_start, action_stop, topic_start, topic_stop,
        condition_start, condition_stop, exception_start, exception_stop, authorities
      FROM norm JOIN provision ON provision.id = (norm.id >> \(bits) << \(bits)) + ordinal
      WHERE norm.id = ?
      """, [id]
    ) { row in
      guard let kind = NormKind(rawValue: try row.value(4)) else { throw DamagedRow() }
      return try StoredNorm(
        key: UInt64(bitPattern: row.value(0)), provision: row.value(1), record: row[2],
        label: row.value(3), kind: kind, isImplicit: row.value(5), isLaidOut: row.value(6),
        text: row.range(7), trigger: row.range(9), action: row.range(11),
        topic: row.optionalRange(13), condition: row.optionalRange(15),
        exception: row.optionalRange(17), authorities: byteRanges(row.value(19)))
    }
    guard var norm = stored else { throw DamagedRow() }
    try readBearers(of: id, into: &norm)
    norm.measures = try storedMeasures(ofNorm: id)
    norm.deadlines = try storedDeadlines(ofNorm: id)
    norm.sanctions = try storedSanctions(ofNorm: id)
    if norm.kind == .sanction { norm.bases = try storedBases(ofNorm: id) }
    return norm
  }

  /// The provisions that a sanction is imposed under.
  private func storedBases(
    ofNorm id: Int64
  ) throws -> [(citation: ByteRange, targets: [CitationTarget])] {
    let rows = try Row.fetchAll(
      cachedStatement(
        sql: """
          SELECT citation, start, stop FROM norm_citation JOIN citation ON citation.id = citation
          WHERE norm = ? AND role = ? ORDER BY citation
          """), arguments: [id, SanctionCitation.Role.basis.rawValue])
    return try rows.map { row in
      (try row.range(1), try storedTargets(of: row.value(0)).map(\.target))
    }
  }

  /// The sanctions of a norm: those of its version with the keys that are stored.
  private func storedSanctions(ofNorm id: Int64) throws -> [(id: Int64, citation: ByteRange)] {
    let ids = Schema.ids(ofVersion: id >> Schema.ordinalBits)
    let rows = try Row.fetchCursor(
      cachedStatement(
        sql: """
          SELECT norm.id, start, stop FROM norm_sanction JOIN norm ON norm.key = sanction
          WHERE norm_sanction.norm = ? AND norm.id >= ? AND norm.id < ? ORDER BY number
          """), arguments: [id, ids.lowerBound, ids.upperBound])
    var found: [(id: Int64, citation: ByteRange)] = []
    while let row = try rows.next() { found.append((try row.value(0), try row.range(1))) }
    return found
  }

  private func readBearers(of id: Int64, into norm: inout StoredNorm) throws {
    let rows = try Row.fetchCursor(
      cachedStatement(
        sql: """
          SELECT part, start, stop, name FROM norm_bearer JOIN party ON party.id = party
          WHERE norm = ? ORDER BY number, part
          """), arguments: [id])
    while let row = try rows.next() {
      if try row.value(0) as Int == 0 || norm.parties.isEmpty {
        norm.bearers.append(try row.range(1))
        norm.parties.append([])
      }
      norm.parties[norm.parties.count - 1].append(try row.value(3))
    }
  }
}

extension Row {
  /// The range whose start stands in a column and its end in the next.
  func range(_ column: Int) throws -> ByteRange {
    let (start, stop) = (try value(column) as Int, try value(column + 1) as Int)
    guard 0 <= start, start <= stop else { throw DamagedRow() }
    return start..<stop
  }

  /// The same, nil for NULL.
  func optionalRange(_ column: Int) throws -> ByteRange? {
    hasNull(atIndex: column) ? nil : try range(column)
  }
}

/// Ranges as a column keeps them: `start-stop`, parted by spaces.
func byteRanges(_ text: String) throws -> [ByteRange] {
  try text.split(separator: " ").map { pair in
    let ends = pair.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { throw DamagedRow() }
    return ends[0]..<ends[1]
  }
}
