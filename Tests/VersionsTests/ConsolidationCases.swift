// The tables in Consolidations/: an old version, a decision, the new version and what must be reported.

import Foundation
import HanText
import Legislation

@testable import Versions

/// One row of a table.
///
/// ```
/// @ name
/// old lines
/// >
/// lines of the decision
/// =
/// new lines
/// !
/// what is reported: its kind, the point, and how the message begins
/// ```
struct ConsolidationCase: Sendable, CustomStringConvertible {
  let table: String
  let name: String
  let old: String
  let decision: String
  let new: [String]
  let remarks: [String]

  var description: String { "\(table): \(name)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Consolidations")

  /// The rows of every table.
  static let all: [ConsolidationCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name -> [ConsolidationCase] in
      let url = folder.appendingPathComponent(name)
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
      return text.components(separatedBy: "\n@ ").dropFirst().map {
        ConsolidationCase(table: name, row: $0)
      }
    }
  }()

  private init(table: String, row: String) {
    var parts: [[String]] = [[]]
    for line in row.components(separatedBy: "\n").dropFirst() {
      if [">", "=", "!"].contains(line) { parts.append([]) } else { parts[parts.count - 1].append(line) }
    }
    func titled(_ lines: [String], _ title: String) -> String {
      let lines = lines.first?.hasPrefix("# ") == true ? lines : [title] + lines
      return lines.joined(separator: "\n") + "\n"
    }
    self.table = table
    name = row.components(separatedBy: "\n")[0]
    old = titled(parts[0], "# 灯塔条例")
    decision = titled(parts[1], "# 关于修改《灯塔条例》的决定")
    new = Self.lines(parts[2])
    remarks = parts.count > 3 ? parts[3].filter { !$0.isEmpty } : []
  }

  /// What `consolidate` makes of it: the lines of the new text and what it reports.
  func result() -> (lines: [String], remarks: [String]) {
    let made = Consolidation(
      of: ParsedDocument(parsing: SourceText(old)), by: ParsedDocument(parsing: SourceText(decision)))
    var lines = made.markdown.components(separatedBy: "\n")
    let title = lines.first.map { [$0] } ?? []
    if let end = lines.firstIndex(of: "<!-- INFO END -->") { lines = title + lines[(end + 1)...] }
    if new.first?.hasPrefix("##") != false || new.first?.hasPrefix("#") == false {
      lines.removeFirst(min(1, lines.count))
    }
    return (
      Self.lines(lines), made.discrepancies.map { "\($0.kind.rawValue) \($0.place)：\($0.message)" }
    )
  }

  /// Lines without white space, which says nothing here.
  private static func lines(_ lines: [String]) -> [String] {
    lines.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }
}
