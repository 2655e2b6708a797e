// How histories are told to people, whatever the format.

import Versions

extension ProvisionHistory {
  /// What is to be said at the end: versions that are missing, or have no place.
  public var closingNotes: [String] {
    let undated = undatedCount > 0 ? "库中另有\(undatedCount)个没有日期的文本，未列入" : nil
    return [InstrumentHistory.note(of: missingAfter), undated].compactMap(\.self)
  }
}

extension ProvisionChange {
  /// 修改；序号由第七条调整为第八条
  public var sentence: String {
    let from = old.map(\.label).joined(separator: "、")
    let to = new.map(\.label).joined(separator: "、")
    let moved = isMoved ? "，位置移动" : ""
    switch operation {
    case .unchanged: return "未变" + moved
    case .modified: return kind + moved
    case .renumbered: return "仅调整序号：\(from) → \(to)" + moved
    case .renumberedAndModified:
      let number = "序号由\(from)调整为\(to)"
      return (isCrossReferenceOnly ? "仅调整序号和所引条号：\(from) → \(to)" : "\(kind)，\(number)") + moved
    case .inserted: return "新增\(to)"
    case .deleted: return "删去\(from)"
    case .split: return "拆分：\(from) → \(to)"
    case .merged: return "合并：\(from) → \(to)"
    case .splitAndMerged: return "拆分并合并：\(from) → \(to)"
    }
  }

  private var kind: String {
    isCrossReferenceOnly ? "仅调整所引条号" : isPunctuationOnly ? "仅改标点" : "修改"
  }

  /// Whether the words are others than before, numbers in references aside.
  public var changesWords: Bool {
    switch operation {
    case .unchanged, .renumbered, .deleted: false
    default: true
    }
  }
}

extension VersionSummary {
  /// 2025年6月20日修正，2025年9月1日起施行; what happened on its day by the act that made it, where that is known.
  public func made(by act: LegislativeAct?) -> String {
    let own = date.map(chineseDate) ?? "没有日期"
    let start = dates.start.flatMap { $0 == date ? nil : "，\(chineseDate($0))起施行" } ?? ""
    let made = act?.last == date ? act?.event : nil
    return own + (event ?? made ?? "") + start
  }
}

extension Validity {
  /// The label without the day the version took effect, which stands beside it.
  public var shortLabel: String {
    switch self {
    case .inForce: "现行有效"
    case .pending: "尚未施行"
    default: label
    }
  }
}
