// Title, history, number, issuers, effect: what a document says about itself.

import HanText
import Legislation
import Testing

@Suite struct MetadataTests {
  private func metadata(_ text: String) -> Metadata {
    ParsedDocument(parsing: SourceText(text)).metadata
  }

  @Test func readsAnOrder() {
    let read = metadata(
      """
      **碧海市互联网信息办公室**
      **碧海市公安局**
      **令**
      第12号
      《碧海市标识办法》已经通过，现予公布，自2032年1月10日起施行。
      碧海市互联网信息办公室主任 林舟
      2031年11月25日
      ---
      **碧海市标识办法**
      第一条 合成内容应当标识。
      """)
    #expect(read.title == "碧海市标识办法")
    #expect(read.issuers == ["碧海市互联网信息办公室", "碧海市公安局"])
    #expect(read.number == "第12号")
    #expect(read.published?.description == "2031-11-25")
    #expect(read.effective?.description == "2032-01-10")
    #expect(read.genre == .regulation)
  }

  @Test func amendmentsAmend() {
    let read = metadata(
      """
      # 碧海市宪章

      2001年6月10日 碧海市人民代表大会第一次会议通过

      2012年6月11日 碧海市人民代表大会第五次会议通过的《碧海市宪章修正案》

      2020年6月12日 碧海市人民代表大会第九次会议通过的《碧海市宪章修正案（二）》

      <!-- INFO END -->

      第一条 甲。
      """)
    #expect(read.history.map(\.event) == ["通过", "修正", "修正"])
  }

  @Test func readsHistoryInBrackets() {
    let read = metadata(
      """
      碧海市数据条例
      （2021年6月10日碧海市第三届人民代表大会常务委员会第九次会议通过　根据2025年10月28日碧海市第四届人民代表大会常务委员会第二次会议《关于修改〈碧海市数据条例〉的决定》修正）
      第一条 甲。
      第二条 本条例自2021年9月1日起施行。2001年5月1日公布的《碧海市信息办法》同时废止。
      """)
    #expect(read.history.map { "\($0.date) \($0.event)" } == ["2021-06-10 通过", "2025-10-28 修正"])
    #expect(read.issuers == ["碧海市人民代表大会常务委员会"])
    #expect(read.adopted?.description == "2021-06-10")
    #expect(read.published?.description == "2025-10-28")
    #expect(read.effective?.description == "2021-09-01")
    #expect(read.repeals.map(\.title) == ["碧海市信息办法"])
    #expect(read.repeals.first?.date?.description == "2021-09-01")
  }

  @Test func joinsATitleOfTwoLines() {
    let read = metadata(
      """
      碧海市人民代表大会常务委员会关于惩治
      伪造合成内容行为的决定
      （二○三一年五月六日碧海市第五届人民代表大会常务委员会第一次会议通过）
      一、伪造合成内容的，依法处罚。
      二、本决定自公布之日起施行。
      """)
    #expect(read.title == "碧海市人民代表大会常务委员会关于惩治伪造合成内容行为的决定")
    #expect(read.genre == .decision)
    #expect(read.adopted?.description == "2031-05-06")
    #expect(read.effective?.description == "2031-05-06")
  }

  @Test(
    arguments: [
      ("2005年1月10日 中华人民共和国国务院令第431号公布", "公布", "国务院令第431号", ["国务院"]),
      ("2031年8月7日 碧海法院以碧法发〔2031〕15号通知印发", "印发", "碧法发〔2031〕15号", []),
      ("法释〔2031〕15号", nil, "法释〔2031〕15号", []),
      ("2031年1月1日 施行", "施行", nil, []),
      ("1999年8月7日 碧海市第一届人民代表大会常务委员会第二次会议修订通过", "修订", nil, ["碧海市人民代表大会常务委员会"]),
    ] as [(String, String?, String?, [String])])
  func readsHeaderLines(_ line: String, _ event: String?, _ number: String?, _ issuers: [String]) {
    let read = metadata("# 碧海条例\n\n\(line)\n\n<!-- INFO END -->\n\n第一条 甲。")
    #expect(read.history.first?.event == event)
    #expect(read.number == number)
    #expect(read.issuers == issuers)
  }

  /// The closing article under a header line, the day the text takes effect, what it repeals.
  @Test(
    arguments: [
      ("2031年3月1日 碧海市人民政府令第5号", "本办法自公布之日起施行。", "2031-03-01", []),
      ("2031年3月1日 通过", "本办法自2031年5月1日起施行。自2020年2月1日起施行的《碧海旧规》同时废止。", "2031-05-01", ["碧海旧规"]),
      ("2031年3月1日 通过", "本办法自2031年5月1日起施行。2020年2月1日施行的《碧海旧规》同时废止。", "2031-05-01", ["碧海旧规"]),
      (
        "2031年3月1日 碧海市人民政府令第5号发布\n\n2035年2月1日 《碧海市人民政府关于修改部分规章的决定》修订", "本办法自发布之日起施行。",
        "2031-03-01", []
      ),
      (
        "2031年3月1日 碧海市人民政府令第5号发布\n\n2035年2月1日 碧海市人民政府令第9号修订", "本办法自发布之日起施行。",
        "2035-02-01", []
      ),
      ("2031年3月1日 通过", "本办法自2031年5月l日起施行。", "2031-05-01", []),
      ("1985年12月3日", "本办法自发布之日起施行。", "1985-12-03", []),
      ("2031年3月1日 市政府批准", "本办法自批准之日起施行。", "2031-03-01", []),
      (
        "2031年3月1日 通过", "本办法自2031年5月1日起施行，《甲规》、《乙规》中有关收费的规定同时废止。", "2031-05-01",
        ["甲规"]
      ),
      (
        "2031年3月1日 通过",
        "本办法自2031年5月1日起施行。2020年通过、根据2025年《关于修改〈甲规〉的决定》第一次修正的《甲规》同时废止。",
        "2031-05-01", ["甲规"]
      ),
    ] as [(String, String, String, [String])])
  func readsEffects(_ line: String, _ closing: String, _ day: String, _ repeals: [String]) {
    let read = metadata("# 碧海办法\n\n\(line)\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 \(closing)")
    #expect(read.effective?.description == day)
    #expect(read.repeals.map(\.title) == repeals)
  }

  @Test func readsACaseByItsHeadings() {
    let text = "# 标识争议\n\n## 简要案情\n\n甲未标识。\n\n## 法院裁判\n\n乙胜诉。\n\n第六条 应当标识。"
    #expect(metadata(text).genre == .case)
  }
}
