// Queries of the tests as terms: words, bigrams and, as boosts, single scalars.

import SearchIndex

/// Text of a query analysed as `TestDocument` is.
struct RankedText {
  /// Scalars; 0 parts runs that no bigram crosses.
  var characters: [UInt32] = []
  var words: [[UInt8]] = []

  /// The terms, equal ones joined. A run of a single scalar matches by itself; in longer runs single scalars
  /// only add to the score, at `characterWeight`.
  func terms(characterWeight: Float = 0) -> [ScoredTerm] {
    var terms: [ScoredTerm] = []
    var places: [IndexTerm: Int] = [:]
    func add(_ term: IndexTerm, _ weight: Float, _ role: ScoredTerm.Role = .match) {
      guard weight > 0 else { return }
      if let place = places[term] {
        terms[place].weight += weight
        if role == .match { terms[place].role = .match }
      } else {
        places[term] = terms.count
        terms.append(ScoredTerm(term, weight: weight, role: role))
      }
    }
    for word in words { add(.word(word), 1) }
    for run in characters.split(separator: 0) {
      if run.count == 1 {
        add(.character(run[run.startIndex]), 1)
        continue
      }
      for (first, second) in zip(run, run.dropFirst()) { add(.bigram(first, second), 1) }
      for scalar in run { add(.character(scalar), characterWeight, .boost) }
    }
    return terms
  }
}
