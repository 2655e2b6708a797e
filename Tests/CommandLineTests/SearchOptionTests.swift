// The options of `search`: filters, pages, counts, formats, files of questions, exit codes.

import Foundation
import Testing

@Suite struct SearchOptionTests {
  @Test(arguments: [
    (["--law", "标识管理规定"], ["深度合成内容标识管理规定"]),
    (["--law", "霁川市数据中心节能管理条例"], ["霁川市数据中心节能管理条例"]),
    (["--level", "interpretation"], ["最高数字法院关于审理深度合成纠纷案件适用法律若干问题的解释"]),
    (["--until", "2016-01-01"], ["霁川市数据机房节约用电管理办法"]),
    (["--since", "2027-01-01"], []), (["--issuer", "不存在的机关"], []), (["--law", "不存在的法"], []),
  ])
  func filters(_ options: [String], _ instruments: [String]) throws {
    let answer = try Shelf.search(
      "应当", options + ["--limit", "200"], library: Shared.corpus.get())
    #expect(Set(answer.hits.map(\.instrument)) == Set(instruments))
  }

  @Test func datesBoundVersions() throws {
    let answer = try Shared.search(
      "应当", "--since", "2025-06-20", "--until", "2025-08-29", "--limit", "200", "--all-versions")
    #expect(!answer.hits.isEmpty)
    for hit in answer.hits {
      #expect(("2025-06-20"..."2025-08-29").contains(hit.version ?? ""))
    }
  }

  @Test func pagesFollowEachOther() throws {
    let whole = try Shared.search("平台", "--limit", "30")
    var pages: [String] = []
    for offset in stride(from: 0, to: 30, by: 7) {
      let page = try Shared.search("平台", "--limit", "7", "--offset", "\(offset)")
      #expect(page.total == whole.total)
      pages += page.hits.map(\.name)
    }
    #expect(Array(pages.prefix(30)) == whole.hits.map(\.name))
    let scores = whole.hits.map(\.score)
    #expect(scores == scores.sorted(by: >))
    #expect(try Shared.search("平台", "--offset", "100000").hits.isEmpty)
    let none = try Shared.search("平台", "--limit", "0")
    #expect(none.hits.isEmpty && none.total == whole.total)
  }

  @Test func countsAddUp() throws {
    let answer = try Shared.search("\"标识\"", "--counts", "--limit", "1")
    let counts = try #require(answer.counts)
    #expect(counts.reduce(0) { $0 + $1.hits } == answer.total)
    #expect(counts.map(\.hits) == counts.map(\.hits).sorted(by: >))
    #expect(answer.hits.count == 1)
  }

  @Test func jsonIsOneLineWithKeysInOrder() throws {
    let run = {
      try Program.run(
        "search", "标识", "--library", Shared.corpus.get(), "--format", "json", "--as-of", Shelf.day)
    }
    let (one, other) = (try run(), try run())
    #expect(one.output == other.output)
    #expect(one.output.hasSuffix("\n") && one.output.split(separator: "\n").count == 1)
    let answer = try decode(Answer.self, one.output)
    #expect(answer.query == "标识" && answer.hits.count == 10)
    for hit in answer.hits { #expect(hit.marked.allSatisfy { $0.contains("标识") }) }
  }

  @Test func trecNamesHaveNoSpaces() throws {
    let outcome = try Program.run(
      "search", "标识 平台", "--library", Shared.corpus.get(), "--format", "trec", "--limit", "300")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 50)
    for (rank, line) in lines.enumerated() {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false)
      try #require(fields.count == 6, "\(line)")
      #expect(fields[0] == "1" && fields[1] == "Q0" && Int(fields[3]) == rank + 1)
      #expect(Double(fields[4]) != nil && fields[5] == "tiaowen")
    }
    #expect(Set(lines.map { $0.split(separator: " ")[2] }).count == lines.count)
  }

  @Test func questionsFromAFile() throws {
    let folder = try Folder()
    let file = try folder.write(
      "queries.tsv",
      "q1\t标识 平台\np2\t显式标识\nno tab in this line\np3\t\"引号\"也是字面\nq4\t谁负责算法备案？\n\n")
    let timings = folder.path("timings.json")
    let outcome = try Program.run(
      "search", "--queries", file, "--library", Shared.corpus.get(), "--format", "trec", "--limit",
      "5", "--passes", "3", "--timings", timings, "--as-of", Shelf.day)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.filter { $0[0] == "q1" }.count == 5)
    #expect(lines.filter { $0[0] == "q4" }.count == 5)
    #expect(lines.filter { $0[0] == "p3" }.isEmpty)
    let literal = try Shared.search("\"显式标识\"", "--limit", "5")
    #expect(
      lines.filter { $0[0] == "p2" }.map { String($0[2]) }
        == literal.hits.map { "\($0.instrument)@\($0.version ?? "")/\($0.provision)" })
    let times = try decode(Timings.self, String(contentsOfFile: timings, encoding: .utf8))
    #expect(times.qids == ["q1", "p2", "p3", "q4"])
    #expect(times.passes.count == 3 && times.passes.allSatisfy { $0.count == 4 })
    #expect(times.passes.joined().allSatisfy { $0 >= 0 })
  }

  /// Every refusal is one line on standard error and prints nothing.
  @Test(arguments: [
    (["search", "不存在于任何条文的词组甲乙丙丁"], 0, ""), (["search", "\"不存在于任何条文\""], 1, ""),
    (["show", "深度合成内容标识管理规定第九百条"], 1, "第九百条"), (["show", "无此法第一条"], 1, "无此法"),
    (["show", "第一条"], 1, "name the instrument"), (["list", "无此法"], 1, "无此法"),
    (["search"], 64, "Say what to look for"), (["search", "灯", "--limit=-1"], 64, "--limit"),
    (["search", "灯", "--limit", "many"], 64, "many"),
    (["search", "灯", "--as-of", "2026-02-30"], 64, "as-of"),
    (["search", "灯", "--since", "yesterday"], 64, "since"),
    (["search", "灯", "--level", "decree"], 64, "decree"),
    (["search", "灯", "--passes", "0", "--queries", "x"], 64, "--passes"),
    (["search", "灯", "--unknown"], 64, "--unknown"),
    (["search", "--queries", "/no/such.tsv"], 65, "/no/such.tsv"),
    (["show"], 64, "address"), (["show", "x", "--neighbours=-1"], 64, "--neighbours"),
    (["search", "灯", "--limit", "9223372036854775807", "--offset", "9223372036854775807"], 1, ""),
  ])
  func exitCodes(_ arguments: [String], _ status: Int32, _ message: String) throws {
    let outcome = try Program.run(
      Program.process(
        arguments
          + ["--library", Shared.corpus.get(), "--as-of", Shelf.day].prefix(
            arguments.contains("--as-of") ? 2 : 4)))
    #expect(outcome.status == status, "\(outcome.errors)")
    if message.isEmpty {
      #expect(outcome.errors.isEmpty)
    } else {
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("tiaowen: "))
      #expect(outcome.output.isEmpty)
    }
  }
}
