// Fields as spreadsheets read them: quoted where they must be, and never a formula.

import Interchange
import Testing

@Suite struct MatrixCSVTests {
  @Test(arguments: [
    ("", ""),
    ("灯塔值守人", "灯塔值守人"),
    ("报告，并记录", "报告，并记录"),
    ("a,b", "\"a,b\""),
    ("他说\"停\"", "\"他说\"\"停\"\"\""),
    ("\"", "\"\"\"\""),
    ("甲\"\u{301}乙", "\"甲\"\"\u{301}乙\""),
    ("甲,\u{301}乙", "\"甲,\u{301}乙\""),
    ("一\n二", "\"一\n二\""),
    ("一\r\n二", "\"一\r\n二\""),
    ("一\r二", "\"一\r二\""),
    (" 两边 ", " 两边 "),
  ])
  func quotes(_ field: String, _ written: String) {
    #expect(CSVLine([field, "x"]).text == "\(written),x\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"),
    ("+86", "'+86"),
    ("-5", "'-5"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠甲", "'＠甲"),
    ("  =1", "'  =1"),
    ("　=1", "'　=1"),
    ("\t=1", "'\t=1"),
    ("\t甲", "'\t甲"),
    ("\n=1", "\"'\n=1\""),
    ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
    ("甲=乙", "甲=乙"),
    ("——甲", "——甲"),
    ("'甲", "'甲"),
  ])
  func guardsFormulas(_ field: String, _ written: String) {
    #expect(CSVLine([field]).text == written + "\r\n")
  }

  @Test func emptyFieldsAreKept() {
    var line = CSVLine(["", ""])
    line.append(nil as Int?)
    line.append(12)
    #expect(line.text == ",,,12\r\n")
  }

  @Test func smallMatrix() {
    let lines = [
      "主体,主体原文,类型,文件,版本,状态,条款,用语,事项,内容,条件,例外,期限,处罚,处罚机关,罚款下限（元）,罚款上限（元）,eId,id",
      "灯塔值守人,值守人,义务,灯塔管理办法,2024-05-01,现行有效,第三条第一款,应当,,应当在三日内报告主管部门,灯光中断的,但遇台风的除外,三日内,"
        + "责令改正，处一千元以上五千元以下罚款（第九条）,航道管理机构,1000,5000,art_3__para_1,a1",
      "灯塔值守人,灯塔值守人,禁止,灯塔管理办法,2024-05-01,现行有效,第四条,不得,,不得遮挡灯光,,,,,,,,art_4,a2",
      "灯塔|所有人,灯塔|所有人,禁止,灯塔管理办法,2024-05-01,现行有效,第四条,不得,,不得遮挡灯光,,,,,,,,art_4,a2",
      "灯塔|所有人,其,处罚,\"关于修改《灯塔管理办法》的<决定> & \"\"附件\"\"\",,,,处,,处五千元罚款,,,,处五千元罚款,航道管理机构,"
        + "5000,5000,point_2,b1",
      ",,义务,\"关于修改《灯塔管理办法》的<决定> & \"\"附件\"\"\",,,三、,应当,报告,\"应当写明=A1*B2\n和\"\"时间\"\"\",,,,,,,,"
        + "point_3,b2",
    ]
    let csv = lines.map { $0 + "\r\n" }.joined()
    #expect(MatrixFixture.small.csv() == csv)
    #expect(
      Array(MatrixFixture.small.csv(byteOrderMark: true).utf8) == [0xEF, 0xBB, 0xBF] + csv.utf8)
  }
}
