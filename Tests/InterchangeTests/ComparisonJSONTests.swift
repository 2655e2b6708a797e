// The JSON of a comparison, as scripts read it.

import Foundation
import HanText
import Interchange
import Legislation
import Testing
import Versions

@Suite struct ComparisonJSONTests {
  @Test func hasTheFieldsOfTheContract() throws {
    func document(_ second: String) -> ParsedDocument {
      ParsedDocument(
        parsing: SourceText("灯塔管理办法\n第一章 总则\n第一条 灯塔由“值守人”看护。\n第二条 \(second)\n"))
    }
    let comparison = VersionComparison(old: document("三日内报告。"), new: document("五日内报告。"))
    let json = comparison.json(oldFile: "a\"b.md", newFile: "c.md")
    #expect(!json.contains("\n"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let old = try #require(object["old"] as? [String: Any])
    #expect(old["file"] as? String == "a\"b.md")
    #expect(old["title"] as? String == "灯塔管理办法")
    #expect(object["summary"] as? String == "修改 1 条")
    let rows = try #require(object["alignment"] as? [[String: Any]])
    #expect(rows.map { $0["op"] as? String } == ["unchanged", "modified"])
    #expect(rows[1]["old"] as? [String] == ["2"])
    #expect(rows[1]["new"] as? [String] == ["2"])
    #expect(rows[1]["links"] as? [[String]] == [["2", "2"]])
    for flag in ["crossref_only", "punct_only", "moved"] {
      #expect(rows[1][flag] as? Bool == false)
    }
    let changes = try #require(rows[1]["changes"] as? [[String: String]])
    #expect(changes.first == ["op": "delete", "text": "三日内"])
    #expect(changes.dropFirst().first == ["op": "insert", "text": "五日内"])
    #expect((object["headings"] as? [Any])?.isEmpty == true)
    #expect(object["preamble"] is NSNull)
  }
}
