// What each citation comes to, against the library of Corpus/ on 2026-06-01.

import Citations
import Legislation
import Testing

@testable import LawLibrary

@Suite struct VerificationTests {
  /// A text and the verdicts on its citations, in order.
  typealias Row = (text: String, verdicts: [Verdict])

  static let addresses: [Row] = [
    // True ones, in every way of writing.
    ("参见《深度合成内容标识管理规定》第八条。", [.exists]),
    ("参见《深度合成内容标识管理规定》第8条第1款第（3）项。", [.exists]),
    ("参见深度合成内容标识管理规定第十条第一款第（四）项。", [.exists]),
    ("参见《平台责任与算法备案条例》第二十一条第一款第（一）项第2目。", [.exists]),
    ("参见《平台责任与算法备案条例》第四十一条之一第二款。", [.exists]),
    ("参见《霁川市数据中心节能管理条例》第二十二条之一第二款第（三）项。", [.exists]),
    ("参见《平台责任与算法备案条例》第五十八条第（四）项。", [.exists]),
    ("参见《平台责任与算法备案条例》第十条至第十四条。", [.exists]),
    ("参见《平台责任与算法备案条例》第十条、第十一条第二款和第三十条第一款第（一）项至第（三）项。", [.exists, .exists, .exists]),
    ("参见《深度合成内容标识管理规定》第二章。", [.exists]),
    ("参见《平台责任与算法备案条例》第三编第一章第二节。", [.exists]),
    ("参见《深度合成内容标识管理规定》（以下简称《标识规定》）第三条，另见《标识规定》第四条第二款。", [.exists, .exists]),
    ("参见《最高数字法院关于审理深度合成纠纷案件适用法律若干问题的解释》第七条第二款。", [.exists]),
    ("参见《关于审理深度合成纠纷案件适用法律若干问题的解释》第七条。", [.exists]),
    ("参见《关于修改〈平台责任与算法备案条例〉的决定》第三项。", [.exists]),
    // Invented ones.
    ("参见《深度合成内容标识管理规定》第三十一条。", [.missing]),
    ("参见《深度合成内容标识管理规定》第一百二十条之九。", [.missing]),
    ("参见《平台责任与算法备案条例》第四十一条之二。", [.missing]),
    ("参见《平台责任与算法备案条例》第四条第九款。", [.missing]),
    ("参见《深度合成内容标识管理规定》第八条第一款第（七）项。", [.missing]),
    ("参见《深度合成内容标识管理规定》第三条第（一）项。", [.missing]),
    ("参见《平台责任与算法备案条例》第二十一条第一款第（一）项第4目。", [.missing]),
    ("参见《深度合成内容标识管理规定》第七章。", [.missing]),
    ("参见《平台责任与算法备案条例》第六十条至第七十条。", [.missing]),
    ("参见《平台责任与算法备案条例》第六十八条、第六十九条。", [.exists, .missing]),
    ("参见《平台责任与算法备案条例》第三十条第一款第（二）项至第（五）项。", [.missing]),
    ("参见《霁川市数据中心节能管理条例》第22条之2。", [.missing]),
    // Look-alikes and what is out of reach.
    ("参见《深度合成内容标识管理规定实施细则》第三条。", [.unchecked]),
    ("参见《平台责任与算法备案条例实施办法》第三条。", [.unchecked]),
    ("参见《标识管理规定》第八条。", [.unchecked]),
    ("参见《节能管理条例》第三条。", [.unchecked]),
    ("参见《数据中心节能管理条例》第三条。", [.unchecked]),
    ("参见《霁川市数据中心节能管理条例（草案）》第三条。", [.unchecked]),
    ("参见《算法服务安全评估办法》第二十条。", [.unchecked]),
    ("参见《中华人民共和国网络安全法》第二十一条。", [.unchecked]),
    ("本政策遵守《深度合成内容标识管理规定》。", [.unchecked]),
    ("处罚适用《深度合成内容标识管理规定》的有关规定。", [.unchecked]),
    ("参见《生成式客服算法备案实施细则》第三条。", [.unchecked]),
    // Repealed and superseded ones.
    ("参见《霁川市数据机房节约用电管理办法》第四条。", [.repealed]),
    ("参见《霁川市数据机房节约用电管理办法》第四十条。", [.repealed]),
    ("本公司执行《霁川市数据机房节约用电管理办法》。", [.repealed]),
    ("参见2023年《深度合成内容标识管理规定》第三条。", [.repealed]),
    ("参见《深度合成内容标识管理规定》（2023年公布）第四条。", [.repealed]),
    ("参见修改前的《深度合成内容标识管理规定》第二条。", [.repealed]),
    ("参见《深度合成内容标识管理规定》（2019年修正）第七条。", [.unchecked]),
    ("参见2025年《深度合成内容标识管理规定》第八条。", [.exists]),
    ("参见《平台责任与算法备案条例（2025年修正）》第四十一条之一。", [.exists]),
  ]

