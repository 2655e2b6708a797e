// Versions whole: the line that sums them up, and what changed outside articles.

import HanText
import Legislation
import Testing

@testable import Versions

@Suite struct VersionComparisonTests {
  @Test func theSummaryCounts() {
    let articles = AlignmentTests.base
    func summary(_ new: [String]) -> String {
      VersionComparison(old: version(articles), new: version(new)).summary
    }
    #expect(summary(articles) == "条文无变化")
    #expect(summary(Array(articles.dropLast())) == "删去 1 条")
    #expect(
      summary(AlignmentTests.changed(inserted: [4: ["灯塔备用电池应当足够照明三夜。"]]))
        == "新增 1 条，仅调整序号 2 条")
    #expect(
      summary(AlignmentTests.changed([1: "渔政机构负责灯塔的日常巡查，每月检查灯室和雾号一次。"])) == "修改 1 条")
    #expect(
      summary([0, 4, 1, 2, 3, 5, 6].map { articles[$0] }) == "仅调整序号 4 条，移动 1 条")
  }

  @Test func referencesCountAsNumbers() {
    let old = version(["值守人点灯。", "雾天应当鸣放雾号三声。", "违反第二条的，处罚款。"])
    let new = version(["值守人点灯。", "备用电池足够三夜。", "雾天应当鸣放雾号三声。", "违反第三条的，处罚款。"])
    #expect(VersionComparison(old: old, new: new).summary == "新增 1 条，仅调整序号 2 条")
  }

  @Test func titlesPreamblesAndHeadings() throws {
    let articles = AlignmentTests.base
    let old = version(
      articles, title: "灯塔管理暂行办法", preamble: "为了近海航行的安全，现发布灯塔的管理办法。",
      chapters: [0: "第一章　总则", 2: "第二章　值守", 5: "第三章　罚则"])
    let new = version(
      articles, title: "灯塔管理办法", preamble: "为了近海航行的安全，现公布灯塔的管理办法。",
      chapters: [0: "第一章　总 则", 1: "第二章　巡查", 2: "第三章　值守和雾号", 5: "第四章　罚则"])
    let comparison = VersionComparison(old: old, new: new)
    #expect(comparison.summary == "条文无变化")
    #expect(comparison.title?.changes.filter { $0.operation == .delete }.map(\.text) == ["暂行"])
    #expect(
      comparison.headings.map { "\($0.old?.label ?? "")>\($0.new?.label ?? "") \($0.operation)" }
        == [
          ">第二章 inserted", "第二章>第三章 renumberedAndModified", "第三章>第四章 renumbered",
        ])
    #expect(comparison.headings[1].changes.marked == "值守[+和雾号+]")
    let preamble = try #require(comparison.preamble)
    #expect(preamble.changes.marked.contains("[-发布-][+公布+]"))
    let same = VersionComparison(old: old, new: old)
    #expect(same.title == nil && same.preamble == nil && same.headings.isEmpty)
  }

  @Test func attachmentsWithoutArticles() {
    func text(_ light: String) -> ParsedDocument {
      ParsedDocument(
        parsing: SourceText("灯塔管理办法\n\n第一条　灯塔分三级。\n\n附件\n\n灯塔分级表\n\n一级灯塔：\(light)\n"))
    }
    let comparison = VersionComparison(old: text("白光"), new: text("红光"))
    #expect(comparison.alignment.lines.isEmpty)
    #expect(comparison.attachments.map(\.operation) == [.modified])
    #expect(comparison.attachments[0].changes.marked.contains("[-白光-][+红光+]"))
  }
}
