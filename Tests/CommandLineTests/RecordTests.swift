// Records: every line of a .jsonl file is a document of its own.

import Foundation
import Testing

@Suite struct RecordTests {
  static let lines = [
    #"{"id":"r1","law":"泊位规则","date":"2020-01-01","article":"第一条","text":"泊位应当编号。"}"#,
    #"{"id":"r2","law":"泊位规则","date":"2020-01-01","article":"第一条","text":"泊位应当编号。"}"#,
    #"{"id":"r3","law":"泊位规则","date":"2020-01-01","article":"第二条","text":"泊位应当编号。"}"#,
    #"{"id":"r4","text":"没有出处的一段：泊位应当清扫。"}"#,
    #"{"id":"r5","law":"泊位规则","date":"2024-01-01","article":"第一条","text":"泊位应当编号并照明。"}"#,
    #"{"id":"r6","law":"锚地规则","article":"第十二条","text":"锚地内\n泊位应当编号。"}"#,
  ]

  @Test func everyRecordIsADocument() throws {
    let shelf = try Shelf(["a.jsonl": Self.lines.joined(separator: "\n") + "\n"])
    #expect(try shelf.counts().documents == 6)
    let all = try shelf.search("\"泊位应当\"", "--all-versions", "--limit", "20")
    #expect(all.names == ["r1", "r2", "r3", "r4", "r5", "r6"])
    #expect(all.hits.first { $0.id == "r6" }?.provision == "art_12")
    // The version in force has taken the place of the older one.
    #expect(try shelf.search("\"泊位应当\"", "--limit", "20").names == ["r4", "r5", "r6"])
    let trec = try shelf.run("search", "泊位", "--format", "trec", "--all-versions", "--limit", "20")
    let fields = trec.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(
      fields.count == 6
        && fields.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "tiaowen" })
    #expect(fields.map { String($0[3]) } == (1...6).map(String.init))
    #expect(Set(fields.map { String($0[2]) }) == ["r1", "r2", "r3", "r4", "r5", "r6"])
  }

  @Test func badLinesAreNamedAndTheRestGoIn() throws {
    let bad = [
      (2, "{\"id\":\"x1\",\"text\":"), (3, "{\"text\":\"没有编号\"}"), (4, "{\"id\":\"x2\"}"),
      (5, "{\"id\":\"x3\",\"text\":5}"), (6, "[]"), (7, "null"),
      (8, "{\"id\":\"x4\",\"text\":\"\\ud800\"}"), (9, "{\"id\":\"x5\",\"text\":\"\\udc00高\"}"),
      (10, "word"),
    ]
    let shelf = try Shelf()
    try shelf.write(
      "a.jsonl", ([Self.lines[0]] + bad.map(\.1) + ["", Self.lines[3]]).joined(separator: "\n"))
    let outcome = try shelf.index()
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == bad.count, "\(outcome.errors)")
    for (number, line) in bad {
      #expect(
        outcome.errorLines.contains { $0.contains("a.jsonl: line \(number): ") },
        "\(line) is not reported\n\(outcome.errors)")
    }
    #expect(try shelf.search("泊位").names == ["r1", "r4"])
  }

  @Test func longFilesOfRecordsKeepTheirLineNumbers() throws {
    var lines = (1...5000).map { #"{"id":"n\#($0)","law":"长表","text":"第\#($0)号泊位。"}"# }
    lines[3776] = "broken"
    let shelf = try Shelf()
    try shelf.write("a.jsonl", lines.joined(separator: "\r\n"))
    let outcome = try shelf.index()
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains("line 3777: not JSON"))
    #expect(try shelf.counts().documents == 4999)
    #expect(try shelf.search("\"第4999号泊位\"").names == ["n4999"])
  }
}
