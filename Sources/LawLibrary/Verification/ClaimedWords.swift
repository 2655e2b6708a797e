// The words claimed for the provisions of one list of mentions, set against them.

import Citations
import HanText
import Legislation

/// A citation whose provision was looked up.
struct PendingCheck {
  var check: CheckedCitation
  /// The provision's text, where it is there and what is claimed of it is to be judged.
  var text: ComparedText?
  /// The instrument and the version it was looked up in.
  var looked: (instrument: InstrumentSummary, version: VersionSummary)?
}

/// A claim's words, folded, and how they decide verdicts.
struct ClaimedWords {
  private let quotations: [(words: ComparedText, isLabel: Bool)]
  private let statement: ComparedText?
  private let embedded: [ComparedText]

  /// Quotations shorter than this are terms: no use in looking for them elsewhere.
  static let longTerm = 10
  /// Below this share, or likeness, words have little to do with the provision.
  static let lowShare = 0.4
  /// From this likeness on, words quoted inside a statement are meant to be the provision's.
  private static let highLikeness = 0.6
  /// So many provisions of a list are compared in full.
  private static let mostCompared = 8

  init(_ claim: Claim, _ document: ParsedDocument, _ folding: FoldingTable) {
    func words(_ range: ByteRange) -> ComparedText {
      ComparedText(document.source.string(range), folding)
    }
    quotations = claim.quotations.map { (words($0.range).trimmed(), $0.isLabel) }
      .filter { $0.0.count > 0 }
    statement = claim.statement.map(words)
    embedded = claim.embedded.map { words($0).trimmed() }.filter { $0.count >= Self.longTerm }
  }

  /// A provision's text with the place of its check.
  private struct Judged {
    let index: Int
    let text: ComparedText
  }

  /// The first words quoted, where they are long enough to be looked for.
  var longQuotation: ComparedText? {
    quotations.first.flatMap { $0.words.count >= Self.longTerm ? $0.words : nil }
  }

  /// Whether what is said of a provision is said in words of its text.
  func isStated(in texts: [String], _ folding: FoldingTable) -> Bool {
    guard let statement, quotations.isEmpty else { return false }
    let text = ComparedText(texts.joined(separator: "\n"), folding)
    return SharedWords.share(of: statement, in: text) >= Self.highLikeness
  }

  /// Sets the verdicts of the provisions that are there by what is quoted from them or said of them.
  /// `elsewhere` says where else words that are not the provision's come from.
  func judge(
    _ pending: inout [PendingCheck],
    elsewhere: (PendingCheck, ComparedText) throws -> String?
  ) rethrows {
    let judged = pending.enumerated()
      .compactMap { index, item in item.text.map { Judged(index: index, text: $0) } }
      .prefix(Self.mostCompared)
    guard !judged.isEmpty else { return }
    if let statement, quotations.isEmpty {
      judgeStatement(statement, &pending, judged)
    }
    let inside = quotations.isEmpty ? embedded.map { ($0, false) } : quotations
    for (words, isLabel) in inside {
      // Words quoted for a list are one provision's.
      let results = judged.map { (at: $0.index, result: QuotationCheck(words, in: $0.text)) }
      if results.contains(where: { $0.result.outcome == .exact }) { continue }
      let nearest = results.max {
        ($0.result.outcome.nearness, $0.result.likeness, $1.at)
          < ($1.result.outcome.nearness, $1.result.likeness, $0.at)
      }
      guard let best = nearest else { continue }
      // Words quoted inside a statement may be another text's, where the statement is the provision's.
      if quotations.isEmpty, best.result.likeness < Self.highLikeness,
        pending[best.at].check.share ?? 1 >= Self.lowShare
      {
        continue
      }
      let other = best.result.outcome == .altered ? try elsewhere(pending[best.at], words) : nil
      pending[best.at].check.settle(words, best.result, isLabel: isLabel, elsewhere: other)
    }
  }

  private func judgeStatement(
    _ statement: ComparedText, _ pending: inout [PendingCheck], _ judged: ArraySlice<Judged>
  ) {
    let whole = ComparedText(joining: judged.map(\.text))
    for (index, text) in judged.map({ ($0.index, $0.text) }) {
      var share = SharedWords.share(of: statement, in: text)
      if judged.count > 1 { share = max(share, SharedWords.share(of: statement, in: whole)) }
      if pending[index].check.verdict == .exists { pending[index].check.verdict = .paraphrase }
      pending[index].check.share = share
      if share < Self.lowShare { pending[index].check.note("所述与条文相同的词语很少，请对照条文") }
    }
  }
}

extension QuotationCheck.Outcome {
  /// The higher, the nearer to the provision's own words.
  fileprivate var nearness: Int {
    switch self {
    case .exact: 5
    case .punctuation: 4
    case .excerpt: 3
    case .abridged: 2
    case .tooLong: 1
    case .altered: 0
    }
  }
}

extension CheckedCitation {
  fileprivate mutating func note(_ words: String) {
    reason = [reason, words].compactMap(\.self).joined(separator: "；")
  }

  /// Sets the verdict by one quotation that is not the provision's text in one piece.
  fileprivate mutating func settle(
    _ words: ComparedText, _ result: QuotationCheck, isLabel: Bool, elsewhere: String?
  ) {
    let missing = "条文中没有“\(words.string(0..<words.count))”的字样"
    switch result.outcome {
    case .exact: return
    case .punctuation: note("引文只有标点不同")
    case .excerpt: note("节引，省略处有省略号")
    case .tooLong:
      verdict = .unchecked
      note("条文存在；引文太长，没有逐字核对")
    case .abridged:
      verdict = .misquoted
      note("节引：略去整句而没有省略号，其余文字相同")
    case .altered where isLabel:
      if verdict == .exists { verdict = .paraphrase }
      note(missing)
      return
    case .altered:
      verdict = .misquoted
      let isTerm = words.count < ClaimedWords.longTerm
      let isFar = result.likeness < ClaimedWords.lowShare
      note(
        elsewhere ?? (isTerm ? missing : isFar ? "引文与条文几乎没有相同之处" : "引文改动了条文的文字"))
      guard !isFar else {
        edits = [QuotationEdit(operation: .insert, text: words.string(0..<words.count))]
        return
      }
    }
    edits = result.edits
  }
}
