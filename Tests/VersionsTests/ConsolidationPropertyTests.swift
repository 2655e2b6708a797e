// Random decisions on the instruments of Corpus/: applied, they give the model's text; compared, the model's changes.

import Foundation
import HanText
import Legislation
import Testing

@testable import Versions

@Suite struct ConsolidationPropertyTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")
  private static let names = [
    "平台责任与算法备案条例(2023-11-24).md", "霁川市数据中心节能管理条例(2022-09-28).txt",
    "深度合成内容标识管理规定(2023-03-15).txt", "生成式客服算法备案实施细则(2026-09-10).md",
    "最高数字法院关于审理深度合成纠纷案件适用法律若干问题的解释(2025-11-14).md",
  ]

  private static func document(_ name: String) throws -> ParsedDocument {
    let text = try String(contentsOf: corpus.appendingPathComponent(name), encoding: .utf8)
    return ParsedDocument(parsing: SourceText(text))
  }

  @Test(arguments: names, 0..<50)
  func applyingGivesTheModel(name: String, seed: Int) throws {
    let old = try Self.document(name)
    let drafted = DraftedDecision(old, seed: UInt64(seed))
    try #require(drafted.articles.allSatisfy { $0.old != 0 })
    let decision = drafted.decision(on: old.metadata.title)
    guard drafted.articles.contains(where: { $0.change != .none }) else { return }
    let made = Consolidation(of: old, by: ParsedDocument(parsing: SourceText(decision)))

    let remarks = made.discrepancies.filter { $0.kind != .danglingReference }
    #expect(remarks.isEmpty, "\(remarks.map(\.message)) \(decision)")
    let new = ParsedDocument(parsing: SourceText(made.markdown))
    let wanted = drafted.new.enumerated().map { i, article in
      ["第\(ChineseNumeral.format(i + 1))条"] + article.lines.map(Self.even)
    }
    #expect(Self.articles(of: new) == wanted, "\(decision)")
    check(VersionComparison(old: old, new: new).alignment, drafted)
  }

  /// Comparing finds what the decision did.
  private func check(_ alignment: Alignment, _ drafted: DraftedDecision) {
    var number = 0
    for article in drafted.articles {
      if article.change != .deleted { number += 1 }
      let key = "\(article.change == .deleted ? article.old! : number)"
      let row = alignment.rows.first {
        article.change == .deleted
          ? $0.old.map(\.description) == [key] : $0.new.map(\.description) == [key]
      }
      switch article.change {
      case .inserted: #expect(row?.operation == .inserted, "\(key)")
      case .deleted: #expect(row?.operation == .deleted, "\(key)")
      case .changed:
        #expect(
          row?.operation == .modified || row?.operation == .renumberedAndModified, "\(key)")
      case .none:
        #expect(
          row?.operation == .unchanged || row?.operation == .renumbered
            || row?.isCrossReferenceOnly == true, "\(key)")
      }
    }
  }

  private static func articles(of document: ParsedDocument) -> [[String]] {
    document.tree.nodes.indices.compactMap { node in
      guard document.tree.nodes[node].level == .article else { return nil }
      return [document.label(of: node)]
        + document.text(of: node).split(separator: "\n").map { even(String($0)) }
    }
  }

  /// Without white space, and with the numbers of references left open: they follow the articles.
  private static func even(_ line: String) -> String {
    line.filter { !$0.isWhitespace }
      .replacing(/第[〇零一二三四五六七八九十百千0-9]+(条|款|项)/) { "第#" + $0.output.1 }
  }
}
