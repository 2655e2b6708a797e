// What every operator finds, on a corpus small enough to check by eye.

import Testing

@testable import SearchIndex

struct QueryLanguageTests {
  static let syntax = QuerySyntax(
    fields: ["title"], units: ["句": .sentence, "款": .paragraph, "条": .document])

  static let corpus = [
    TestDocument(text: "算法推荐服务提供者应当备案。用户有权投诉。"),
    TestDocument(text: "深度合成服务提供者应当标识。\n违反规定的，责令改正。"),
    TestDocument(text: "违反规定的，责令改正；拒不改正的，罚款。"),
    TestDocument(text: "备案的办法另行制定"),
    TestDocument(text: "算\n法"),
  ]

  static let table: [(String, [Int])] = [
    ("\"服务提供者\"", [0, 1]),
    ("“责令改正”", [1, 2]),
    ("\"法\"", [0, 3, 4]),
    ("\"算法\"", [0]),
    ("\"改正\" -罚款", [1]),
    ("NOT 改正", [0, 3, 4]),
    ("-改正 -备案", [4]),
    ("服务 AND 备案", [0]),
    ("标识 OR 罚款", [1, 2]),
    ("应当 AND (标识 OR 备案)", [0, 1]),
    ("应当 AND NOT 标识", [0]),
    ("标识 NEAR/条 改正", [1]),
    ("标识 NEAR/款 改正", []),
    ("备案 NEAR/句 应当", [0]),
    ("备案 NEAR/句 投诉", []),
    ("备案 NEAR/款 投诉", [0]),
    ("办 NEAR/句 法", [3]),
    ("title:算法", [0]),
    ("title:算法 -备案", []),
    ("　“责令改正”　-罚款", [1]),
    ("\"", []),
    ("", []),
    ("\"没有这样的话\"", []),
    ("()", []),
  ]

  @Test(arguments: table) func finds(_ query: String, _ expected: [Int]) throws {
    let segment = try makeSegment(Self.corpus)
    var analyzer = QueryAnalyzer.plain
    analyzer.documents = { field in
      [DocumentSet(documentCount: 5, Self.corpus.indices.filter { $0 == 0 && field.value == "算法" })]
    }
    let result = try Searcher([(segment, nil)]).search(
      Query(query, syntax: Self.syntax), analyzer: analyzer, limit: 10)
    #expect(result.hits.map(\.document).sorted() == expected)
    #expect(result.total == expected.count)
  }

  @Test func ranksMoreMatchedWordsFirst() throws {
    let searcher = Searcher([(try makeSegment(Self.corpus), nil)])
    let result = try searcher.search(Query("算法 备案"), analyzer: .plain, limit: 10)
    #expect(result.hits.map(\.document) == [0, 3])
    #expect(try searcher.identifier(of: result.hits[1]) == Array("d3".utf8))
  }
}
