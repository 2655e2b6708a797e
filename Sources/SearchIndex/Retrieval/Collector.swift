// Takes the documents a matcher finds in one segment, leaves out hidden ones, and keeps the best.

struct Collector {
  private let segmentIndex: Int
  private let statistics: DocumentStatistics
  private let scale: ScoreScale
  private let deleted: DocumentSet?
  private let filter: DocumentSet?
  private(set) var top: TopHits
  /// Matching documents seen.
  private(set) var total = 0

  init(
    _ reader: SegmentReader, segmentIndex: Int, scale: ScoreScale, filter: DocumentSet?,
    top: TopHits
  ) {
    self.segmentIndex = segmentIndex
    statistics = reader.segment.statistics
    deleted = reader.deleted
    self.scale = scale
    self.filter = filter
    self.top = top
  }

  mutating func collect(_ matcher: consuming some DocumentMatcher) throws(SearchIndexError) {
    var matcher = matcher
    try matcher.seek(0)
    while matcher.document != PostingCursor.end {
      take(matcher)
      try matcher.seek(matcher.document + 1)
    }
  }

  /// Skips blocks without hope where the total is not asked for.
  mutating func collect(_ matcher: consuming LiteralMatcher, countTotal: Bool) {
    var matcher = matcher
    matcher.seek(0)
    while matcher.document != PostingCursor.end {
      take(matcher)
      var next = matcher.document + 1
      if !countTotal { next = matcher.nextPromising(next, top, scale, statistics) }
      matcher.seek(next)
    }
  }

  @inline(__always)
  private mutating func take(_ matcher: borrowing some DocumentMatcher) {
    let document = Int(matcher.document)
    if let deleted, deleted.contains(document) { return }
    if let filter, !filter.contains(document) { return }
    total += 1
    let score = scale.score(
      matcher.impact(), DocumentStatistics.prior(statistics.priors, document))
    if top.rejects(score) { return }
    top.insert(Hit(segment: segmentIndex, document: document, score: score))
  }
}
