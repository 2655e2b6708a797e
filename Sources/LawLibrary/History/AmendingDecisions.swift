// The decisions and amendments in a library that changed an instrument.

import GRDB
import HanText
import Legislation

/// A decision (关于修改《…》的决定) or amendment (修正案) that changed an instrument.
public struct AmendingDecision: Sendable, Equatable {
  public let title: String
  /// `YYYY-MM-DD`; nil where its text gives none.
  public let date: String?
  /// The day it takes effect, as far as its text tells.
  public let effective: String?
  let id: Int64
}

extension Library {
  /// The decisions that amend an instrument, the earliest first: those that name it in their titles, and
  /// those on many instruments that give it a point.
  func amendingDecisions(of instrument: InstrumentSummary) throws -> [AmendingDecision] {
    let all = try catalogue().instruments.flatMap(\.versions).filter {
      $0.instrument != instrument.id && $0.amends
    }
    guard !all.isEmpty else { return [] }
    var ids = Set(all.filter { $0.namesAmended(instrument.key) }.map(\.id))
    let others = all.map(\.id).filter { !ids.contains($0) }
    try ids.formUnion(decisions(others, withAPointOn: instrument.key))
    var seen: Set<String> = []
    return all.filter { ids.contains($0.id) }
      .sorted { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }
      .filter { seen.insert($0.title + ($0.date ?? "")).inserted }
      .map {
        AmendingDecision(title: $0.title, date: $0.date, effective: $0.dates.start, id: $0.id)
      }
  }

  /// Those of some decisions in which a point begins with what it amends: 将《…》第三条修改为, 三、《…》.
  private func decisions(_ ids: [Int64], withAPointOn key: String) throws -> Set<Int64> {
    guard !ids.isEmpty else { return [] }
    let firstMentions = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT citation.id >> \(Schema.ordinalBits), citation.start FROM cited
          JOIN citation_target ON citation_target.cited = cited.id
          JOIN citation ON citation.id = citation_target.citation
          JOIN provision ON provision.id
            = ((citation.id >> \(Schema.ordinalBits)) << \(Schema.ordinalBits)) + citation.ordinal
          WHERE cited.key = ? AND level = 'point'
            AND citation.id >> \(Schema.ordinalBits) IN (\(ids.map(String.init).joined(separator: ",")))
            AND NOT EXISTS (
              SELECT 1 FROM citation AS earlier WHERE earlier.ordinal = citation.ordinal
                AND earlier.id < citation.id AND earlier.id
                  >= (citation.id >> \(Schema.ordinalBits)) << \(Schema.ordinalBits))
          """, arguments: [key]
      ).map { (version: try $0.value(0) as Int64, start: try $0.value(1) as Int) }
    }
    return try Set(
      firstMentions.filter {
        try begins(text(ofVersion: $0.version).source.bytes, at: $0.start)
      }
      .map(\.version))
  }

  /// Whether what is mentioned at `start` is what a point amends.
  private func begins(_ bytes: [UInt8], at start: Int) -> Bool {
    let before = trimmed(bytes, max(0, start - Self.reach)..<start)
    guard !before.isEmpty, bytes[start - 1] != UInt8(ascii: "\n") else { return true }
    let last = scalar(bytes, before: before.upperBound).value
    // 一、《…》; （一）《…》
    if last == 0x3001 || closesBracket(last) { return true }
    return HistoryWords.all(.before).contains { bytes.ends(before, with: Array($0.utf8)) }
  }

  /// Bytes before a mention that are looked at; the words looked for are shorter.
  private static let reach = 12
}

extension VersionSummary {
  /// Whether its title is that of a text that amends others.
  fileprivate var amends: Bool {
    (genre == Genre.decision.rawValue && HistoryWords.has(.titles, title))
      || HistoryWords.has(.amendment, title)
  }

  /// Whether its title names the instrument of a key as what it amends.
  fileprivate func namesAmended(_ key: String) -> Bool {
    if markedTitles(in: title).contains(where: { titleKey($0) == key }) { return true }
    return HistoryWords.all(.amendment).contains { word in
      guard !title.contains("《"), let end = title.range(of: word) else { return false }
      return titleKey(String(title[..<end.lowerBound])) == key
    }
  }
}

/// What stands between 《 and 》 in a title, the outermost pair where they nest.
private func markedTitles(in title: String) -> [String] {
  var found: [String] = []
  var current = ""
  var depth = 0
  for scalar in title.unicodeScalars {
    if scalar == "》" || scalar == "〉" { depth -= 1 }
    if depth == 0, !current.isEmpty {
      found.append(current)
      current = ""
    }
    if depth > 0 { current.unicodeScalars.append(scalar) }
    if scalar == "《" || scalar == "〈" { depth += 1 }
  }
  return found
}
