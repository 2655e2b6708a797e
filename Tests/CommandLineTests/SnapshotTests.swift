// What a person reads, whole: help, tables, trees, errors, as they stand in Snapshots/.

import Foundation
import Testing

@Suite struct SnapshotTests {
  private static let folder = Program.root.appendingPathComponent(
    "Tests/CommandLineTests/Snapshots")
  private static let day = ["--as-of", Shelf.day]

  /// The name of a snapshot and the command it is of; `LIBRARY` and `CORPUS` are filled in.
  static let commands: [(String, [String])] = [
    ("help", ["--help"]), ("help-index", ["help", "index"]), ("help-search", ["help", "search"]),
    ("help-show", ["help", "show"]), ("help-list", ["help", "list"]),
    ("help-status", ["help", "status"]), ("help-parse", ["help", "parse"]),
    ("help-tokenize", ["help", "tokenize"]), ("help-citations", ["help", "citations"]),
    ("search", ["search", "显式标识 传播平台", "--limit", "4", "--library", "LIBRARY"] + day),
    ("search-literal", ["search", "\"罚款\" title:节能", "--library", "LIBRARY"] + day),
    ("search-counts", ["search", "标识", "--counts", "--limit", "1", "--library", "LIBRARY"] + day),
    (
      "search-versions",
      ["search", "元数据标识", "--all-versions", "--limit", "3", "--library", "LIBRARY"] + day
    ),
    (
      "search-cite",
      ["search", "\"传播平台\"", "--cite", "--limit", "20", "--library", "LIBRARY"] + day
    ),
    ("search-nothing", ["search", "\"海鸥\"", "--library", "LIBRARY"] + day),
    ("show", ["show", "标识管理规定第八条第二款", "--library", "LIBRARY"] + day),
    ("show-neighbours", ["show", "节能管理条例第三条", "--neighbours", "1", "--library", "LIBRARY"] + day),
    ("show-contents", ["show", "平台责任与算法备案条例", "--library", "LIBRARY"] + day),
    ("show-ambiguous", ["show", "条例第一条", "--library", "LIBRARY"] + day),
    ("show-missing", ["show", "标识管理规定第九十九条", "--library", "LIBRARY"] + day),
    ("list", ["list", "--library", "LIBRARY"] + day),
    ("list-one", ["list", "节能", "--library", "LIBRARY"] + day),
    ("status", ["status", "--library", "LIBRARY"]),
    ("status-citations", ["status", "--citations", "--library", "LIBRARY"]),
    ("citations", ["citations", "CORPUS/生成式客服算法备案实施细则(2026-09-10).md"]),
    ("citations-to", ["citations", "--to", "标识管理规定第八条", "--library", "LIBRARY"] + day),
    (
      "citations-to-chapter", ["citations", "--to", "平台责任与算法备案条例第三编", "--library", "LIBRARY"] + day
    ),
    ("citations-to-instrument", ["citations", "--to", "网络安全法", "--library", "LIBRARY"] + day),
    ("citations-from", ["citations", "--from", "节能管理条例第三十一条至第三十四条", "--library", "LIBRARY"] + day),
    ("citations-nowhere", ["citations", "--to", "标识管理规定第三条", "--library", "LIBRARY"] + day),
    (
      "citations-mermaid",
      ["citations", "--to", "算法备案条例", "--format", "mermaid", "--library", "LIBRARY"] + day
    ),
    (
      "citations-dot",
      ["citations", "--to", "标识管理规定第八条", "--format", "dot", "--library", "LIBRARY"] + day
    ),
    ("parse-regulation", ["parse", "CORPUS/霁川市数据中心节能管理条例(2022-09-28).txt"]),
    ("parse-commentary", ["parse", "CORPUS/让每一段合成声音都有出处——评《深度合成内容标识管理规定》的修改(2026-03-12).txt"]),
    ("tokenize", ["tokenize", "CORPUS/霁川市数据机房节约用电管理办法(2015-06-18).md", "--format", "tsv"]),
    ("help-verify", ["help", "verify"]), ("help-terms", ["help", "terms"]),
    ("help-delegations", ["help", "delegations"]),
    ("terms", ["terms", "CORPUS/深度合成内容标识管理规定(2025-06-20).md"]),
    ("terms-jsonl", ["terms", "CORPUS/生成式客服算法备案实施细则(2026-09-10).md", "--format", "jsonl"]),
    ("delegations", ["delegations", "CORPUS/平台责任与算法备案条例(2025-08-29).md"]),
    ("delegations-library", ["delegations", "--library", "LIBRARY"] + day),
    ("delegations-law", ["delegations", "--law", "标识管理规定", "--library", "LIBRARY"] + day),
    ("delegations-nowhere", ["delegations", "--law", "海鸥", "--library", "LIBRARY"] + day),
    (
      "verify",
      ["verify", "CORPUS/让每一段合成声音都有出处——评《深度合成内容标识管理规定》的修改(2026-03-12).txt", "--library", "LIBRARY"]
        + day
    ),
    ("help-history", ["help", "history"]),
    ("history", ["history", "标识管理规定第八条", "--library", "LIBRARY"] + day),
    ("history-diff", ["history", "标识管理规定第八条第二款", "--diff", "--library", "LIBRARY"] + day),
    ("history-deleted", ["history", "标识管理规定@2023-03-15第十九条", "--library", "LIBRARY"] + day),
    ("history-inserted", ["history", "平台责任与算法备案条例第四十一条之一", "--library", "LIBRARY"] + day),
    ("history-instrument", ["history", "节能管理条例", "--library", "LIBRARY"] + day),
    (
      "history-markdown",
      ["history", "标识管理规定第八条第二款", "--diff", "--format", "markdown", "--library", "LIBRARY"] + day
    ),
    (
      "history-instrument-markdown",
      ["history", "节能管理条例", "--format", "markdown", "--library", "LIBRARY"] + day
    ),
    ("history-missing", ["history", "标识管理规定第九十九条", "--library", "LIBRARY"] + day),
    ("help-duties", ["help", "duties"]), ("help-parties", ["help", "parties"]),
    ("duties", ["duties", "CORPUS/生成式客服算法备案实施细则(2026-09-10).md"]),
    (
      "duties-explain",
      [
        "duties", "CORPUS/霁川市数据机房节约用电管理办法(2015-06-18).md", "--kind", "prohibition", "--explain",
      ]
    ),
    ("duties-library", ["duties", "--bearer", "传播平台", "--library", "LIBRARY"] + day),
    (
      "duties-commentary",
      ["duties", "CORPUS/国家算法与算力管理总局有关负责人就修改《深度合成内容标识管理规定》答记者问(2025-06-23).md", "--library", "LIBRARY"] + day
    ),
    ("duties-nobody", ["duties", "--bearer", "传播台", "--library", "LIBRARY"] + day),
    ("parties", ["parties", "--limit", "12", "--library", "LIBRARY"] + day),
    ("search-bearer", ["search", "bearer:市数据部门", "--limit", "3", "--library", "LIBRARY"] + day),
    ("help-compare", ["help", "compare"]),
    (
      "compare",
      [
        "compare", "CORPUS/深度合成内容标识管理规定(2023-03-15).txt", "CORPUS/深度合成内容标识管理规定(2025-06-20).md",
      ]
    ),
    (
      "compare-markdown",
      [
        "compare", "CORPUS/霁川市数据中心节能管理条例(2022-09-28).txt", "CORPUS/霁川市数据中心节能管理条例(2025-11-27).md",
        "--format", "markdown", "--columns", "3",
      ]
    ),
    (
      "compare-duties",
      [
        "compare", "CORPUS/平台责任与算法备案条例(2023-11-24).md", "CORPUS/平台责任与算法备案条例(2025-08-29).md",
        "--duties",
      ]
    ),
    (
      "compare-duties-party",
      [
        "compare", "CORPUS/深度合成内容标识管理规定(2023-03-15).txt", "CORPUS/深度合成内容标识管理规定(2025-06-20).md",
        "--duties", "--bearer", "传播平台",
      ]
    ),
    ("error-command", ["serach", "标识"]), ("error-option", ["search", "标识", "--limti", "3"]),
    ("error-value", ["search", "标识", "--level", "decree"]), ("error-no-query", ["search"]),
    ("error-no-library", ["search", "标识", "--library", "none.tiaowen"]),
    ("error-no-file", ["parse", "none.md"]),
  ]

