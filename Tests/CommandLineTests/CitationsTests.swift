// citations: what texts cite, who cites a provision, and what it cites.

import Foundation
import Testing

/// A line of `citations --format jsonl`; of a library with the members that only it has.
struct Cited: Decodable {
  struct Target: Decodable, Equatable {
    var law: String
    var article: String?
    var paragraph, item, subitem, chapter, section, part: Int?
    var library, relation: String?
  }

  var file: String
  var provision, text, kind: String
  var range: [Int]
  var targets: [Target]
  var open: Bool
  var instrument, version, status, label, id, before, after: String?
  var own: Bool?
}

extension Shelf {
  func citations(_ arguments: String...) throws -> [Cited] {
    var options = ["citations", "--library", library, "--format", "jsonl"] + arguments
    if !arguments.contains("--as-of") { options += ["--as-of", Self.day] }
    let outcome = try Program.run(Program.process(options))
    let lines = try outcome.output.split(separator: "\n").map { try decode(Cited.self, $0) }
    #expect(outcome.status == (lines.isEmpty ? 1 : 0), "\(outcome.errors)")
    return lines
  }
}

@Suite struct CitationsTests {
  static let lamp = regulation(
    "灯塔管理办法", published: "2020-01-10", effective: "2020-03-01",
    articles: [
      "灯塔由值守人员看护。", "灯塔应当符合下列要求：\n（一）夜间常亮；\n（二）雾天鸣号。", "违反本办法第二条第一款第（二）项的，依照前条处理。",
      "灯塔的灯光应当登记。\n前款规定的登记，每年更新。", "违反第二条至第四条规定的，由主管部门责令改正。",
    ])
  static let ferry = regulation(
    "渡口管理办法", published: "2021-02-01", effective: "2021-03-01",
    articles: [
      "渡口的灯光，适用《灯塔管理办法》第二条第一款和第四条的规定。", "渡口灯光的登记，按照《灯塔管理办法》第一条至第三条办理。",
      "《灯塔管理办法实施细则》第二条不适用于渡口。", "违反《灯塔管理办法》第九条的，不予处罚；《民用浮标条例》另有规定的除外。",
    ])

  static let shared = Result { try Shelf(["lamp.md": lamp, "ferry.md": ferry]) }

