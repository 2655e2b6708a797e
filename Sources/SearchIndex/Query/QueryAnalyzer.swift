// What a search needs from above: how text is folded and segmented, and what fields mean.

/// Text of a query analysed for ranking, as documents were.
public struct RankedText: Sendable, Hashable {
  /// Folded scalars; 0 parts runs that no bigram crosses.
  public var characters: [UInt32]
  public var words: [[UInt8]]

  public init(characters: [UInt32] = [], words: [[UInt8]] = []) {
    self.characters = characters
    self.words = words
  }
}

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

  /// The terms a text is ranked by, equal ones joined. A run of a single scalar matches by itself;
  /// in longer runs single scalars only add to the score.
  public func terms(for text: RankedText) -> [ScoredTerm] {
    var terms: [ScoredTerm] = []
    var places: [IndexTerm: Int] = [:]
    func add(_ term: IndexTerm, _ weight: Float, _ role: ScoredTerm.Role = .match) {
      guard weight > 0 else { return }
      if let place = places[term] {
        terms[place].weight += weight
        if role == .match { terms[place].role = .match }
      } else if terms.count < Self.largestQuery {
        places[term] = terms.count
        terms.append(ScoredTerm(term, weight: weight, role: role))
      }
    }
    for word in text.words { add(.word(word), wordWeight) }
    for run in text.characters.split(separator: 0) {
      if run.count == 1 {
        add(.character(run[run.startIndex]), max(characterWeight, bigramWeight))
        continue
      }
      for (first, second) in zip(run, run.dropFirst()) { add(.bigram(first, second), bigramWeight) }
      for scalar in run { add(.character(scalar), characterWeight, .boost) }
    }
    return terms
  }
}
