// Decisions cut, doubled and garbled: there is always an answer, and nothing is lost of the old version by accident.

import Foundation
import HanText
import Legislation
import Testing

@testable import Versions

@Suite struct ConsolidationFuzzTests {
  private static let cases = ConsolidationCase.all

  private func apply(_ old: String, _ decision: String) -> Consolidation {
    Consolidation(
      of: ParsedDocument(parsing: SourceText(old)),
      by: ParsedDocument(parsing: SourceText(decision)))
  }

  @Test(arguments: 0..<40)
  func brokenDecisionsAreAnswered(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed) + 1000)
    for row in Self.cases.shuffled(using: &numbers).prefix(6) {
      var scalars = Array(row.decision.unicodeScalars)
      let other = Array(Self.cases.randomElement(using: &numbers)!.decision.unicodeScalars)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: scalars.removeLast(Int.random(in: 1..<scalars.count, using: &numbers))
      case 1: scalars += scalars.dropFirst(Int.random(in: 0..<scalars.count, using: &numbers))
      case 2: scalars.removeAll { $0 == "“" }
      case 3: scalars.removeAll { $0 == "”" }
      case 4:
        for _ in 0..<20 {
          scalars[Int.random(in: scalars.indices, using: &numbers)] =
            other.randomElement(using: &numbers)!
        }
      default:
        scalars.shuffle(using: &numbers)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let made = apply(row.old, String(view))
      #expect(!made.markdown.isEmpty)
      #expect(made.operations.allSatisfy { $0.source.upperBound <= String(view).utf8.count })
    }
  }

  @Test func strangeInputsAreAnswered() {
    let long = String(repeating: "将第一条中的“灯塔”修改为“浮标”，删去第二款；", count: 15_000)
    let open = "一、将第一条修改为：“" + String(repeating: "灯塔由港务局管理。", count: 40_000)
    let numbers = "一、将第一条改为第" + String(repeating: "九", count: 5_000) + "条。"
    let runs = "一、删去第一条至第九千九百九十九条。二、将第一条至第九百条改为第二条至第九百零一条。"
    let old = "# 灯塔条例\n\n第一条 灯塔由港务局管理。\n\n第二条 灯塔不收费。\n"
    for text in ["", "灯塔", long, open, numbers, runs, old, String(repeating: "一、", count: 20_000)] {
      let made = apply(old, "# 关于修改《灯塔条例》的决定\n\n" + text)
      #expect(!made.markdown.isEmpty)
    }
    #expect(apply(old, old).operations.isEmpty)
    #expect(apply("", "").operations.isEmpty)
    let nothing = apply("", "# 关于修改《灯塔条例》的决定\n\n一、删去第一条。")
    #expect(nothing.operations.allSatisfy { $0.misfit != nil })
  }

  @Test func whatIsNotAppliedLeavesTheOldText() {
    let made = apply(
      "# 灯塔条例\n\n第一条 灯塔由港务局管理。\n", "# 关于修改《灯塔条例》的决定\n\n一、将第九条修改为：“灯塔不收费。”")
    #expect(made.markdown.contains("第一条　灯塔由港务局管理。"))
    #expect(made.operations.first?.misfit != nil)
  }
}