  @Test func filesGiveMentionsWithTargets() throws {
    let shelf = try Self.shared.get()
    let file = shelf.folder.path("texts/ferry.md")
    let outcome = try Program.run("citations", file, "--format", "jsonl")
    #expect(outcome.status == 0)
    let cited = try outcome.output.split(separator: "\n").map { try decode(Cited.self, $0) }
    #expect(cited.map(\.provision).prefix(2) == ["art_1__para_1", "art_2__para_1"])
    #expect(cited.allSatisfy { $0.file == file && $0.kind == "external" && !$0.open })
    #expect(
      cited[0].targets == [
        Cited.Target(law: "灯塔管理办法", article: "2", paragraph: 1),
        Cited.Target(law: "灯塔管理办法", article: "4"),
      ])
    let scalars = Array(Self.ferry.unicodeScalars)
    for mention in cited {
      let words = scalars[mention.range[0]..<mention.range[1]]
      #expect(String(String.UnicodeScalarView(words)) == mention.text)
    }
    let piped = try Program.run("citations", "-", "--format", "jsonl", input: Self.ferry)
    #expect(piped.output == outcome.output.replacingOccurrences(of: file, with: "-"))
  }

  @Test func badFilesAreNamedAndTheRestGoOn() throws {
    let folder = try Folder()
    let good = try folder.write("good.md", Self.ferry)
    let empty = try folder.write("empty.md", "这里没有引用。\n")
    let outcome = try Program.run("citations", folder.path("none.md"), good, empty)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains("none.md"))
    #expect(outcome.output.contains("《民用浮标条例》") && outcome.output.contains("0 mentions"))
    #expect(try Program.run("citations", empty).status == 0)
  }

  @Test(arguments: [
    ["citations"], ["citations", "a.md", "--to", "某法"], ["citations", "--to", "甲", "--from", "乙"],
    ["citations", "a.md", "--format", "dot"], ["citations", "a.md", "--library", "l.tiaowen"],
    ["citations", "--to", "甲", "--as-of", "2020"],
  ])
  func wrongUsage(_ arguments: [String]) throws {
    let outcome = try Program.run(Program.process(arguments))
    #expect(outcome.status == 64 && outcome.errorLines.count == 1, "\(outcome.errors)")
  }

  /// Which places cite an address: what stands inside it and runs around it count.
  @Test(arguments: [
    (
      "灯塔管理办法第二条",
      [
        "渡口/art_1__para_1", "渡口/art_2__para_1", "灯塔/art_3__para_1", "灯塔/art_3__para_1",
        "灯塔/art_5__para_1",
      ]
    ),
    (
      "灯塔管理办法第二条第一款第（二）项",
      [
        "渡口/art_1__para_1", "渡口/art_2__para_1", "灯塔/art_3__para_1", "灯塔/art_3__para_1",
        "灯塔/art_5__para_1",
      ]
    ),
    ("灯塔管理办法第一条", ["渡口/art_2__para_1"]), ("《灯塔管理办法》第9条", ["渡口/art_4__para_1"]),
    ("灯塔管理办法第四条第一款", ["渡口/art_1__para_1", "灯塔/art_4__para_2", "灯塔/art_5__para_1"]),
    ("灯塔管理办法第四条第二款", ["渡口/art_1__para_1", "灯塔/art_5__para_1"]),
    ("灯塔管理办法第八条至第十条", ["渡口/art_4__para_1"]),
    ("灯塔管理办法art_9", ["渡口/art_4__para_1"]), ("灯塔管理办法第十条", []),
    ("灯塔管理办法实施细则", ["渡口/art_3__para_1"]), ("灯塔管理办法实施细则第二条", ["渡口/art_3__para_1"]),
    ("民用浮标条例", ["渡口/art_4__para_1"]), ("渡口管理办法", []),
  ])
  func whoCites(_ address: String, _ places: [String]) throws {
    let found = try Self.shared.get().citations("--to", address)
    #expect(found.map { "\(($0.instrument ?? "").prefix(2))/\($0.provision)" } == places)
    #expect(found.allSatisfy { $0.own == ($0.instrument == "灯塔管理办法") })
  }

  @Test func everyMentionOfAnInstrumentCountsItsOwnLast() throws {
    let found = try Self.shared.get().citations("--to", "灯塔管理办法")
    try #require(found.count == 7)
    #expect(found.map(\.own) == [false, false, false, true, true, true, true])
    #expect(found[0].before == "第一条 渡口的灯光，适用" && found[0].after == "的规定。")
    #expect(found[0].version == "2021-02-01" && found[0].status == "in force")
    #expect(found[0].targets.map(\.relation) == ["inside", "inside"])
  }

  @Test func whatItCitesSaysWhatTheLibraryHas() throws {
    let found = try Self.shared.get().citations("--from", "渡口管理办法")
    #expect(
      found.flatMap(\.targets).map { "\($0.law)\($0.article ?? "")\($0.library ?? "")" } == [
        "灯塔管理办法2held", "灯塔管理办法4held", "灯塔管理办法1held", "灯塔管理办法实施细则2absent", "灯塔管理办法9missing",
        "民用浮标条例absent",
      ])
    let own = try Self.shared.get().citations("--from", "灯塔管理办法第三条至第四条")
    #expect(own.map(\.kind) == ["internal", "relative", "relative"])
    #expect(own.flatMap(\.targets).allSatisfy { $0.law == "self" && $0.library == "held" })
  }

  @Test(arguments: [
    ("--to", "海鸥条例第一条"), ("--to", "第一条"), ("--from", "渡口管理办法第九条"), ("--from", "民用浮标条例"),
    ("--from", "灯塔管理办法第一条"), ("--to", ""), ("--from", "灯塔管理办法@2001-01-01第一条"),
  ])
  func nothingFoundIsOneLine(_ option: String, _ address: String) throws {
    let outcome = try Self.shared.get().run("citations", option, address)
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errorLines.count == 1)
  }

  @Test func graphsOfProvisionsAndOfInstruments() throws {
    let shelf = try Self.shared.get()
    let dot = try shelf.run("citations", "--to", "灯塔管理办法第九条", "--format", "dot").output
    #expect(dot.hasPrefix("digraph citations {\n") && dot.hasSuffix("}\n"))
    #expect(dot.contains("n0 [label=\"《渡口管理办法》第四条\"];\n  n1 [label=\"《灯塔管理办法》第九条\"];\n  n0 -> n1;"))
    let mermaid = try shelf.run("citations", "--from", "渡口管理办法", "--format", "mermaid").output
    #expect(mermaid.hasPrefix("flowchart LR\n  n0[\"《渡口管理办法》\"]\n"))
    #expect(mermaid.contains("n0 -->|4| n1\n") && !mermaid.contains("第"))
    let xml = try shelf.run("citations", "--to", "灯塔管理办法", "--format", "graphml").output
    #expect(
      xml.contains("edgedefault=\"directed\"") && xml.contains("<data key=\"weight\">4</data>"))
  }
}
