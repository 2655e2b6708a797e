// A library through its life: made, asked, added to, changed, pruned, merged.

import Foundation
import Testing

@Suite struct LibraryLifeTests {
  @Test func corpusAnswers() throws {
    let answer = try Shared.search("标识", "--limit", "3")
    #expect(answer.hits.count == 3 && answer.total > 30)
    #expect(answer.hits.allSatisfy { !$0.highlights.isEmpty && $0.text.contains("标识") })

    let library = try Shared.corpus.get()
    let shown = try Program.run(
      "show", "深度合成内容标识管理规定第七条第二款", "--library", library, "--format", "json",
      "--as-of", Shelf.day)
    let provision = try decode(Shown.self, shown.output)
    #expect(provision.provision.provision == "art_7__para_2")
    #expect(provision.headings == ["第二章 标识的方式和要求"])

    let texts = try FileManager.default.contentsOfDirectory(atPath: Program.corpus)
      .filter { $0 != "README.md" }
    let list = try Program.run("list", "--library", library, "--format", "jsonl")
    #expect(list.output.split(separator: "\n").count == texts.count)
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    let shelf = try Shelf([
      "a.md": regulation("灯塔管理办法", published: "2020-01-01", articles: ["灯塔应当常亮。"]),
      "b.md": regulation("渡口管理办法", published: "2020-01-01", articles: ["渡口应当点名。"]),
    ])
    let again = try shelf.index()
    #expect(again.status == 0)
    #expect(again.output.contains("2 unchanged") && !again.output.contains("added"))

    try shelf.write(
      "a.md", regulation("灯塔管理办法", published: "2020-01-01", articles: ["灯塔应当闪烁。"]))
    try shelf.write("c.md", regulation("浮标管理办法", published: "2020-01-01", articles: ["浮标为红。"]))
    let changed = try shelf.index()
    #expect(changed.output.contains("1 added, 1 replaced, 1 unchanged"))
    #expect(try shelf.search("\"常亮\"").total == 0)
    #expect(try shelf.search("\"闪烁\"").provisions == ["art_1"])
    #expect(try shelf.search("\"点名\"").total == 1)
    #expect(try shelf.list().map(\.title).sorted() == ["浮标管理办法", "渡口管理办法", "灯塔管理办法"])
  }

  @Test func removedFilesStayUntilPruned() throws {
    let shelf = try Shelf([
      "a.md": regulation("灯塔管理办法", published: "2020-01-01", articles: ["灯塔应当常亮。"]),
      "b.md": regulation("渡口管理办法", published: "2020-01-01", articles: ["渡口应当点名。"]),
    ])
    try shelf.remove("a.md")
    let kept = try shelf.index()
    #expect(kept.status == 0 && kept.output.contains("1 gone but kept"))
    #expect(try shelf.search("常亮").total == 1)
    let pruned = try shelf.index("--prune")
    #expect(pruned.output.contains("1 dropped"))
    #expect(try shelf.search("常亮").total == 0)
    #expect(try shelf.counts() == Counts(instruments: 1, versions: 1, provisions: 2, documents: 1))
  }

  @Test func sameBytesAreKeptOnce() throws {
    let text = regulation("灯塔管理办法", published: "2020-01-01", articles: ["灯塔应当常亮。"])
    let shelf = try Shelf(["a.md": text, "copies/b.md": text])
    let hit = try #require(try shelf.search("常亮").hits.first)
    #expect(hit.sources.map { URL(fileURLWithPath: $0).lastPathComponent } == ["a.md", "b.md"])
    #expect(try shelf.counts().versions == 1)
    try shelf.remove("a.md")
    #expect(try shelf.index("--prune").status == 0)
    let left = try shelf.search("常亮")
    #expect(left.total == 1)
    #expect(left.hits[0].sources.count == 1 && left.hits[0].sources[0].hasSuffix("copies/b.md"))
    // A third copy finds the one that is there.
    try shelf.write("c.md", text)
    #expect(try shelf.index().output.contains("1 same bytes as another"))
    #expect(try shelf.search("常亮").hits[0].sources.count == 2)
  }

  /// Two files change places: each path answers with what it holds now.
  @Test func filesChangePlaces() throws {
    let a = regulation("灯塔管理办法", published: "2020-01-01", articles: ["灯塔应当常亮。"])
    let b = regulation("渡口管理办法", published: "2020-01-01", articles: ["渡口应当点名。"])
    let shelf = try Shelf(["a.md": a, "b.md": b])
    try shelf.write("a.md", b)
    try shelf.write("b.md", a)
    #expect(try shelf.index().status == 0)
    #expect(try shelf.search("常亮").hits.map { $0.sources.map { $0.suffix(4) } } == [["b.md"]])
    #expect(try shelf.search("点名").hits.map { $0.sources.map { $0.suffix(4) } } == [["a.md"]])
  }

  @Test func manySmallSegmentsAnswerAsOne() throws {
    let texts = (1...12).map { number in
      regulation(
        "第\(number)号航标规则", published: "2021-03-0\(number % 9 + 1)",
        articles: [
          "航标\(number)由值守人员看护，夜间应当点灯。",
          "看护航标\(number)的记录保存\(number)年。\n记录遗失的，应当在三日内补报。",
        ])
    }
    let grown = try Shelf()
    for (number, text) in texts.enumerated() {
      try grown.write("\(number).md", text)
      try #require(try grown.index().status == 0)
    }
    let whole = try Shelf()
    for (number, text) in texts.enumerated() { try whole.write("\(number).md", text) }
    try #require(try whole.index().status == 0)
    #expect(try grown.counts() == whole.counts())
    for query in ["航标 记录", "\"补报\"", "\"值守\" AND 点灯", "看护 -补报", "夜间点灯的航标由谁来看护"] {
      let (one, other) = (
        try grown.search(query, "--limit", "50"), try whole.search(query, "--limit", "50")
      )
      #expect(one.total == other.total && one.names == other.names, "\(query)")
      let scores = { (answer: Answer) in answer.hits.map { ($0.score * 1e4).rounded() } }
      #expect(scores(one) == scores(other), "\(query)")
    }
  }

  @Test func anotherLexiconReadsEverythingAgain() throws {
    let shelf = try Shelf([
      "a.md": regulation("灯塔管理办法", published: "2020-01-01", articles: ["灯塔的雾号应当每分钟鸣响。"])
    ])
    let lexicon = try shelf.folder.write("terms.txt", "雾号应当\n")
    let outcome = try shelf.index("--lexicon", lexicon)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1 unchanged"))
    #expect(try shelf.run("status").output.contains("1 terms of your own"))
    #expect(try shelf.search("雾号").total == 1)
    #expect(try shelf.search("\"每分钟鸣响\"").total == 1)
    // The lexicon stays with the library.
    try shelf.write("b.md", regulation("渡口管理办法", published: "2020-01-01", articles: ["渡口鸣响。"]))
    #expect(try shelf.index().status == 0)
    #expect(try shelf.search("鸣响").total == 2)
    #expect(try shelf.run("status").output.contains("1 terms of your own"))
  }
}
