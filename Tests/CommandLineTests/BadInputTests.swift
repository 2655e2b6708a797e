// Input that can't be read: one line, the right exit code, and the rest goes on.

import Foundation
import Testing

@Suite struct BadInputTests {
  /// Bytes that are no text, by name.
  static let bad: [(String, Data)] = [
    ("empty.md", Data()),
    ("binary.md", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) })),
    ("zeros.txt", Data(count: 300)),
    ("odd.txt", Data([0xFF, 0xFE, 0x41])),
    ("image.md", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48])),
  ]

  @Test(arguments: bad) func isRefused(_ name: String, _ bytes: Data) throws {
    let shelf = try Shelf()
    let file = try shelf.folder.write("texts/" + name, bytes)
    try shelf.write("good.md", regulation("灯塔管理办法", articles: ["灯塔应当常亮。"]))
    let parsed = try Program.run("parse", file)
    #expect(parsed.status == 65 && parsed.output.isEmpty)
    #expect(parsed.errorLines.count == 1 && parsed.errors.contains(name), "\(parsed.errors)")
    let indexed = try shelf.index()
    #expect(indexed.status == 65 && indexed.output.contains("1 added, 1 unreadable"))
    #expect(indexed.errorLines.count == 1 && indexed.errors.contains(name), "\(indexed.errors)")
    #expect(try shelf.search("常亮").total == 1)
  }

  /// A file that can't be read any more does not take away what was read before.
  @Test func nothingIsLostToABadFile() throws {
    let shelf = try Shelf(["a.md": regulation("灯塔管理办法", articles: ["灯塔应当常亮。"])])
    try shelf.folder.write("texts/a.md", Data(count: 64))
    #expect(try shelf.index("--prune").status == 65)
    #expect(try shelf.search("常亮").total == 1)
  }

  @Test func surrogatesAndBrokenUTF8() throws {
    let folder = try Folder()
    let texts: [(String, [UInt8])] = [
      ("surrogate.md", Array("第一条 灯".utf8) + [0xED, 0xA0, 0x80] + Array("塔。".utf8)),
      ("cut.md", Array(Array("第一条 灯塔应当常亮。".utf8).dropLast())),
      ("overlong.md", Array("第一条 灯".utf8) + [0xC0, 0xAF] + Array("塔。".utf8)),
    ]
    for (name, bytes) in texts {
      let outcome = try Program.run(
        "parse", folder.write(name, Data(bytes)), "--format", "jsonl")
      #expect([0, 65].contains(outcome.status), "\(name): \(outcome.errors)")
      #expect(outcome.errorLines.count == (outcome.status == 0 ? 0 : 1))
    }
  }

  @Test func filesThatAreNone() throws {
    let folder = try Folder()
    let good = try folder.write("good.md", regulation("灯塔管理办法", articles: ["灯塔应当常亮。"]))
    let library = folder.path("new.tiaowen")
    for (path, reason) in [
      (folder.path("missing.md"), "No such file"), (folder.url.path, "a folder"),
    ] {
      let outcome = try Program.run("parse", path, good, "--format", "jsonl")
      #expect(outcome.status == 65 && outcome.errorLines.count == 1)
      #expect(outcome.errors.contains(path) && outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(outcome.output.contains("常亮"))
    }
    let indexed = try Program.run("index", folder.path("missing.md"), good, "--library", library)
    #expect(
      indexed.status == 65 && indexed.errorLines.count == 1 && indexed.errors.contains("missing.md")
    )
    #expect(try Shelf.search("常亮", [], library: library).total == 1)
  }

  @Test(.enabled(if: getuid() != 0, "root reads everything"))
  func withoutPermission() throws {
    let shelf = try Shelf(["good.md": regulation("灯塔管理办法", articles: ["灯塔应当常亮。"])])
    let file = try shelf.write("secret.md", regulation("密室管理办法", articles: ["密室应当上锁。"]))
    chmod(file, 0)
    for outcome in [try shelf.index(), try Program.run("parse", file)] {
      #expect(outcome.status == 65 && outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("Permission denied"))
    }
  }

  /// Four megabytes without a line's end.
  @Test func oneLongLine() throws {
    let shelf = try Shelf()
    let line = "第一条 " + String(repeating: "灯塔常亮无人看守也要按时添油", count: 90_000)
    try shelf.write("long.txt", line + "，末尾有一只海鸥。")
    let outcome = try shelf.index()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try shelf.run("search", "\"海鸥\"", "--cite").status == 0)
  }

  @Test(arguments: ["（", "(", "《", "“", "\"", "【", "「", "（一）", "1.", "# ", "**", "> ", "<!--", "第"])
  func deepNesting(_ piece: String) throws {
    let shelf = try Shelf()
    let deep = String(repeating: piece, count: 20_000)
    try shelf.write("deep.md", "# 灯塔管理办法\n\n第一条 灯塔\(deep)常亮。\n\n\(deep)\n\n第二条 海鸥除外。\n")
    let outcome = try shelf.index()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try shelf.search("\"海鸥\"").total >= 1)
    #expect(try Program.run("parse", shelf.texts + "/deep.md", "--format", "jsonl").status == 0)
  }

  @Test func tenThousandArticles() throws {
    let shelf = try Shelf()
    let articles = (1...10_000).map { "第\($0)座灯塔应当常亮。" }
    try shelf.write("many.md", regulation("灯塔名录", published: "2021-01-01", articles: articles))
    #expect(try shelf.index().status == 0)
    #expect(try shelf.counts().documents == 10_000)
    #expect(try shelf.search("\"第9999座\"").provisions == ["art_9999"])
    let shown = try shelf.run("show", "灯塔名录第一万条", "--format", "json")
    #expect(try decode(Shown.self, shown.output).provision.text == "第10000座灯塔应当常亮。")
  }

  /// `/dev/full` takes nothing; a reader may leave early.
  @Test func outputThatCanNotBeWritten() throws {
    let library = try Shared.corpus.get()
    let text = Program.corpus + "/霁川市数据机房节约用电管理办法(2015-06-18).md"
    for arguments in [
      ["search", "标识", "--library", library], ["list", "--library", library],
      ["status", "--library", library], ["show", "标识管理规定第七条", "--library", library],
      ["parse", text], ["parse", text, "--format", "jsonl"], ["tokenize", text], ["--help"],
      ["--version"],
    ] {
      let full = try shell("exec \"$0\" \"$@\" > /dev/full", arguments)
      #expect(full.status == 73 && full.errorLines.count == 1, "\(arguments): \(full)")
      let left = try shell("{ \"$0\" \"$@\"; echo $? >&2; } | head -c 1 > /dev/null", arguments)
      #expect(left.errors == "0\n" || left.errors == "1\n", "\(arguments): \(left)")
      let silent = try shell("exec \"$0\" \"$@\" 2> /dev/full", arguments)
      #expect(silent.status == 0, "\(arguments): \(silent)")
    }
    let folder = try Folder()
    let timings = try Program.run(
      "search", "--queries", folder.write("q.tsv", "q1\t标识\n"), "--timings", "/no/such/place.json",
      "--library", library, "--format", "trec")
    #expect(timings.status == 73 && timings.errorLines.count == 1)
  }
}

/// Runs the program, `$0` with `$@`, in a shell's hands.
func shell(_ script: String, _ arguments: [String]) throws -> Program.Outcome {
  let process = Program.process(["-c", script, Program.url.path] + arguments)
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  return try Program.run(process)
}
