// The provision that a commentary's norm reports: cited, found by its words, or not found.

import Foundation
import HanText
import Interchange
import LawLibrary
import Legislation
import Testing

@Suite struct ClauseFinderTests {
  private static let lamp = """
    # 灯标服务管理办法

    2020年1月10日 国务院令第3号公布

    2020年3月1日 施行

    <!-- INFO END -->

    第一条 灯标服务提供者应当自登记之日起十个工作日内向社会公开收费标准和投诉电话。

    第二条 灯标服务提供者不得以任何理由拒绝向夜间进港的渔船提供灯标服务。

    第三条 遇有浓雾的，灯标值守人应当每隔十五分钟核对一次灯光，并记入值守日志。

    """
  private static let ferry = """
    # 渡口管理办法

    2020年1月10日 国务院令第4号公布

    2020年3月1日 施行

    <!-- INFO END -->

    第一条 渡口经营人应当在候船室公示渡船核定载客人数和停航的风力等级。

    第二条 渡口经营人应当在开航前核对乘客人数，登记携带的危险物品。

    第三条 灯标服务提供者不得以任何理由拒绝向夜间进港的渔船提供灯标服务。

    """

  private static let library = Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("lamp.md", lamp), ("ferry.md", ferry)] {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try VerificationShelf.library(of: [folder.path])
  }

  /// `basis law label` of each norm of a commentary, with the share where there is one.
  private static func clauses(_ paragraph: String, titled title: String) throws -> [String] {
    let text = """
      \(title)

      陆小渡 2021年05月06日

      渡口边的灯亮了三十年，值守的人换了好几代，关于它的规矩却直到最近才写成文字，值得细读。

      灯与渡口

      \(paragraph)
      """
    let document = ParsedDocument(parsing: SourceText(text))
    try #require(document.metadata.genre == .commentary)
    var norms = document.norms()
    try ClauseFinder(try Library(path: library.get()), asOf: "2026-06-01")
      .find(clausesOf: &norms, in: document)
    return norms.map { norm in
      guard let clause = norm.clause else { return "none" }
      let share = clause.share.map { " \(Int(($0 * 100).rounded()))%" } ?? ""
      return "\(clause.basis.rawValue) \(clause.law ?? "")\(clause.label)\(share)"
    }
  }

  @Test(arguments: [
    // The number that the paragraph gives, with how much of the words is there.
    (
      "《灯标服务管理办法》评述", "《灯标服务管理办法》第一条要求，灯标服务提供者应当向社会公开收费标准。",
      ["cited 灯标服务管理办法第一条 100%"]
    ),
    // The instrument named in the paragraph.
    (
      "夜航规矩评述", "按照《灯标服务管理办法》，灯标服务提供者不得拒绝向夜间进港的渔船提供服务。",
      ["paraphrase 灯标服务管理办法第二条 100%"]
    ),
    // The one that the title names.
    (
      "《渡口管理办法》评述", "渡口经营人应当在候船室公示载客人数和停航的风力等级。",
      ["paraphrase 渡口管理办法第一条 100%"]
    ),
    // The same words stand in two instruments: the one named has them, and where none is named it is a guess.
    (
      "《渡口管理办法》评述", "灯标服务提供者不得以任何理由拒绝向夜间进港的渔船提供灯标服务。",
      ["paraphrase 渡口管理办法第三条 100%"]
    ),
    (
      "夜航规矩评述", "灯标服务提供者不得以任何理由拒绝向夜间进港的渔船提供灯标服务。",
      ["missing "]
    ),
    // Nothing is named: only words that are nearly the provision's.
    (
      "夜航规矩评述", "渡口经营人应当在开航前核对乘客人数，登记携带的危险物品。",
      ["paraphrase 渡口管理办法第二条 100%"]
    ),
    ("夜航规矩评述", "渡口经营人应当在开航前清点上船的乘客，问清有没有危险物品。", ["missing "]),
    // A duty is no prohibition, and few words are anybody's.
    ("《灯标服务管理办法》评述", "灯标服务提供者应当向夜间进港的渔船提供灯标服务。", ["missing "]),
    ("《灯标服务管理办法》评述", "经营者应当公开。", ["missing "]),
    // What is named is not in the library, and nothing else has the words.
    (
      "《浮桥管理办法》评述", "《浮桥管理办法》规定，浮桥经营人应当在桥头张贴限行通告并派人值守。",
      ["missing 浮桥管理办法"]
    ),
  ])
  func finds(title: String, paragraph: String, expected: [String]) throws {
    #expect(try Self.clauses(paragraph, titled: title) == expected)
  }

  @Test func rulesHaveNoClauses() throws {
    let document = ParsedDocument(parsing: SourceText(Self.lamp))
    var norms = document.norms()
    try ClauseFinder(try Library(path: Self.library.get()), asOf: "2026-06-01")
      .find(clausesOf: &norms, in: document)
    let clauses = norms.compactMap(\.clause)
    #expect(clauses.isEmpty)
  }
}
