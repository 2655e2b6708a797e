// Literal match of three scalars and more: bigrams that cover the text, intersected from the rarest, then
// held together by their positions.

/// Which bigrams of a literal to intersect: the rarest, and every second one to both sides of it. They
/// cover all scalars, and an offset fixes each against the others, so the rest add nothing.
enum PhraseCover {
  /// - Parameters:
  ///   - length: Scalars of the literal, at least 2.
  ///   - frequency: The document frequency of the bigram at an offset.
  static func offsets(length: Int, frequency: (Int) -> Int) -> [Int] {
    let last = length - 2
    let rarest = (0...last).min { frequency($0) < frequency($1) }!
    var offsets = Array(stride(from: rarest, through: 0, by: -2))
    if offsets.last! == 1 { offsets.append(0) }
    offsets += stride(from: rarest + 2, through: last, by: 2)
    if (last - rarest) % 2 == 1 { offsets.append(last) }
    return offsets.sorted { frequency($0) < frequency($1) }
  }
}

/// Documents where bigrams stand at given distances.
final class PhraseMatcher: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private var cursors: [PostingCursor]
  /// The place of each cursor's bigram in the literal.
  private let offsets: [UInt32]
  private let scorer: TermScorer?
  /// Where the literal starts in the current document, ascending.
  private(set) var starts: [UInt32] = []

  /// - Parameter cursors: Opened with positions, the rarest first.
  init(_ cursors: [PostingCursor], offsets: [Int], scorer: TermScorer?) {
    self.cursors = cursors
    self.offsets = offsets.map { UInt32($0) }
    self.scorer = scorer
  }

  var cost: Int { cursors[0].documentFrequency }

  func impact() -> UInt32 { scorer?.impact(UInt32(starts.count), of: document) ?? 0 }

  func seek(_ target: UInt32) {
    if isPlaced, document >= target { return }
    isPlaced = true
    var candidate = target
    search: while true {
      cursors[0].seek(candidate)
      candidate = cursors[0].document
      if candidate == PostingCursor.end { break }
      for i in 1..<cursors.count {
        cursors[i].seek(candidate)
        if cursors[i].document != candidate {
          candidate = cursors[i].document
          if candidate == PostingCursor.end { break search }
          continue search
        }
      }
      if findStarts() { break }
      candidate += 1
    }
    document = candidate
  }

  private func findStarts() -> Bool {
    starts.removeAll(keepingCapacity: true)
    let first = cursors[0].currentPositions()
    for i in 0..<first.count where first[i] >= offsets[0] { starts.append(first[i] &- offsets[0]) }
    for i in 1..<cursors.count {
      if starts.isEmpty { return false }
      keep(cursors[i].currentPositions(), offset: offsets[i])
    }
    return !starts.isEmpty
  }

  /// Keeps the starts that have a position `offset` scalars on.
  private func keep(_ positions: PackedPositions, offset: UInt32) {
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
}
