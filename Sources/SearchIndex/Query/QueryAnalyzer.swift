// What a search needs from above: how text is folded and segmented, and what fields mean.

/// The caller's side of a search.
public struct QueryAnalyzer {
  /// Folds a literal as the documents' `characters` were folded.
  public var fold: (String) -> [UInt32]
  /// The weighted terms of a ranked word; none for text that has nothing to rank by.
  public var rank: (String) throws -> [ScoredTerm]
  /// The documents a field stands for, one set for each of the searcher's segments.
  public var documents: (Query.FieldValue) throws -> [DocumentSet]

  public init(
    fold: @escaping (String) -> [UInt32], rank: @escaping (String) throws -> [ScoredTerm],
    documents: @escaping (Query.FieldValue) throws -> [DocumentSet]
  ) {
    self.fold = fold
    self.rank = rank
    self.documents = documents
  }
}

extension RankingProfile {
  /// Terms of one query that are looked up at most.
  public static let largestQuery = 1024
}
