// Foreign bytes give errors, strange queries give answers; nothing crashes or hangs.

import Testing

@testable import SearchIndex

struct FuzzTests {
  static let queries = [
    "一丁 丂七", "\"一丁\"", "\"一一一\"", "一 NEAR/句 丁", "丁一 AND 一一 -七", "\"一\"",
  ]
  static let syntax = QuerySyntax(
    fields: ["title", "article"], units: ["句": .sentence, "款": .paragraph, "条": .document])

  private func chunks() throws -> [[UInt8]] {
    var generator = SeededGenerator(3)
    var builder = SegmentBuilder()
    let documents = randomDocuments(600, alphabet: 12, longest: 40, &generator)
    for (i, document) in documents.enumerated() { try builder.add(document.analyzed("d\(i)")) }
    return builder.finish()
  }

  /// Opens, searches and reads identifiers.
  private func use(_ chunks: [[UInt8]]) throws {
    let segment = try Segment(MemoryChunkStore(chunks))
    let searcher = Searcher([(segment, nil)])
    for query in Self.queries {
      let result = try searcher.search(
        Query(query, syntax: Self.syntax), analyzer: .plain, limit: 5)
      for hit in result.hits { _ = try searcher.identifier(of: hit) }
    }
  }

  @Test func damageIsAnError() throws {
    let chunks = try chunks()
    try use(chunks)
    var generator = SeededGenerator(11)
    for round in 0..<150 {
      var damaged = chunks
      let chunk = chunks.indices.randomElement(using: &generator)!
      if round % 4 == 0 {
        damaged[chunk].removeLast(Int.random(in: 1...damaged[chunk].count, using: &generator))
      } else {
        let place = damaged[chunk].indices.randomElement(using: &generator)!
        damaged[chunk][place] ^= UInt8.random(in: 1...255, using: &generator)
      }
      #expect(throws: SearchIndexError.self) {
        try use(damaged)
        try Segment(MemoryChunkStore(damaged)).validate()
      }
    }
    #expect(throws: SearchIndexError.self) { try use([]) }
  }

  /// With the checksum put right, only the checks of what is decoded stand in the way.
  @Test func forgedChunksDoNoHarm() throws {
    let chunks = try chunks()
    var generator = SeededGenerator(12)
    var refused = 0
    for round in 0..<500 {
      var forged = chunks
      let chunk = chunks.indices.randomElement(using: &generator)!
      if forged[chunk].count > 20, round % 5 == 0 {
        forged[chunk].removeLast(Int.random(in: 1...forged[chunk].count - 17, using: &generator))
      }
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        // Headers and directories stand at the start.
        let end =
          Bool.random(using: &generator) ? min(80, forged[chunk].count) : forged[chunk].count
        let place = Int.random(in: 8..<max(9, end), using: &generator)
        forged[chunk][place] = [0, 1, 0x7F, 0x80, 0xFF, forged[chunk][place] &+ 1]
          .randomElement(using: &generator)!
      }
      let checksum = forged[chunk].withUnsafeBytes { ChunkBytes.checksum($0, from: 8) }
      forged[chunk].replaceInteger(at: 0, checksum)
      do { try use(forged) } catch is SearchIndexError { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test func anyTextIsAQuery() throws {
    let searcher = Searcher([(try Segment(MemoryChunkStore(try chunks())), nil)])
    var analyzer = QueryAnalyzer.plain
    analyzer.documents = { _ in [DocumentSet(documentCount: 600, 0..<300)] }
    let pieces = [
      "(", ")", "\"", "“", "”", "＂", "-", "AND", "OR", "NOT", "NEAR/句", "NEAR/款", "NEAR/", "title:",
      "article:", "：", " ", "　", "\n", "一", "丁七", "一丁丂", "a", "\u{0}", "🀄", "\u{FEFF}",
    ]
    var generator = SeededGenerator(13)
    for _ in 0..<600 {
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        text += pieces.randomElement(using: &generator)!
        if Int.random(in: 0..<3, using: &generator) == 0 { text += " " }
      }
      let query = Query(text, syntax: Self.syntax)
      let result = try searcher.search(query, analyzer: analyzer, limit: 3)
      #expect(result.hits.count <= 3)
      #expect((result.total ?? 0) <= 600)
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "(一 AND ", count: 20_000),
    String(repeating: "NOT ", count: 50_000) + "一", String(repeating: "-", count: 100_000),
    String(repeating: "\"", count: 99_999), String(repeating: "一丁丂七丄", count: 20_000),
    "\"" + String(repeating: "一丁丂七丄", count: 1_000) + "\"",
    String(repeating: "一 OR ", count: 30_000), String(repeating: "一 NEAR/句 ", count: 20_000),
  ]) func longQueriesEnd(_ text: String) throws {
    let searcher = Searcher([(try Segment(MemoryChunkStore(try chunks())), nil)])
    let query = Query(text, syntax: Self.syntax)
    _ = try searcher.search(query, analyzer: .plain, limit: 10)
    _ = query.matchTexts
  }

  @Test func anEmptySegmentIsASegment() throws {
    let segment = try Segment(MemoryChunkStore(SegmentBuilder().finish()))
    let searcher = Searcher([(segment, nil)])
    for query in Self.queries + ["-一"] {
      let result = try searcher.search(
        Query(query, syntax: Self.syntax), analyzer: .plain, limit: 5)
      #expect(result.total == 0)
    }
  }
}
