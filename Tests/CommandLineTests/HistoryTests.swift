// history, show --as-of and compare of versions in a library: machine output, warnings and exit status.

import Foundation
import Testing

@Suite struct HistoryTests {
  /// One instrument in two versions, and a history that tells of a third between them.
  private static let shared = Result {
    try Shelf([
      "old.md": regulation(
        "灯塔管理办法", published: "2010-01-10", effective: "2010-03-01",
        articles: ["灯塔应当常亮。", "守塔人应当记录来往船只和天气。", "灯塔每年检修一次。"]),
      "new.md": regulation(
        "灯塔管理办法", published: "2010-01-10", effective: "2024-07-01", amended: "2024-05-20",
        articles: ["灯塔属于公共设施。", "灯塔应当常亮。", "守塔人应当记录来往船只、潮汐和天气。"]
      ).replacing("2024年5月20日", with: "2017年6月27日 青屿市算法局令第6号修订\n\n2024年5月20日"),
      "before.md": regulation(
        "码头管理办法", published: "2015-02-03", effective: "2015-03-01",
        articles: ["码头依照《灯塔管理办法》第二条、第九条记录。"]),
      "after.md": regulation(
        "渡船管理办法", published: "2025-02-03", effective: "2025-03-01",
        articles: ["渡船依照《灯塔管理办法》第二条行驶。"]),
    ])
  }

  private struct Provision: Decodable {
    var provision, label, text: String
    var range: [Int]
  }

  private struct Missing: Decodable, Equatable { var date, event: String }

  private struct History: Decodable {
    struct Version: Decodable {
      struct Change: Decodable {
        struct Word: Decodable, Equatable { var op, text: String }
        var old, new: [String]
        var op: String
        var crossref: Bool
        var moved: Bool
        var changes: [Word]

        enum CodingKeys: String, CodingKey {
          case old, new, op, moved, changes
          case crossref = "crossref_only"
        }
      }
      var version, title, status: String
      var effective: String?
      var missing: [Missing]
      var provisions: [Provision]
      var changes: [Change]
    }
    var instrument, label, day: String
    var before, after: [Missing]
    var versions: [Version]

    enum CodingKeys: String, CodingKey {
      case instrument, label, versions
      case day = "as_of"
      case before = "missing_before"
      case after = "missing_after"
    }
  }

  private func history(_ address: String, _ options: String...) throws -> History {
    let shelf = try Self.shared.get()
    let outcome = try Program.run(
      Program.process(
        ["history", address, "--format", "json", "--library", shelf.library] + options))
    #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 1)
    return try decode(History.self, outcome.output)
  }

