// compare on the command line: files, folders, what is refused, and what only warns.

import Foundation
import Testing

@Suite struct CompareTests {
  private static let old = regulation(
    "灯塔管理办法", published: "2020-01-10", effective: "2020-03-01",
    articles: ["值守人应当在十五日内报告灯光中断。", "灯塔所有人可以申请补贴。"])
  private static let new = regulation(
    "灯塔管理办法", published: "2024-01-10", effective: "2024-03-01",
    articles: ["值守人应当在十日内报告灯光中断。", "灯塔所有人不得遮挡灯光。", "灯塔所有人可以申请补贴。"])

  private static func pair() throws -> (folder: Folder, old: String, new: String) {
    let folder = try Folder()
    return (folder, try folder.write("old.md", old), try folder.write("new.md", new))
  }

  /// A change of `compare --duties --format json`.
  private struct Change: Decodable {
    struct Norm: Decodable { var id, provision, kind: String }
    struct Reason: Decodable { var code, direction, text: String }
    struct Party: Decodable { var name, change: String }
    var change: String
    var parties: [Party]
    var reasons: [Reason]
    var old, new: [Norm]
  }

  private struct Changes: Decodable {
    var summary: [String: Int]
    var changes: [Change]
  }

  @Test func dutiesAsJSON() throws {
    let (folder, old, new) = try Self.pair()
    defer { _ = folder }
    let outcome = try Program.run("compare", old, new, "--duties", "--format", "json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let found = try JSONDecoder().decode(Changes.self, from: Data(outcome.output.utf8))
    #expect(found.summary["tightened"] == 1 && found.summary["added"] == 1)
    #expect(found.changes.map(\.change) == ["tightened", "added"])
    #expect(found.changes[0].reasons.map(\.code) == ["deadline_shortened"])
    #expect(found.changes[0].old.map(\.provision) == ["art_1__para_1"])
    #expect(found.changes[1].old.isEmpty && found.changes[1].new.map(\.kind) == ["prohibition"])
    #expect(found.changes[1].parties.map(\.name) == ["灯塔所有人"])
  }

  @Test func dutiesOfOneParty() throws {
    let (folder, old, new) = try Self.pair()
    defer { _ = folder }
    for format in ["table", "csv", "markdown"] {
      let outcome = try Program.run(
        "compare", old, new, "--duties", "--bearer", "值守人", "--format", format)
      #expect(outcome.status == 0 && outcome.output.contains("期限由十五日内改为十日内"))
      #expect(!outcome.output.contains("遮挡"), "\(outcome.output)")
    }
    let none = try Program.run("compare", old, new, "--duties", "--bearer", "船长")
    #expect(none.status == 0 && none.output.contains("责任无变化"))
  }

  @Test func standardInput() throws {
    let (folder, old, _) = try Self.pair()
    defer { _ = folder }
    let outcome = try Program.run("compare", old, "-", "--format", "csv", input: Self.new)
    #expect(outcome.status == 0 && outcome.output.contains("第二条,新增"), "\(outcome.output)")
  }

  @Test func textsThatCannotBeRead() throws {
    let (folder, old, new) = try Self.pair()
    let empty = try folder.write("empty.md", "")
    let blank = try folder.write("blank.md", " \n\n")
    for (first, second, named) in [
      (folder.path("none.md"), new, "none.md"), (old, folder.path("none.md"), "none.md"),
      (empty, new, "empty.md"), (old, blank, "blank.md"), (old, folder.url.path, "a folder"),
    ] {
      let outcome = try Program.run("compare", first, second)
      #expect(outcome.status == 65 && outcome.output.isEmpty)
      #expect(outcome.errorLines.count == 1 && outcome.errors.contains(named), "\(outcome.errors)")
    }
  }

  @Test func otherInstrumentsAreCompared() throws {
    let (folder, old, _) = try Self.pair()
    let other = try folder.write("other.md", regulation("浮标管理办法", articles: ["浮标应当常亮。"]))
    let outcome = try Program.run("compare", old, other)
    #expect(outcome.status == 0 && outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("may not be one instrument"))
  }

  @Test(arguments: [
    ["--columns", "4"], ["--columns", "3"], ["--bearer", "值守人"], ["--bom"],
    ["--duties", "--format", "html"], ["--duties", "--bearer", " "], ["--format", "docx"],
  ])
  func wrongUsage(_ options: [String]) throws {
    let (folder, old, new) = try Self.pair()
    defer { _ = folder }
    let outcome = try Program.run(Program.process(["compare", old, new] + options))
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errorLines.count == 1)
  }

  // MARK: - Folders

  private static func shelves() throws -> (folder: Folder, old: String, new: String) {
    let folder = try Folder()
    try folder.write("old/lamp.md", old)
    try folder.write("old/buoy.md", regulation("浮标管理办法", articles: ["浮标应当常亮。"]))
    try folder.write("old/same.md", regulation("港口管理办法", articles: ["港口应当公布潮汐。"]))
    try folder.write("new/lamp-2024.md", new)
    try folder.write("new/pier.md", regulation("码头管理办法", articles: ["码头应当照明。"]))
    try folder.write("new/same.md", regulation("港口管理办法", articles: ["港口应当公布潮汐。"]))
    return (folder, folder.path("old"), folder.path("new"))
  }

  private struct Instruments: Decodable {
    struct Row: Decodable {
      struct Version: Decodable { var file: String }
      var title, summary: String
      var old, new: Version?
      var counts: [String: Int]?
    }
    var instruments: [Row]
  }

  @Test func folders() throws {
    let (folder, old, new) = try Self.shelves()
    defer { _ = folder }
    let outcome = try Program.run("compare", old, new, "--format", "json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let rows = try JSONDecoder().decode(Instruments.self, from: Data(outcome.output.utf8))
      .instruments
    let found = Dictionary(uniqueKeysWithValues: rows.map { ($0.title, $0) })
    #expect(found.count == 4)
    #expect(found["灯塔管理办法"]?.counts?["inserted"] == 1)
    #expect(found["灯塔管理办法"]?.new?.file == "lamp-2024.md")
    #expect(found["港口管理办法"]?.summary == "未变")
    #expect(found["浮标管理办法"]?.summary == "仅旧有" && found["浮标管理办法"]?.counts == nil)
    #expect(found["码头管理办法"]?.summary == "仅新有" && found["码头管理办法"]?.old == nil)
    for (format, piece) in [
      ("table", "4 部：有变化 1，未变 1，仅旧有 1，仅新有 1"), ("markdown", "| 码头管理办法 |"),
      ("csv", "文件,旧版本,新版本,新增"), ("html", "<td>仅旧有</td>"),
    ] {
      let shown = try Program.run("compare", old, new, "--format", format)
      #expect(shown.status == 0 && shown.output.contains(piece), "\(shown.output)")
    }
  }

  /// A file that can't be read is named, and the rest compared; of two versions the newer counts.
  @Test func foldersWithFlaws() throws {
    let (folder, old, new) = try Self.shelves()
    try folder.write("old/bad.md", Data(count: 64))
    try folder.write("new/lamp-2020.md", Self.old)
    let outcome = try Program.run("compare", old, new, "--format", "csv")
    #expect(outcome.status == 65 && outcome.errorLines.count == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains("bad.md") && outcome.errors.contains("passed over"))
    #expect(outcome.output.contains("灯塔管理办法,2020-01-10,2024-01-10,1,0,1"), "\(outcome.output)")
    let empty = try Folder()
    let none = try Program.run("compare", old, empty.url.path)
    #expect(none.status == 65 && none.output.isEmpty)
  }
}
