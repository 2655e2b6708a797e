// Citations of real law that other tools pass, against the real texts where they are here.

import Foundation
import Testing

@testable import LawLibrary

@Suite struct VerificationRealTests {
  /// The folder with real texts; nil where there is none.
  private static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["TIAOWEN_DATA"].map { URL(fileURLWithPath: $0) }
    let folder =
      named ?? VerificationShelf.root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("laws").path)
      ? folder : nil
  }()

  private static let library = Result {
    let folder = shared!
    return try VerificationShelf.library(of: [
      folder.appendingPathComponent("laws/网信").path,
      folder.appendingPathComponent("gold/versions/xingfa-zhiyi-synthetic/old.md").path,
    ])
  }

  @Test(
    .enabled(if: shared != nil, "no real texts here"),
    arguments: [
      ("《刑法》第一百二十条之九规定了这种犯罪。", Verdict.missing),
      ("《中华人民共和国刑法》第一百二十条之一。", .exists),
      ("刑法第120条之6。", .exists),
      ("《网络安全法实施条例》第二十一条。", .unchecked),
      ("《网络安全法》第二十三条第三项。", .exists),
      ("《网络安全法》第九十九条。", .missing),
      ("网安法第二十一条第九款。", .missing),
      ("2016年《网络安全法》第二十一条。", .renumbered),
      ("2016年《网络安全法》第二条。", .repealed),
      ("《民法典》第一百四十四条第九款。", .unchecked),
      ("深度合成管理规定第十九条第三款。", .exists),
      ("《个人信息保护法》第七十四条至第七十六条。", .missing),
    ])
  func verdicts(_ text: String, _ verdict: Verdict) throws {
    let checks = try VerificationShelf.check(
      "请核对：" + text, asOf: "2026-06-01", in: Self.library.get())
    #expect(checks.map(\.verdict) == [verdict], "\(text): \(checks.map(\.reason))")
  }

  /// The paraphrase of the commentary on the deep synthesis rules is in the words of their 第十九条.
  @Test(.enabled(if: shared != nil, "no real texts here")) func commentary() throws {
    let folder = Self.shared!.appendingPathComponent("commentary")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("规范发展") })
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let checks = try VerificationShelf.check(text, asOf: "2026-06-01", in: Self.library.get())
    let article = try #require(checks.first { $0.target?.span == "第十九条" })
    #expect(article.verdict == .paraphrase && (article.share ?? 0) > 0.9)
    #expect(article.version == "2022-11-25")
    #expect(checks.allSatisfy { !$0.verdict.fails })
  }
}
