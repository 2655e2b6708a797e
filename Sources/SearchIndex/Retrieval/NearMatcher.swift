// Literals in the same sentence or paragraph.

/// Occurrences of one literal, document by document.
protocol OccurrenceMatcher: DocumentMatcher {
  /// Where the literal starts in the current document, ascending.
  var starts: [UInt32] { get }
}

/// Occurrences of one scalar: those of all bigrams that start with it, gathered when opened.
struct CharacterOccurrences: OccurrenceMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private(set) var starts: [UInt32] = []
  /// Document in the upper half, position in the lower, ascending.
  private var occurrences: [UInt64] = []
  private var index = 0

  init(_ cursors: [PostingCursor]) {
    for var cursor in cursors {
      while cursor.document != PostingCursor.end {
        let positions = cursor.currentPositions()
        for i in 0..<positions.count {
          occurrences.append(UInt64(cursor.document) << 32 | UInt64(positions[i]))
        }
        cursor.advance()
      }
    }
    occurrences.sort()
  }

  var cost: Int { occurrences.count }
  func impact() -> UInt32 { 0 }

  mutating func seek(_ target: UInt32) {
    if isPlaced, document >= target { return }
    isPlaced = true
    while index < occurrences.count, occurrences[index] >> 32 < UInt64(target) { index += 1 }
    starts.removeAll(keepingCapacity: true)
    guard index < occurrences.count else {
      document = PostingCursor.end
      return
    }
    document = UInt32(occurrences[index] >> 32)
    var next = index
    while next < occurrences.count, occurrences[next] >> 32 == UInt64(document) {
      starts.append(UInt32(truncatingIfNeeded: occurrences[next]))
      next += 1
    }
  }
}

/// Documents where all literals start in one and the same sentence or paragraph.
struct NearMatcher: DocumentMatcher {
  private(set) var document: UInt32 = 0
  private var isPlaced = false
  private var operands: [any OccurrenceMatcher]
  /// Operands that score; they need no positions.
  private var scored: [any DocumentMatcher]
  private let boundary: Boundary
  private let reader: SegmentReader
  private var unitStarts: [UInt32] = []
  private var units: [Int] = []

  init(
    _ operands: [any OccurrenceMatcher], scored: [any DocumentMatcher], within boundary: Boundary,
    of reader: SegmentReader
  ) {
    self.operands = operands
    self.scored = scored
    self.boundary = boundary
    self.reader = reader
  }

  var cost: Int { operands.map(\.cost).min() ?? 0 }

  mutating func seek(_ target: UInt32) throws(SearchIndexError) {
    if isPlaced, document >= target { return }
    isPlaced = true
    document = target
    while try alignOperands() {
      if try isNear() {
        for i in scored.indices { try scored[i].seek(document) }
        return
      }
      document += 1
    }
  }

  /// Moves to the first document from the current on that all operands have.
  private mutating func alignOperands() throws(SearchIndexError) -> Bool {
    var agreeing = 0
    var i = 0
    while agreeing < operands.count {
      try operands[i].seek(document)
      if operands[i].document == PostingCursor.end {
        document = PostingCursor.end
        return false
      }
      agreeing = operands[i].document == document ? agreeing + 1 : 1
      document = operands[i].document
      i = (i + 1) % operands.count
    }
    return true
  }

  func impact() -> UInt32 {
    scored.reduce(0) { $1.document == document ? $0 &+ $1.impact() : $0 }
  }

  private mutating func isNear() throws(SearchIndexError) -> Bool {
    if boundary == .document { return true }
    unitStarts.removeAll(keepingCapacity: true)
    try reader.starts(of: boundary, Int(document), into: &unitStarts)
    units.removeAll(keepingCapacity: true)
    for start in operands[0].starts { units.append(unit(of: start)) }
    for operand in operands.dropFirst() {
      var kept = 0
      var i = 0
      for unit in units {
        while i < operand.starts.count, self.unit(of: operand.starts[i]) < unit { i += 1 }
        if i == operand.starts.count { break }
        if self.unit(of: operand.starts[i]) == unit {
          units[kept] = unit
          kept += 1
        }
      }
      units.removeLast(units.count - kept)
    }
    return !units.isEmpty
  }

  /// How many units start at or before `position`; text before the first is a unit of its own.
  private func unit(of position: UInt32) -> Int { unitStarts.partitioningIndex { $0 > position } }
}
