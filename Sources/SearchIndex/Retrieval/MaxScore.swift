// Exact top-k of a disjunction without scoring every document: block-max MaxScore over windows of
// documents.

/// A term's postings with what they can add in the window at hand.
struct ScoredList {
  var cursor: PostingCursor
  let scorer: TermScorer
  let role: ScoredTerm.Role
  /// The most any posting of the list adds.
  let bound: UInt32
  /// The most a posting in the window adds.
  private(set) var windowBound: UInt32 = 0
  private var block = 0
  private var blockBound: UInt32?

  init(_ cursor: PostingCursor, _ scorer: TermScorer, role: ScoredTerm.Role) {
    self.cursor = cursor
    self.scorer = scorer
    self.role = role
    if cursor.hasBlocks {
      bound = scorer.bound(cursor.frontier)
    } else {
      var walk = cursor
      var bound: UInt32 = 0
      while walk.document != PostingCursor.end {
        bound = max(bound, scorer.impact(walk.frequency, of: walk.document))
        walk.advance()
      }
      self.bound = bound
    }
  }

  /// The last document of the block that holds the first posting at or after `start`.
  mutating func blockEnd(from start: UInt32) -> UInt32 {
    guard cursor.hasBlocks else {
      return cursor.blockEnd < start ? PostingCursor.end : cursor.blockEnd
    }
    guard block < cursor.blockCount else { return PostingCursor.end }
    if cursor.lastDocument(of: block) < start {
      block = cursor.firstBlock(from: block + 1, reaching: start) ?? cursor.blockCount
      blockBound = nil
      guard block < cursor.blockCount else { return PostingCursor.end }
    }
    return cursor.lastDocument(of: block)
  }

  /// Sets `windowBound` for `start..<end`.
  mutating func enterWindow(_ start: UInt32, _ end: UInt32) {
    let last = blockEnd(from: start)
    if last == PostingCursor.end || cursor.document >= end {
      windowBound = 0
    } else if !cursor.hasBlocks {
      windowBound = bound
    } else {
      let first = blockBound ?? scorer.bound(cursor.frontier(of: block))
      blockBound = first
      windowBound = first
      var next = block + 1
      var reached = last
      while reached &+ 1 < end, next < cursor.blockCount, windowBound < bound {
        // Beyond a few blocks the bound of the list is cheaper and hardly looser.
        if next > block + 8 {
          windowBound = bound
          break
        }
        windowBound = max(windowBound, scorer.bound(cursor.frontier(of: next)))
        reached = cursor.lastDocument(of: next)
        next += 1
      }
    }
  }

  /// What the list adds to `document`, which must not lie before one asked for earlier.
  @inline(__always)
  mutating func impact(on document: UInt32) -> UInt32 {
    cursor.seek(document)
    guard cursor.document == document else { return 0 }
    cursor.settle()
    return scorer.impact(cursor.frequency, of: document)
  }
}

/// Finds the best documents of one segment and adds them to `top`.
///
/// MaxScore (Turtle and Flood, 1995) in the block-max form (Ding and Suel, 2011; windows as in
/// Lucene's bulk scorer): in each window of documents, lists whose bounds together cannot reach the
/// worst hit kept are only asked about documents that the other lists bring.
struct MaxScore {
  private static let longestWindow: UInt32 = 4096
  private static let shortestWindow: UInt32 = 256

  let segmentIndex: Int
  let documentCount: UInt32
  let statistics: DocumentStatistics
  let scale: ScoreScale
  let deleted: DocumentSet?
  let filter: DocumentSet?

  private var lists: [ScoredList]
  /// Lists that make hits, those with the lowest bounds first.
  private var matching: [Int]
  private let boosting: [Int]
  /// Lists that a candidate still has to be looked up in, the highest bound first, and the sum of
  /// the bounds from each on.
  private var pending: [(list: Int, rest: UInt32)] = []
  private var sums = [UInt32](repeating: 0, count: Int(longestWindow))
  /// Documents of a window that may become hits, with what their essential lists add.
  private var candidates: [(document: UInt32, sum: UInt32)] = []
  private var touched = [UInt64](repeating: 0, count: Int(longestWindow) / 64)

  init(
    _ reader: SegmentReader, segmentIndex: Int, lists: [ScoredList], scale: ScoreScale,
    filter: DocumentSet?
  ) {
    self.segmentIndex = segmentIndex
    documentCount = UInt32(reader.segment.documentCount)
    statistics = reader.segment.statistics
    self.scale = scale
    deleted = reader.deleted
    self.filter = filter
    self.lists = lists
    matching = lists.indices.filter { lists[$0].role == .match }
    boosting = lists.indices.filter { lists[$0].role == .boost }
  }

  mutating func run(_ top: inout TopHits) {
    guard !matching.isEmpty else { return }
    var start: UInt32 = 0
    var firstEssential = 0
    while start < documentCount {
      let end = windowEnd(from: start, essential: matching[firstEssential...])
      var total: UInt32 = 0
      for i in lists.indices {
        lists[i].enterWindow(start, end)
        total += lists[i].windowBound
      }
      let prior = statistics.largestPrior(start, end)
      if !top.rejects(scale.score(total, prior)) {
        sortMatching()
        firstEssential = split(prior, top)
        if firstEssential + 1 == matching.count {
          scoreOne(matching[firstEssential], end: end, start: start, &top)
        } else {
          scoreSeveral(matching[firstEssential...], end: end, start: start, &top)
        }
      }
      start = end
    }
  }

