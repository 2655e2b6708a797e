// Which provision of a library a commentary paraphrases.

import Citations
import GRDB
import HanText
import Interchange
import Legislation
import Norms

/// Gives the norms of commentaries the provisions they report.
///
/// A provision that the paragraph cites by number stays, with the share of the norm's words that it has. Else the
/// norms of the same kind are compared: those of the instrument that the paragraph names, then of the others
/// that the commentary names, then of what a search in the whole library finds. One is taken for the source
/// where most of the words of each stand in the other in the same order, and no other provision comes near.
///
/// ```swift
/// var norms = document.norms()
/// try ClauseFinder(library, asOf: "2026-06-01").find(clausesOf: &norms, in: document)
/// ```
public final class ClauseFinder {
  private let library: Library
  private let day: String
  private let catalogue: Catalogue
  private let links: CitedInstruments
  private let current: Set<Int64>
  private let folding = FoldingTable()
  private var norms: [Int64: [Candidate]] = [:]

  /// Clauses are those of the versions that answer on `day`, `YYYY-MM-DD`. Throws `LibraryError`.
  public init(_ library: Library, asOf day: String) throws {
    self.library = library
    self.day = day
    catalogue = try library.catalogue()
    links = CitedInstruments(catalogue)
    current = library.timeline.currentVersions(asOf: day)
  }

  /// Sets the clauses of the norms of a commentary; those of any other text have none. Throws `LibraryError`.
  public func find(clausesOf norms: inout [NormEntry], in document: ParsedDocument) throws {
    guard document.metadata.genre == .commentary else { return }
    let named = versions(namedIn: document)
    for place in norms.indices {
      norms[place].clause = try clause(of: norms[place], named)
    }
  }

  /// From this score on a norm of an instrument that the commentary names is its source: of 264 norms of local
  /// rules looked for in the laws they carry out, 50 were found, 48 of them rightly.
  private static let namedScore = 0.65
  /// The same where nothing in the commentary names the instrument: of 207 such norms looked for in all laws, 18
  /// were found, all rightly.
  private static let unnamedScore = 0.8
  /// Another provision within this distance makes the answer a guess.
  private static let lead = 0.05
  /// Fewer words than these are anybody's.
  private static let fewestWords = 10
  /// So many provisions that a search finds are compared.
  private static let mostFound = 20

  private func clause(of norm: NormEntry, _ named: [VersionSummary]) throws -> NormClause? {
    let cited = norm.clause
    let own = cited?.law.flatMap { version(of: $0) }
    if let cited, !cited.address.isEmpty {
      guard let own, let text = try text(at: cited.address, in: own) else { return cited }
      var clause = cited
      clause.share = SharedWords.share(of: ComparedText(norm.statement, folding), in: text)
      // A provision cited on the way to another one has little of the norm's words.
      if let share = clause.share, share < ClaimedWords.lowShare,
        let found = best(
          try candidates(of: own), norm.kind, Statement(norm, folding), from: Self.namedScore)
      {
        return self.clause(found, cited)
      }
      return clause
    }
    let statement = Statement(norm, folding)
    if statement.words.words().folded.count >= Self.fewestWords {
      let others = named.filter { $0.id != own?.id }
      for scope in [own.map { [$0] } ?? [], others] {
        let candidates = try scope.flatMap { try self.candidates(of: $0) }
        if let found = best(candidates, norm.kind, statement, from: Self.namedScore) {
          return clause(found, cited)
        }
      }
      let found = try search(norm.statement)
      if let found = best(found, norm.kind, statement, from: Self.unnamedScore) {
        return clause(found, cited)
      }
    }
    return NormClause(
      text: cited?.text ?? "", law: cited?.law, address: "", label: "", basis: .missing)
  }

  private func clause(
    _ found: (candidate: Candidate, share: Double), _ cited: NormClause?
  ) -> NormClause {
    NormClause(
      text: cited?.text ?? "", law: found.candidate.title, address: found.candidate.provision,
      label: found.candidate.label, share: found.share, basis: .paraphrase)
  }

  /// A norm that may be what a commentary reports.
  private struct Candidate {
    var title: String
    var provision: String
    var label: String
    var kind: NormKind
    /// Who bears it and what it asks.
    var statement: ComparedText
    /// The words of its provision.
    var text: ComparedText
    var pairs: Set<UInt64>

    /// The first step of its address: `art_19`.
    var article: Substring { CitedSpan.steps(provision).first ?? provision[...] }
  }

  /// What a commentary says.
  private struct Statement {
    /// Who bears the norm and what it asks.
    let words: ComparedText
    /// The same, with the condition in front.
    let whole: ComparedText

    init(_ norm: NormEntry, _ folding: FoldingTable) {
      words = ComparedText(norm.statement, folding)
      let condition = norm.kind == .sanction ? "" : norm.condition?.text ?? ""
      whole = ComparedText(condition + norm.statement, folding)
    }
  }

