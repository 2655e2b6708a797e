// Builders that shared the work of a segment give the segment that one builder gives.

import Testing

@testable import SearchIndex

@Suite struct JoinedBuilderTests {
  @Test(arguments: [(300, 0), (0, 300), (1, 299), (150, 150), (299, 1)])
  func joined(_ first: Int, _ second: Int) throws {
    var generator = SeededGenerator(41)
    let documents = randomDocuments(first + second, alphabet: 300, longest: 60, &generator)
    var builders = [SegmentBuilder(), SegmentBuilder()]
    for (i, document) in documents.enumerated() {
      try builders[i < first ? 0 : 1].add(document.analyzed("d\(i)"))
    }
    #expect(builders[0].hasRoom(for: builders[1]))
    builders[0].append(builders[1])
    let joined = try Segment(MemoryChunkStore(builders[0].finish()))
    try joined.validate()
    let whole = Searcher([(try makeSegment(documents), nil)])
    let searcher = Searcher([(joined, nil)])
    for document in documents.prefix(40) where document.text.count > 3 {
      for query in [Query(document.text), Query(literal: String(document.text.prefix(2)))] {
        let expected = try whole.search(query, analyzer: .plain, limit: 20)
        let found = try searcher.search(query, analyzer: .plain, limit: 20)
        #expect(found.hits == expected.hits && found.total == expected.total)
        let names = try found.hits.map { try searcher.identifier(of: $0) }
        #expect(names == (try expected.hits.map { try whole.identifier(of: $0) }))
      }
    }
  }
}