  @Test(arguments: commands) func reads(_ name: String, _ arguments: [String]) throws {
    let library = try Shared.corpus.get()
    let filled = arguments.map {
      $0.replacingOccurrences(of: "LIBRARY", with: library)
        .replacingOccurrences(of: "CORPUS", with: Program.corpus)
    }
    let process = Program.process(filled, environment: ["COLUMNS": "80", "TERM": "xterm"])
    process.currentDirectoryURL = URL(fileURLWithPath: library).deletingLastPathComponent()
    let outcome = try Program.run(process)
    let text =
      "$ tiaowen \(arguments.joined(separator: " "))\n"
      + (outcome.output + outcome.errors)
      .replacingOccurrences(of: library, with: "LIBRARY")
      .replacingOccurrences(of: Program.corpus, with: "CORPUS")
      + "[\(outcome.status)]\n"
    for line in outcome.output.split(separator: "\n")
    where !Self.mayBeWide(arguments) && !line.contains(" · effective") {
      #expect(columns(line) <= 80, "\(line)")
    }
    #expect(!text.contains("\u{1B}"), "no colour in a pipe")
    let file = Self.folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["TIAOWEN_UPDATE_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text == (try? String(contentsOf: file, encoding: .utf8)), "\(name)")
    }
  }

  /// Text that is copied or piped is never cut to the width of a terminal.
  private static func mayBeWide(_ arguments: [String]) -> Bool {
    arguments.contains("--cite") || arguments.contains("--format") || arguments[0] == "show"
      || arguments[0] == "history"
      || arguments.contains("--help")
      || arguments[0] == "help" || arguments[0] == "status" || arguments.contains("jsonl")
  }

  /// Columns as a terminal counts them, without the program's own table.
  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0xFFE7 ? 2 : 1) }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completions(_ shell: String) throws {
    let outcome = try Program.run("--generate-completion-script", shell)
    #expect(
      outcome.status == 0 && outcome.output.contains("tiaowen")
        && outcome.output.contains("neighbours"))
    guard shell == "bash" else { return }
    let file = try Folder()
    let path = try file.write("completion.bash", outcome.output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "source '\(path)' && complete -p tiaowen"]
    let loaded = try Program.run(process)
    #expect(loaded.status == 0 && loaded.output.contains("tiaowen"), "\(loaded.errors)")
  }
}
