// The JSON of a parse, as scripts read it.

import Foundation
import HanText
import Interchange
import Legislation
import Testing

@Suite struct ParseJSONTests {
  @Test func countsRangesInScalars() throws {
    let text = "碧海市𠮷办法\n第一条 “甲”的，\t乙：\n（一）丙。\n"
    let json = ParsedDocument(parsing: SourceText(text)).json(file: "a\"b.txt")
    #expect(!json.contains("\n"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["file"] as? String == "a\"b.txt")
    #expect(object["title"] as? String == "碧海市𠮷办法")
    let article = try #require((object["provisions"] as? [[String: Any]])?.first)
    #expect(article["id"] as? String == "art_1")
    #expect(article["number"] as? String == "1")
    #expect(article["label"] as? String == "第一条")
    #expect(article["text"] as? String == "“甲”的，\t乙：\n（一）丙。")
    let range = try #require(article["range"] as? [Int])
    let scalars = Array(text.unicodeScalars)[range[0]..<range[1]]
    #expect(String(String.UnicodeScalarView(scalars)) == "第一条 “甲”的，\t乙：\n（一）丙。")
    let paragraph = try #require((article["children"] as? [[String: Any]])?.first)
    let item = try #require((paragraph["children"] as? [[String: Any]])?.first)
    #expect(item["id"] as? String == "art_1__para_1__item_1")
    #expect(item["text"] as? String == "丙。")
  }

  @Test func containersHaveAHeadingAndNoText() throws {
    let text = "碧海市办法\n第一章　总　则\n第一条 甲。\n"
    let json = ParsedDocument(parsing: SourceText(text)).json(file: "x")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let chapter = try #require((object["provisions"] as? [[String: Any]])?.first)
    #expect(chapter["heading"] as? String == "总则")
    #expect(chapter["text"] == nil)
  }

  @Test func cutsTreeLinesToTheTerminal() {
    let text = "碧海市办法\n第一条 " + String(repeating: "备案", count: 80) + "。\n"
    let dump = ParsedDocument(parsing: SourceText(text)).treeDump(width: 40)
    #expect(
      dump == """
        art_1 第一条
          art_1__para_1 备案备案备案备案备案备…

        """)
  }
}
