// Citations by the numbers of an older version, against the library of Corpus/ on 2026-06-01.

import Citations
import Legislation
import Testing

@testable import LawLibrary

@Suite struct OlderNumberTests {
  private static let rule = "《深度合成内容标识管理规定》"
  private static let city = "《霁川市数据中心节能管理条例》"

  /// A text, the verdict on its first citation of a provision, and where that stands now.
  typealias Row = (text: String, verdict: Verdict, now: String?)

  /// What the text says of the version.
  static let said: [Row] = [
    ("参见2023年\(rule)第七条。", .renumbered, "第八条"),
    ("参见\(rule)（2023年公布）第五条。", .renumbered, "第六条"),
    ("参见\(rule)(2023-03-15)第五条。", .renumbered, "第六条"),
    ("参见修改前的\(rule)第十条。", .renumbered, "第十一条"),
    ("参见2023年\(rule)第七条第二款。", .renumbered, "第八条第二款"),
    ("参见2023年\(rule)第九条第一款第（三）项。", .renumbered, "第十条第一款第（四）项"),
    ("参见2023年\(rule)第二十八条第（四）项。", .renumbered, "第二十九条第（四）项"),
    ("参见2023年\(rule)第九条第一款第（一）项至第（三）项。", .renumbered, "第十条第一款第（一）项至第（四）项"),
    ("参见2023年\(rule)第十一条第二款。", .renumbered, "第十二条第三款"),
    ("参见2023年\(rule)第七条至第九条。", .renumbered, "第八条至第十条"),
    ("参见修改前的\(city)第十七条第一款第（五）项。", .renumbered, "第十七条第一款第（四）项"),
    ("参见2022年\(city)第二十三条第二款。", .renumbered, "第二十三条第一款"),
    ("参见2023年\(rule)第十九条。", .missing, nil),
    ("参见修改前的\(city)第二十三条第一款。", .missing, nil),
    ("参见2022年\(city)第十七条第一款第（三）项。", .missing, nil),
    ("参见2023年\(rule)第三条。", .repealed, nil),
    ("参见2023年\(rule)第二条第二款。", .repealed, nil),
    ("参见2023年\(rule)第三十条。", .missing, nil),
    ("参见2025年\(rule)第七条。", .exists, nil),
  ]

  /// What is quoted.
  static let quoted: [Row] = [
    ("\(rule)第七条规定：“服务提供者应当按照下列要求为合成内容添加显著标识”。", .renumbered, "第八条"),
    ("“依照前款规定提供合成内容的，服务提供者应当保存用户信息、约定文本和提供记录不少于六个月。”（\(rule)第十条第二款）", .renumbered, "第十一条第二款"),
    ("\(rule)第八条第三款规定：“元数据标识的编码规则由国家算法总局另行制定”。", .renumbered, "第九条第三款"),
    ("\(rule)第十九条规定：“应当于每年三月三十一日前向国家算法总局报送上一年度标识工作报告”。", .missing, nil),
    // The words are the new version's, or of the same number in both.
    ("\(rule)第十二条第二款规定：“传播平台不得在转码、压缩、分发过程中造成隐式标识丢失”。", .exists, nil),
    ("\(rule)第三条规定：“合成内容的标识，应当真实准确、清晰易辨、前后一致”。", .exists, nil),
    // The same number, other words by now.
    ("\(city)第十九条规定：“应当每年委托专业机构开展一次能源审计”。", .misquoted, nil),
    // Words of neither version.
    ("\(rule)第七条规定：“服务提供者应当在显要位置添加红色的警告标志”。", .misquoted, nil),
    // Words of the older version, changed by who quotes them.
    ("2023年\(rule)第十条第二款规定：“服务提供者应当保存用户信息、约定文本和提供记录不少于九个月”。", .misquoted, "第十一条第二款"),
  ]

  /// Nothing tells.
  static let silent: [Row] = [
    ("参见\(rule)第七条。", .exists, nil),
    ("参见\(rule)第十九条。", .exists, nil),
    ("参见\(rule)第二十九条。", .exists, nil),
    ("参见\(rule)第三十一条。", .missing, nil),
    // Only the older version has it.
    ("参见\(city)第十七条第一款第（五）项。", .renumbered, "第十七条第一款第（四）项"),
    ("参见\(city)第二十三条第二款。", .renumbered, "第二十三条第一款"),
  ]

