// duties and parties on the command line: files, a library through its life, wrong usage.

import Foundation
import Testing

/// A line of `duties --format jsonl`; of a library with the members that only it has.
struct Duty: Decodable {
  struct Words: Decodable, Equatable {
    var text: String
    var range: [Int]
  }

  var file, provision, id, kind, label: String
  var trigger, action: Words
  var bearers, authority: [Words]
  var implicit: Bool
  var topic, condition, exception: Words?
  var parties: [[String]]
  var instrument, version, status, record, text: String?
}

@Suite struct DutiesTests {
  private static let lamp = regulation(
    "灯塔管理办法", published: "2020-01-10", effective: "2020-03-01",
    articles: ["值守人应当每日巡查。\n夜间值守的，值守人不得离岗，但是遇有险情的除外。", "灯塔所有人可以申请补贴。"])

  private func duties(_ outcome: Program.Outcome) throws -> [Duty] {
    try outcome.output.split(separator: "\n").map { try decode(Duty.self, $0) }
  }

  @Test func filesGiveNorms() throws {
    let outcome = try Program.run("duties", "-", "--format", "jsonl", input: Self.lamp)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try duties(outcome)
    try #require(found.count == 3)
    #expect(found.map(\.kind) == ["duty", "prohibition", "permission"])
    #expect(found.map(\.provision) == ["art_1__para_1", "art_1__para_2", "art_2__para_1"])
    #expect(found[1].exception?.text == "但是遇有险情的除外")
    let scalars = Array(Self.lamp.unicodeScalars)
    for duty in found {
      for words in [duty.trigger, duty.action] + duty.bearers {
        let there = scalars[words.range[0]..<words.range[1]]
        #expect(String(String.UnicodeScalarView(there)) == words.text)
      }
    }
    let one = try Program.run(
      "duties", "-", "--kind", "duty", "--kind", "permission", "--bearer", "值守人", "--format",
      "jsonl", input: Self.lamp)
    #expect(try duties(one).map(\.id) == [found[0].id])
    let explained = try Program.run(
      "duties", "-", "--id", found[2].id, "--explain", input: Self.lamp)
    #expect(explained.output.contains("id \(found[2].id)") && explained.output.contains("trigger"))
  }

  @Test func noNormIsNoFailure() throws {
    let outcome = try Program.run("duties", "-", input: "灯塔亮着。\n")
    #expect(outcome.status == 0 && outcome.output.hasSuffix("0 norms\n"))
    let csv = try Program.run("duties", "-", "--format", "csv", "--bom", input: "灯塔亮着。\n")
    #expect(csv.status == 0 && csv.output.unicodeScalars.first == "\u{FEFF}")
  }

  @Test func badFileIsReportedAndTheRestGoOn() throws {
    let folder = try Folder()
    let file = try folder.write("lamp.md", Self.lamp)
    for format in ["table", "jsonl", "csv", "markdown", "html"] {
      let outcome = try Program.run(
        "duties", folder.path("none.md"), file, "--format", format)
      #expect(outcome.status == 65 && outcome.errorLines.count == 1)
      #expect(outcome.output.contains("每日巡查"), "\(format)")
    }
  }

  @Test(arguments: [
    ["duties"], ["duties", "a.md", "--law", "灯塔"], ["duties", "a.md", "--kind", "wish"],
    ["duties", "--bearer", " "], ["duties", "--bearer", "值守人", "--explain"],
    ["duties", "a.md", "--bom"], ["duties", "a.md", "--explain", "--format", "csv"],
    ["duties", "--library", "a.tiaowen"], ["parties", "--limit", "-1"], ["parties", "灯塔"],
    ["duties", "a.md", "--bearer"],
  ])
  func wrongUsageIsOneLine(_ arguments: [String]) throws {
    let outcome = try Program.run(Program.process(arguments))
    #expect(outcome.status == 64 && outcome.errorLines.count == 1, "\(outcome.errors)")
  }

  @Test func registerFollowsTheLibrary() throws {
    let shelf = try Shelf(["lamp.md": Self.lamp])
    func asked(_ options: String...) throws -> [Duty] {
      let outcome = try Program.run(
        Program.process(
          ["duties", "--library", shelf.library, "--format", "jsonl", "--as-of", Shelf.day]
            + options))
      #expect(outcome.status < 2, "\(outcome.errors)")
      return try duties(outcome)
    }
    let first = try asked("--bearer", "值守人")
    #expect(first.map(\.label) == ["第一条第一款", "第一条第二款"])
    #expect(first[0].instrument == "灯塔管理办法" && first[0].status == "in force")
    #expect(first[0].text == "值守人应当每日巡查。")
    let file = try Program.run("duties", shelf.folder.path("texts/lamp.md"), "--format", "jsonl")
    #expect(try duties(file).prefix(2).map(\.id) == first.map(\.id))

    // A later version takes the place; what it leaves as it was keeps its id.
    try shelf.write(
      "lamp2.md",
      regulation(
        "灯塔管理办法", published: "2020-01-10", effective: "2024-03-01", amended: "2024-02-01",
        articles: ["值守人应当每日巡查。\n夜间值守的，值守人不得入睡。", "灯塔所有人可以申请补贴。"]))
    #expect(try shelf.index().status == 0)
    let later = try asked("--bearer", "值守人")
    #expect(later.map(\.version) == ["2024-02-01", "2024-02-01"])
    #expect(later[0].id == first[0].id && later[1].id != first[1].id)
    let then = try asked("--bearer", "值守人", "--as-of", "2021-01-01")
    #expect(then.map(\.id) == first.map(\.id))

    try shelf.remove("lamp.md")
    try shelf.remove("lamp2.md")
    #expect(try shelf.index("--prune").status == 0)
    #expect(try asked("--bearer", "值守人").isEmpty)
    let parties = try shelf.run("parties")
    #expect(parties.status == 1 && parties.errorLines.count == 1)
  }

  @Test func recordsHaveNorms() throws {
    let shelf = try Shelf([
      "r.jsonl": """
      {"id":"r1","law":"渡口规则","date":"2020-01-01","article":"第一条","text":"渡口经营人应当点名。港口企业应当在三日内备案。"}
      {"id":"r2","law":"渡口规则","date":"2020-01-01","article":"第二条","text":"渡口经营人不得超载。"}

      """
    ])
    let outcome = try shelf.run("duties", "--bearer", "渡口经营人", "--format", "jsonl")
    let found = try duties(outcome)
    #expect(found.map(\.record) == ["r1", "r2"])
    #expect(found.map(\.provision) == ["art_1", "art_2"])
    #expect(found.map(\.text) == ["渡口经营人应当点名。港口企业应当在三日内备案。", "渡口经营人不得超载。"])
    try #require(found.count == 2)
    #expect(found[1].bearers == [Duty.Words(text: "渡口经营人", range: [24, 29])])
  }

  @Test func searchAsksForBearers() throws {
    let shelf = try Shelf([
      "lamp.md": Self.lamp,
      "ferry.md": regulation(
        "渡口规则", published: "2020-01-01", articles: ["渡口经营人应当巡查。", "值守人应当点名。"]),
    ])
    #expect(
      try shelf.search("bearer:值守人").names == [
        "灯塔管理办法@2020-01-10/art_1", "渡口规则@2020-01-01/art_2",
      ])
    #expect(try shelf.search("巡查 bearer:值守人").hits.first?.instrument == "灯塔管理办法")
    #expect(try shelf.search("巡查 -bearer:值守人").names == ["渡口规则@2020-01-01/art_1"])
    #expect(try shelf.search("bearer:海鸥").total == 0)
  }
}
