// What typography is, in a table of texts that compare as equal or not.

import HanText
import Testing

@testable import Legislation

@Suite struct EvenedTextTests {
  static let folding = FoldingTable()

  static func evened(_ text: String) -> EvenedText { EvenedText(Array(text.utf8), folding) }

  @Test(arguments: [
    ("甲，乙", "甲,\u{3000}乙"), ("“甲”", "「甲」"), ("‘甲’", "\"甲\""), ("《甲〈乙〉》", "〈甲《乙》〉"),
    ("（一）", "(一)"), ("〔2020〕5号", "[2020]5号"), ("甲——乙", "甲--乙"), ("甲……", "甲..."), ("甲。", "甲."),
    ("甲\u{200B}乙\u{FEFF}", "甲乙"), ("Ａ１２", "a12"), ("**甲**", "甲"), ("⼈", "人"), ("甲\n乙", "甲乙"),
  ])
  func equal(a: String, b: String) {
    #expect(Self.evened(a).scalars == Self.evened(b).scalars)
  }

  @Test(arguments: [("甲、乙", "甲，乙"), ("五", "5"), ("1.5", "1。5"), ("甲乙", "乙甲"), ("账", "帐")])
  func different(a: String, b: String) {
    #expect(Self.evened(a).scalars != Self.evened(b).scalars)
  }

  @Test func placesLeadBack() {
    let text = "甲 “乙”……丙"
    let evened = Self.evened(text)
    let bytes = Array(text.utf8)
    let letters = evened.places.map { scalar(bytes, at: Int($0)).value }
    #expect(String(String.UnicodeScalarView(letters.map { Unicode.Scalar($0)! })) == "甲“乙”…丙")
    #expect(Self.evened("").scalars.isEmpty)
  }
}
