// Every way statutes and their copies write a number.

import HanText
import Testing

@Suite struct ChineseNumeralTests {
  @Test(arguments: [
    ("零", 0), ("〇", 0), ("一", 1), ("两", 2), ("十", 10), ("十二", 12), ("一十二", 12), ("二十", 20),
    ("廿三", 23), ("卅", 30), ("一百廿三", 123), ("一百零一", 101), ("一百〇一", 101), ("一百一", 101),
    ("一百一十", 110), ("一百二十", 120), ("一千零二十", 1020), ("一千二百六十", 1260), ("二〇二二", 2022),
    ("二○二二", 2022), ("二◯○九", 2009), ("12", 12), ("１２", 12), ("0012", 12), ("壹拾贰", 12),
    ("叁佰伍拾", 350),
    ("五万", 50000), ("5万", 50000), ("120万", 1_200_000), ("三亿五千万", 350_000_000),
    ("一万亿", 1_000_000_000_000), ("1亿2000万", 120_000_000), ("一万零五", 10005), ("十万", 100_000),
    ("九千二百二十三", 9223), ("兩百", 200), ("陸拾", 60),
  ])
  func parses(_ text: String, _ value: Int) {
    #expect(ChineseNumeral.parse(text) == value)
    let bytes = Array("第\(text)条".utf8)
    #expect(ChineseNumeral.parse(bytes, 3..<bytes.count - 3) == value)
  }

  @Test(arguments: [
    "", "条", "一条", "万", "百", "万一", "三三十", "十十", "百分", "二〇十", "一二十", "1二", "一百千", "五万万万",
    "99999999999999999999", "九千万亿亿", "一百零十", String(repeating: "1", count: 33),
  ])
  func refuses(_ text: String) {
    #expect(ChineseNumeral.parse(text) == nil)
  }

  @Test(arguments: [
    ("一百二十之一", 120, 1), ("一百二十条之一", 120, 1), ("第一百二十条之二", 120, 2), ("120-1", 120, 1),
    ("120条之1", 120, 1), ("17－3", 17, 3), ("第十二条", 12, 0), ("十二", 12, 0),
  ])
  func parsesBranches(_ text: String, _ number: Int, _ branch: Int) {
    #expect(
      ChineseNumeral.parseBranched(text.unicodeScalars.map(\.value))
        == ChineseNumeral.Branched(number: number, branch: branch))
  }

  @Test(arguments: ["一百二十之", "之一", "第条", "十二条三", "120-1-2", "十二条条", "十之一之二"])
  func refusesBranches(_ text: String) {
    #expect(ChineseNumeral.parseBranched(text.unicodeScalars.map(\.value)) == nil)
  }

  @Test(arguments: [
    (0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"),
    (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"), (10000, "一万"), (10010, "一万零一十"),
    (12000, "一万二千"), (100_000, "十万"), (100_500, "十万零五百"), (110_000, "十一万"), (200_000_005, "二亿零五"),
    (200_050_000, "二亿零五万"), (120_000_000, "一亿二千万"), (-3, "负三"),
  ])
  func formats(_ number: Int, _ text: String) {
    #expect(ChineseNumeral.format(number) == text)
  }

  @Test func roundTrips() {
    var random = SeededRandom(seed: 11)
    let large = (0..<2000).map { _ in Int.random(in: 1...9_999_999_999, using: &random) }
    for number in Array(1...9999) + large {
      #expect(ChineseNumeral.parse(ChineseNumeral.format(number)) == number)
    }
  }
}
