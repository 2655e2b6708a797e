// The users' file of terms, in our own format and in jieba's.

import HanText
import Testing

@Suite struct LexiconTests {
  @Test func readsTermsAndCosts() throws {
    let lexicon = try Lexicon(
      parsing: "# 我们的术语\n算力券\n\n数据经纪 45  # 新\r\n城市大脑 3 n\n智算 n\n\t云网 0\n模型备案号 255\n")
    #expect(
      lexicon.terms == [
        .init("算力券", cost: 30), .init("数据经纪", cost: 45), .init("城市大脑", cost: 30),
        .init("智算", cost: 60),
        .init("云网", cost: 0), .init("模型备案号", cost: 255),
      ])
  }

  @Test(arguments: [
    ("甲乙\n丙丁 -1", Lexicon.ParseError.badCost(line: 2, field: "-1")),
    ("丙丁 256", .badCost(line: 1, field: "256")), ("丙丁 1.5", .badCost(line: 1, field: "1.5")),
    ("丙丁 多 n", .badCost(line: 1, field: "多")), ("\n\nAI法", .notIdeographs(line: 3, term: "AI法")),
    ("甲，乙", .notIdeographs(line: 1, term: "甲，乙")), ("甲 1 n x", .tooManyFields(line: 1)),
    (String(repeating: "长", count: 33), .tooLong(line: 1)),
  ])
  func namesTheBadLine(_ file: String, _ error: Lexicon.ParseError) {
    #expect(throws: error) { try Lexicon(parsing: file) }
    #expect(error.description.hasPrefix("line "))
  }

  @Test func shippedTermsAreSound() throws {
    let shipped = Lexicon.shipped
    #expect(shipped.terms.count > 1000)
    #expect(Set(shipped.terms.map(\.text)).count == shipped.terms.count)
    // Each would pass as a user's line.
    _ = try Lexicon(
      parsing: shipped.terms.map { "\($0.text) \($0.cost)" }.joined(separator: "\n"))
  }
}
