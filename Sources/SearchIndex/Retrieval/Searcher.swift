// Searches several segments as one index.

/// What a search found.
public struct SearchResult: Sendable {
  /// Best first; equal scores in the order of segments and documents.
  public var hits: [Hit]
  /// How many documents match, those beyond the limit included; nil if it was not asked for.
  public var total: Int?
}

/// Searches segments, some documents of which may be deleted, and keeps what it has loaded.
///
/// A searcher belongs to one thread at a time; segments can be shared by many searchers.
///
///     let searcher = Searcher([(segment, deleted)])
///     let result = try searcher.search(Query("算法 备案"), analyzer: analyzer, limit: 10)
///     let name = try searcher.identifier(of: result.hits[0])
public final class Searcher {
  private let readers: [SegmentReader]
  private let cacheByteCount: Int
  /// Of the profile last used.
  private var norms: NormTables?

  /// - Parameters:
  ///   - segments: Segments with the documents that are deleted in each, nil for none.
  ///   - cacheByteCount: Loaded chunks beyond this are forgotten before the next search.
  public init(
    _ segments: [(segment: Segment, deleted: DocumentSet?)], cacheByteCount: Int = 256 << 20
  ) {
    readers = segments.map { SegmentReader($0.segment, deleted: $0.deleted) }
    self.cacheByteCount = cacheByteCount
  }

  /// Finds the documents that match `query`.
  /// - Parameters:
  ///   - limit: The most hits to return. For a page, ask for all up to its end.
  ///   - countTotal: Whether to count all matches. Without, what cannot be among the hits is
  ///     skipped.
  ///   - filter: One set for each segment; other documents are no matches.
  /// - Throws: `SearchIndexError`, or what the analyzer's `documents` throws.
  public func search(
    _ query: Query, analyzer: QueryAnalyzer, profile: RankingProfile = RankingProfile(), limit: Int,
    countTotal: Bool = true, filter: [DocumentSet]? = nil
  ) throws -> SearchResult {
    let plan = try QueryPlan(query, analyzer, segmentCount: readers.count)
    return try search(plan, profile, limit, countTotal, filter)
  }

  /// Finds the documents that have any of the terms whose role is to match.
  public func search(
    terms: [ScoredTerm], profile: RankingProfile = RankingProfile(), limit: Int,
    countTotal: Bool = true, filter: [DocumentSet]? = nil
  ) throws(SearchIndexError) -> SearchResult {
    forgetIfFull()
    let context = ScoringContext(tables(profile))
    let ranked = try RankedTerms(terms, readers, context)
    return search(ranked, context, limit, countTotal, filter)
  }

  /// The identifier the document was added with.
  public func identifier(of hit: Hit) throws(SearchIndexError) -> [UInt8] {
    try readers[hit.segment].identifier(hit.document)
  }

  /// In how many documents a term is, deleted ones included.
  public func documentFrequency(_ term: IndexTerm) throws(SearchIndexError) -> Int {
    var sum = 0
    for reader in readers { sum += try reader.cursor(term)?.documentFrequency ?? 0 }
    return sum
  }

  private func tables(_ profile: RankingProfile) -> NormTables {
    if let norms, norms.profile == profile { return norms }
    let made = NormTables(readers, profile: profile)
    norms = made
    return made
  }

  private func forgetIfFull() {
    if readers.reduce(0, { $0 + $1.loadedByteCount }) > cacheByteCount {
      for reader in readers { reader.removeLoaded() }
    }
  }

