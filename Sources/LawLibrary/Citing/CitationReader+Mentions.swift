// The mentions of one version with their words, what they point at, and what stands around them.

import Citations
import GRDB
import HanText
import Interchange
import Legislation

extension CitationReader {
  /// The mentions with the given ids, all of one version, in that order. `asked` is the instrument that was
  /// asked about; `relation` tells how a target, with its row among those cited, lies to the provision.
  func read(
    _ ids: [Int64], of id: Int64, asked: InstrumentSummary?,
    relation: (CitedSpan, Int64) -> CitationRelation?
  ) throws -> CitingVersion {
    let version = try version(id)
    let (text, rows) = try library.read { db in
      let bytes = try db.firstRow("SELECT text FROM version WHERE id = ?", [id]) { try $0.bytes(0) }
      return (SourceText(stored: bytes ?? []), try ids.map { try db.storedMention($0) })
    }
    var offsets = ScalarOffsets(text)
    let mentions = try rows.map { row in
      guard row.range.upperBound <= text.bytes.count else { throw DamagedRow() }
      return FoundMention(
        mention: CitationMention(
          provision: row.provision, label: row.label, text: text.string(row.range),
          range: offsets.scalars(row.range), kind: row.kind,
          targets: row.targets.map(\.target),
          isOpen: row.isOpen),
        recordID: row.record,
        before: text.line(before: row.range.lowerBound),
        after: text.line(after: row.range.upperBound),
        targets: try row.targets.map { target in
          let linked = try link(target, in: version)
          return LinkedTarget(
            title: linked.title, eId: target.span.eId,
            label: target.span.target(in: .itself).span, holding: linked.holding,
            relation: relation(target.span, target.cited), now: try now(target, in: version))
        })
    }
    return CitingVersion(
      title: version.title, version: version.date,
      validity: catalogue.validity(of: id, asOf: day),
      rank: InstrumentRank(rawValue: version.rank) ?? .other,
      sources: try library.sources(ofVersion: id),
      isOwn: version.instrument == asked?.id, mentions: mentions)
  }

  /// Where a target stands in the version of the day, when a text written before that was adopted names it by
  /// another number.
  private func now(
    _ target: StoredTarget, in version: VersionSummary
  ) throws -> CitationTarget? {
    guard !target.isOwn, !target.span.isWhole, let date = version.date,
      let instrument = links.instrument(named: target.key),
      let current = instrument.current(asOf: day).first, date < current.date ?? "",
      let known = try library.history(of: instrument).step(inForceOn: date)?.version
    else { return nil }
    let cited = target.span.target(in: .titled(instrument.title))
    guard
      case .renumbered(let addresses, _) = try library.carry(
        cited, from: known, to: current, of: instrument)
    else { return nil }
    return CitationTarget(carrying: cited, to: addresses)
  }

  /// What the library has of a target of a mention in `version`.
  func link(
    _ target: StoredTarget, in version: VersionSummary
  ) throws -> (title: String, holding: TargetHolding) {
    if target.isOwn {
      return (version.title, try outline(version.id).holding(of: target.span))
    }
    guard let instrument = links.instrument(named: target.key) else {
      return (target.title, .absent)
    }
    return (instrument.title, try holding(of: target.span, in: instrument))
  }

  private func version(_ id: Int64) throws -> VersionSummary {
    guard let version = catalogue.version(id) else { throw DamagedRow() }
    return version
  }
}

/// A target as its rows have it.
struct StoredTarget {
  /// The row of its instrument among those cited, with its key and title.
  var cited: Int64
  var key: String
  var title: String
  /// Whether the citing text means itself.
  var isOwn: Bool
  var span: CitedSpan

  /// The target as the citing text means it.
  var target: CitationTarget { span.target(in: isOwn ? .itself : .titled(title)) }
}

/// A row of the citation table with its targets.
private struct StoredMention {
  /// The eId of the provision it stands in.
  var provision: String
  var record: String?
  var label: String
  /// UTF-8 bytes of the version's text.
  var range: ByteRange
  var kind: CitationKind
  var isOpen: Bool
  var targets: [StoredTarget]
}

extension Database {
  fileprivate func storedMention(_ id: Int64) throws -> StoredMention {
    let mention = try firstRow(
      """
      SELECT eid, citation.label, citation.start, citation.stop, kind, open, record FROM citation
      JOIN provision ON provision.id = (citation.id >> \(Schema.ordinalBits) << \(Schema.ordinalBits)) + ordinal
      WHERE citation.id = ?
      """, [id]
    ) { row in
      let (start, stop) = (try row.value(2) as Int, try row.value(3) as Int)
      guard 0 <= start, start <= stop, let kind = CitationKind(rawValue: try row.value(4)) else {
        throw DamagedRow()
      }
      return try StoredMention(
        provision: row.value(0), record: row[6], label: row.value(1), range: start..<stop,
        kind: kind,
        isOpen: row.value(5), targets: storedTargets(of: id))
    }
    guard let mention else { throw DamagedRow() }
    return mention
  }

  /// The targets of a mention, by its row.
  func storedTargets(of citation: Int64) throws -> [StoredTarget] {
    let rows = try Row.fetchCursor(
      cachedStatement(
        sql: """
          SELECT cited, key, title, own, eid, last FROM citation_target
          JOIN cited ON cited.id = cited WHERE citation = ? ORDER BY number
          """), arguments: [citation])
    var targets: [StoredTarget] = []
    while let row = try rows.next() {
      targets.append(
        try StoredTarget(
          cited: row.value(0), key: row.value(1), title: row.value(2), isOwn: row.value(3),
          span: CitedSpan(eId: row.value(4), last: row[5])))
    }
    return targets
  }
}

extension SourceText {
  /// How many scalars around a mention are shown.
  private static let room = 30

  /// The words of the same line before a UTF-8 byte, with an ellipsis where cut.
  fileprivate func line(before end: Int) -> String {
    var start = end
    var count = 0
    while start > 0, count < Self.room {
      let last = scalar(bytes, before: start)
      if last.value == 0x0A { break }
      start -= last.length
      count += 1
    }
    let isCut = start > 0 && scalar(bytes, before: start).value != 0x0A
    return (isCut ? "…" : "") + plain(start..<end)
  }

  /// The words of the same line from a UTF-8 byte on.
  fileprivate func line(after start: Int) -> String {
    var end = start
    var count = 0
    while end < bytes.count, count < Self.room {
      let next = scalar(bytes, at: end)
      if next.value == 0x0A { break }
      end += next.length
      count += 1
    }
    let isCut = end < bytes.count && scalar(bytes, at: end).value != 0x0A
    return plain(start..<end) + (isCut ? "…" : "")
  }

  /// A range without marks of emphasis and the white space at its ends.
  private func plain(_ range: ByteRange) -> String {
    string(trimmed(bytes, range)).filter { $0 != "*" }
  }
}
