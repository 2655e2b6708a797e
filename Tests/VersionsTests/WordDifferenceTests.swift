// Words from old to new: what is exchanged, and what is never cut in two.

import HanText
import Legislation
import Testing

@testable import Versions

@Suite struct WordDifferenceTests {
  static func changes(_ old: String, _ new: String) -> [TextChange] {
    var cutter = WordCutter()
    return cutter.changes(from: Array(old.utf8), to: Array(new.utf8))
  }

  @Test(arguments: [
    // Numbers with their units, dates, addresses and titles are exchanged whole.
    ("处五万元以上罚款。", "处十五万元以上罚款。", "处[-五万元-][+十五万元+]以上罚款。"),
    ("自2020年3月1日起施行。", "自2021年3月1日起施行。", "自[-2020年3月1日-][+2021年3月1日+]起施行。"),
    ("依照第十二条第二款办理。", "依照第十三条第二款办理。", "依照[-第十二条第二款-][+第十三条第二款+]办理。"),
    ("适用《灯塔管理办法》。", "适用《浮标管理办法》。", "适用[-《灯塔管理办法》-][+《浮标管理办法》+]。"),
    // A word that both have by chance between two changes is part of the change.
    ("渔政的船舶归航", "海关的车辆归航", "[-渔政的船舶-][+海关的车辆+]归航"),
    // What is put in begins where a sentence does.
    ("值守人点灯。值守人鸣号。", "值守人点灯。值守人擦镜。值守人鸣号。", "值守人点灯。[+值守人擦镜。+]值守人鸣号。"),
    ("报告渔政机构。", "报告渔政机构。\n机构应当答复。", "报告渔政机构。\n[+机构应当答复。+]"),
    // Typography is no change.
    ("“主灯”（白光）", "「主灯」(白光)", "「主灯」(白光)"),
    ("甲，乙。", "甲, 乙｡", "甲, 乙｡"),
    ("", "新文。", "[+新文。+]"), ("旧文。", "", "[-旧文。-]"), ("", "", ""),
  ])
  func marked(old: String, new: String, marked: String) {
    #expect(Self.changes(old, new).marked == marked)
  }

  static func evened(_ text: String) -> [UInt32] {
    EvenedText(Array(text.utf8), .comparing).scalars
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func sidesAreWhole(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let words = [
      "值守人", "应当", "的", "，", "。", "\n", "五万元", "第三条", "《灯塔办法》", "“", "”", "（一）", " ", "2020年", "A级",
      "……", "\u{200B}",
      "𠮷", "、",
    ]
    for _ in 0..<150 {
      func text() -> String {
        (0..<Int.random(in: 0...30, using: &random)).map { _ in words.randomElement(using: &random)!
        }
        .joined()
      }
      let (old, new) = (text(), text())
      let changes = Self.changes(old, new)
      let before = changes.filter { $0.operation != .insert }.map(\.text).joined()
      let after = changes.filter { $0.operation != .delete }.map(\.text).joined()
      #expect(Self.evened(before) == Self.evened(old))
      #expect(after == new || Self.evened(new).isEmpty)
      // Two steps of one kind beside each other are one.
      #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.operation != $1.operation })
    }
  }

  @Test func longTextsAreComparedPieceByPiece() {
    var random = SeededRandom(seed: 21)
    let lines = (0..<3_000).map { _ in
      "灯塔编号\(Int.random(in: 10_000...99_999, using: &random))由值守人看护。"
    }
    var changed = lines
    changed[1_500] = "此处另有规定。"
    let changes = Self.changes(
      lines.joined(separator: "\n"), changed.joined(separator: "\n"))
    #expect(changes.filter { $0.operation == .insert }.map(\.text).joined().count < 40)
    let halves = Self.changes(
      String(repeating: "甲乙。", count: 9_000), String(repeating: "丙丁。", count: 9_000))
    #expect(halves.contains { $0.operation == .insert })
  }
}