  private func search(
    _ plan: QueryPlan, _ profile: RankingProfile, _ limit: Int, _ countTotal: Bool,
    _ filter: [DocumentSet]?
  ) throws(SearchIndexError) -> SearchResult {
    if plan.isEmpty { return SearchResult(hits: [], total: 0) }
    if case .literal(let number) = plan.condition, plan.terms.isEmpty,
      let term = IndexTerm(literal: plan.literals[number])
    {
      return try search(
        terms: [ScoredTerm(term)], profile: profile, limit: limit, countTotal: countTotal,
        filter: filter)
    }
    forgetIfFull()
    let context = ScoringContext(tables(profile))
    let ranked = try RankedTerms(plan.terms, readers, context)
    guard let condition = plan.condition else {
      return search(ranked, context, limit, countTotal, filter)
    }
    let literals = try LiteralTable(plan, readers, context)
    if !plan.terms.isEmpty, !plan.conditionMatchesText {
      var sets: [DocumentSet] = []
      for (index, reader) in readers.enumerated() {
        let matcher = try literals.matcher(condition, reader, index)
        var set = try DocumentSet(documentCount: reader.segment.documentCount, matcher)
        if let filter { set.formIntersection(filter[index]) }
        sets.append(set)
      }
      return search(ranked, context, limit, countTotal, sets)
    }
    return try search(
      condition, literals, ranked, context, limit: limit, countTotal: countTotal, filter)
  }

  /// Visits every document that fulfils the condition, but where totals are not asked for.
  private func search(
    _ condition: Condition, _ literals: LiteralTable, _ ranked: RankedTerms,
    _ context: ScoringContext, limit: Int, countTotal: Bool, _ filter: [DocumentSet]?
  ) throws(SearchIndexError) -> SearchResult {
    var top = TopHits(limit: limit)
    var total = 0
    for (index, reader) in readers.enumerated() {
      let matcher = try literals.matcher(condition, reader, index)
      var collector = Collector(
        reader, segmentIndex: index, scale: context.scale, filter: filter?[index], top: top)
      if !ranked.isEmpty {
        try collector.collect(BoostedMatcher(matcher, by: ranked.lists(index)))
      } else if let literals = matcher as? LiteralMatcher {
        collector.collect(literals, countTotal: countTotal)
      } else {
        try collector.collect(matcher)
      }
      top = collector.top
      total += collector.total
    }
    return SearchResult(hits: top.sorted(), total: countTotal ? total : nil)
  }

  private func search(
    _ ranked: RankedTerms, _ context: ScoringContext, _ limit: Int, _ countTotal: Bool,
    _ filter: [DocumentSet]?
  ) -> SearchResult {
    var top = TopHits(limit: limit)
    var total = 0
    for (index, reader) in readers.enumerated() {
      let lists = ranked.lists(index)
      if countTotal {
        total += Self.count(lists, reader.deleted, filter?[index], reader.segment.documentCount)
      }
      var search = MaxScore(
        reader, segmentIndex: index, lists: lists, scale: context.scale, filter: filter?[index])
      search.run(&top)
    }
    return SearchResult(hits: top.sorted(), total: countTotal ? total : nil)
  }

  /// Documents with any matching term: the union of their lists as bits.
  private static func count(
    _ lists: [ScoredList], _ deleted: DocumentSet?, _ filter: DocumentSet?, _ documentCount: Int
  ) -> Int {
    let matching = lists.filter { $0.role == .match }
    if matching.count == 1, deleted == nil, filter == nil {
      return matching[0].cursor.documentFrequency
    }
    var union = DocumentSet(documentCount: documentCount)
    for list in matching { union.insert(list.cursor) }
    if let filter { union.formIntersection(filter) }
    if let deleted { union.subtract(deleted) }
    return union.count
  }
}

extension DocumentSet {
  mutating func insert(_ cursor: PostingCursor) {
    var cursor = cursor
    words.withUnsafeMutableBufferPointer { words in
      while cursor.document != PostingCursor.end {
        words[Int(cursor.document >> 6)] |= 1 &<< UInt64(cursor.document & 63)
        cursor.advance()
      }
    }
  }

  init(documentCount: Int, _ matcher: any DocumentMatcher) throws(SearchIndexError) {
    self.init(documentCount: documentCount)
    var matcher = matcher
    try matcher.seek(0)
    while matcher.document != PostingCursor.end {
      insert(Int(matcher.document))
      try matcher.seek(matcher.document + 1)
    }
  }
}

extension IndexTerm {
  /// The term that stands for a literal by itself: of one scalar or two.
  init?(literal: [UInt32]) {
    guard !literal.contains(0) else { return nil }
    switch literal.count {
    case 1: self = .character(literal[0])
    case 2: self = .bigram(literal[0], literal[1])
    default: return nil
    }
  }
}