  static let claims: [Row] = [
    // Quotations.
    ("《平台责任与算法备案条例》第五条第一款规定：“备案不代表对算法的效果、质量作出保证。”", [.exists]),
    ("《平台责任与算法备案条例》第五条规定,\"备案不代表对算法的效果、质量作出保证\"。", [.exists]),
    ("《平台责任与算法备案条例》第五条第一款明确「备案不代表对算法的效果、质量作出保证」。", [.exists]),
    ("“备案不代表对算法的效果、质量作出保证。”（《平台责任与算法备案条例》第五条第一款）", [.exists]),
    ("条例说“备案不代表对算法的效果、质量作出保证”（参见《平台责任与算法备案条例》第五条）。", [.exists]),
    ("“备案不代表对算法的效果、质量作出保证。”——《平台责任与算法备案条例》第五条", [.exists]),
    ("《平台责任与算法备案条例》第五条规定：“备案不代表对算法的效果作出保证。”", [.misquoted]),
    ("《平台责任与算法备案条例》第五条规定：“备案代表对算法的效果、质量作出保证。”", [.misquoted]),
    ("《平台责任与算法备案条例》第四十二条规定：“算法备案的有效期为五年。”", [.misquoted]),
    ("“算法备案的有效期为五年。”（《平台责任与算法备案条例》第四十二条）", [.misquoted]),
    ("《平台责任与算法备案条例》第五条第二款规定：“备案不代表对算法的效果、质量作出保证。”", [.misquoted]),
    ("《平台责任与算法备案条例》第四十二条：“算法备案的有效期为三年……应当在届满三十日前申请延续。”", [.exists]),
    ("《平台责任与算法备案条例》第四十二条：“算法备案的有效期为三年。算法应用者应当在届满三十日前申请延续。”", [.misquoted]),
    ("《平台责任与算法备案条例》第五十八条第一款规定的“情节较重”，由主管部门认定。", [.exists]),
    ("《平台责任与算法备案条例》第五十八条第一款规定的“情节恶劣”，由主管部门认定。", [.misquoted]),
    ("《平台责任与算法备案条例》第二十九条确立了“禁止杀熟”原则。", [.paraphrase]),
    ("《平台责任与算法备案条例》第五条、第四十二条分别规定：“算法备案的有效期为三年”。", [.exists, .exists]),
    ("《深度合成内容标识管理规定》第七条规定“显式标识”“隐式标识”两类。", [.exists]),
    (
      "《平台责任与算法备案条例》第五条和《深度合成内容标识管理规定》第三条规定：“备案不代表对算法的效果、质量作出保证。”",
      [.exists, .exists]
    ),
    ("《平台责任与算法备案条例》第五条、第四十二条分别规定“备案不代表对算法的效果作出保证”“算法备案的有效期为三年”。", [.misquoted, .exists]),
    ("《平台责任与算法备案条例》第四十二条规定，届满需要继续的，应当“在届满三十日前申请延续”。", [.paraphrase]),
    ("《平台责任与算法备案条例》第四十二条规定，届满需要继续的，应当“在届满六十日前申请延续”。", [.misquoted]),
    ("《平台责任与算法备案条例》第四十二条规定，备案不得超过有效期，谨防“一备了之”。", [.paraphrase]),
    ("《平台责任与算法备案条例》第四十二条规定，拒不改正的，“处一万元以上十万元以下罚款”。", [.misquoted]),
    ("《平台责任与算法备案条例》第四十二条：\n\n> 算法备案的有效期为三年。", [.exists]),
    ("《平台责任与算法备案条例》第四十二条规定：“算法备案的有效期为三年，有效期届满需要继续应用的，算法应用者应当在届满三十日前申请延续。”", [.exists]),
    ("《平台责任与算法备案条例》第五十八条第一款第（一）项：“违反第十八条规定，未按照要求添加标识的”。", [.exists]),
    ("《平台责任与算法备案条例》第六条第二款：“境内月均活跃用户在５００万以上的，为大型平台”。", [.misquoted]),
    // Paraphrases.
    ("《平台责任与算法备案条例》第四十二条规定，备案的有效期是三年，届满前三十日申请延续。", [.paraphrase]),
    ("《平台责任与算法备案条例》第四十二条规定，平台应当为骑手缴纳保险。", [.paraphrase]),
    ("根据《平台责任与算法备案条例》第四十二条，备案三年有效。", [.paraphrase]),
    ("备案三年有效，到期前要申请延续（《平台责任与算法备案条例》第四十二条）。", [.paraphrase]),
    ("《平台责任与算法备案条例》第四十二条：算法备案的有效期为三年。", [.paraphrase]),
    // Nothing claimed.
    ("将《平台责任与算法备案条例》第四十二条中的“有效期为二年”修改为“有效期为三年”。", [.exists]),
    ("依照《平台责任与算法备案条例》第四十二条、第五条，《深度合成内容标识管理规定》第三条之规定，判决如下：驳回全部诉讼请求。", [.exists, .exists, .exists]),
    ("违反《平台责任与算法备案条例》第四十二条规定，继续应用的，退还费用。", [.exists]),
    ("根据《平台责任与算法备案条例》第三十四条的规定，制定本办法。", [.exists]),
    ("《平台责任与算法备案条例》第四十二条规定的期限届满后，合同终止。", [.exists]),
    ("他称“我没有违法”，然而《平台责任与算法备案条例》第四十二条仍须遵守。", [.exists]),
  ]

