// Norms as one line each, for tables of sentences and what they demand.

import HanText
import Legislation
import Norms

/// The norms of a document: `kind trigger · bearers · action[ · 条件 …][ · 例外 …][ · 机关 …]`.
///
/// Bearers are joined by ` + `, `←` tells that they are implicit, `〔…〕` is a topic, `—` stands for nobody.
func norms(in text: String) -> [String] {
  let document = ParsedDocument(parsing: SourceText(text))
  return NormFinder().norms(in: document).map { brief($0, document) }
}

/// The norms of one article.
func norms(inArticle words: String) -> [String] { norms(in: instrument([words])) }

/// The norms of one paragraph of commentary.
func norms(inCommentary words: String) -> [String] {
  norms(in: "评《云图渡口条例》\n\n王某 2024年6月1日\n\n\(words)\n")
}

/// An instrument of our own with the given articles.
func instrument(_ articles: [String]) -> String {
  let lines = articles.enumerated().map { "第\($0.offset + 1)条　\($0.element)\n" }
  return "# 云图渡口条例\n\n" + lines.joined(separator: "\n")
}

private func brief(_ norm: Norm, _ document: ParsedDocument) -> String {
  func joined(_ ranges: [ByteRange]) -> String {
    ranges.map { document.text(in: $0) }.joined(separator: " + ")
  }
  var who = (norm.isImplicit ? "←" : "") + joined(norm.bearers)
  if let topic = norm.topic { who += (who.isEmpty ? "" : " ") + "〔\(document.text(in: topic))〕" }
  var parts = [
    "\(norm.kind.rawValue) \(document.text(in: norm.trigger))", who.isEmpty ? "—" : who,
    document.text(in: norm.action),
  ]
  if let condition = norm.condition { parts.append("条件 " + document.text(in: condition)) }
  if let exception = norm.exception { parts.append("例外 " + document.text(in: exception)) }
  if !norm.authorities.isEmpty { parts.append("机关 " + joined(norm.authorities)) }
  return parts.joined(separator: " · ")
}

/// A generator that gives the same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
