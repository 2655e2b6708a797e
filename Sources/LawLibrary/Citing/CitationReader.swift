// Reads mentions out of a library's tables and the texts they stand in.

import Citations
import GRDB
import HanText
import Interchange
import Legislation

/// Reads mentions for one question.
final class CitationReader {
  let library: Library
  let day: String
  let catalogue: Catalogue
  let links: CitedInstruments
  private let current: Set<Int64>
  private var outlines: [Int64: Outline] = [:]

  init(_ library: Library, asOf day: String) throws {
    self.library = library
    self.day = day
    catalogue = try library.catalogue()
    links = CitedInstruments(catalogue)
    current = library.timeline.currentVersions(asOf: day)
  }

  /// Whether a version answers on the day.
  func isCurrent(_ version: Int64) -> Bool { current.contains(version) }

  /// The provisions of a version.
  func outline(_ version: Int64) throws -> Outline {
    if let outline = outlines[version] { return outline }
    let outline = try library.read { try Outline(version: version, in: $0) }
    outlines[version] = outline
    return outline
  }

  /// The version an address names, else the one that answers on the day.
  func version(of instrument: InstrumentSummary, at span: AddressSpan) throws -> VersionSummary? {
    guard let date = span.address.version else {
      return instrument.current(asOf: day).first
    }
    return try instrument.version(of: date)
  }

  /// Whether any version of an instrument has a provision.
  func holding(of span: CitedSpan, in instrument: InstrumentSummary) throws -> TargetHolding {
    let holdings = try Set(instrument.versions.map { try outline($0.id).holding(of: span) })
    return [.held, .unknown].first(where: holdings.contains) ?? .missing
  }

  /// The instrument an address names: by its title or a known short name, else the one it may mean.
  func asked(_ span: AddressSpan, _ text: String) throws -> AskedInstrument {
    guard let name = span.address.law, !name.isEmpty else {
      throw LibraryError.notFound("\(text): name the instrument too, as in 某某规定第十九条")
    }
    if let instrument = links.instrument(named: name) { return try asked(instrument) }
    for title in [name, InstrumentNames.standard.fullTitle(of: name)] {
      let row = try library.read { db in
        try db.firstRow("SELECT id, title FROM cited WHERE key = ?", [titleKey(title)]) {
          (id: try $0.value(0) as Int64, title: try $0.value(1) as String)
        }
      }
      if let row { return AskedInstrument(title: row.title, instrument: nil, cited: [row.id]) }
    }
    return try asked(library.instrument(named: name))
  }

  private func asked(_ instrument: InstrumentSummary) throws -> AskedInstrument {
    let cited = try library.read { db in
      try Row.fetchAll(db, sql: "SELECT id, key FROM cited").filter {
        links.instrument(named: try $0.value(1))?.id == instrument.id
      }.map { try $0.value(0) as Int64 }
    }
    return AskedInstrument(title: instrument.title, instrument: instrument, cited: cited)
  }

  /// The answer, its versions in order.
  func answer(
    _ asked: AskedInstrument, _ span: AddressSpan, _ versions: [CitingVersion]
  ) throws -> CitationAnswer {
    CitationAnswer(
      asked: asked.title.bracketedTitle + span.chinese, isOfInstrument: span.address.path.isEmpty,
      holding: try asked.instrument.map { try holding(of: CitedSpan(span), in: $0) } ?? .absent,
      versions: versions.sorted { $0.place < $1.place })
  }
}