  @Test(arguments: addresses + claims) func verdicts(_ text: String, _ verdicts: [Verdict]) throws {
    let checks = try VerificationShelf.check(text)
    #expect(
      checks.map(\.verdict) == verdicts,
      "\(text): \(checks.map { "\($0.target?.span ?? "") \($0.verdict.name) \($0.reason ?? "")" })")
  }

  /// Why, for people: a part of the reason.
  @Test(arguments: [
    ("参见《平台责任与算法备案条例》第四条第九款。", "第四条有一款，没有第九款"),
    ("参见《深度合成内容标识管理规定》第三十一条。", "末条是第三十条"),
    ("参见《平台责任与算法备案条例》第四十一条之二。", "最后是第四十一条之一"),
    ("参见《深度合成内容标识管理规定》第三条第（一）项。", "第三条不分项"),
    ("参见《平台责任与算法备案条例》第六十九条。", "没有第六十九条"),
    ("参见《霁川市数据机房节约用电管理办法》第四条。", "2023年1月1日由《霁川市数据中心节能管理条例》废止"),
    ("参见《标识管理规定》第八条。", "名称相近的有《深度合成内容标识管理规定》"),
    ("参见《深度合成内容标识管理规定》（2019年修正）第七条。", "库中没有2019年的版本"),
    ("《平台责任与算法备案条例》第五条第二款规定：“备案不代表对算法的效果、质量作出保证。”", "引文是第五条第一款的文字"),
    (
      "《平台责任与算法备案条例》第二十八条规定：“十五分钟内不得再向其派发任务。”",
      "引文与2023年11月24日的版本一致，与所核版本不符"
    ),
    (
      "《平台责任与算法备案条例》第四十二条：“算法备案的有效期为三年。算法应用者应当在届满三十日前申请延续。”",
      "略去整句"
    ),
  ]) func reasons(_ text: String, _ reason: String) throws {
    let checks = try VerificationShelf.check(text)
    #expect(checks.first?.reason?.contains(reason) == true, "\(checks.first?.reason ?? "none")")
  }

  @Test func differencesAreCharacters() throws {
    let checks = try VerificationShelf.check(
      "《平台责任与算法备案条例》第四十二条规定：“算法备案的有效期为五年。”")
    #expect(
      checks.first?.edits == [
        QuotationEdit(operation: .equal, text: "算法备案的有效期为"),
        QuotationEdit(operation: .delete, text: "三"),
        QuotationEdit(operation: .insert, text: "五"),
        QuotationEdit(operation: .equal, text: "年"),
      ])
  }

  @Test func sharesTellNearFromFar() throws {
    func share(_ words: String) throws -> Double {
      try VerificationShelf.check("《平台责任与算法备案条例》第四十二条规定，\(words)。").first?.share ?? -1
    }
    #expect(try share("算法备案的有效期为三年") == 1)
    #expect(try share("备案的有效期一共三年，期满要申请延续") > 0.5)
    #expect(try share("平台应当为骑手缴纳保险") < 0.2)
  }

  @Test func theDayDecides() throws {
    let text = "参见《深度合成内容标识管理规定》第十九条。"
    let before = try VerificationShelf.check(text, asOf: "2024-06-01")
    #expect(before.map(\.version) == ["2023-03-15"] && before.map(\.verdict) == [.exists])
    let after = try VerificationShelf.check(text, asOf: "2025-12-01")
    #expect(after.map(\.version) == ["2025-06-20"])
    let ever = try VerificationShelf.check(text, asOf: "2020-01-01")
    #expect(ever.map(\.verdict) == [.unchecked])
    let adopted = "参见《生成式客服算法备案实施细则》第三条。"
    let pending = try VerificationShelf.check(adopted, asOf: "2026-10-01")
    #expect(pending.first?.verdict == .exists && pending.first?.reason?.contains("尚未施行") == true)
    let rooms = "参见《霁川市数据机房节约用电管理办法》第四条。"
    #expect(try VerificationShelf.check(rooms, asOf: "2020-01-01").map(\.verdict) == [.exists])
  }

  /// A text with articles is checked against itself too.
  @Test func ownProvisions() throws {
    let contract = """
      算法服务合同

      第一条 乙方按照本合同第三条交付成果，违反本合同第九条的，承担违约责任。

      第二条 前款、第一条第二款和第三条的约定优先。

      第三条 乙方应当于每月五日前交付。
      """
    let checks = try VerificationShelf.check(contract)
    func verdicts(_ text: String) -> [Verdict] {
      checks.filter { $0.text.contains(text) }.map(\.verdict)
    }
    #expect(verdicts("第三条").first == .exists)
    #expect(verdicts("第九条") == [.missing])
  }

  /// What a text repeals itself it does not rely on.
  @Test func ownRepeals() throws {
    let checks = try VerificationShelf.check(
      "霁川市机房管理规定\n\n第一条 为了管理机房，制定本规定。\n\n第二条 本规定自2026年7月1日起施行。《霁川市数据机房节约用电管理办法》同时废止。")
    #expect(checks.map(\.verdict) == [.unchecked])
    #expect(checks.first?.reason == "由本文废止")
  }

  /// Words of another text are not this text's citations.
  @Test func citationsInsideQuotations() throws {
    let checks = try VerificationShelf.check(
      "《深度合成内容标识管理规定》第十一条第二款规定：“依照前款规定提供合成内容的，服务提供者应当保存用户信息、约定文本和提供记录不少于十二个月。”")
    #expect(checks.map(\.verdict) == [.exists])
  }
}
