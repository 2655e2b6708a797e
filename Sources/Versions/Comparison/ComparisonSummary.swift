// What happened, counted, in one line for people.

extension Alignment {
  /// 新增 8 条，删去 1 条，修改 24 条，仅调整序号 7 条; what did not happen is left out. An article that only
  /// has another number, or whose references only have others, counts as 仅调整序号.
  public var summary: String {
    let counts = Counts(rows)
    let parts = [
      ("新增", counts.inserted), ("删去", counts.deleted), ("修改", counts.modified),
      ("拆分", counts.split), ("合并", counts.merged), ("拆分并合并", counts.splitAndMerged),
      ("仅调整序号", counts.renumbered), ("移动", counts.moved),
    ]
    let words = parts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1) 条" }
    return words.isEmpty ? "条文无变化" : words.joined(separator: "，")
  }
}

extension VersionComparison {
  /// One line about the articles; see `Alignment.summary`.
  public var summary: String { alignment.summary }
}

/// Articles by what became of them: new ones where they were inserted or merged into, else old ones.
private struct Counts {
  var inserted = 0
  var deleted = 0
  var modified = 0
  var renumbered = 0
  var split = 0
  var merged = 0
  var splitAndMerged = 0
  /// Of the others, those that stand elsewhere now.
  var moved = 0

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
