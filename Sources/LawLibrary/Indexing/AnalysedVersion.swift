// A file or a group of records as the rows it becomes.

import Citations
import Foundation
import HanText
import Legislation

/// A version with its provisions, ready to be written.
struct AnalysedVersion: Sendable {
  var source: Int64
  var form: VersionForm
  var metadata: Metadata
  /// The version's own date, `YYYY-MM-DD`.
  var date: String?
  /// What happened on that date: 公布, 修订 …
  var event: String?
  var rank: InstrumentRank
  var encoding: String
  var hash: String
  /// The source text, UTF-8.
  var text: [UInt8]
  var warnings: [StoredWarning]
  var provisions: [ProvisionRow]
  /// In the order of the text.
  var citations: [CitationRow]
  var rules: RuleRows
  /// In the order of the text.
  var norms: [NormRow]
}

/// A row of the provision table.
struct ProvisionRow: Sendable {
  var ordinal: Int
  var parent: Int?
  var eId: String
  var level: Level
  var label: String
  var heading: String
  /// UTF-8 bytes of the version's text.
  var range: ByteRange
  var record: String?
}

/// A file read, with what its search documents are made from.
struct AnalysedFile {
  var version: AnalysedVersion
  var document: ParsedDocument
  var units: [SearchUnit]
}

/// Reads, decodes and parses a file, and finds what it cites and what it asks.
func analyse(
  _ file: NewFile, source: Int64, finders: Finders
) -> Result<AnalysedFile, ReadingFailure> {
  let bytes: [UInt8]
  switch readFile(file.path) {
  case .success(let read): bytes = read
  case .failure(let failure): return .failure(failure)
  }
  let text: SourceText
  do {
    text = try SourceText(decoding: bytes)
  } catch {
    return .failure(ReadingFailure(reason: error.description))
  }
  let document = ParsedDocument(parsing: text)
  let name = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
  var metadata = document.metadata
  if metadata.title.isEmpty { metadata.title = titleOfFile(name) }
  var offsets = ScalarOffsets(text)
  let tree = document.tree
  let citations = finders.citations.rows(of: document)
  let definitions = finders.definitions.definitions(in: document)
  let made = metadata.versionDate(in: dateOfFile(name))
  let version = AnalysedVersion(
    source: source, form: .file, metadata: metadata, date: made.date, event: made.event,
    rank: InstrumentRank(title: metadata.title, genre: metadata.genre, issuers: metadata.issuers),
    encoding: text.encoding.rawValue, hash: file.hash, text: text.bytes,
    warnings: document.warnings.map {
      let range = offsets.scalars($0.range)
      return StoredWarning(
        code: $0.code.rawValue, message: $0.message, range: [range.lowerBound, range.upperBound])
    },
    provisions: tree.nodes.indices.map { index in
      let node = tree.nodes[index]
      return ProvisionRow(
        ordinal: index, parent: node.parent, eId: tree.eId(of: index), level: node.level,
        label: document.label(of: index), heading: document.heading(of: index), range: node.range,
        record: nil)
    },
    citations: citations,
    rules: RuleRows(
      of: document, titled: metadata.title, citing: citations, defining: definitions),
    norms: document.normRows(finders.norms, definitions, citations.map(\.citation)))
  return .success(AnalysedFile(version: version, document: document, units: tree.searchUnits))
}

/// Records joined to one text, each in a stretch of its own.
func analysedVersion(
  of group: RecordGroup, source: Int64, hash: String, finders: Finders
) -> AnalysedVersion {
  var text: [UInt8] = []
  var provisions: [ProvisionRow] = []
  for (ordinal, record) in group.records.enumerated() {
    if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
    let start = text.count
    text.append(contentsOf: SourceText(record.text).bytes)
    let address = record.article.map { Address($0) }
    provisions.append(
      ProvisionRow(
        ordinal: ordinal, parent: nil,
        eId: address.flatMap { $0.path.isEmpty ? nil : $0.eId } ?? "record_\(ordinal + 1)",
        level: .article,
        label: record.article ?? "", heading: "", range: start..<text.count, record: record.id))
  }
  var citations: [CitationRow] = []
  var rules = RuleRows()
  var norms: [NormRow] = []
  for joined in JoinedRecords.all(provisions, in: text) {
    let document = joined.document
    let found = finders.citations.rows(of: document)
    let definitions = finders.definitions.definitions(in: document)
    citations += found.compactMap { joined.placed($0) }
    rules.append(
      RuleRows(of: document, titled: group.law, citing: found, defining: definitions),
      from: joined)
    norms += document.normRows(
      finders.norms, definitions, found.map(\.citation), titled: group.law
    ).compactMap { joined.placed($0) }
  }
  var metadata = Metadata()
  metadata.title = group.law
  metadata.genre = .regulation
  return AnalysedVersion(
    source: source, form: .records, metadata: metadata, date: group.date, event: nil,
    rank: InstrumentRank(title: group.law, genre: .unknown, issuers: []), encoding: "UTF-8",
    hash: hash, text: text, warnings: [], provisions: provisions,
    citations: citations, rules: rules, norms: norms)
}

extension Metadata {
  /// What made this version: its last event but for taking effect or being repealed. Being published
  /// (公布) stands for being passed on the same or an earlier day.
  var versionEvent: (date: CalendarDate, event: String)? {
    if genre == .commentary || genre == .case { return published.map { ($0, "") } }
    let events = history.filter { !["施行", "废止"].contains($0.event) }
    if let last = events.max(by: { $0.date < $1.date }) { return (last.date, last.event) }
    return published.map { ($0, "公布") } ?? adopted.map { ($0, "通过") }
  }
}

extension Metadata {
  /// The day and event of this version, for a text in a file of the date `named`.
  ///
  /// Collections date their files by the version in them, and many texts leave the last amendment out of
  /// their history: where the file is later than any delay between an event and its being made public,
  /// its date is the version's.
  fileprivate func versionDate(in named: String?) -> (date: String?, event: String?) {
    guard let own = versionEvent else { return (named, nil) }
    let date = own.date.description
    let isInstrument = genre != .commentary && genre != .case
    if isInstrument, let named, let gap = days(from: date, to: named),
      gap > LegislativeAct.longestGap
    {
      return (named, nil)
    }
    return (date, own.event)
  }

  /// When this version takes effect: a day the history gives for the version itself, else the day in the
  /// text, which an amended text may have kept from the first version.
  var versionEffect: CalendarDate? {
    let own = history.filter { $0.event == "施行" }.map(\.date).max()
    guard let own, let event = versionEvent, own >= event.date else { return effective }
    return own
  }
}

/// The date at the end of a file name: `…(2022-11-25)`.
private func dateOfFile(_ name: String) -> String? {
  let digits = name.suffix(11)
  guard let last = digits.last, last == ")" || last == "）" else { return nil }
  return CalendarDate(digits.dropLast())?.description
}

/// A file's name without its date.
private func titleOfFile(_ name: String) -> String {
  guard dateOfFile(name) != nil else { return name }
  return String(name.dropLast(12))
}
