// Literals in the same sentence or paragraph.

/// Occurrences of one literal, document by document.
protocol OccurrenceMatcher: DocumentMatcher {
  /// Where the literal starts in the current document, ascending.
  var starts: [UInt32] { get }
}

extension LiteralMatcher: OccurrenceMatcher {}

/// Occurrences of one scalar: those of all bigrams that start with it, gathered when opened.
final class CharacterOccurrences: OccurrenceMatcher {
  private(set) var document: UInt32 = 0
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

  func seek(_ target: UInt32) {
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
final class NearMatcher: DocumentMatcher {
  private let all: Conjunction
  private let operands: [any OccurrenceMatcher]
  /// Operands that score; they need no positions.
  private let scored: [any DocumentMatcher]
  private let boundary: Boundary
  private let reader: SegmentReader
  private var unitStarts: [UInt32] = []
  private var units: [Int] = []

  init(
    _ operands: [any OccurrenceMatcher], scored: [any DocumentMatcher], within boundary: Boundary,
    of reader: SegmentReader
  ) {
    all = Conjunction(operands)
    self.operands = operands
    self.scored = scored
    self.boundary = boundary
    self.reader = reader
  }

  var document: UInt32 { all.document }
  var cost: Int { all.cost }

  func seek(_ target: UInt32) throws(SearchIndexError) {
    try all.seek(target)
    while all.document != PostingCursor.end {
      if try isNear() {
        for matcher in scored { try matcher.seek(all.document) }
        return
      }
      try all.seek(all.document + 1)
    }
  }

  func impact() -> UInt32 {
    scored.reduce(0) { $1.document == document ? $0 &+ $1.impact() : $0 }
  }

  private func isNear() throws(SearchIndexError) -> Bool {
    if boundary == .document { return true }
    unitStarts.removeAll(keepingCapacity: true)
    try reader.starts(of: boundary, Int(all.document), into: &unitStarts)
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
