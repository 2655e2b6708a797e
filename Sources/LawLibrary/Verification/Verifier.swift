// Checks the citations of a text against a library, each with a verdict that says what it rests on.

import Citations
import HanText
import Legislation

/// Gives every citation of a text a verdict.
///
/// ```swift
/// let verifier = try Verifier(library, asOf: "2026-06-01")
/// for check in try verifier.check(ParsedDocument(parsing: source)) {
///   print(check.text, check.verdict.name, check.reason ?? "")
/// }
/// ```
///
/// What can't be checked is `unchecked` with the reason, never `exists`.
public final class Verifier {
  let library: Library
  let day: String
  let instruments: CitedInstruments
  private let finder = CitationFinder()
  let folding = FoldingTable()
  var answers: [String: CitedInstruments.Answer] = [:]
  var shelves: [Int64: ProvisionShelf] = [:]

  /// Verdicts hold for `day`, `YYYY-MM-DD`. Throws `LibraryError`.
  public init(_ library: Library, asOf day: String) throws {
    self.library = library
    self.day = day
    instruments = CitedInstruments(try library.catalogue())
  }

  /// A verdict for each target of each citation, in text order. Throws `LibraryError`.
  public func check(_ document: ParsedDocument) throws -> [CheckedCitation] {
    let writing = WritingDay(of: document)
    return try checkTitle(of: document, writing) + checkBody(of: document, writing)
  }

  /// The provisions that a title cites, or the one line of a short text that is taken for its title.
  private func checkTitle(
    of document: ParsedDocument, _ writing: WritingDay?
  ) throws -> [CheckedCitation] {
    let range = document.metadata.titleRange
    let isInstrument = document.metadata.genre != .unknown && document.metadata.genre != .commentary
    guard !range.isEmpty, !isInstrument else { return [] }
    // Under a title of its own the line is text.
    let head = "文本\n\n"
    let alone = ParsedDocument(parsing: SourceText(head + document.source.string(range)))
    var offsets = ScalarOffsets(document.source)
    var lines = LineNumbers(document.source.bytes)
    let scalars = offsets.scalarOffset(ofByte: range.lowerBound) - head.unicodeScalars.count
    let line = lines.number(at: range.lowerBound) - 3
    return try checkBody(of: alone, writing).compactMap { check in
      guard check.target?.path.isEmpty == false else { return nil }
      var check = check
      check.citation = check.citation.shifted(by: range.lowerBound - head.utf8.count)
      check.range = check.range.lowerBound + scalars..<check.range.upperBound + scalars
      check.line += line
      check.provision = ""
      return check
    }
  }

  private func checkBody(
    of document: ParsedDocument, _ writing: WritingDay?
  ) throws -> [CheckedCitation] {
    let citations = finder.citations(in: document)
    let bytes = document.source.bytes
    let own = OwnText(document)
    var offsets = ScalarOffsets(document.source)
    var lines = LineNumbers(bytes)
    var others = OthersWords()
    var checks: [CheckedCitation] = []
    for (mentions, claim) in ClaimReader(document, citations).claims() {
      var pending: [PendingCheck] = []
      let words = ClaimedWords(claim, document, folding)
      for index in mentions {
        let citation = citations[index]
        let isOwn = citation.kind != .external
        // What a quotation from another text calls 前款 or 第三条 is not this text's.
        let isBare = isOwn || bytes.has("第", at: citation.range.lowerBound, before: bytes.count)
        if isBare, others.quote(citation.range) { continue }
        if isOwn, !own.hasProvisions, others.tell(citation.range) { continue }
        if !isOwn { others.add(claim) }
        let blank = CheckedCitation(
          citation: citation, text: document.source.string(citation.range),
          range: offsets.scalars(citation.range),
          line: lines.number(at: citation.range.lowerBound),
          provision: document.tree.nodes.indices.contains(citation.node)
            ? document.tree.eId(of: citation.node) : "",
          target: nil, verdict: .unchecked, day: day)
        guard !citation.targets.isEmpty else {
          pending.append(PendingCheck(check: blank.with(.unchecked, "上下文中找不到所指")))
          continue
        }
        if document.metadata.repeals.contains(where: { $0.range.overlaps(citation.range) }) {
          let check = blank.with(.unchecked, "由本文废止")
          pending += citation.targets.map { PendingCheck(check: check.of($0)) }
          continue
        }
        let version = CitedVersion(bytes, around: citation.range)
        for target in citation.targets {
          let check = blank.of(target)
          switch target.instrument {
          case .itself: pending.append(PendingCheck(check: own.check(check, target)))
          case .titled(let title):
            pending.append(
              try look(up: target, of: title, version, words, writtenOn: writing, for: check))
          }
        }
      }
      try words.judge(&pending) { try elsewhere($0, $1) }
      checks += pending.map(\.check)
    }
    return checks
  }
}

extension Citation {
  /// The same mention where the text stands `bytes` further on.
  fileprivate func shifted(by bytes: Int) -> Citation {
    Citation(
      range: range.lowerBound + bytes..<range.upperBound + bytes, kind: kind, targets: targets,
      isOpen: isOpen, node: 0)
  }
}

extension CheckedCitation {
  /// The check of a target.
  fileprivate func of(_ target: CitationTarget) -> CheckedCitation {
    var check = self
    check.target = target
    return check
  }

  /// The check with a verdict and its reason.
  func with(_ verdict: Verdict, _ reason: String?) -> CheckedCitation {
    var check = self
    (check.verdict, check.reason) = (verdict, reason)
    return check
  }
}
