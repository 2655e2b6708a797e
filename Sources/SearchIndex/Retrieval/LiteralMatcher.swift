// Documents that hold all of some literals: every bigram is intersected first, from the rarest, and only
// where all agree do positions tell whether the bigrams stand together.

/// One literal made ready for matching.
struct LiteralCursors {
  /// The rarest first. One for a literal of one scalar or two, opened with positions if more.
  var cursors: [PostingCursor]
  /// The place of each cursor's bigram in the literal.
  var offsets: [UInt32]
  /// Nil where the literal adds nothing to the score.
  var scorer: TermScorer?
}

/// Walks the documents that hold all of some literals.
final class LiteralMatcher: DocumentMatcher {
  // One stored value: a method of a struct inside a class checks for exclusive access once a call.
  private var intersection: LiteralIntersection

  /// - Parameters:
  ///   - literals: At least one, each with at least one cursor.
  ///   - keepsStarts: Whether `starts` will be asked for; then every literal needs positions.
  init(_ literals: [LiteralCursors], keepsStarts: Bool = false) {
    intersection = LiteralIntersection(literals, keepsStarts: keepsStarts)
  }

  var document: UInt32 { intersection.document }
  var cost: Int { intersection.cost }
  func seek(_ target: UInt32) { intersection.seek(target) }
  func impact() -> UInt32 { intersection.impact() }

  /// Where the first literal starts in the current document, ascending.
  var starts: [UInt32] { intersection.starts }

  /// The first document from `target` on whose block could hold a hit that `top` takes.
  func nextPromising(
    _ target: UInt32, _ top: borrowing TopHits, _ scale: ScoreScale,
    _ statistics: DocumentStatistics
  ) -> UInt32 {
    intersection.nextPromising(target, top, scale, statistics)
  }
}

private struct LiteralIntersection {
  /// A literal whose bigrams must stand together.
  private struct Phrase {
    /// Indices of cursors, the rarest first.
    let cursors: [Int]
    let offsets: [UInt32]
    /// Occurrences in the current document.
    var count = 0
  }

  /// How often a literal occurs: as its only cursor says, or as a phrase was counted.
  private enum Source {
    case cursor(Int)
    case phrase(Int)
  }

  private(set) var document: UInt32 = 0
  private(set) var starts: [UInt32] = []
  private var isPlaced = false
  /// The rarest first.
  private var cursors: [PostingCursor]
  private var phrases: [Phrase] = []
  private var scored: [(scorer: TermScorer, source: Source)] = []
  /// Bounds for scores: of each literal the rarest bigram, which occurs as often at least.
  private var bounds: [ScoredList] = []
  private var promisingEnd: UInt32 = 0
  private let keepsStarts: Bool

