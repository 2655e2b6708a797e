// Versions kept together, and what a library says of those it lacks.

import Foundation
import Testing

@testable import LawLibrary

@Suite struct MissingVersionTests {
  /// A regulation as collections print it, with the lines of its history.
  private static func text(_ title: String, _ history: [String], _ articles: [String]) -> String {
    let lines = (["# " + title] + history + ["<!-- INFO END -->"])
    let provisions = articles.enumerated().map { "第\(["一", "二", "三"][$0.offset])条 \($0.element)" }
    return (lines + provisions).joined(separator: "\n\n") + "\n"
  }

  private static let adopted = "2001年3月1日 青屿市人民代表大会第一次会议通过"
  private static let first = "2009年6月1日 青屿市人民代表大会第二次会议修正"
  private static let second = "2015年8月2日 青屿市人民代表大会第三次会议第二次修正"
  private static let third = "2021年9月3日 青屿市人民代表大会第四次会议第三次修正"

  /// Files by name; the library lacks the texts of 2001 and 2015.
  private static let files: [String: String] = [
    // A later file before an earlier one, and one text twice.
    "a.md": text("青屿市渡船条例", [adopted, first, second, third], ["渡船应当挂旗。", "渡船应当鸣笛。"]),
    "b.md": text("青屿市渡船条例（2009年修正）", [adopted, first], ["渡船应当鸣笛。"]),
    "c.md": text("青屿市渡船条例", [adopted, first, second, third], ["渡船应当挂旗。", "渡船应当鸣笛。", "渡船应当点灯。"]),
    "d.md": text("中华人民共和国渡船法", ["2010年5月6日 第一次会议通过"], ["渡船依法航行。"]),
    "e.md": text("渡船法", ["2010年5月6日 第一次会议通过", "2020年5月6日 第二次会议修正"], ["渡船依法航行停泊。"]),
    "f.md": text("渡船办法（试行）", ["2012年1月1日 青屿市人民政府令第1号公布"], ["渡船试行。"]),
    "g.md": text("渡船办法", ["2018年1月1日 青屿市人民政府令第8号公布"], ["渡船航行。"]),
    // The decision is here, the text it makes is not.
    "h.md": text(
      "青屿市人民政府关于修改《渡船办法》的决定", ["2024年2月3日 青屿市人民政府令第12号公布", "2024年4月1日 施行"],
      ["将第一条修改为：“渡船夜航。”"]),
    // Texts without a day: alone, and beside one that has it.
    "k.md": text("灯船须知", [], ["灯船应当系缆。"]),
    "l.md": text("浮标须知", [], ["浮标应当系缆。"]),
    "m.md": text("浮标须知", ["2019年5月6日 青屿市人民政府令第9号公布"], ["浮标应当涂红。"]),
    // Its file's date is that of an amendment that its history leaves out.
    "渡口条例(2016-02-06).md": text("渡口条例", ["2008年4月23日 青屿市人民政府令第5号公布"], ["渡口应当修。"]),
    "渡口条例(2023-07-20).md": text(
      "渡口条例",
      [
        "2008年4月23日 青屿市人民政府令第5号公布", "2016年2月6日 《关于修改部分规章的决定》第一次修订",
        "2023年7月20日 《关于修改部分规章的决定》第二次修订",
      ], ["渡口应当养护。"]),
  ]

