// The citations of a library through its life: versions, records, removal, what leads nowhere.

import Foundation
import Testing

@Suite struct CitationLibraryTests {
  @Test func theVersionsInForceAnswer() throws {
    let shelf = try Shelf([
      "lamp.md": CitationsTests.lamp,
      "old.md": regulation(
        "渡口管理办法", published: "2021-02-01", effective: "2021-03-01",
        articles: ["渡口适用《灯塔管理办法》第四条。"]),
      "new.md": regulation(
        "渡口管理办法", published: "2021-02-01", effective: "2024-07-01", amended: "2024-05-20",
        articles: ["渡口适用《灯塔管理办法》第一条。"]),
    ])
    func versions(_ arguments: String...) throws -> [String?] {
      try arguments.count == 2
        ? shelf.citations("--to", arguments[0], "--as-of", arguments[1]).map(\.version)
        : shelf.citations("--to", arguments[0], "--all-versions").map(\.version)
    }
    #expect(try versions("灯塔管理办法第一条", "2023-01-01") == [])
    #expect(try versions("灯塔管理办法第一条", "2024-07-01") == ["2024-05-20"])
    #expect(try versions("灯塔管理办法第四条第二款", "2023-01-01") == ["2021-02-01", "2020-01-10"])
    #expect(try versions("灯塔管理办法第四条第二款", "2024-07-01") == ["2020-01-10"])
    #expect(try versions("灯塔管理办法第四条第二款") == ["2021-02-01", "2020-01-10"])
    let from = try shelf.citations("--from", "渡口管理办法@2021-02-01")
    #expect(from.flatMap(\.targets).map(\.article) == ["4"])
    #expect(try shelf.citations("--from", "渡口管理办法", "--all-versions").count == 2)
  }

