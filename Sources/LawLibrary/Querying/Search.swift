// Questions to a library: parse, rank, filter, and fetch what is shown.

import Foundation
import GRDB
import HanText
import Legislation
import SearchIndex

/// Which documents a question may find.
public struct SearchScope {
  /// Nil for all.
  let sets: [DocumentSet]?
}

extension Library {
  /// What the query language calls its fields and units.
  private static let syntax = QuerySyntax(
    fields: ["title", "article", "issuer", "bearer"],
    units: [
      "条": .document, "款": .paragraph, "句": .sentence, "article": .document,
      "paragraph": .paragraph, "sentence": .sentence,
    ])

  /// Answers a question. Throws `LibraryError`.
  public func search(_ request: SearchRequest) throws -> SearchAnswer {
    try translatingErrors(path: path) {
      let query = Query(request.query, syntax: Self.syntax)
      let (end, isBeyond) = request.offset.addingReportingOverflow(request.limit)
      let (hits, total) = try hits(
        for: query, limit: request.countsInstruments || isBeyond ? Int.max : end, counting: true,
        foldsScript: request.foldsScript, within: try scope(for: request))
      let engine = try engine()
      let highlighter = try Highlighter(
        query, questions: engine.questions, words: engine.words, foldsScript: request.foldsScript)
      let page = hits.dropFirst(request.offset).prefix(request.limit)
      return SearchAnswer(
        query: request.query, offset: request.offset, total: total,
        hits: try present(page, highlighter, asOf: request.asOf),
        counts: request.countsInstruments ? try counts(hits) : nil)
    }
  }

  /// The best documents for one question without their texts, as scorers and benchmarks want them.
  /// `isLiteral` takes the whole text as one literal string.
  public func ranking(
    _ text: String, isLiteral: Bool, limit: Int, within scope: SearchScope
  ) throws -> [RankedHit] {
    let query = isLiteral ? Query(literal: text) : Query(text, syntax: Self.syntax)
    let (hits, _) = try hits(
      for: query, limit: limit, counting: false, foldsScript: false, within: scope)
    let engine = try engine()
    return try hits.map { hit in
      let name = try engine.name(of: hit)
      return RankedHit(
        name: try name.record ?? documentName(ofProvision: name.provision), score: Double(hit.score)
      )
    }
  }

  /// The documents that pass a request's filters; its query does not matter.
  public func scope(for request: SearchRequest) throws -> SearchScope {
    let engine = try engine()
    var versions = request.allVersions ? nil : timeline.currentVersions(asOf: request.asOf)
    if request.narrowsVersions {
      let catalogue = try catalogue()
      let law = request.law.map { Set(catalogue.instruments(named: $0).map(\.id)) }
      let passing = catalogue.instruments.flatMap(\.versions)
        .filter { request.passes($0) && law?.contains($0.instrument) ?? true }.map(\.id)
      versions = versions?.intersection(passing) ?? Set(passing)
    }
    let sets = engine.documents { versions?.contains($0) ?? true }
    return SearchScope(sets: sets.allSatisfy { $0.count == $0.documentCount } ? nil : sets)
  }

  private func hits(
    for query: Query, limit: Int, counting: Bool, foldsScript: Bool, within scope: SearchScope
  ) throws -> (hits: [Hit], total: Int) {
    let engine = try engine()
    let folding = engine.words.folding
    let query =
      foldsScript
      ? try ScriptVariants(folding, searcher: engine.searcher).spelled(query) : query
    let analyzer = QueryAnalyzer(
      fold: { folding.folded($0, script: false).scalars },
      rank: { text in
        try engine.questions.terms(text) { try engine.searcher.documentFrequency($0) > 0 }
      },
      documents: { try self.documents($0, in: engine) })
    let isQuestion =
      query.required.isEmpty && query.ranked.contains(where: engine.questions.isQuestion)
    let result = try engine.searcher.search(
      query, analyzer: analyzer, profile: Ranking.profile,
      limit: isQuestion ? max(limit, Ranking.agreementDepth) : limit, countTotal: counting,
      filter: scope.sets)
    var hits = result.hits
    if isQuestion {
      hits = agreeing(hits)
      hits = Array(hits.prefix(limit))
    }
    return (hits, result.total ?? hits.count)
  }

