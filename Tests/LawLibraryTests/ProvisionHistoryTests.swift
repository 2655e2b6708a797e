// Provisions followed through the versions of Corpus/, both ways, by what the amending decisions say.

import Testing
import Versions

@testable import LawLibrary

@Suite struct ProvisionHistoryTests {
  private static let day = "2026-06-01"

  /// One for a whole test: a library aligns two versions once.
  private func open() throws -> Library { try Library(path: VerificationShelf.corpus.get()) }

  private func history(_ address: String, in library: Library) throws -> ProvisionHistory {
    try library.history(of: address, asOf: Self.day)
  }

  /// What an address is called in each version, the oldest first; empty where it is not there.
  private func labels(_ address: String, in library: Library) throws -> [[String]] {
    try history(address, in: library).entries.map { $0.provisions.map(\.label) }
  }

  /// Old and new article of the rule of 2023 and 2025: its decision inserts 第五条 and 第二十五条 and deletes
  /// 第十九条.
  static let renumbered: [(Int, Int)] =
    (1...4).map { ($0, $0) } + (5...18).map { ($0, $0 + 1) } + (20...24).map { ($0, $0) }
    + (25...29).map { ($0, $0 + 1) }

  @Test func articlesOfTheRule() throws {
    let library = try open()
    for (old, new) in Self.renumbered {
      let names = [old, new].map { ArticleKey(eId: "art_\($0)").chinese }
      #expect(try labels("标识管理规定\(names[1])", in: library) == names.map { [$0] })
      #expect(try labels("标识管理规定@2023-03-15\(names[0])", in: library) == names.map { [$0] })
    }
    #expect(try labels("标识管理规定@2023-03-15第十九条", in: library) == [["第十九条"], []])
    for inserted in ["第五条", "第二十五条"] {
      #expect(try labels("标识管理规定" + inserted, in: library) == [[], [inserted]])
    }
  }

  /// Regulations whose amendments insert with 之一 and leave the other numbers alone.
  @Test(arguments: [
    ("平台责任与算法备案条例", 68, "第四十一条之一"), ("霁川市数据中心节能管理条例", 36, "第二十二条之一"),
  ]) func articlesThatStay(_ title: String, _ count: Int, _ inserted: String) throws {
    let library = try open()
    for number in 1...count {
      let name = ArticleKey(eId: "art_\(number)").chinese
      #expect(try labels(title + name, in: library) == [[name], [name]])
    }
    #expect(try labels(title + inserted, in: library) == [[], [inserted]])
  }

  /// The rule or regulation, the version asked with, the old address, and the new one; nil where it is not there.
  static let parts: [(String, String, String?, String?)] = [
    ("标识管理规定", "2023-03-15", "第七条第二款", "第八条第二款"),
    ("标识管理规定", "2023-03-15", "第七条第一款第三项", "第八条第一款第三项"),
    ("标识管理规定", "2023-03-15", "第九条第一款第三项", "第十条第一款第四项"),
    ("标识管理规定", "2023-03-15", "第九条第三款", "第十条第三款"),
    ("标识管理规定", "2023-03-15", "第十一条第二款", "第十二条第三款"),
    ("标识管理规定", "2023-03-15", "第二十八条第四项", "第二十九条第四项"),
    ("标识管理规定", "2023-03-15", "第十九条第二款", nil),
    ("标识管理规定", "2025-06-20", nil, "第八条第一款第六项"),
    ("标识管理规定", "2025-06-20", nil, "第十条第一款第三项"),
    ("标识管理规定", "2025-06-20", nil, "第十二条第二款"),
    ("节能管理条例", "2022-09-28", "第十七条第一款第三项", nil),
    ("节能管理条例", "2022-09-28", "第十七条第一款第四项", "第十七条第一款第三项"),
    ("节能管理条例", "2022-09-28", "第十七条第一款第五项", "第十七条第一款第四项"),
    ("节能管理条例", "2022-09-28", "第二十三条第二款", "第二十三条"),
    ("节能管理条例", "2022-09-28", "第二十三条第一款", nil),
    ("节能管理条例", "2022-09-28", "第三十五条第四项", "第三十五条第三项"),
    ("节能管理条例", "2025-11-27", nil, "第十五条第三款"),
    ("节能管理条例", "2025-11-27", nil, "第三十条第二款"),
    ("平台责任与算法备案条例", "2023-11-24", "第二十一条第一款第一项第一目", "第二十一条第一款第一项第一目"),
    ("平台责任与算法备案条例", "2025-08-29", nil, "第三十八条第二款第五项"),
  ]

