// References that follow the articles they cite are no amendment; others are.

import HanText
import Legislation
import Testing

@testable import Versions

@Suite struct CarriedReferenceTests {
  static let articles = [
    "值守人应当在日落前点亮主灯。", "值守人应当每日擦拭透镜。\n透镜有裂纹的，应当当日报告。",
    "雾天应当鸣放雾号。\n雾号的间隔由渔政机构规定。",
  ]

  /// The row of an article that cites, once an article is put in before the second.
  static func row(_ old: String, _ new: String) -> String {
    let alignment = Alignment(
      old: version(articles + [old]),
      new: version([articles[0], "灯塔备用电池应当足够照明三夜。"] + articles[1...] + [new]))
    return alignment.rows.last!.line
  }

  @Test(arguments: [
    ("违反本办法第三条规定的，处五百元罚款。", "违反本办法第四条规定的，处五百元罚款。"),
    ("违反本办法第二条、第三条规定的，处罚款。", "违反本办法第三条、第四条规定的，处罚款。"),
    ("依照本办法第二条至第三条的规定检查。", "依照本办法第三条至第四条的规定检查。"),
    ("违反第二条第二款规定，隐瞒裂纹的，处罚款。", "违反第三条第二款规定，隐瞒裂纹的，处罚款。"),
    ("本办法第三条和《航道条例》第三条规定的雾号。", "本办法第四条和《航道条例》第三条规定的雾号。"),
  ])
  func carried(old: String, new: String) {
    #expect(Self.row(old, new) == "4>5 renumbered+modified references")
  }

  @Test(arguments: [
    // To an article that it did not cite.
    ("违反本办法第三条规定的，处五百元罚款。", "违反本办法第五条规定的，处五百元罚款。"),
    // Left behind, and another word changed.
    ("违反本办法第三条规定的，处五百元罚款。", "违反本办法第四条规定的，处六百元罚款。"),
    // Of another instrument.
    ("违反《航道条例》第三条规定的，处五百元罚款。", "违反《航道条例》第四条规定的，处五百元罚款。"),
    // A number that is no reference.
    ("违反本办法第三条规定的，处三日拘留。", "违反本办法第四条规定的，处四日拘留。"),
    // Another list.
    ("违反本办法第二条规定的，处罚款。", "违反本办法第三条、第四条规定的，处罚款。"),
  ])
  func amended(old: String, new: String) {
    #expect(Self.row(old, new) == "4>5 renumbered+modified")
  }

  @Test func aReferenceLeftAsItWasIsUnchanged() {
    let text = "违反本办法第三条规定的，处五百元罚款。"
    #expect(Self.row(text, text) == "4>5 renumbered")
  }

  @Test func branchNumbersAreNumbers() {
    let old = version([Self.articles[0], Self.articles[1], "违反第二条规定的，处罚款。"])
    let text =
      "灯塔管理办法\n\n第一条　\(Self.articles[0])\n\n第一条之一　\(Self.articles[1])\n\n第二条　违反第一条之一规定的，处罚款。\n"
    let new = ParsedDocument(parsing: SourceText(text))
    #expect(
      Alignment(old: old, new: new).lines == [
        "2>1-1 renumbered", "3>2 renumbered+modified references",
      ])
  }

  @Test func a款CitedAsAnArticleOfItsOwnFollows() {
    let old = version([
      "渔政机构每季度检查灯室和雾号一次。\n巡查人员上塔前应当系好安全绳，并由塔下人员照看绳尾。",
      "违反第一条第二款规定上塔的，处罚款。",
    ])
    let new = version([
      "渔政机构每季度检查灯室和雾号一次。", "器材库保管备用灯泡。\n巡查人员上塔前应当系好安全绳，并由塔下人员照看绳尾。",
      "违反第二条第二款规定上塔的，处罚款。",
    ])
    #expect(Alignment(old: old, new: new).rows.last?.isCrossReferenceOnly == true)
  }
}
