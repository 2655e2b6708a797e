// Versions to compare, written as the articles they have.

import HanText
import Legislation

@testable import Versions

/// A regulation whose articles are numbered in order; `chapters` are headings by the article they stand before.
func version(
  _ articles: [String], title: String = "灯塔管理办法", preamble: String? = nil,
  chapters: [Int: String] = [:]
) -> ParsedDocument {
  var text = "\(title)\n\n"
  if let preamble { text += "\(preamble)\n\n" }
  for (index, article) in articles.enumerated() {
    if let heading = chapters[index] { text += "\(heading)\n\n" }
    text += "第\(ChineseNumeral.format(index + 1))条　\(article)\n\n"
  }
  return ParsedDocument(parsing: SourceText(text))
}

extension AlignedArticles {
  /// `12,13>14 merged`, with `moved`, `references` or `marks` where the flags say so.
  var line: String {
    func list(_ keys: [ArticleKey]) -> String { keys.map(\.description).joined(separator: ",") }
    return "\(list(old))>\(list(new)) \(operation.rawValue)" + (isMoved ? " moved" : "")
      + (isCrossReferenceOnly ? " references" : "") + (isPunctuationOnly ? " marks" : "")
  }
}

extension Alignment {
  /// What is not unchanged.
  var lines: [String] { rows.filter { $0.operation != .unchanged || $0.isMoved }.map(\.line) }
}

extension [TextChange] {
  /// 甲[-乙-][+丙+]丁
  var marked: String {
    map { change in
      switch change.operation {
      case .equal: change.text
      case .delete: "[-\(change.text)-]"
      case .insert: "[+\(change.text)+]"
      }
    }.joined()
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
