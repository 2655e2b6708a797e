// An amending decision applied to an old version: the new text, what each operation did, and what does not fit.

import Citations
import HanText
import Legislation

/// What a decision did, or could not do, at one place.
public struct AppliedOperation: Sendable, Hashable {
  public let action: AmendmentAction
  /// What it was done to, in the numbers of the old version: 第十条、第二十五条. Empty for the whole text.
  public let address: String
  /// What it became, in the numbers of the new version; empty where the number stays.
  public let destination: String
  /// The new words, lines joined by `\n`; empty where none are put in.
  public let text: String
  /// The words exchanged or taken out, several joined by `\n`; for words put in, those they stand beside.
  public let phrase: String
  /// Where words are put in.
  public let position: AmendmentPosition?
  /// The point of the decision: 十五、（一）.
  public let point: String
  /// Where the decision says so, in UTF-8 bytes of its source.
  public let source: ByteRange
  /// Why it could not be applied, in Chinese; nil where it was.
  public let misfit: String?
}

/// An article of the new version and what made it.
public struct ConsolidatedArticle: Sendable, Hashable {
  public let key: ArticleKey
  /// The old articles whose text it holds.
  public let old: [ArticleKey]
  /// Indices of the operations that made or changed it, in the order of the decision.
  public let operations: [Int]
}

/// Something that a reader of the new text must know.
public struct ConsolidationDiscrepancy: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// An operation that the old version has no place for.
    case notApplied = "not-applied"
    /// An instruction whose words are not understood.
    case notRead = "not-read"
    /// A limit of what applies that leaves the words as they are.
    case suspension
    /// Numbers with holes or doubles.
    case numbering
    /// A reference to a provision that was taken out.
    case danglingReference = "dangling-reference"
    /// The officially republished text differs.
    case differs
  }

  public let kind: Kind
  /// For people, in Chinese.
  public let message: String
  /// The point of the decision or the article of the text that it is about.
  public let place: String
  /// In UTF-8 bytes of the decision; nil where it is about the text.
  public let source: ByteRange?
}

/// A decision applied to an old version.
///
/// ```swift
/// let new = Consolidation(of: old, by: decision)
/// print(new.markdown)
/// for discrepancy in new.discrepancies { print(discrepancy.place, discrepancy.message) }
/// ```
///
/// Addresses in a decision are numbers of the old version; articles it does not name fill the numbers that are left,
/// and references in carried-over text follow. What can't be applied is left as it was and reported.
public struct Consolidation: Sendable {
  public let operations: [AppliedOperation]
  public private(set) var discrepancies: [ConsolidationDiscrepancy]
  /// The new text as Markdown: title, `##` headings, `第一条　…`, a line each 款 or 项.
  public let markdown: String
  public let articles: [ConsolidatedArticle]
  /// The instruments the decision says it amends.
  public let amended: [String]

  /// Applies what `decision` does to the instrument that `old` is a version of.
  public init(of old: ParsedDocument, by decision: ParsedDocument) {
    let amendments = Amendments(decision, amending: old.metadata.title)
    var applier = Applier(old)
    let original = applier.instrument
    applier.apply(amendments.operations)
    let numbered = NumberedInstrument(
      applier.instrument, reorders: applier.reorders,
      keepsHoles: decision.metadata.title.contains("修正案"))
    let references = RenumberedReferences(old, Renumbering(original, numbered))
    let writer = ConsolidatedText(
      applier.instrument.title, VersionHistory(old.metadata, decision.metadata), numbered,
      references)
    markdown = writer.markdown
    articles = writer.articles
    amended = amendments.scopes
    operations = zip(amendments.operations, applier.misfits).map {
      AppliedOperation($0, misfit: $1?.message)
    }
    discrepancies =
      Self.discrepancies(operations, amendments, decision)
      + numbered.faults.map {
        ConsolidationDiscrepancy(kind: .numbering, message: $0, place: "", source: nil)
      } + writer.dangling(references.dangling, in: old)
  }

