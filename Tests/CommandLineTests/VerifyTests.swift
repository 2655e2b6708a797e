// verify: its exit status, its machine output, and what a person sees of differences.

import Foundation
import Testing

@Suite struct VerifyTests {
  private func verify(_ input: String, _ options: String...) throws -> Program.Outcome {
    let process = Program.process(
      ["verify", "-", "--library", try Shared.corpus.get(), "--as-of", Shelf.day] + options)
    return try Program.run(process, input: input)
  }

  /// A line of `verify --format jsonl`.
  private struct Line: Decodable {
    struct Target: Decodable, Equatable {
      var law: String
      var article: String?
      var paragraph, item, to: Int?
    }
    struct Difference: Decodable, Equatable {
      var op, text: String
    }
    var file, provision, text: String
    var range: [Int]
    var verdict: String
    var reason: String?
    var target: Target?
    var day: String
    var version: String?
    var differences: [Difference]
    var share: Double?

    enum CodingKeys: String, CodingKey {
      case file, provision, text, range, verdict, reason, target, version, differences, share
      case day = "as_of"
    }
  }

  private func lines(_ input: String) throws -> [Line] {
    try verify(input, "--format", "jsonl").output.split(separator: "\n").map {
      try decode(Line.self, $0)
    }
  }

  @Test(arguments: [
    ("参见《平台责任与算法备案条例》第四十二条。", 0, 0), ("参见《平台责任与算法备案条例》第九十九条。", 1, 1),
    ("参见《霁川市数据机房节约用电管理办法》第四条。", 1, 1),
    ("《平台责任与算法备案条例》第四十二条规定：“算法备案的有效期为五年。”", 1, 1),
    ("《平台责任与算法备案条例》第四十二条规定，备案三年有效。", 0, 0), ("参见《算法服务安全评估办法》第二十条。", 0, 1),
    ("这里什么也没有引用。", 0, 0), ("\n", 0, 0),
  ]) func status(_ text: String, _ status: Int32, _ strict: Int32) throws {
    #expect(try verify(text).status == status)
    #expect(try verify(text, "--strict").status == strict)
  }

  @Test func whatIsNotCheckedIsSaid() throws {
    let outcome = try verify("参见《算法服务安全评估办法》第二十条。")
    #expect(outcome.errorLines == ["tiaowen: 1 citation not checked (未核)"])
    #expect(outcome.output.contains("未核") && outcome.output.contains("库中没有"))
    #expect(try verify("参见《平台责任与算法备案条例》第四十二条。").errors.isEmpty)
  }

  @Test func machineOutput() throws {
    let text = "一二三。《平台责任与算法备案条例》第六条第二款、第九十九条规定：“算法备案的有效期为五年。”\n"
    let lines = try lines(text)
    #expect(lines.map(\.verdict) == ["misquoted", "missing"])
    let first = try #require(lines.first)
    #expect(first.file == "-" && first.day == Shelf.day && first.version == "2025-08-29")
    #expect(first.target == Line.Target(law: "平台责任与算法备案条例", article: "6", paragraph: 2))
    let scalars = Array(text.unicodeScalars)[first.range[0]..<first.range[1]]
    #expect(String(String.UnicodeScalarView(scalars)) == first.text)
    for line in try verify(text, "--format", "jsonl").output.split(separator: "\n") {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for key in [
        "file", "provision", "text", "range", "verdict", "reason", "target", "as_of", "version",
        "now", "differences",
      ] { #expect(object[key] != nil, "\(key)") }
    }
  }

  @Test func differencesAreShown() throws {
    let text = "《平台责任与算法备案条例》第四十二条规定：“算法备案的有效期为五年。”"
    #expect(
      try lines(text).first?.differences == [
        Line.Difference(op: "delete", text: "三"), Line.Difference(op: "insert", text: "五"),
      ])
    #expect(try verify(text).output.contains("算法备案的有效期为〔-三-〕{+五+}年"))
  }

  @Test func paraphrasesHaveShares() throws {
    let line = try lines("《平台责任与算法备案条例》第四十二条规定，算法备案的有效期为三年。").first
    #expect(line?.verdict == "paraphrase" && line?.share == 1)
  }

  @Test func aBadFileDoesNotStopTheOthers() throws {
    let folder = try Folder()
    let good = try folder.write("good.txt", "参见《平台责任与算法备案条例》第四十二条。")
    let bad = folder.path("none.txt")
    let outcome = try Program.run(
      "verify", bad, good, "--library", try Shared.corpus.get(), "--as-of", Shelf.day)
    #expect(outcome.status == 65 && outcome.errorLines.count == 1)
    #expect(outcome.output.contains("确证"))
    let noLibrary = try Program.run("verify", good, "--library", folder.path("none.tiaowen"))
    #expect(noLibrary.status == 65 && noLibrary.errorLines.count == 1)
  }
}