  /// The text as a newspaper prints it, under its author and date.
  private static func dated(_ day: String, _ text: String) -> String {
    "标识的边界——评\(rule)\n\n闻笛 \(day)\n\n\(text)平台对此应当重视。\n"
  }

  /// When the text was written.
  static let written: [Row] = [
    (dated("2024年5月1日", "\(rule)第七条对显著标识作了要求。"), .renumbered, "第八条"),
    (dated("2024年5月1日", "\(rule)第十条第二款对保存期限作了要求。"), .renumbered, "第十一条第二款"),
    (dated("2024年5月1日", "\(rule)第十九条对报告作了要求。"), .missing, nil),
    (dated("2024年5月1日", "\(rule)第三条对原则作了要求。"), .exists, nil),
    (dated("2025年7月1日", "\(rule)第七条对显著标识作了要求。"), .renumbered, "第八条"),
    // Between adoption and taking effect a text that speaks of the amendment may use either numbers.
    (dated("2025年7月1日", "修改后，\(rule)第七条对标识作了要求。"), .exists, nil),
    (dated("2025年12月1日", "\(rule)第七条对标识作了要求。"), .exists, nil),
    (dated("2020年5月1日", "\(rule)第七条对标识作了要求。"), .exists, nil),
    // Words quoted outweigh the date.
    (dated("2024年5月1日", "\(rule)第七条规定：“显式标识，是指以文字、语音、图形等公众能够直接感知的方式”。"), .exists, nil),
  ]

  @Test(arguments: said + quoted + silent + written)
  func verdicts(_ text: String, _ verdict: Verdict, _ now: String?) throws {
    let checks = try VerificationShelf.check(text)
    let check = try #require(checks.first { $0.target?.path.isEmpty == false })
    #expect(check.verdict == verdict, "\(text): \(check.verdict.name) \(check.reason ?? "")")
    #expect(check.now?.span == now, "\(text): \(check.reason ?? "")")
  }

  @Test(arguments: [
    ("参见2023年\(rule)第七条。", "2023年3月15日版本的第七条，现为第八条，文字有修改"),
    ("参见2023年\(rule)第十九条。", "已于2025年修正时删去"),
    ("\(rule)第七条规定：“服务提供者应当按照下列要求为合成内容添加显著标识”。", "引文是2023年3月15日版本的第七条的文字"),
    (dated("2024年5月1日", "\(rule)第七条对显著标识作了要求。"), "本文写于2024年5月1日，只据此判断"),
    ("参见\(city)第二十三条第二款。", "现在没有第二十三条第二款"),
    ("参见2023年\(rule)第三条。", "条文未变"),
  ]) func reasons(_ text: String, _ part: String) throws {
    let check = try VerificationShelf.check(text).first { $0.target?.path.isEmpty == false }
    #expect(check?.reason?.contains(part) == true, "\(check?.reason ?? "none")")
  }

  /// Words that stayed are not called changed.
  @Test(arguments: ["第十七条第一款", "第九条第一款第（三）项", "第十六条"])
  func whatStayedIsNotCalledChanged(_ place: String) throws {
    let check = try VerificationShelf.check("参见2023年\(Self.rule)\(place)。").first
    #expect(check?.verdict == .renumbered && check?.reason?.contains("修改") == false)
  }

  /// The version that is named with a new number is the one that has it.
  @Test func theVersionIsThatOfTheNewNumber() throws {
    let check = try #require(VerificationShelf.check("参见2023年\(Self.rule)第七条。").first)
    #expect(check.version == "2025-06-20" && !check.verdict.fails)
    #expect(check.json(file: "-").contains(#""now":{"law":"深度合成内容标识管理规定","article":"8"}"#))
    let before = try VerificationShelf.check("参见\(Self.rule)第七条。", asOf: "2024-06-01")
    #expect(before.first?.verdict == .exists && before.first?.now == nil)
  }
}
