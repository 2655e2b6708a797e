// What comparing two versions and applying a decision cost beside parsing, in milliseconds on one thread.

import Foundation
import HanText
import Legislation
import Versions

/// Compares the two texts of each folder of pairs, applies each folder's decision, and prints one line of JSON with the
/// largest pair by itself.
func measureVersions(pairs: String, cases: String) throws {
  var largest = (articles: (0, 0), seconds: 0.0)
  var compared = 0.0
  var comparedBytes = 0
  for folder in try folders(in: pairs) {
    let (old, new) = (try document(folder, "old.md"), try document(folder, "new.md"))
    let seconds = best(of: 3) { _ = VersionComparison(old: old, new: new) }
    compared += seconds
    comparedBytes += old.source.bytes.count + new.source.bytes.count
    let counts = (articles(old), articles(new))
    if counts.0 > largest.articles.0 { largest = (counts, seconds) }
  }
  var applied = 0.0
  var slowest = 0.0
  let decisions = try folders(in: cases)
  for folder in decisions {
    let (old, decision) = (try document(folder, "old.md"), try document(folder, "decision.md"))
    let seconds = best(of: 3) { _ = Consolidation(of: old, by: decision) }
    applied += seconds
    slowest = max(slowest, seconds)
  }
  func milliseconds(_ seconds: Double) -> String { String(format: "%.1f", seconds * 1e3) }
  print(
    """
    {"stage":"versions","largest_old":\(largest.articles.0),"largest_new":\(largest.articles.1),\
    "largest_ms":\(milliseconds(largest.seconds)),\
    "compare_MBps":\(String(format: "%.1f", Double(comparedBytes) / compared / 1e6)),\
    "decisions":\(decisions.count),"consolidate_ms":\(milliseconds(applied / Double(decisions.count))),\
    "slowest_consolidate_ms":\(milliseconds(slowest))}
    """)
}

private func folders(in path: String) throws -> [URL] {
  try FileManager.default.contentsOfDirectory(
    at: URL(fileURLWithPath: path), includingPropertiesForKeys: nil
  ).filter(\.hasDirectoryPath).sorted { $0.path < $1.path }
}

private func document(_ folder: URL, _ name: String) throws -> ParsedDocument {
  let data = try Data(contentsOf: folder.appendingPathComponent(name))
  return ParsedDocument(parsing: try SourceText(decoding: [UInt8](data)))
}

private func articles(_ document: ParsedDocument) -> Int {
  document.tree.nodes.count { $0.level == .article }
}