  /// The likeliest of the candidates, and how much of the statement its provision has. Nil where none reaches the
  /// score, or provisions of two articles do so alike.
  private func best(
    _ candidates: [Candidate], _ kind: NormKind, _ statement: Statement, from least: Double
  ) -> (candidate: Candidate, share: Double)? {
    let pairs = Self.pairs(of: statement.words)
    var scored: [(candidate: Candidate, share: Double, score: Double)] = []
    for candidate in candidates where candidate.kind == kind {
      // Runs of two are pairs: without enough of them there is no share to reckon.
      guard
        Double(pairs.intersection(candidate.pairs).count) * 2 >= least * Double(pairs.count)
      else { continue }
      let share = SharedWords.share(of: statement.whole, in: candidate.text)
      guard share >= least else { continue }
      let back = SharedWords.share(of: candidate.statement, in: statement.words)
      guard back >= least else { continue }
      scored.append((candidate, share, min(share, back)))
    }
    guard let first = scored.max(by: { $0.score < $1.score }) else { return nil }
    let isAlone = scored.allSatisfy {
      $0.score < first.score - Self.lead
        || ($0.candidate.title, $0.candidate.article)
          == (first.candidate.title, first.candidate.article)
    }
    return isAlone ? (first.candidate, first.share) : nil
  }

  private static func pairs(of text: ComparedText) -> Set<UInt64> {
    let words = text.words().folded
    return Set(zip(words, words.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
  }

  /// The norms of a version.
  private func candidates(of version: VersionSummary) throws -> [Candidate] {
    if let known = norms[version.id] { return known }
    let found = try read(version) { db in
      let range = Schema.ids(ofVersion: version.id)
      return try Int64.fetchAll(
        db, sql: "SELECT id FROM norm WHERE id >= ? AND id < ? ORDER BY id",
        arguments: [range.lowerBound, range.upperBound])
    }
    norms[version.id] = found
    return found
  }

  /// The norms of the provisions that a search for the words finds in texts that bind somebody.
  private func search(_ words: String) throws -> [Candidate] {
    let plain = String(String.UnicodeScalarView(words.unicodeScalars.filter { isWord($0.value) }))
    var request = SearchRequest(query: plain, asOf: day)
    request.limit = Self.mostFound
    var found: [Candidate] = []
    for hit in try library.search(request).hits {
      guard
        let version = links.instrument(named: hit.instrument)?.versions.first(where: {
          $0.date == hit.version && current.contains($0.id)
        }), version.binds(catalogue.validity(of: version.id, asOf: day))
      else { continue }
      let outline = try library.read { try Outline(version: version.id, in: $0) }
      guard
        let ordinals = outline.ordinals(of: CitedSpan(eId: hit.provision.eId, last: nil))
      else { continue }
      found += try read(version) { db in
        let range = Schema.ids(ofVersion: version.id)
        return try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM norm WHERE id >= ? AND id < ? AND ordinal >= ? AND ordinal < ? ORDER BY id
            """,
          arguments: [range.lowerBound, range.upperBound, ordinals.lowerBound, ordinals.upperBound])
      }
    }
    return found
  }

  private func read(
    _ version: VersionSummary, _ ids: (Database) throws -> [Int64]
  ) throws -> [Candidate] {
    let ids = try library.read(ids)
    guard !ids.isEmpty else { return [] }
    return try translatingErrors(path: library.path) {
      var reader = try StoredNorms(library, version: version.id)
      return try reader.read(ids).map { found in
        let statement = ComparedText(found.norm.statement, folding)
        let text = ComparedText(found.text, folding)
        return Candidate(
          title: version.title, provision: found.norm.provision, label: found.norm.label,
          kind: found.norm.kind, statement: statement, text: text, pairs: Self.pairs(of: text))
      }
    }
  }

  /// The instruments that a commentary names, those of its title first.
  private func versions(namedIn document: ParsedDocument) -> [VersionSummary] {
    var titles: [String] = []
    var rest = document.metadata.title[...]
    while let open = rest.firstIndex(of: "《"), let close = rest[open...].firstIndex(of: "》") {
      titles.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    for citation in CitationFinder().citations(in: document) {
      for case .titled(let title) in citation.targets.map(\.instrument) { titles.append(title) }
    }
    var seen: Set<Int64> = []
    return titles.compactMap { version(of: $0) }.filter { seen.insert($0.id).inserted }
      .prefix(Self.mostNamed).map { $0 }
  }

  /// A digest may name hundreds of instruments.
  private static let mostNamed = 40

  private func version(of title: String) -> VersionSummary? {
    links.instrument(named: title)?.current(asOf: day).first
  }

  private func text(at address: String, in version: VersionSummary) throws -> ComparedText? {
    let shelf = ProvisionShelf(try library.text(ofVersion: version.id))
    let target = CitedSpan(eId: address, last: nil).target(in: .itself)
    guard case .found(let texts) = shelf.look(up: target) else { return nil }
    return ComparedText(texts.joined(separator: "\n"), folding)
  }
}

extension NormEntry {
  /// The words a norm is told by: who bears it and what it asks; of a sanction, for what.
  fileprivate var statement: String {
    (kind == .sanction ? condition?.text ?? "" : bearers.map(\.text).joined()) + action.text
  }
}
