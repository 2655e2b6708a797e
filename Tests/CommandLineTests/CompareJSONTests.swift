// compare --format json: the rows as scripts see them.

import Foundation
import Testing

@Suite struct CompareJSONTests {
  static let shelf = Result {
    try Shelf([
      "old.md": regulation("灯塔管理办法", articles: ["灯塔由值守人员看护。", "雾天鸣号三声。"]),
      "new.md": regulation("灯塔管理办法", articles: ["灯塔由值守人员看护。", "雾天鸣号五声。", "备用电池应当充足。"]),
    ])
  }

  private struct Compared: Decodable {
    struct Row: Decodable {
      var old, new: [String]
      var op: String
    }
    var summary: String
    var alignment: [Row]
  }

  @Test func versionsGiveRows() throws {
    let folder = try Self.shelf.get().folder
    let files = (folder.path("texts/old.md"), folder.path("texts/new.md"))
    let json = try Program.run("compare", files.0, files.1, "--format", "json")
    #expect(json.status == 0)
    let compared = try decode(Compared.self, Substring(json.output))
    #expect(compared.summary == "新增 1 条，修改 1 条")
    #expect(compared.alignment.map(\.op) == ["unchanged", "modified", "inserted"])
    #expect(compared.alignment.map(\.new) == [["1"], ["2"], ["3"]])
    let table = try Program.run("compare", files.0, files.1)
    #expect(table.status == 0)
    #expect(table.output.contains("新增 1 条，修改 1 条"))
  }
}