  /// Orders the best hits again: an instrument with many of them is likelier to be the one asked about.
  ///
  /// With T the sum of an instrument's scores above the lowest in the head, each of its hits gains
  /// w·√(T·best score).
  private func agreeing(_ hits: [Hit]) -> [Hit] {
    let head = hits.prefix(Ranking.agreementDepth)
    guard let best = head.first?.score, let least = head.last?.score, best > 0 else { return hits }
    let engine = try? engine()
    let instruments = head.map { hit in
      engine?.version(of: hit).flatMap(timeline.instrument) ?? -1
    }
    var sums: [Int64: Float] = [:]
    for (hit, instrument) in zip(head, instruments) {
      sums[instrument, default: 0] += hit.score - least
    }
    let again = zip(head, instruments).enumerated().map { place, pair in
      let gain = Ranking.agreementWeight * (sums[pair.1, default: 0] * best).squareRoot()
      return (
        place: place,
        hit: Hit(
          segment: pair.0.segment, document: pair.0.document, score: pair.0.score + gain)
      )
    }
    let sorted = again.sorted { ($1.hit.score, $0.place) < ($0.hit.score, $1.place) }
    return sorted.map(\.hit) + hits.dropFirst(head.count)
  }

  private func documents(_ field: Query.FieldValue, in engine: SearchEngine) throws -> [DocumentSet]
  {
    switch field.name {
    case "article":
      let address = Address(field.value)
      let ids = try read {
        try Int64.fetchAll(
          $0, sql: "SELECT id FROM provision WHERE level = 'article' AND eid = ?",
          arguments: [address.eId])
      }
      return try engine.documents(ofProvisions: ids)
    case "bearer":
      return try engine.documents(ofProvisions: provisions(boundBy: field.value))
    case "issuer":
      let catalogue = try catalogue()
      return engine.documents(where: { id in
        catalogue.version(id)?.issuers.contains { $0.contains(field.value) } ?? false
      })
    default:
      let key = titleKey(field.value)
      let catalogue = try catalogue()
      return engine.documents(where: { id in
        guard let version = catalogue.version(id) else { return false }
        return !key.isEmpty && titleKey(version.title).contains(key)
      })
    }
  }

  private func counts(_ hits: [Hit]) throws -> [(instrument: String, hits: Int)] {
    var counts: [Int64: Int] = [:]
    let engine = try engine()
    for hit in hits {
      guard let version = engine.version(of: hit),
        let instrument = timeline.instrument(ofVersion: version)
      else { continue }
      counts[instrument, default: 0] += 1
    }
    return try catalogue().instruments
      .compactMap { instrument in counts[instrument.id].map { (instrument.title, $0) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private func documentName(ofProvision id: Int64) throws -> String {
    let version = try catalogue().version(Schema.version(ofProvision: id))
    let eId = try read {
      try String.fetchOne($0, sql: "SELECT eid FROM provision WHERE id = ?", arguments: [id])
    }
    return LawLibrary.documentName(
      instrument: version?.title ?? "", version: version?.date, eId: eId ?? "")
  }
}

extension SearchRequest {
  /// Whether anything but the day limits the versions searched.
  fileprivate var narrowsVersions: Bool {
    law != nil || issuer != nil || since != nil || until != nil || rank != nil
  }

  /// Whether a version passes the filters that one version answers.
  fileprivate func passes(_ version: VersionSummary) -> Bool {
    if let issuer, !version.issuers.contains(where: { $0.contains(issuer) }) { return false }
    if let rank, version.rank != rank.rawValue { return false }
    if let since, (version.date ?? "") < since { return false }
    if let until, (version.date ?? "9999") > until { return false }
    return true
  }
}