  /// A window ends with a block of an essential list, where bounds change.
  private mutating func windowEnd(from start: UInt32, essential: ArraySlice<Int>) -> UInt32 {
    var end = start + Self.longestWindow
    var next = PostingCursor.end
    for list in essential {
      let blockEnd = lists[list].blockEnd(from: start)
      if blockEnd != PostingCursor.end { end = min(end, blockEnd + 1) }
      next = min(next, blockEnd)
    }
    if essential.count > 1 || next == PostingCursor.end {
      end = max(end, start + Self.shortestWindow)
    }
    return min(end, documentCount)
  }

  /// By insertion, as the order seldom changes.
  private mutating func sortMatching() {
    for i in 1..<max(1, matching.count) {
      let list = matching[i]
      var j = i
      while j > 0, lists[matching[j - 1]].windowBound > lists[list].windowBound {
        matching[j] = matching[j - 1]
        j -= 1
      }
      matching[j] = list
    }
  }

  /// Puts as many lists as possible aside; they and the boosts become `pending`.
  private mutating func split(_ prior: Float, _ top: borrowing TopHits) -> Int {
    var rest = boosting.reduce(UInt32(0)) { $0 + lists[$1].windowBound }
    var first = 0
    while first + 1 < matching.count {
      let more = rest + lists[matching[first]].windowBound
      if !top.rejects(scale.score(more, prior)) { break }
      rest = more
      first += 1
    }
    pending.removeAll(keepingCapacity: true)
    for list in matching[..<first] where lists[list].windowBound > 0 { pending.append((list, 0)) }
    for list in boosting where lists[list].windowBound > 0 { pending.append((list, 0)) }
    pending.sort { lists[$0.list].windowBound > lists[$1.list].windowBound }
    var sum: UInt32 = 0
    for i in pending.indices.reversed() {
      sum += lists[pending[i].list].windowBound
      pending[i].rest = sum
    }
    return first
  }

  private mutating func scoreOne(
    _ list: Int, end: UInt32, start: UInt32, _ top: inout TopHits
  ) {
    let scorer = lists[list].scorer
    var cursor = lists[list].cursor
    cursor.seek(start)
    cursor.settle()
    while cursor.document < end {
      finish(cursor.document, scorer.impact(cursor.frequency, of: cursor.document), &top)
      cursor.advance()
    }
    lists[list].cursor = cursor
  }

  private mutating func scoreSeveral(
    _ essential: ArraySlice<Int>, end: UInt32, start: UInt32, _ top: inout TopHits
  ) {
    candidates.removeAll(keepingCapacity: true)
    let scale = scale
    let priors = statistics.priors
    let rest = pending.first?.rest ?? 0
    let threshold = top.threshold
    sums.withUnsafeMutableBufferPointer { sums in
      touched.withUnsafeMutableBufferPointer { touched in
        for list in essential where lists[list].windowBound > 0 {
          let scorer = lists[list].scorer
          var cursor = lists[list].cursor
          cursor.seek(start)
          cursor.settle()
          while cursor.document < end {
            let place = Int(cursor.document &- start)
            sums[place] &+= scorer.impact(cursor.frequency, of: cursor.document)
            touched[place &>> 6] |= 1 &<< UInt64(place & 63)
            cursor.advance()
          }
          lists[list].cursor = cursor
        }
        for word in 0..<Int(end - start + 63) / 64 {
          var bits = touched[word]
          touched[word] = 0
          while bits != 0 {
            let place = word &* 64 &+ bits.trailingZeroBitCount
            bits &= bits &- 1
            let sum = sums[place]
            sums[place] = 0
            let document = start &+ UInt32(truncatingIfNeeded: place)
            let prior = DocumentStatistics.prior(priors, Int(document))
            if scale.score(sum &+ rest, prior) > threshold {
              candidates.append((document, sum))
            }
          }
        }
      }
    }
    for (document, sum) in candidates { finish(document, sum, &top) }
  }

  /// Completes the score of a candidate as long as it can still become a hit.
  @inline(__always)
  private mutating func finish(_ document: UInt32, _ sum: UInt32, _ top: inout TopHits) {
    let prior = DocumentStatistics.prior(statistics.priors, Int(document))
    let rest = pending.first?.rest ?? 0
    if top.rejects(scale.score(sum &+ rest, prior)) { return }
    complete(document, sum, prior, &top)
  }

  private mutating func complete(
    _ document: UInt32, _ sum: UInt32, _ prior: Float, _ top: inout TopHits
  ) {
    if let deleted, deleted.contains(Int(document)) { return }
    if let filter, !filter.contains(Int(document)) { return }
    if pending.isEmpty {
      top.insert(
        Hit(segment: segmentIndex, document: Int(document), score: scale.score(sum, prior)))
      return
    }
    let scale = scale
    var sum = sum
    let isHopeful = pending.withUnsafeBufferPointer { pending in
      lists.withUnsafeMutableBufferPointer { lists in
        for (list, rest) in pending {
          if top.rejects(scale.score(sum &+ rest, prior)) { return false }
          sum &+= lists[list].impact(on: document)
        }
        return true
      }
    }
    if !isHopeful { return }
    top.insert(
      Hit(segment: segmentIndex, document: Int(document), score: scale.score(sum, prior)))
  }
}