  @Test func partsOfArticles() throws {
    let library = try open()
    for (law, version, old, new) in Self.parts {
      let asked = try #require(version < "2025" ? old : new)
      let found = try labels("\(law)@\(version)\(asked)", in: library)
      #expect(found == [old.map { [$0] } ?? [], new.map { [$0] } ?? []], "\(law) \(asked)")
    }
  }

  @Test func operations() throws {
    let library = try open()
    let rows: [(String, AlignmentOperation)] = [
      ("标识管理规定第三条", .unchanged), ("标识管理规定第四条", .modified), ("标识管理规定第五条", .inserted),
      ("标识管理规定第六条", .renumbered), ("标识管理规定第八条", .renumberedAndModified),
      ("标识管理规定@2023-03-15第十九条", .deleted), ("标识管理规定第十八条第一款", .renumbered),
      ("标识管理规定第八条第二款", .renumberedAndModified), ("标识管理规定第十二条第二款", .inserted),
      ("节能管理条例@2022-09-28第二十三条第一款", .deleted), ("节能管理条例第四条第一款", .unchanged),
      ("节能管理条例第四条第二款", .modified),
    ]
    for (address, operation) in rows {
      let changes = try history(address, in: library).entries.map { $0.changes.map(\.operation) }
      #expect(changes == [[], [operation]], "\(address)")
    }
  }

  @Test func changesAreWords() throws {
    let changes = try #require(
      history("标识管理规定第八条第二款", in: open()).entries.last?.changes.first)
    #expect(
      changes.changes.filter { $0.operation != .equal }
        == [TextChange(.insert, "短时"), TextChange(.insert, "、混入背景")])
    #expect(changes.old.map(\.eId) == ["art_7__para_2"] && changes.new.map(\.label) == ["第八条第二款"])
  }

  /// The numbers of the day that is asked for.
  @Test func theDayDecidesWhoseNumbersAreMeant() throws {
    let library = try open()
    func newest(_ numbering: String?) throws -> String? {
      try library.history(of: "标识管理规定第十条", numbering: numbering, asOf: Self.day)
        .entries.last?.provisions.first?.label
    }
    #expect(try newest(nil) == "第十条")
    #expect(try newest("2024-06-01") == "第十一条")
    #expect(try newest("2025-08-31") == "第十一条" && newest("2025-09-01") == "第十条")
  }

  @Test func decisionsStandWithTheVersionsTheyMade() throws {
    let library = try open()
    for title in ["深度合成内容标识管理规定", "平台责任与算法备案条例", "霁川市数据中心节能管理条例"] {
      let steps = try library.instrumentHistory(of: title, asOf: Self.day).steps
      #expect(steps.count == 2 && steps.allSatisfy { $0.version != nil })
      #expect(steps.map(\.decisions.count) == [0, 1], "\(title)")
      #expect(steps[1].decisions[0].title.hasSuffix("关于修改《\(title)》的决定"))
    }
    let summary = try library.instrumentHistory(of: "标识管理规定", asOf: Self.day).steps[1].summary
    #expect(summary?.hasPrefix("新增 2 条，删去 1 条") == true)
  }

  @Test(arguments: ["标识管理规定第九十九条", "标识管理规定@2023-03-15第三十条", "海鸥条例第一条", "第三条"])
  func whatIsNotThereIsSaid(_ address: String) {
    #expect(throws: LibraryError.self) { try history(address, in: open()) }
  }
}