  /// The cited text may come later, and an implementing regulation is not its law.
  @Test func theOrderOfIndexingDoesNotMatter() throws {
    let shelf = try Shelf(["ferry.md": CitationsTests.ferry])
    #expect(try shelf.citations("--to", "灯塔管理办法第二条").count == 2)
    #expect(try shelf.status().absent.map(\.title).contains("灯塔管理办法"))
    try shelf.write("lamp.md", CitationsTests.lamp)
    try #require(try shelf.index().status == 0)
    #expect(try shelf.citations("--to", "灯塔管理办法第二条").count == 5)
    #expect(
      try shelf.status().absent.map { "\($0.title) \($0.mentions)" } == [
        "民用浮标条例 1", "灯塔管理办法实施细则 1",
      ])
  }

  @Test func aTitleWithoutItsIssuerIsFound() throws {
    let shelf = try Shelf([
      "a.md": regulation(
        "青屿市算法局关于灯塔收费的规定", published: "2020-01-01", effective: "2020-02-01",
        articles: ["灯塔不收费。"]),
      "b.md": regulation(
        "灯塔收费办法", published: "2021-01-01", articles: ["收费适用《关于灯塔收费的规定》第一条、《收费的规定》第一条。"]),
    ])
    let targets = try shelf.citations("--from", "灯塔收费办法").flatMap(\.targets)
    #expect(targets.map(\.library) == ["held", "absent"])
    #expect(try shelf.citations("--to", "青屿市算法局关于灯塔收费的规定第一条").count == 1)
  }

  @Test func whatIsDroppedOrReplacedCitesNoMore() throws {
    let shelf = try Shelf(["lamp.md": CitationsTests.lamp, "ferry.md": CitationsTests.ferry])
    let all = try shelf.status().mentions
    try shelf.write(
      "ferry.md", regulation("渡口管理办法", published: "2021-02-01", articles: ["渡口应当点名。"]))
    try #require(try shelf.index().status == 0)
    #expect(try shelf.citations("--to", "灯塔管理办法第九条").isEmpty)
    #expect(try shelf.status().absent.isEmpty)
    let rest = try shelf.status().mentions
    #expect(rest < all && rest > 0)
    try shelf.remove("lamp.md")
    try #require(try shelf.index("--prune").status == 0)
    #expect(try shelf.status().mentions == 0)
  }

  /// Merging segments and a new lexicon analyse stored texts again; their citations stay as they are.
  @Test func analysingAgainDoublesNothing() throws {
    let shelf = try Shelf(["lamp.md": CitationsTests.lamp, "ferry.md": CitationsTests.ferry])
    let before = try shelf.status()
    for number in 1...10 {
      try shelf.write("\(number).md", regulation("第\(number)号航标规则", articles: ["航标应当点灯。"]))
      try #require(try shelf.index().status == 0)
    }
    let lexicon = try shelf.folder.write("terms.txt", "航标应当\n")
    try #require(try shelf.index("--lexicon", lexicon).status == 0)
    let after = try shelf.status()
    #expect(after.mentions == before.mentions && after.targets == before.targets)
    #expect(try shelf.citations("--to", "灯塔管理办法").count == 7)
  }

  /// Articles of one instrument share the names that one of them sets; ranges count from the joined text.
  @Test func recordsCite() throws {
    let lines = [
      ("r1", "第一条", "为了执行《航道灯光管理条例》（以下简称《条例》），制定本细则。"),
      ("r2", "第二条", "航道灯光适用《条例》第七条。\n前款规定的灯光不得遮挡。"),
      ("r3", "第三条", "违反前条规定的，责令改正。"),
    ].map { id, article, text in
      let text = text.replacingOccurrences(of: "\n", with: "\\n")
      return #"{"id":"\#(id)","law":"航道灯光细则","article":"\#(article)","text":"\#(text)"}"#
    }
    let shelf = try Shelf(["a.jsonl": lines.joined(separator: "\n") + "\n"])
    let found = try shelf.citations("--from", "航道灯光细则")
    #expect(found.map(\.id) == ["r1", "r2", "r2", "r3"])
    #expect(found.map(\.text) == ["《航道灯光管理条例》", "《条例》第七条", "前款", "前条"])
    #expect(found.map(\.label) == ["第一条", "第二条第一款", "第二条第二款", "第三条"])
    #expect(found.flatMap(\.targets).map(\.library) == ["absent", "absent", "unknown", "held"])
    #expect(try shelf.citations("--to", "航道灯光管理条例第七条").map(\.provision) == ["art_2"])
  }

  @Test func aLooseRecordCitesByItself() throws {
    let lines = [
      #"{"id":"x1","law":"问答","text":"灯塔值守依照《灯塔管理办法》第一条。"}"#,
      #"{"id":"x2","law":"问答","article":"第三条","text":"前款所称灯塔，适用《灯塔管理办法》第五条。"}"#,
    ]
    let shelf = try Shelf(["a.jsonl": lines.joined(separator: "\n") + "\n"])
    #expect(try shelf.citations("--to", "灯塔管理办法").map(\.id) == ["x1", "x2"])
  }

  @Test func statusListsWhatLeadsNowhere() throws {
    let shelf = try Shelf([
      "lamp.md": CitationsTests.lamp, "ferry.md": CitationsTests.ferry,
      "buoy.md": regulation(
        "浮标办法", published: "2020-01-01", articles: ["前款规定的浮标，依照本办法第八条处理。"]),
    ])
    let status = try shelf.status()
    #expect(status.unresolved == 3)
    #expect(
      status.unresolvedByReason == [
        "no-target": 1, "no-such-provision-here": 1, "no-such-provision-there": 1,
      ])
    let output = try shelf.run("status", "--citations").output
    for line in [
      "no-target: 第一条 前款", "no-such-provision-here: 第一条 本办法第八条 → 第八条",
      "no-such-provision-there: 第四条 《灯塔管理办法》第九条 → 《灯塔管理办法》第九条",
    ] {
      #expect(output.contains("  \(line)\n"), "\(output)")
    }
    #expect(!(try shelf.run("status").output.contains("no-target: ")))
  }
}

/// The citations of `status --format json`.
private struct Citations: Decodable {
  struct Absent: Decodable {
    var title: String
    var mentions: Int
  }

  var mentions, targets, unresolved: Int
  var absent: [Absent]
  var unresolvedByReason: [String: Int]
}

extension Shelf {
  fileprivate func status() throws -> Citations {
    struct Status: Decodable { var citations: Citations }
    return try decode(Status.self, run("status", "--format", "json").output).citations
  }
}