  @Test func machineOutput() throws {
    let found = try history("灯塔管理办法第三条", "--as-of", Shelf.day)
    #expect(found.instrument == "灯塔管理办法" && found.label == "第三条" && found.day == Shelf.day)
    #expect(found.before.isEmpty && found.after.isEmpty)
    #expect(found.versions.map(\.version) == ["2010-01-10", "2024-05-20"])
    #expect(found.versions.map(\.status) == ["amended", "in force"])
    #expect(found.versions.map(\.effective) == ["2010-03-01", "2024-07-01"])
    #expect(found.versions.map { $0.provisions.map(\.provision) } == [["art_2"], ["art_3"]])
    #expect(found.versions[0].changes.isEmpty && found.versions[0].missing.isEmpty)
    #expect(found.versions[1].missing == [Missing(date: "2017-06-27", event: "修订")])
    let change = try #require(found.versions[1].changes.first)
    #expect(change.old == ["art_2"] && change.new == ["art_3"])
    #expect(change.op == "renumbered+modified" && !change.crossref && !change.moved)
    #expect(
      change.changes.filter { $0.op != "equal" } == [.init(op: "insert", text: "、潮汐")])
    let text = found.versions[0].provisions[0]
    #expect(text.label == "第二条" && text.range[1] - text.range[0] == text.text.count + 4)
  }

  /// The numbers of the day, of the version named, of the newest.
  static let numberings: [([String], [[String]])] = [
    (["灯塔管理办法第一条"], [[], ["art_1"]]),
    (["灯塔管理办法第一条", "--as-of", "2015-01-01"], [["art_1"], ["art_2"]]),
    (["灯塔管理办法@2010-01-10第三条"], [["art_3"], []]),
    (["灯塔管理办法", "第三条"], [["art_2"], ["art_3"]]),
  ]

  @Test(arguments: numberings) func numbering(_ arguments: [String], _ provisions: [[String]])
    throws
  {
    let process = Program.process(
      ["history", "--format", "json", "--library", try Self.shared.get().library] + arguments)
    let found = try decode(History.self, Program.run(process).output)
    #expect(found.versions.map { $0.provisions.map(\.provision) } == provisions)
  }

  private struct Mention: Decodable {
    struct Target: Decodable {
      struct Place: Decodable, Equatable { var law, article: String }
      var article: String
      var now: Place?
    }
    var instrument: String
    var targets: [Target]
  }

  /// Who cites a provision by an older number is told from who cites it by today's.
  @Test func citationsKnowTheNumbersOfTheirTime() throws {
    let shelf = try Self.shared.get()
    let outcome = try shelf.run(
      "citations", "--to", "灯塔管理办法第二条", "--as-of", Shelf.day, "--format", "jsonl")
    let mentions = try outcome.output.split(separator: "\n").map { try decode(Mention.self, $0) }
    let now = mentions.reduce(into: [:]) { $0[$1.instrument] = $1.targets.map(\.now) }
    #expect(now["渡船管理办法"] == [nil])
    #expect(now["码头管理办法"] == [Mention.Target.Place(law: "灯塔管理办法", article: "3"), nil])
    let table = try shelf.run("citations", "--to", "灯塔管理办法第二条", "--as-of", Shelf.day).output
    #expect(table.contains("《灯塔管理办法》第二条（今第三条）"))
  }

  private struct Acts: Decodable {
    struct Act: Decodable {
      struct Held: Decodable {
        var version, status: String
        var summary: String?
      }
      var date, event: String
      var held: Held?
    }
    var instrument: String
    var acts: [Act]
  }

  @Test func instruments() throws {
    let outcome = try Self.shared.get().run("history", "灯塔管理办法", "--format", "json")
    let found = try decode(Acts.self, outcome.output)
    #expect(found.acts.map(\.date) == ["2010-01-10", "2017-06-27", "2024-05-20"])
    #expect(found.acts.map { $0.held?.version } == ["2010-01-10", nil, "2024-05-20"])
    #expect(found.acts[2].held?.summary?.hasPrefix("新增 1 条，删去 1 条，修改 1 条") == true)
  }

  static let statuses: [([String], Int32)] = [
    (["history", "灯塔管理办法第九条"], 1), (["history", "海鸥办法第一条"], 1), (["history", "第一条"], 1),
    (["history"], 64), (["history", "灯塔管理办法第一章"], 1),
    (["history", "灯塔管理办法第一条", "--format", "html"], 64),
    (["history", "灯塔管理办法@2017-06-27第一条"], 1),
    (["compare", "灯塔管理办法"], 0), (["compare", "灯塔管理办法@2010-01-10", "灯塔管理办法@2024-05-20"], 0),
    (["compare", "灯塔管理办法@2011-11-11", "灯塔管理办法"], 1), (["compare", "海鸥办法"], 1),
    (["compare", "none.md"], 64), (["compare", "none.md", "灯塔管理办法"], 65),
  ]

  @Test(arguments: statuses) func status(_ arguments: [String], _ status: Int32) throws {
    let process = Program.process(arguments + ["--library", try Self.shared.get().library])
    let outcome = try Program.run(process)
    #expect(outcome.status == status && (status == 0 || outcome.errorLines.count == 1))
  }

  private struct Compared: Decodable {
    struct File: Decodable { var file: String }
    struct Row: Decodable { var old, new: [String] }
    var old, new: File
    var alignment: [Row]
  }

  @Test func versionsAndFilesCompare() throws {
    let shelf = try Self.shared.get()
    let names = ["灯塔管理办法@2010-01-10", "灯塔管理办法@2024-05-20"]
    for (arguments, files) in [
      (["灯塔管理办法"], names), (names, names),
      ([shelf.texts + "/old.md", "灯塔管理办法"], [shelf.texts + "/old.md", names[1]]),
    ] {
      let outcome = try Program.run(
        Program.process(["compare", "--format", "json", "--library", shelf.library] + arguments))
      let found = try decode(Compared.self, outcome.output)
      #expect([found.old.file, found.new.file] == files)
      #expect(found.alignment.contains { $0.old == ["2"] && $0.new == ["3"] })
      // Between a file and a version nobody can tell what is missing.
      #expect(
        outcome.errorLines
          == (files == names ? ["tiaowen: 库中没有2017年6月27日修订的版本"] : []))
    }
  }

  private struct ShownVersion: Decodable {
    var version: String?
    var missing: [Missing]
  }

  @Test(arguments: [
    ("2012-01-01", "2010-01-10", false), ("2017-06-26", "2010-01-10", false),
    ("2017-06-27", "2010-01-10", true), ("2024-06-30", "2010-01-10", true),
    ("2024-07-01", "2024-05-20", false),
  ]) func whatIsMissingIsSaid(_ day: String, _ version: String, _ isMissing: Bool) throws {
    let shelf = try Self.shared.get()
    let shown = try decode(
      ShownVersion.self,
      shelf.run("show", "灯塔管理办法第一条", "--as-of", day, "--format", "json").output)
    #expect(shown.version == version)
    #expect(shown.missing == (isMissing ? [Missing(date: "2017-06-27", event: "修订")] : []))
    let note = "库中没有2017年6月27日修订的版本"
    for command in [["show", "灯塔管理办法第一条"], ["search", "\"灯塔\""]] {
      let outcome = try Program.run(
        Program.process(command + ["--as-of", day, "--library", shelf.library]))
      #expect(outcome.output.contains(note) == isMissing)
    }
  }
}
