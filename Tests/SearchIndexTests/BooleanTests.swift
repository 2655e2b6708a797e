// Random conditions against the plainest evaluation of them, text by text.

import Testing

@testable import SearchIndex

struct BooleanTests {
  /// Whether a document fulfils a condition, read off its text.
  private func holds(_ node: Query.Node, _ document: TestDocument) -> Bool {
    switch node {
    case .word(let text), .literal(let text): !starts(of: text, in: document).isEmpty
    case .field: false
    case .all(let nodes): nodes.allSatisfy { holds($0, document) }
    case .any(let nodes): nodes.contains { holds($0, document) }
    case .not(let node): !holds(node, document)
    case .near(let nodes, let boundary): near(nodes, boundary, document)
    }
  }

  private func starts(of text: String, in document: TestDocument) -> [Int] {
    let literal = text.unicodeScalars.map(\.value)
    let characters = document.characters
    guard literal.count <= characters.count else { return [] }
    return (0...characters.count - literal.count).filter {
      characters[$0] == literal[0] && characters[$0..<$0 + literal.count].elementsEqual(literal)
    }
  }

  private func near(
    _ nodes: [Query.Node], _ boundary: Boundary, _ document: TestDocument
  ) -> Bool {
    let analyzed = document.analyzed("")
    let unitStarts: [UInt32] =
      switch boundary {
      case .document: []
      case .paragraph: analyzed.paragraphStarts
      case .sentence: analyzed.sentenceStarts
      }
    let units = nodes.map { node -> Set<Int> in
      guard case .literal(let text) = node else { return [] }
      return Set(starts(of: text, in: document).map { start in unitStarts.count { $0 <= start } })
    }
    return !units.dropFirst().reduce(units[0]) { $0.intersection($1) }.isEmpty
  }

  private func randomNode(
    _ documents: [TestDocument], depth: Int, _ generator: inout SeededGenerator
  ) -> Query.Node {
    func literal() -> Query.Node {
      while true {
        let source = documents.randomElement(using: &generator)!.characters
        guard let start = source.indices.randomElement(using: &generator) else { continue }
        let length = [1, 1, 2, 2, 2, 3, 4].randomElement(using: &generator)!
        let run = source[start...].prefix(length).prefix { $0 != 0 }
        if run.isEmpty { continue }
        return .literal(run.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)!) })
      }
    }
    let kind = depth == 0 ? 0 : Int.random(in: 0..<6, using: &generator)
    let count = Int.random(in: 2...3, using: &generator)
    switch kind {
    case 1, 2:
      return .all((0..<count).map { _ in randomNode(documents, depth: depth - 1, &generator) })
    case 3:
      return .any((0..<count).map { _ in randomNode(documents, depth: depth - 1, &generator) })
    case 4: return .not(randomNode(documents, depth: depth - 1, &generator))
    case 5:
      let boundary = [Boundary.sentence, .paragraph, .document].randomElement(using: &generator)!
      return .near((0..<count).map { _ in literal() }, boundary)
    default: return literal()
    }
  }

  @Test func conditionsHoldAsInTheText() throws {
    let fixture = try Fixture([500, 300], alphabet: 40, longest: 60, seed: 31, thin: true)
    let all = fixture.segments.flatMap { $0 }
    var generator = SeededGenerator(32)
    for _ in 0..<80 {
      let query = Query(required: [randomNode(all, depth: 3, &generator)])
      var expected: Set<[Int]> = []
      for (segment, documents) in fixture.segments.enumerated() {
        for (number, document) in documents.enumerated()
        where fixture.isVisible(segment, number) && holds(query.required[0], document) {
          expected.insert([segment, number])
        }
      }
      let result = try fixture.searcher.search(
        query, analyzer: .plain, limit: .max, filter: fixture.filter)
      let found = Set(result.hits.map { [$0.segment, $0.document] })
      #expect(found.symmetricDifference(expected).prefix(3).isEmpty, "\(query)")
      #expect(result.total == expected.count)
    }
  }

  /// What is skipped where no total is asked for is never one of the best.
  @Test(arguments: [PriorRule.multiplied, .added]) func skippingLosesNoHit(_ rule: PriorRule) throws
  {
    let fixture = try Fixture([1800, 900], alphabet: 30, longest: 50, seed: 41, thin: false)
    let all = fixture.segments.flatMap { $0 }
    var profile = RankingProfile()
    profile.prior = rule
    var generator = SeededGenerator(42)
    for _ in 0..<40 {
      let count = Int.random(in: 1...3, using: &generator)
      let nodes = (0..<count).map { _ in randomNode(all, depth: 0, &generator) }
      let query = Query(required: nodes)
      let full = try fixture.searcher.search(
        query, analyzer: .plain, profile: profile, limit: .max)
      for limit in [1, 10] {
        let best = try fixture.searcher.search(
          query, analyzer: .plain, profile: profile, limit: limit, countTotal: false)
        #expect(best.hits == Array(full.hits.prefix(limit)), "\(query)")
      }
    }
  }
}
