// 新旧条文对照表: the old text beside the new one, article by article: the plain data its writers share.

import Legislation
import Versions

/// Two versions of an instrument side by side.
///
/// ```swift
/// let table = ComparisonTable(VersionComparison(old: old, new: new), old: old, new: new)
/// print(table.markdown(remarks: true))
/// ```
public struct ComparisonTable: Sendable {
  /// A stretch of text.
  public struct Run: Sendable, Hashable {
    public var text: String
    /// Whether the other version lacks it.
    public var isChanged: Bool
  }

  /// An article, a heading or another part, as one version has it.
  public struct Passage: Sendable, Hashable {
    /// 第十二条; empty where it has none.
    public var label: String
    /// Lines end in `\n`.
    public var runs: [Run]

    public var text: String { runs.map(\.text).joined() }
  }

  /// What a row tells.
  public enum Mark: String, Sendable, CaseIterable {
    case same, inserted, deleted, modified, renumbered, punctuation, split, merged, rearranged
  }

  public struct Row: Sendable, Hashable {
    /// Of the heading of a chapter or the like, how many stand above it; nil for texts.
    public var depth: Int?
    /// More than one where articles were merged.
    public var old: [Passage]
    public var new: [Passage]
    public var mark: Mark
    public var isMoved: Bool
    /// 修改，移动; empty where nothing changed.
    public var remark: String
    /// From the old text to the new one, for those who show both in one.
    public var changes: [TextChange]

    public var isHeading: Bool { depth != nil }

    public var isChanged: Bool { mark != .same || isMoved }

    /// Whether nothing changed but numbers.
    public var isOnlyRenumbered: Bool { mark == .renumbered && !isMoved && !isHeading }

    /// 第五十九条 → 第六十一条
    public var places: String {
      func labels(_ passages: [Passage]) -> String {
        passages.map { $0.label.isEmpty ? $0.text.oneLine : $0.label }.joined(separator: "、")
      }
      let (before, after) = (labels(old), labels(new))
      if before == after { return after }
      return [before, after].filter { !$0.isEmpty }.joined(separator: " → ")
    }
  }

  /// One of the two versions.
  public struct Version: Sendable, Hashable {
    public var title: String
    /// 2016年11月7日通过，2017年6月1日起施行; empty where nothing is known.
    public var days: String
    /// 2016年11月7日; empty where it is not known.
    public var day: String
  }

  public let old: Version
  public let new: Version
  /// 新增 8 条，修改 24 条
  public let summary: String
  public let rows: [Row]

  public init(_ comparison: VersionComparison, old: ParsedDocument, new: ParsedDocument) {
    self.old = Version(comparison.old, old.metadata)
    self.new = Version(comparison.new, new.metadata)
    summary = comparison.summary
    rows = ComparisonRows(comparison, old, new).rows
  }

  /// The title as it is now.
  public var title: String { (new.title.isEmpty ? old.title : new.title) }

  /// The rows to show: all, or those that changed under the headings they stand under.
  public func rows(all: Bool) -> [Row] {
    if all { return rows }
    var shown: [Row] = []
    var headings: [Row] = []
    for row in rows {
      if let depth = row.depth, !row.isChanged {
        headings.removeAll { $0.depth ?? 0 >= depth }
        headings.append(row)
      } else if row.isChanged {
        // What a heading that changed stands beside is not under it.
        if let depth = row.depth { headings.removeAll { $0.depth ?? 0 >= depth } }
        shown += headings
        shown.append(row)
        headings = []
      }
    }
    return shown
  }
}

extension ComparisonTable.Version {
  init(_ version: VersionComparison.Version, _ metadata: Metadata) {
    title = version.title
    day = version.date?.chinese ?? ""
    let event = metadata.history.last { $0.date == version.date }?.event ?? ""
    // An amended text often keeps the day on which its first version took effect.
    let effective = metadata.effective.flatMap { $0 >= version.date ?? $0 ? $0 : nil }
    days = [day.isEmpty ? "" : day + event, effective.map { $0.chinese + "起施行" } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "，")
  }
}

extension CalendarDate {
  /// 2016年11月7日
  fileprivate var chinese: String { "\(year)年\(month)月\(day)日" }
}
