// Sanctions of one instrument for breaches of another, in a library and among files.

import Foundation
import HanText
import LawLibrary
import Legislation
import Testing

@Suite struct ForeignSanctionTests {
  private static let law = """
    # 灯标法

    2020年1月10日 全国人民代表大会常务委员会公布

    2020年3月1日 施行

    <!-- INFO END -->

    第一条 经营者应当每月检查灯标，并保存检查记录。

    第二条 经营者不得出租灯标。
    出租渡船的，应当登记。

    第三条 经营者可以委托他人检查灯标。

    """
  /// The law as it was made new: what was the second article is the third.
  private static let newLaw = """
    # 灯标法

    2024年1月10日 全国人民代表大会常务委员会修订

    2024年3月1日 施行

    <!-- INFO END -->

    第一条 经营者应当每月检查灯标，并保存检查记录。

    第二条 经营者应当向社会公开收费标准。

    第三条 经营者不得出租灯标。

    """
  private static func rules(_ sanctions: String, of date: String = "2021年2月1日") -> String {
    """
    # 灯标法实施条例

    \(date) 国务院令第3号公布

    2021年3月1日 施行

    <!-- INFO END -->

    \(sanctions)

    """
  }

  private static func shelf(_ texts: [String]) throws -> Library {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, text) in texts.enumerated() {
      try text.write(
        to: folder.appendingPathComponent("\(number).md"), atomically: true, encoding: .utf8)
    }
    return try Library(path: VerificationShelf.library(of: [folder.path]))
  }

  /// `provision trigger ← instrument label: action, references` for each sanction of the law's norms.
  private static func joined(_ texts: [String]) throws -> [String] {
    var request = RegisterRequest(asOf: "2026-06-01")
    request.law = "灯标法"
    return try shelf(texts).duties(of: request).versions.filter { $0.title == "灯标法" }
      .flatMap(\.norms).map(\.norm).flatMap { norm in
        norm.sanctions.map { sanction in
          "\(norm.provision) \(norm.trigger.text) ← \(sanction.instrument ?? "") \(sanction.label): "
            + ([sanction.action.text] + sanction.references.map { ($0.law ?? "") + $0.label })
            .joined(separator: ", ")
        }
      }
  }

  @Test(arguments: [
    (
      "第一条 违反《灯标法》第一条规定的，由海事机构处一千元以下罚款。",
      ["art_1__para_1 应当 ← 灯标法实施条例 第一条: 处一千元以下罚款"]
    ),
    // The title as people write it; a paragraph and no more.
    (
      "第一条 违反《中华人民共和国灯标法》第二条第二款规定的，责令改正。",
      ["art_2__para_2 应当 ← 灯标法实施条例 第一条: 责令改正"]
    ),
    (
      "第一条 违反《灯标法》第一条规定的，责令改正；情节严重的，依照《渡口条例》第二十条的规定处罚。",
      [
        "art_1__para_1 应当 ← 灯标法实施条例 第一条: 责令改正",
        "art_1__para_1 应当 ← 灯标法实施条例 第一条: 处罚, 渡口条例第二十条",
      ]
    ),
    // What it calls its own is the rules' to the law's reader.
    (
      "第一条 违反《灯标法》第一条规定的，给予警告。\n\n第二条 违反《灯标法》第二条第一款规定的，依照前条规定处罚。",
      [
        "art_1__para_1 应当 ← 灯标法实施条例 第一条: 给予警告",
        "art_2__para_1 不得 ← 灯标法实施条例 第二条: 处罚, 灯标法实施条例第一条",
      ]
    ),
    // A permission is not broken, and another law is not this one.
    ("第一条 违反《灯标法》第三条规定的，给予警告。", []),
    ("第一条 违反《渡口灯标法》第一条规定的，给予警告。", []),
    ("第一条 依照《灯标法》第一条检查的经营者熄灯的，给予警告。", []),
  ])
  func joinsInALibrary(sanctions: String, expected: [String]) throws {
    #expect(try Self.joined([Self.law, Self.rules(sanctions)]) == expected)
    // Whichever is read first.
    #expect(try Self.joined([Self.rules(sanctions), Self.law]) == expected)
  }

  @Test(arguments: [
    // The library knows what the number meant, and that it still means that.
    (
      [law, newLaw], "第一条 违反《灯标法》第一条规定的，给予警告。",
      ["art_1__para_1 应当 ← 灯标法实施条例 第一条: 给予警告"]
    ),
    ([law, newLaw], "第一条 违反《灯标法》第二条规定，出租灯标的，给予警告。", []),
    // It does not know; the words of the breach tell.
    ([newLaw], "第一条 违反《灯标法》第二条规定，出租灯标的，给予警告。", []),
    (
      [newLaw], "第一条 违反《灯标法》第三条规定，擅自出租灯标的，给予警告。",
      ["art_3__para_1 不得 ← 灯标法实施条例 第一条: 给予警告"]
    ),
    ([newLaw], "第一条 违反《灯标法》第三条规定的，给予警告。", []),
  ])
  func readsOldNumbersWithCare(laws: [String], sanctions: String, expected: [String]) throws {
    #expect(try Self.joined(laws + [Self.rules(sanctions)]) == expected)
  }

  @Test func pendingRulesSanctionNothing() throws {
    let rules = """
      # 灯标法实施条例

      2025年2月1日 国务院令第3号公布

      2030年3月1日 施行

      <!-- INFO END -->

      第一条 违反《灯标法》第一条规定的，给予警告。

      """
    #expect(try Self.joined([Self.law, rules]) == [])
  }

  @Test func filesServeEachOther() {
    var texts = NormTexts()
    let sanctions = Self.rules("第一条 违反《灯标法》第二条第一款规定的，给予警告。")
    for (number, text) in [sanctions, Self.law].enumerated() {
      texts.append(ParsedDocument(parsing: SourceText(text)), file: "\(number).md")
    }
    texts.join()
    let joined = texts.texts.flatMap(\.norms).flatMap { norm in
      norm.sanctions.map { "\(norm.provision) \($0.instrument ?? "") \($0.label)" }
    }
    #expect(joined == ["art_2__para_1 灯标法实施条例 第一条"])
    // Two texts of one title: which one is meant is not to be told.
    texts.append(ParsedDocument(parsing: SourceText(Self.newLaw)), file: "new.md")
    var both = NormTexts()
    for text in texts.texts { both.append(text.document, file: text.file) }
    both.join()
    let found = both.texts.flatMap(\.norms).flatMap(\.sanctions)
    #expect(found.isEmpty)
  }
}
