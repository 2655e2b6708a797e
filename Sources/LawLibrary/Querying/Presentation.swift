// A hit as people see it: its text, what matched in it, its status, and how to cite it.

import HanText
import Legislation
import SearchIndex

extension Library {
  /// The hits of one page.
  func present(
    _ hits: some Collection<Hit>, _ highlighter: Highlighter, asOf day: String
  ) throws -> [SearchHit] {
    let engine = try engine()
    let names = try hits.map { try engine.name(of: $0) }
    let catalogue = try catalogue(
      ofVersions: names.map { Schema.version(ofProvision: $0.provision) })
    return try zip(hits, names).map { hit, name in
      let id = Schema.version(ofProvision: name.provision)
      guard let version = catalogue.version(id),
        let provision = try text(ofVersion: id)
          .provision(Schema.ordinal(ofProvision: name.provision))
      else {
        throw LibraryError.unreadable(path: path, reason: "damaged library: a hit has no text")
      }
      let highlights = highlighter.highlights(in: provision.text)
      let paragraph = provision.paragraph(holding: highlights.first?.lowerBound ?? 0)
      // A 款 is cited of an article or of a text without any, not of a point (三、).
      let hasParagraphs = provision.label.isEmpty || provision.label.hasPrefix("第")
      let label = provision.label + (hasParagraphs ? paragraph ?? "" : "")
      return SearchHit(
        instrument: version.title, version: version.date,
        validity: catalogue.validity(of: id, asOf: day), provision: provision, label: label,
        highlights: highlights, score: Double(hit.score), citation: version.citation(of: label),
        recordID: name.record, sources: try sources(ofVersion: id),
        missing: try catalogue.instrument(ofVersion: id).map {
          try missing(in: $0, after: version, asOf: day)
        } ?? [])
    }
  }

  /// What the texts of an instrument tell of later versions that the library lacks; one alone, in force on
  /// the day, tells of none.
  private func missing(
    in instrument: InstrumentSummary, after version: VersionSummary, asOf day: String
  ) throws -> [LegislativeAct] {
    guard instrument.versions.count > 1 || (version.dates.turn ?? "") > day else { return [] }
    return try ownHistory(of: instrument).missing(after: version, asOf: day)
  }
}

extension VersionSummary {
  /// 《…》第十九条第一款（2022年11月25日公布）
  func citation(of label: String) -> String {
    let name = genre == Genre.commentary.rawValue || genre == Genre.case.rawValue ? "" : label
    return "\(title.bracketedTitle)\(name)"
      + (date.map { "（\(chineseDate($0))\(event ?? "")）" } ?? "")
  }
}

extension ProvisionText {
  /// 第二款, where the provision has several and the scalar at `offset` stands in one.
  func paragraph(holding offset: Int) -> String? {
    paragraphs.last { $0.start <= offset }
      .map { "第\(ChineseNumeral.format($0.number))款" }
  }
}
