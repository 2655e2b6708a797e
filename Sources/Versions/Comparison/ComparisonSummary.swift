// What happened, counted, in one line for people.

extension Alignment {
  /// 新增 8 条，删去 1 条，修改 24 条，仅调整序号 7 条; what did not happen is left out. An article that only
  /// has another number, or whose references only have others, counts as 仅调整序号.
  public var summary: String {
    let words = counts.parts.filter { $0.count > 0 }.map { "\($0.name) \($0.count) 条" }
    return words.isEmpty ? "条文无变化" : words.joined(separator: "，")
  }

  /// How many articles each thing happened to.
  public var counts: AlignmentCounts { AlignmentCounts(rows) }
}

extension VersionComparison {
  /// One line about the articles; see `Alignment.summary`.
  public var summary: String { alignment.summary }
}

/// Articles by what became of them: new ones where they were inserted or merged into, else old ones.
public struct AlignmentCounts: Sendable, Hashable {
  public private(set) var inserted = 0
  public private(set) var deleted = 0
  public private(set) var modified = 0
  public private(set) var renumbered = 0
  public private(set) var split = 0
  public private(set) var merged = 0
  public private(set) var splitAndMerged = 0
  /// Of the others, those that stand elsewhere now.
  public private(set) var moved = 0

  /// By what people call it.
  public var parts: [(name: String, count: Int)] {
    [
      ("新增", inserted), ("删去", deleted), ("修改", modified), ("拆分", split), ("合并", merged),
      ("拆分并合并", splitAndMerged), ("仅调整序号", renumbered), ("移动", moved),
    ]
  }

  init(_ rows: [AlignedArticles]) {
    for row in rows {
      if row.isMoved { moved += 1 }
      switch row.operation {
      case .unchanged: break
      case .inserted: inserted += row.new.count
      case .deleted: deleted += row.old.count
      case .renumbered: renumbered += 1
      case .modified, .renumberedAndModified:
        if row.isCrossReferenceOnly { renumbered += 1 } else { modified += 1 }
      case .split: split += row.old.count
      case .merged: merged += row.old.count
      case .splitAndMerged: splitAndMerged += row.old.count
      }
    }
  }
}
