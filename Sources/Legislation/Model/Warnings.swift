// What does not fit is said, never refused.

import HanText

/// Something in a text that its own order does not lead one to expect.
public struct ParseWarning: Sendable, Hashable {
  /// What is wrong, as a stable name for machines.
  public enum Code: String, Sendable, CaseIterable {
    /// An article's number does not follow the one before.
    case articleGap = "article-gap"
    /// An item's number does not follow the one before.
    case itemGap = "item-gap"
    /// A chapter's, section's or part's number does not follow the one before.
    case headingGap = "heading-gap"
    /// A number occurs a second time.
    case duplicateNumber = "duplicate-number"
    /// A label with nothing after it, or a text without provisions.
    case emptyBody = "empty-body"
    /// The text stops in the middle of a sentence.
    case truncated = "truncated"
    /// A heading whose number the source lost; it is left out of the article before it.
    case orphanHeading = "orphan-heading"
    /// `（一)`: brackets of different width.
    case mixedBrackets = "mixed-brackets"
    /// A look-alike character stands in a number: 笫, －.
    case lookAlike = "look-alike"
    /// An article begins inside a line.
    case gluedArticle = "glued-article"
  }

  public let code: Code
  /// One sentence for people.
  public let message: String
  /// Where, in UTF-8 bytes of the source text.
  public let range: ByteRange
}