  private static func discrepancies(
    _ operations: [AppliedOperation], _ amendments: Amendments, _ decision: ParsedDocument
  ) -> [ConsolidationDiscrepancy] {
    var found: [ConsolidationDiscrepancy] = []
    for operation in operations {
      guard let misfit = operation.misfit else { continue }
      found.append(
        ConsolidationDiscrepancy(
          kind: .notApplied, message: misfit, place: operation.point, source: operation.source))
    }
    for instruction in amendments.unread {
      found.append(
        ConsolidationDiscrepancy(
          kind: .notRead, message: "没有读懂“\(excerpt(decision, instruction.range))”",
          place: instruction.point, source: instruction.range))
    }
    for instruction in amendments.suspensions {
      found.append(
        ConsolidationDiscrepancy(
          kind: .suspension, message: "只限制适用，不改文字：“\(excerpt(decision, instruction.range))”",
          place: instruction.point, source: instruction.range))
    }
    return found
  }

  /// The beginning of a range, for people.
  private static func excerpt(_ document: ParsedDocument, _ range: ByteRange) -> String {
    let text = document.text(in: range).unicodeScalars.filter { $0 != "\n" }
    let head = String(String.UnicodeScalarView(text.prefix(30)))
    return text.count > 30 ? head + "…" : head
  }

  /// Whether the decision says nothing of the instrument.
  public var amendsNothing: Bool { operations.isEmpty && discrepancies.isEmpty }

  /// Which old article went into which new one.
  public var links: [ArticleLink] {
    articles.flatMap { article in article.old.map { ArticleLink(old: $0, new: article.key) } }
  }

  /// The new version beside the old one, along `links`.
  public func comparison(with old: ParsedDocument) -> VersionComparison {
    VersionComparison(links: links, old: old, new: ParsedDocument(parsing: SourceText(markdown)))
  }

  /// Adds to the discrepancies where an officially republished text says something else.
  public mutating func compare(with official: ParsedDocument) {
    let links = articles.map { ArticleLink(old: $0.key, new: $0.key) }
    let comparison = VersionComparison(
      links: links, old: ParsedDocument(parsing: SourceText(markdown)), new: official)
    func report(_ place: String, _ changes: [TextChange]) {
      let words = changes.filter { $0.operation != .equal }.map {
        ($0.operation == .delete ? "少" : "多") + "“\($0.text)”"
      }
      discrepancies.append(
        ConsolidationDiscrepancy(
          kind: .differs, message: "公布文本" + words.joined(separator: "，"), place: place,
          source: nil))
    }
    for row in comparison.alignment.rows where row.operation != .unchanged {
      report((row.new.first ?? row.old.first)?.chinese ?? "", row.changes)
    }
    if let preamble = comparison.preamble { report("序言", preamble.changes) }
    for heading in comparison.headings {
      report((heading.new ?? heading.old)?.label ?? "", heading.changes)
    }
  }
}

extension AppliedOperation {
  init(_ operation: AmendmentOperation, misfit: String?) {
    action = operation.action
    address = operation.targets.map(\.chinese).filter { !$0.isEmpty }.joined(separator: "、")
    destination = operation.destinations.map(\.chinese).joined(separator: "、")
    text = operation.texts.map(\.joined.string).joined(separator: "\n")
    switch operation.place {
    case .after(let words): (position, phrase) = (.after, words.string)
    case .before(let words): (position, phrase) = (.before, words.string)
    case .start: (position, phrase) = (.start, "")
    case .end: (position, phrase) = (.end, "")
    case .sentence(let number) where number > 1:
      (position, phrase) = (.after, "第\(ChineseNumeral.format(number - 1))句")
    case .sentence: (position, phrase) = (.start, "")
    case nil: (position, phrase) = (nil, operation.phrases.map(\.string).joined(separator: "\n"))
    }
    point = operation.point
    source = operation.range
    self.misfit = misfit
  }
}
