// Norms as one line each, for tables of expectations.

import HanText
import Legislation
import Norms

/// `duty 应当 | 谁 [经营者] | 做 建立台账 | 若 … | 但 … | 由 […]`; * marks inherited bearers.
func normTexts(_ text: String) -> [String] {
  let document = ParsedDocument(parsing: SourceText(text))
  func names(_ ranges: [Range<Int>]) -> String {
    ranges.map { "[" + document.text(in: $0) + "]" }.joined(separator: "、")
  }
  return NormFinder().norms(in: document).map { norm in
    var parts = ["\(norm.kind.rawValue) \(document.text(in: norm.trigger))"]
    if !norm.bearers.isEmpty {
      parts.append("谁 \(names(norm.bearers))" + (norm.isImplicit ? "*" : ""))
    }
    if let topic = norm.topic { parts.append("事 " + document.text(in: topic)) }
    parts.append("做 " + document.text(in: norm.action))
    if let condition = norm.condition { parts.append("若 " + document.text(in: condition)) }
    if let exception = norm.exception { parts.append("但 " + document.text(in: exception)) }
    if !norm.authorities.isEmpty { parts.append("由 " + names(norm.authorities)) }
    return parts.joined(separator: " | ")
  }
}
