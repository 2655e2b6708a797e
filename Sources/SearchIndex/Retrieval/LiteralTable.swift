// The literals of a query, looked up in all segments, and the matchers made of them.

struct LiteralTable {
  private let literals: [[UInt32]]
  private let weights: [Float?]
  private let context: ScoringContext

  /// A literal weighs by the rarest of its bigrams: no more documents than that have it.
  init(
    _ plan: QueryPlan, _ readers: [SegmentReader], _ context: ScoringContext
  ) throws(SearchIndexError) {
    literals = plan.literals
    self.context = context
    var weights: [Float?] = []
    for (number, literal) in literals.enumerated() {
      guard plan.scored.contains(number) else {
        weights.append(nil)
        continue
      }
      var frequency = 0
      for reader in readers {
        var least = Int.max
        for term in Self.terms(of: literal) where least > 0 {
          least = min(least, try reader.cursor(term)?.documentFrequency ?? 0)
        }
        frequency += least
      }
      weights.append(context.weigh(1, .characters, documentFrequency: frequency))
    }
    self.weights = weights
  }

  private static func terms(of literal: [UInt32]) -> [IndexTerm] {
    if let term = IndexTerm(literal: literal) { return [term] }
    return zip(literal, literal.dropFirst()).map { .bigram($0, $1) }
  }

  func matcher(
    _ condition: Condition, _ reader: SegmentReader, _ segment: Int
  ) throws(SearchIndexError) -> any DocumentMatcher {
    switch condition {
    case .literal(let number):
      return try literalMatcher([number], reader)
    case .documents(let sets):
      return SetMatcher(sets[segment].resized(to: reader.segment.documentCount))
    case .any(let conditions):
      var matchers: [any DocumentMatcher] = []
      for condition in conditions { matchers.append(try matcher(condition, reader, segment)) }
      return Disjunction(matchers)
    case .all(let conditions):
      return try conjunction(conditions, reader, segment)
    case .not(let condition):
      return Exclusion(
        AllMatcher(documentCount: reader.segment.documentCount),
        without: try matcher(condition, reader, segment))
    case .near(let numbers, let boundary):
      var operands: [any OccurrenceMatcher] = []
      var scored: [any DocumentMatcher] = []
      for number in numbers {
        guard let operand = try occurrences(number, reader) else { return SetMatcher.none(reader) }
        operands.append(operand)
        if weights[number] != nil { scored.append(try literalMatcher([number], reader)) }
      }
      return NearMatcher(operands, scored: scored, within: boundary, of: reader)
    }
  }

  /// Conditions to exclude are applied to what the others find.
  private func conjunction(
    _ conditions: [Condition], _ reader: SegmentReader, _ segment: Int
  ) throws(SearchIndexError) -> any DocumentMatcher {
    var included: [any DocumentMatcher] = []
    var excluded: [any DocumentMatcher] = []
    var numbers: [Int] = []
    for condition in conditions {
      switch condition {
      case .literal(let number): numbers.append(number)
      case .not(let inner): excluded.append(try matcher(inner, reader, segment))
      default: included.append(try matcher(condition, reader, segment))
      }
    }
    if !numbers.isEmpty { included.append(try literalMatcher(numbers, reader)) }
    if included.isEmpty {
      included.append(AllMatcher(documentCount: reader.segment.documentCount))
    }
    let all = included.count == 1 ? included[0] : Conjunction(included)
    return excluded.isEmpty ? all : Exclusion(all, without: Disjunction(excluded))
  }

  private func scorer(_ number: Int, _ reader: SegmentReader) -> TermScorer? {
    weights[number].map { context.scorer($0, .characters, reader.segment) }
  }

  /// Documents with all of the literals.
  private func literalMatcher(
    _ numbers: [Int], _ reader: SegmentReader
  ) throws(SearchIndexError) -> any DocumentMatcher {
    var all: [LiteralCursors] = []
    for number in numbers {
      let literal = literals[number]
      let ready: LiteralCursors?
      if let term = IndexTerm(literal: literal) {
        ready = try reader.cursor(term).map {
          LiteralCursors(cursors: [$0], offsets: [0], scorer: scorer(number, reader))
        }
      } else {
        ready = try phrase(number, reader)
      }
      guard let ready else { return SetMatcher.none(reader) }
      all.append(ready)
    }
    return LiteralMatcher(all)
  }

  private func occurrences(
    _ number: Int, _ reader: SegmentReader
  ) throws(SearchIndexError) -> (any OccurrenceMatcher)? {
    let literal = literals[number]
    if literal.count == 1 {
      return CharacterOccurrences(try reader.cursors(startingWith: literal[0]))
    }
    return try phrase(number, reader).map { LiteralMatcher([$0], keepsStarts: true) }
  }

  /// Bigrams with positions; nil where one of them is in no document.
  private func phrase(
    _ number: Int, _ reader: SegmentReader
  ) throws(SearchIndexError) -> LiteralCursors? {
    let literal = literals[number]
    guard !literal.contains(0) else { return nil }
    var cursors: [PostingCursor] = []
    for (first, second) in zip(literal, literal.dropFirst()) {
      guard let cursor = try reader.cursor(.bigram(first, second), positions: true) else {
        return nil
      }
      cursors.append(cursor)
    }
    let offsets = PhraseCover.offsets(length: literal.count) { cursors[$0].documentFrequency }
    return LiteralCursors(
      cursors: offsets.map { cursors[$0] }, offsets: offsets.map { UInt32($0) },
      scorer: scorer(number, reader))
  }
}

extension SetMatcher {
  static func none(_ reader: SegmentReader) -> SetMatcher {
    SetMatcher(DocumentSet(documentCount: reader.segment.documentCount))
  }
}
