// Pruned retrieval equals exhaustive scoring; literal match finds every occurrence and nothing
// else.

import Testing

@testable import SearchIndex

/// Random documents over few characters, so that lists have many blocks and texts repeat.
func randomDocuments(
  _ count: Int, alphabet: Int, longest: Int, _ generator: inout SeededGenerator
) -> [TestDocument] {
  (0..<count).map { i in
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...longest, using: &generator) {
      // Squared: a few characters are frequent, most are rare.
      let rank = Double.random(in: 0..<1, using: &generator)
      let code = 0x4E00 + UInt32(Double(alphabet) * rank * rank * rank)
      let isBreak = Int.random(in: 0..<40, using: &generator) == 0
      scalars.append(isBreak ? "\n" : Unicode.Scalar(code)!)
    }
    // Priors come in runs, as neighbours belong to one instrument.
    return TestDocument(text: String(scalars), prior: [1, 0.5, 2][i / 97 % 3])
  }
}

/// The same documents in several segments, with what the tests delete and filter.
struct Fixture {
  var segments: [[TestDocument]] = []
  var deleted: [DocumentSet?] = []
  var filter: [DocumentSet]?
  var searcher: Searcher
  private let counts: [[[IndexTerm: Int]]]

  init(_ sizes: [Int], alphabet: Int, longest: Int, seed: UInt64, thin: Bool) throws {
    var generator = SeededGenerator(seed)
    var views: [(Segment, DocumentSet?)] = []
    var filters: [DocumentSet] = []
    for size in sizes {
      let documents = randomDocuments(size, alphabet: alphabet, longest: longest, &generator)
      segments.append(documents)
      let gone = (0..<size).filter { _ in Int.random(in: 0..<10, using: &generator) == 0 }
      deleted.append(thin ? DocumentSet(documentCount: size, gone) : nil)
      let kept = (0..<size).filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }
      filters.append(DocumentSet(documentCount: size, kept))
      views.append((try makeSegment(documents), deleted.last!))
    }
    filter = thin ? filters : nil
    counts = segments.map { $0.map { Self.termCounts($0) } }
    searcher = Searcher(views)
  }

  func isVisible(_ segment: Int, _ document: Int) -> Bool {
    deleted[segment]?.contains(document) != true
      && filter.map { $0[segment].contains(document) } ?? true
  }

  /// Scores every document from its text.
  func exhaustive(_ terms: [ScoredTerm], _ profile: RankingProfile) -> [Hit] {
    let all = segments.flatMap { $0 }
    let norms = Field.allCases.map { field in
      let total = all.reduce(0.0) {
        $0 + Double(field == .words ? $1.words.count : $1.characters.count)
      }
      return LengthNorms(
        profile.scoring(field), averageLength: Float(total / Double(all.count)))
    }
    let weights = terms.map { term -> Float in
      let frequency = counts.joined().count { $0[term.term] != nil }
      if frequency == 0 { return 0 }
      return term.weight * TermScorer.idf(documentFrequency: frequency, documentCount: all.count)
        * (profile.scoring(term.term.field).k1 + 1)
    }
    let scale = ScoreScale(total: weights.reduce(0, +), rule: profile.prior)
    var hits: [Hit] = []
    for (segment, documents) in segments.enumerated() {
      for (number, document) in documents.enumerated() where isVisible(segment, number) {
        var sum: UInt32 = 0
        var matches = false
        for (term, weight) in zip(terms, weights) {
          guard let count = counts[segment][number][term.term] else { continue }
          matches = matches || term.role == .match
          let field = term.term.field
          let length = field == .words ? document.words.count : document.characters.count
          let norm = norms[field.rawValue].values[Int(LengthCode.encode(length))]
          let frequency = Float(min(count, 255))
          sum += UInt32(weight * scale.factor * frequency / (frequency + norm))
        }
        if matches {
          hits.append(
            Hit(segment: segment, document: number, score: scale.score(sum, document.prior)))
        }
      }
    }
    return hits.sorted(by: Hit.precedes)
  }

  private static func termCounts(_ document: TestDocument) -> [IndexTerm: Int] {
    var counts: [IndexTerm: Int] = [:]
    let characters = document.characters + [0]
    for (first, second) in zip(characters, characters.dropFirst()) where first != 0 {
      counts[.bigram(first, second), default: 0] += 1
      counts[.character(first), default: 0] += 1
    }
    for word in document.words { counts[.word(word), default: 0] += 1 }
    return counts
  }
}

struct RetrievalTests {
  static let shapes: [(sizes: [Int], alphabet: Int, longest: Int, thin: Bool)] = [
    ([1], 3, 10, false), ([300], 5, 40, true), ([1500], 20, 40, false), ([1500], 20, 40, true),
    ([1200, 1, 700], 30, 40, true), ([900, 900], 300, 20, false),
  ]