  private static let shelf = Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaowen-texts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try VerificationShelf.library(of: [folder.path])
  }

  private func library() throws -> Library { try Library(path: Self.shelf.get()) }

  @Test(arguments: [
    ("青屿市渡船条例", ["2009-06-01", "2021-09-03"]), ("渡船法", ["2010-05-06", "2020-05-06"]),
    ("中华人民共和国渡船法", ["2010-05-06", "2020-05-06"]), ("渡船办法（试行）", ["2012-01-01"]),
    ("渡船办法", ["2018-01-01"]), ("渡口条例", ["2016-02-06", "2023-07-20"]),
  ]) func versionsAreKeptTogether(_ title: String, _ dates: [String]) throws {
    #expect(
      try library().instrumentHistory(of: title, asOf: "2026-06-01").versions.map(\.date) == dates)
  }

  /// Of the same version twice the longer text answers.
  @Test func theSameVersionTwice() throws {
    let history = try library().history(of: "青屿市渡船条例第三条", asOf: "2026-06-01")
    #expect(history.entries.map { $0.provisions.count } == [0, 1])
    #expect(history.entries[1].changes.map(\.operation) == [.inserted])
  }

  @Test(arguments: [
    ("青屿市渡船条例第一条", "2026-06-01", "2021-09-03", [String]()),
    ("青屿市渡船条例第一条", "2021-09-02", "2009-06-01", ["2015-08-02"]),
    ("青屿市渡船条例第一条", "2015-08-02", "2009-06-01", ["2015-08-02"]),
    ("青屿市渡船条例第一条", "2015-08-01", "2009-06-01", []),
    ("青屿市渡船条例第一条", "2005-01-01", "2021-09-03", ["2001-03-01"]),
    ("青屿市渡船条例第一条", "1999-01-01", "2021-09-03", []),
    ("渡船法第一条", "2015-01-01", "2010-05-06", []),
    ("渡船办法第一条", "2020-01-01", "2018-01-01", []),
    ("渡船办法第一条", "2024-03-31", "2018-01-01", []),
    ("渡船办法第一条", "2024-04-01", "2018-01-01", ["2024-02-03"]),
    ("渡口条例第一条", "2012-01-01", "2023-07-20", ["2008-04-23"]),
    ("渡口条例第一条", "2018-01-01", "2016-02-06", []),
  ]) func showSaysWhatIsMissing(
    _ address: String, _ day: String, _ version: String, _ missing: [String]
  ) throws {
    let shown = try library().show(address, asOf: day)
    #expect(shown.version == version)
    #expect(shown.missing.map(\.last) == missing)
  }

  @Test(arguments: [
    ("2026-06-01", "2021-09-03", [String]()), ("2018-01-01", "2009-06-01", ["2015-08-02"]),
    ("2010-01-01", "2009-06-01", []), ("2005-01-01", "2021-09-03", ["2001-03-01"]),
  ]) func searchSaysWhatIsMissing(_ day: String, _ version: String, _ missing: [String]) throws {
    var request = SearchRequest(query: "\"渡船应当鸣笛\"", asOf: day)
    request.law = "青屿市渡船条例"
    let hits = try library().search(request).hits
    #expect(hits.map(\.version) == [version])
    #expect(hits.first?.missing.map(\.last) == missing)
  }

  @Test func historySaysWhatIsMissing() throws {
    let history = try library().history(of: "青屿市渡船条例第二条", asOf: "2026-06-01")
    #expect(history.missingBefore.map(\.last) == ["2001-03-01"])
    #expect(history.entries.map { $0.missing.map(\.last) } == [[], ["2015-08-02"]])
    #expect(history.missingAfter.isEmpty)
    #expect(history.entries.map { $0.provisions.map(\.label) } == [["第一条"], ["第二条"]])
    let later = try library().history(of: "渡船办法第一条", asOf: "2026-06-01")
    #expect(later.missingAfter.map(\.last) == ["2024-02-03"])
    let acts = try library().instrumentHistory(of: "渡船办法", asOf: "2026-06-01").steps
    #expect(acts.map { $0.version?.date } == ["2018-01-01", nil])
    #expect(acts[1].decisions.map(\.title) == ["青屿市人民政府关于修改《渡船办法》的决定"])
  }

  /// Numbers that a text has from a version the library lacks are not checked.
  @Test(arguments: [
    ("", "参见《青屿市渡船条例》第一条。", Verdict.exists), ("", "参见2015年《青屿市渡船条例》第一条。", .unchecked),
    ("", "参见2009年《青屿市渡船条例》第一条。", .renumbered), ("", "参见2010年《青屿市渡船条例》第一条。", .exists),
    ("2016年5月4日", "《青屿市渡船条例》第一条作了要求。", .unchecked),
    ("2016年5月4日", "《青屿市渡船条例》第九条作了要求。", .unchecked),
    ("2016年5月4日", "《青屿市渡船条例》第一条规定：“渡船应当挂旗”。", .unchecked),
    ("2016年5月4日", "《青屿市渡船条例》第一条规定，渡船应当挂旗。", .paraphrase),
    ("2010年5月4日", "《青屿市渡船条例》第一条作了要求。", .renumbered),
    ("2004年5月4日", "《青屿市渡船条例》第一条作了要求。", .unchecked),
    ("1999年5月4日", "《青屿市渡船条例》第一条作了要求。", .exists),
    ("2022年5月4日", "《青屿市渡船条例》第一条作了要求。", .exists),
  ]) func numbersOfMissingVersions(_ day: String, _ text: String, _ verdict: Verdict) throws {
    let dated = day.isEmpty ? text : "渡船的旗——评《青屿市渡船条例》\n\n闻笛 \(day)\n\n\(text)渡口对此应当重视。\n"
    let checks = try VerificationShelf.check(dated, asOf: "2026-06-01", in: Self.shelf.get())
    let check = try #require(checks.first { $0.target?.path.isEmpty == false })
    #expect(check.verdict == verdict, "\(text): \(check.reason ?? "")")
  }

  @Test func versionsWithoutADay() throws {
    let alone = try library().history(of: "灯船须知第一条", asOf: "2026-06-01")
    #expect(alone.entries.map { $0.provisions.map(\.text) } == [["灯船应当系缆。"]])
    #expect(alone.undatedCount == 0 && alone.closingNotes.isEmpty)
    let beside = try library().history(of: "浮标须知第一条", asOf: "2026-06-01")
    #expect(beside.entries.map { $0.provisions.map(\.text) } == [["浮标应当涂红。"]])
    #expect(beside.undatedCount == 1 && beside.closingNotes == ["库中另有1个没有日期的文本，未列入"])
  }

  @Test func comparingSaysWhatIsMissing() throws {
    let library = try library()
    let pair = try library.newestVersions(of: "青屿市渡船条例")
    #expect(pair.old.name == "青屿市渡船条例（2009年修正）@2009-06-01")
    #expect(try library.missing(between: pair.old, and: pair.new).map(\.last) == ["2015-08-02"])
    #expect(throws: LibraryError.self) { try library.newestVersions(of: "渡船办法（试行）") }
  }

  @Test func notesForPeople() {
    func act(_ date: String) -> LegislativeAct { LegislativeAct(date: date, event: "修正") }
    let acts = ["2007-10-28", "2012-08-31", "2017-06-27", "2021-12-24"].map(act)
    #expect(InstrumentHistory.note(of: []) == nil)
    #expect(InstrumentHistory.note(of: [acts[0]]) == "库中没有2007年10月28日修正的版本")
    #expect(
      InstrumentHistory.note(of: acts) == "库中没有2012年8月31日修正、2017年6月27日修正、2021年12月24日修正等4个版本")
  }
}
