// The terms of a ranked query, looked up in all segments and weighed by how rare they are in all.

struct RankedTerms {
  private let terms: [ScoredTerm]
  private let weights: [Float]
  /// By segment, then by term.
  private let cursors: [[PostingCursor?]]
  private let readers: [SegmentReader]
  private let context: ScoringContext

  init(
    _ terms: [ScoredTerm], _ readers: [SegmentReader], _ context: ScoringContext
  ) throws(SearchIndexError) {
    self.terms = terms
    self.readers = readers
    self.context = context
    var cursors: [[PostingCursor?]] = []
    for reader in readers {
      var found: [PostingCursor?] = []
      for term in terms { found.append(try reader.cursor(term.term)) }
      cursors.append(found)
    }
    self.cursors = cursors
    weights = terms.indices.map { index in
      let frequency = cursors.reduce(0) { $0 + ($1[index]?.documentFrequency ?? 0) }
      return frequency == 0
        ? 0
        : context.weigh(terms[index].weight, terms[index].term.field, documentFrequency: frequency)
    }
  }

  var isEmpty: Bool { terms.isEmpty }

  /// The lists of one segment, once everything of the query has been weighed.
  func lists(_ segment: Int) -> [ScoredList] {
    terms.indices.compactMap { index in
      guard let cursor = cursors[segment][index] else { return nil }
      let scorer = context.scorer(
        weights[index], terms[index].term.field, readers[segment].segment)
      return ScoredList(cursor, scorer, role: terms[index].role)
    }
  }
}
