// Documents that hold all of some literals: every bigram is intersected first, from the rarest, and
// only where all agree do positions tell whether the bigrams stand together.

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
struct LiteralMatcher: OccurrenceMatcher {
  /// A bigram of a literal that takes more than one.
  private struct Member {
    let cursor: Int
    let offset: UInt32
  }

  /// A literal whose bigrams must stand together.
  private struct Phrase {
    let members: Range<Int>
    /// Occurrences in the current document.
    var count: UInt32 = 0
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
  /// Of each phrase in turn, the rarest first.
  private var members: [Member] = []
  private var scored: [(scorer: TermScorer, source: Source)] = []
  /// Bounds for scores: of each literal the rarest bigram, which occurs as often at least.
  private var bounds: [ScoredList] = []
  private var promisingEnd: UInt32 = 0
  private let keepsStarts: Bool

  /// - Parameters:
  ///   - literals: At least one, each with at least one cursor.
  ///   - keepsStarts: Whether `starts` of a single literal will be asked for; then it needs
  ///     positions.
  init(_ literals: [LiteralCursors], keepsStarts: Bool = false) {
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
    bounds.sort { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    cursors = all.map(\.cursor)
    for (number, literal) in literals.enumerated() {
      let first = members.count
      for (place, entry) in all.enumerated() where entry.literal == number {
        members.append(Member(cursor: place, offset: entry.offset))
      }
      let isPhrase = members.count > first + 1 || keepsStarts
      if let scorer = literal.scorer {
        scored.append(
          (scorer, isPhrase ? .phrase(phrases.count) : .cursor(members[first].cursor)))
      }
      if isPhrase {
        phrases.append(Phrase(members: first..<members.count))
      } else {
        members.removeLast()
      }
    }
  }

  var cost: Int { cursors[0].documentFrequency }

  func impact() -> UInt32 {
    var sum: UInt32 = 0
    for (scorer, source) in scored {
      switch source {
      case .cursor(let index): sum &+= scorer.impact(cursors[index].frequency, of: document)
      case .phrase(let index): sum &+= scorer.impact(phrases[index].count, of: document)
      }
    }
    return sum
  }

  mutating func seek(_ target: UInt32) {
    if isPlaced, document >= target { return }
    isPlaced = true
    var candidate = target
    var found = starts
    starts = []
    let keepsStarts = keepsStarts
    cursors.withUnsafeMutableBufferPointer { cursors in
      phrases.withUnsafeMutableBufferPointer { phrases in
        members.withUnsafeBufferPointer { members in
          while true {
            candidate = Self.align(cursors, candidate)
            if candidate == PostingCursor.end { return }
            if Self.occur(phrases, members, cursors, &found, keepsStarts) {
              for i in cursors.indices { cursors[i].settle() }
              return
            }
            candidate &+= 1
          }
        }
      }
    }
    document = candidate
    starts = found
  }

  /// The first document from `target` on that all cursors have.
  @inline(__always)
  private static func align(
    _ cursors: UnsafeMutableBufferPointer<PostingCursor>, _ target: UInt32
  ) -> UInt32 {
    var candidate = target
    search: while true {
      cursors[0].seek(candidate)
      candidate = cursors[0].document
      if candidate == PostingCursor.end { return candidate }
      var i = 1
      while i < cursors.count {
        cursors[i].seek(candidate)
        if cursors[i].document != candidate {
          candidate = cursors[i].document
          if candidate == PostingCursor.end { return candidate }
          continue search
        }
        i &+= 1
      }
      return candidate
    }
  }

  /// Counts the phrases in the document all cursors are at; false where one is missing.
  @inline(__always)
  private static func occur(
    _ phrases: UnsafeMutableBufferPointer<Phrase>, _ members: UnsafeBufferPointer<Member>,
    _ cursors: UnsafeMutableBufferPointer<PostingCursor>, _ starts: inout [UInt32],
    _ keepsStarts: Bool
  ) -> Bool {
    for index in phrases.indices {
      let range = phrases[index].members
      let first = members[range.lowerBound]
      if range.count == 2, !keepsStarts {
        let second = members[range.lowerBound &+ 1]
        phrases[index].count = pairs(
          cursors[first.cursor].currentPositions(), first.offset,
          cursors[second.cursor].currentPositions(), second.offset)
      } else {
        take(&starts, cursors[first.cursor].currentPositions(), offset: first.offset)
        for member in range.dropFirst() where !starts.isEmpty {
          keep(
            &starts, cursors[members[member].cursor].currentPositions(),
            offset: members[member].offset)
        }
        phrases[index].count = UInt32(starts.count)
      }
      if phrases[index].count == 0 { return false }
    }
    return true
  }

  /// How many pairs of positions are as far apart as their offsets.
  @inline(__always)
  private static func pairs(
    _ a: PackedPositions, _ aOffset: UInt32, _ b: PackedPositions, _ bOffset: UInt32
  ) -> UInt32 {
    // Adding the other's offset to each compares starts without going below zero.
    var i = 0
    var j = 0
    var left = a[0] &+ bOffset
    var right = b[0] &+ aOffset
    var count: UInt32 = 0
    while true {
      if left < right {
        i &+= 1
        if i == a.count { return count }
        left = a[i] &+ bOffset
      } else {
        if left == right { count &+= 1 }
        j &+= 1
        if j == b.count { return count }
        right = b[j] &+ aOffset
      }
    }
  }

  private static func take(
    _ starts: inout [UInt32], _ positions: PackedPositions, offset: UInt32
  ) {
    starts.removeAll(keepingCapacity: true)
    for i in 0..<positions.count where positions[i] >= offset {
      starts.append(positions[i] &- offset)
    }
  }

  /// Keeps the starts that have a position `offset` scalars on.
  private static func keep(
    _ starts: inout [UInt32], _ positions: PackedPositions, offset: UInt32
  ) {
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

  /// The first document from `target` on whose block could hold a hit that `top` takes.
  @inline(__always)
  mutating func nextPromising(
    _ target: UInt32, _ top: borrowing TopHits, _ scale: ScoreScale,
    _ statistics: DocumentStatistics
  ) -> UInt32 {
    if target < promisingEnd { return target }
    return skipBlocks(target, top, scale, statistics)
  }

  private mutating func skipBlocks(
    _ target: UInt32, _ top: borrowing TopHits, _ scale: ScoreScale,
    _ statistics: DocumentStatistics
  ) -> UInt32 {
    var start = target
    while let end = windowEnd(from: start) {
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