  @Test(arguments: shapes.indices) func prunedEqualsExhaustive(_ index: Int) throws {
    let shape = Self.shapes[index]
    let fixture = try Fixture(
      shape.sizes, alphabet: shape.alphabet, longest: shape.longest, seed: 7 + UInt64(index),
      thin: shape.thin)
    var generator = SeededGenerator(99)
    let all = fixture.segments.flatMap { $0 }
    for round in 0..<8 {
      var profile = RankingProfile()
      profile.characters = FieldScoring(k1: [0.6, 1.2][round % 2], b: [0.3, 0.75, 0][round % 3])
      profile.prior = [.multiplied, .added][round / 2 % 2]
      var text = RankedText()
      for _ in 0..<Int.random(in: 1...(round % 5 == 0 ? 12 : 3), using: &generator) {
        let source = all.randomElement(using: &generator)!.characters
        if source.isEmpty { continue }
        let start = source.indices.randomElement(using: &generator)!
        let run = source[
          start..<min(source.count, start + Int.random(in: 1...4, using: &generator))]
        text.characters += Array(run) + [0]
        text.words += all.randomElement(using: &generator)!.words.prefix(1)
      }
      let terms = text.terms(characterWeight: [0, 0.3][round % 2])
      let expected = fixture.exhaustive(terms, profile)
      for limit in [1, 10, 100] {
        let result = try fixture.searcher.search(
          terms: terms, profile: profile, limit: limit, filter: fixture.filter)
        #expect(result.hits == Array(expected.prefix(limit)))
        #expect(result.total == expected.count)
      }
    }
  }

  @Test(arguments: shapes.indices) func literalsAreAllFound(_ index: Int) throws {
    let shape = Self.shapes[index]
    let fixture = try Fixture(
      shape.sizes, alphabet: shape.alphabet, longest: shape.longest, seed: 20 + UInt64(index),
      thin: shape.thin)
    var generator = SeededGenerator(5)
    let all = fixture.segments.flatMap { $0 }
    for round in 0..<12 {
      let source = all.randomElement(using: &generator)!.characters
      if source.isEmpty { continue }
      let start = source.indices.randomElement(using: &generator)!
      let end = min(source.count, start + Int.random(in: 1...9, using: &generator))
      let literal = source[start..<end].prefix { $0 != 0 }
      if literal.isEmpty { continue }
      var query = Query(
        literal: literal.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)!) })
      var excluded: [UInt32]?
      if round % 3 == 0, let other = all.randomElement(using: &generator)?.characters.first,
        other != 0
      {
        excluded = [other]
        query.excluded = [.literal(String(Unicode.Scalar(other)!))]
      }
      var expected: Set<[Int]> = []
      for (segment, documents) in fixture.segments.enumerated() {
        for (number, document) in documents.enumerated() where fixture.isVisible(segment, number) {
          let characters = document.characters
          guard contains(characters, Array(literal)) else { continue }
          if let excluded, contains(characters, excluded) { continue }
          expected.insert([segment, number])
        }
      }
      let result = try fixture.searcher.search(
        query, analyzer: .plain, limit: .max, filter: fixture.filter)
      #expect(Set(result.hits.map { [$0.segment, $0.document] }) == expected)
      #expect(result.hits.count == expected.count)
      #expect(result.total == expected.count)
      #expect(result.hits == result.hits.sorted(by: Hit.precedes))
    }
  }

  private func contains(_ text: [UInt32], _ literal: [UInt32]) -> Bool {
    guard literal.count <= text.count else { return false }
    return (0...text.count - literal.count).contains {
      text[$0] == literal[0] && text[$0..<$0 + literal.count].elementsEqual(literal)
    }
  }

  @Test func collidingWordsStayApart() throws {
    var builder = SegmentBuilder(words: WordTable(hashMask: 0b1111 << 40))
    for i in 0..<100 {
      var document = AnalyzedDocument()
      document.appendWord("w\(i)".utf8)
      try builder.add(document)
    }
    // Readers hash with all bits, so look the words up by key from the first of their chain.
    let segment = try Segment(MemoryChunkStore(builder.finish()))
    let chunk = try TermChunk(try segment.load(SegmentHeader.firstTermChunk), documentCount: 100)
    for i in 0..<100 {
      let word = Array("w\(i)".utf8)
      let found = word.withUnsafeBufferPointer { word -> TermEntry? in
        var key = TermKey(bits: TermKey.word(word).bits & (0b1111 << 40 | 1 << 63))
        while true {
          let result = chunk.find(key, word: word)
          if !result.taken { return result.entry }
          key = key.next
        }
      }
      #expect(found.map { chunk.cursor($0, positions: nil).document } == UInt32(i))
    }
  }
}
