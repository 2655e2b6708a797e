// The words a mention claims for a provision, ready to be set against it.

import Citations
import HanText
import Legislation

/// A claim's words, folded, and how they decide a verdict.
struct ClaimedWords {
  private let quotations: [(words: ComparedText, isLabel: Bool)]
  private let statement: ComparedText?
  private let folding: FoldingTable

  /// Quotations shorter than this are terms: no use in looking for them elsewhere.
  private static let longTerm = 10
  /// Below this share a paraphrase has little to do with the provision.
  private static let lowShare = 0.4

  init(_ claim: Claim, _ document: ParsedDocument, _ folding: FoldingTable) {
    quotations = claim.quotations.map {
      (ComparedText(document.source.string($0.range), folding).trimmed(), $0.isLabel)
    }.filter { $0.0.count > 0 }
    statement = claim.statement.map { ComparedText(document.source.string($0), folding) }
    self.folding = folding
  }

  /// Sets the verdict of a provision that is there by what is quoted from it or said of it.
  func judge(_ check: inout CheckedCitation, _ text: String, _ shelf: ProvisionShelf) {
    let text = ComparedText(text, folding)
    guard !quotations.isEmpty else {
      guard let statement else { return }
      let share = SharedWords.share(of: statement, in: text)
      check.verdict = .paraphrase
      check.share = share
      if share < Self.lowShare {
        check.reason = [check.reason, "所述与条文相同的词语很少，请对照条文"].compactMap(\.self)
          .joined(separator: "；")
      }
      return
    }
    for (words, isLabel) in quotations {
      let result = QuotationCheck(words, in: text)
      switch result.outcome {
      case .exact: continue
      case .punctuation:
        check.note("引文只有标点不同", result.edits)
      case .excerpt:
        check.note("节引，省略处有省略号", result.edits)
      case .tooLong:
        check.verdict = .unchecked
        check.reason = "条文存在；引文太长，没有逐字核对"
        return
      case .abridged:
        check.verdict = .misquoted
        check.reason = "节引：略去整句而没有省略号，其余文字相同"
        check.edits = result.edits
        return
      case .altered where isLabel:
        check.verdict = .paraphrase
        check.share = SharedWords.share(of: words, in: text)
        check.reason = "条文中没有“\(words.string(0..<words.count))”的字样"
      case .altered:
        check.verdict = .misquoted
        check.edits = result.edits
        check.reason = alteration(words, result, shelf)
        return
      }
    }
  }

  private func alteration(
    _ words: ComparedText, _ result: QuotationCheck, _ shelf: ProvisionShelf
  ) -> String {
    if words.count >= Self.longTerm, let place = shelf.place(of: words.folded, folding) {
      return "引文是\(place)的文字"
    }
    if words.count < Self.longTerm { return "条文中没有“\(words.string(0..<words.count))”的字样" }
    return result.likeness < Self.lowShare ? "引文与条文几乎没有相同之处" : "引文改动了条文的文字"
  }

  /// Whether all that is quoted stands in a text, in its words.
  func areQuoted(from text: String) -> Bool {
    let text = ComparedText(text, folding)
    return !quotations.isEmpty
      && quotations.allSatisfy { $0.words.count > 1 && QuotationCheck.isFound($0.words.folded, in: text.folded) }
  }

  /// Of a law cited without a provision: where the words quoted stand in it.
  func place(in shelf: ProvisionShelf) -> String? {
    guard let words = quotations.first?.words, words.count >= Self.longTerm else { return nil }
    return shelf.place(of: words.folded, folding).map { "引文是\($0)的文字" } ?? "引文不在其中"
  }

  /// Of several provisions that share one quotation, those it is not from are not misquoted.
  func settled(_ checks: [CheckedCitation]) -> [CheckedCitation] {
    guard checks.count > 1, checks.contains(where: { $0.verdict == .exists }) else { return checks }
    return checks.map { check in
      guard check.verdict == .misquoted else { return check }
      var check = check.with(.exists, "引文是同时引用的另一条的文字")
      check.edits = []
      return check
    }
  }
}

extension CheckedCitation {
  fileprivate mutating func note(_ reason: String, _ edits: [QuotationEdit]) {
    self.reason = reason
    self.edits = edits
  }
}
