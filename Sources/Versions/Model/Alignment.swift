// Which article of one version became which of another: the one type that comparing and consolidating give.

/// What became of the articles of a row.
public enum AlignmentOperation: String, Sendable, CaseIterable {
  case unchanged, modified, renumbered
  case renumberedAndModified = "renumbered+modified"
  case inserted, deleted, split, merged
  case splitAndMerged = "split+merged"
}

/// That text of an old article went into a new one.
public struct ArticleLink: Sendable, Hashable {
  public let old: ArticleKey
  public let new: ArticleKey

  public init(old: ArticleKey, new: ArticleKey) { (self.old, self.new) = (old, new) }
}

/// Articles that belong together: one and one, one inserted or deleted, or the parts of a split or merger.
public struct AlignedArticles: Sendable, Hashable {
  /// In the order of the old version; empty where inserted.
  public let old: [ArticleKey]
  /// In the order of the new version; empty where deleted.
  public let new: [ArticleKey]
  public let operation: AlignmentOperation
  /// The links inside the row; more than one only in splits and mergers.
  public let links: [ArticleLink]
  /// Whether only numbers in references to the instrument itself changed, as renumbering demands.
  public let isCrossReferenceOnly: Bool
  /// Whether only 标点 changed.
  public let isPunctuationOnly: Bool
  /// Whether it stands elsewhere in the order of articles, beyond what insertions and deletions shift.
  public let isMoved: Bool
  /// The words from old to new; one `equal` where nothing changed.
  public let changes: [TextChange]

  public init(
    old: [ArticleKey], new: [ArticleKey], operation: AlignmentOperation, links: [ArticleLink],
    isCrossReferenceOnly: Bool = false, isPunctuationOnly: Bool = false, isMoved: Bool = false,
    changes: [TextChange] = []
  ) {
    (self.old, self.new, self.operation, self.links) = (old, new, operation, links)
    (self.isCrossReferenceOnly, self.isPunctuationOnly) = (isCrossReferenceOnly, isPunctuationOnly)
    (self.isMoved, self.changes) = (isMoved, changes)
  }
}

/// The articles of two versions, each in exactly one row, in the order of the new version with deletions
/// where they stood.
public struct Alignment: Sendable, Hashable {
  public let rows: [AlignedArticles]

  public init(rows: [AlignedArticles]) { self.rows = rows }

  /// What an old article became; empty where it was deleted or never was.
  public func new(for old: ArticleKey) -> [ArticleKey] {
    rows.lazy.flatMap(\.links).filter { $0.old == old }.map(\.new)
  }

  /// What a new article was; empty where it was inserted or never was.
  public func old(for new: ArticleKey) -> [ArticleKey] {
    rows.lazy.flatMap(\.links).filter { $0.new == new }.map(\.old)
  }
}
