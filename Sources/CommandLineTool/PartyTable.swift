// Parties for people: one a line with its counts, and the names that stand under it.

import Tiaowen

struct PartyTable {
  let text: String
  /// Columns of a count.
  private static let room = 6

  init(_ parties: [ListedParty], limit: Int, width: Int) {
    let kinds = NormKind.allCases
    let numbers = (kinds.count + 2) * Self.room
    let column = max(12, width - numbers)
    let tops = parties.filter { $0.parent == nil }
    let below = Dictionary(grouping: parties.filter { $0.parent != nil }) { $0.parent ?? "" }
    var output =
      Style.title(
        "主体".padded(to: column) + (kinds.map(\.chinese) + ["合计", "文件"]).map(Self.right).joined())
      + "\n"
    for party in tops.prefix(limit) {
      let counts = kinds.map { party.counts[$0] ?? 0 } + [party.norms, party.instruments]
      output += Style.label(party.name.clipped(to: column - 1).padded(to: column))
      output += counts.map { Self.right($0 == 0 ? "·" : String($0)) }.joined() + "\n"
      let near = Self.names(under: party, below)
      if !near.isEmpty {
        output += "  " + Style.faint(("含 " + near).clipped(to: width - 2)) + "\n"
      }
    }
    var summary = counted(tops.count, "party").replacing("partys", with: "parties")
    if tops.count > limit { summary = "\(limit) of \(summary)" }
    let names = parties.count - tops.count
    if names > 0 { summary += ", \(counted(names, "name")) under them" }
    text = output + Style.faint(summary) + "\n"
  }

  /// 市人民政府 311、县级以上人民政府 120: the parties under one, else its other phrases.
  private static func names(
    under party: ListedParty, _ below: [String: [ListedParty]]
  ) -> String {
    let parties = below[party.name] ?? []
    let names =
      parties.isEmpty
      ? party.phrases.filter { $0.text != party.name }.map { "\($0.text.oneLine) \($0.norms)" }
      : parties.map { "\($0.name) \($0.norms)" }
    return names.prefix(8).joined(separator: "、") + (names.count > 8 ? " 等 \(names.count) 种" : "")
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(1, room - text.columns)) + text
  }
}