  init(_ literals: [LiteralCursors], keepsStarts: Bool) {
    self.keepsStarts = keepsStarts
    var all: [(cursor: PostingCursor, literal: Int, offset: UInt32)] = []
    for (number, literal) in literals.enumerated() {
      for (cursor, offset) in zip(literal.cursors, literal.offsets) {
        all.append((cursor, number, offset))
      }
      if let scorer = literal.scorer {
        bounds.append(ScoredList(literal.cursors[0], scorer, role: .match))
      }
    }
    all.sort { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    cursors = all.map(\.cursor)
    for (number, literal) in literals.enumerated() {
      let places = all.indices.filter { all[$0].literal == number }
      let isPhrase = places.count > 1 || keepsStarts
      if isPhrase { phrases.append(Phrase(cursors: places, offsets: places.map { all[$0].offset })) }
      if let scorer = literal.scorer {
        scored.append((scorer, isPhrase ? .phrase(phrases.count - 1) : .cursor(places[0])))
      }
    }
  }

  var cost: Int { cursors[0].documentFrequency }

  func impact() -> UInt32 {
    var sum: UInt32 = 0
    for (scorer, source) in scored {
      switch source {
      case .cursor(let index): sum &+= scorer.impact(cursors[index].frequency, of: document)
      case .phrase(let index): sum &+= scorer.impact(UInt32(phrases[index].count), of: document)
      }
    }
    return sum
  }

  mutating func seek(_ target: UInt32) {
    if isPlaced, document >= target { return }
    isPlaced = true
    document = target
    while true {
      document = cursors.withUnsafeMutableBufferPointer { Self.align($0, document) }
      if document == PostingCursor.end || phrasesOccur() { return }
      document += 1
    }
  }

  /// The first document from `target` on that all cursors have.
  private static func align(
    _ cursors: UnsafeMutableBufferPointer<PostingCursor>, _ target: UInt32
  ) -> UInt32 {
    var candidate = target
    search: while true {
      cursors[0].seek(candidate)
      candidate = cursors[0].document
      if candidate == PostingCursor.end { return candidate }
      for i in 1..<max(1, cursors.count) {
        cursors[i].seek(candidate)
        if cursors[i].document != candidate {
          candidate = cursors[i].document
          if candidate == PostingCursor.end { return candidate }
          continue search
        }
      }
      return candidate
    }
  }

  private mutating func phrasesOccur() -> Bool {
    for index in phrases.indices {
      let count = occurrences(of: phrases[index], keepsStarts: keepsStarts && index == 0)
      if count == 0 { return false }
      phrases[index].count = count
    }
    return true
  }

  private mutating func occurrences(of phrase: Phrase, keepsStarts: Bool) -> Int {
    let first = cursors[phrase.cursors[0]].currentPositions()
    if phrase.cursors.count == 2, !keepsStarts {
      return Self.pairs(
        first, phrase.offsets[0], cursors[phrase.cursors[1]].currentPositions(), phrase.offsets[1])
    }
    starts.removeAll(keepingCapacity: true)
    for i in 0..<first.count where first[i] >= phrase.offsets[0] {
      starts.append(first[i] &- phrase.offsets[0])
    }
    for i in 1..<max(1, phrase.cursors.count) {
      if starts.isEmpty { return 0 }
      keepStarts(cursors[phrase.cursors[i]].currentPositions(), offset: phrase.offsets[i])
    }
    return starts.count
  }

  /// How many pairs of positions are as far apart as their offsets.
  private static func pairs(
    _ a: PackedPositions, _ aOffset: UInt32, _ b: PackedPositions, _ bOffset: UInt32
  ) -> Int {
    var count = 0
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      // Adding the other's offset to each compares starts without going below zero.
      let left = a[i] &+ bOffset
      let right = b[j] &+ aOffset
      if left == right { count &+= 1 }
      if left <= right { i &+= 1 }
      if right <= left { j &+= 1 }
    }
    return count
  }

  /// Keeps the starts that have a position `offset` scalars on.
  private mutating func keepStarts(_ positions: PackedPositions, offset: UInt32) {
    var kept = 0
    var i = 0
    for start in starts {
      while i < positions.count, positions[i] < start &+ offset { i &+= 1 }
      if i == positions.count { break }
      if positions[i] == start &+ offset {
        starts[kept] = start
        kept &+= 1
      }
    }
    starts.removeLast(starts.count - kept)
  }

  mutating func nextPromising(
    _ target: UInt32, _ top: borrowing TopHits, _ scale: ScoreScale,
    _ statistics: DocumentStatistics
  ) -> UInt32 {
    var start = target
    while start >= promisingEnd, let end = windowEnd(from: start) {
      var sum: UInt32 = 0
      for i in bounds.indices {
        bounds[i].enterWindow(start, end)
        sum += bounds[i].windowBound
      }
      if !top.rejects(scale.score(sum, statistics.largestPrior(start, end))) {
        promisingEnd = end
        break
      }
      start = end
    }
    return start
  }

  /// A window ends with a block of the rarest scored list; nil after its last.
  private mutating func windowEnd(from start: UInt32) -> UInt32? {
    guard !bounds.isEmpty else { return nil }
    let last = bounds[0].blockEnd(from: start)
    return last == PostingCursor.end ? nil : last + 1
  }
}
