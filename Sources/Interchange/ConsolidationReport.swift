// What `consolidate --format table` shows people: each operation, each changed article, and what does not fit.

import Legislation
import Versions

extension Consolidation {
  /// Lines of at most `width` columns.
  public func report(title: String, decision: String, width: Int = 80) -> String {
    var out = title.bracketedTitle.clipped(to: width) + "\n"
    out += "根据\(decision.bracketedTitle)".clipped(to: width) + "\n\n"
    var point = ""
    for operation in operations {
      if operation.point != point { out += "\(operation.point)\n" }
      point = operation.point
      out += "  \(operation.summary)".clipped(to: width) + "\n"
      let words = operation.words
      for line in words.isEmpty ? [] : words.clipped(to: 3 * (width - 6)).wrapped(to: width - 6) {
        out += "      \(line)\n"
      }
      if let misfit = operation.misfit { out += "    未适用：\(misfit)".clipped(to: width) + "\n" }
    }
    let changed = articles.filter { !$0.operations.isEmpty || $0.old != [$0.key] }
    if !changed.isEmpty { out += "\n" }
    var table = Table()
    for article in changed {
      table.append(
        article.key.chinese, article.origin,
        Self.points(article.operations.map { operations[$0].point }))
    }
    for line in table.lines(width: width) { out += line + "\n" }
    out += discrepancyLines(width: width)
    let failed = operations.count { $0.misfit != nil }
    out += "\n\(counted(operations.count, "operation")), \(failed) not applied, "
    return out + "\(counted(discrepancies.count - failed, "other remark"))\n"
  }

  /// The discrepancies that are not about a single operation.
  private func discrepancyLines(width: Int) -> String {
    var out = ""
    for discrepancy in discrepancies where discrepancy.kind != .notApplied {
      for line in discrepancy.line.wrapped(to: width) { out += line + "\n" }
    }
    return out.isEmpty ? "" : "\n" + out
  }

  private static func points(_ points: [String]) -> String {
    var seen: [String] = []
    for point in points where !point.isEmpty && !seen.contains(point) { seen.append(point) }
    return seen.map { $0.hasSuffix("、") ? String($0.dropLast()) : $0 }.joined(separator: "；")
  }
}

extension ConsolidationDiscrepancy {
  /// For people: where, and what.
  public var line: String {
    let place = self.place.hasSuffix("、") ? String(self.place.dropLast()) : self.place
    return place.isEmpty ? message : "\(place)：\(message)"
  }
}

extension ConsolidatedArticle {
  /// ← 第十条、第二十五条, or 新增.
  fileprivate var origin: String {
    old.isEmpty ? "新增" : "← " + old.map(\.chinese).joined(separator: "、")
  }
}

extension AppliedOperation {
  /// 修改 第二十条第二款
  fileprivate var summary: String {
    var words = action.name
    if !address.isEmpty { words += " " + address }
    // Of a 款 put into an article its number is enough.
    let article = address.firstIndex(of: "条").map { address[...$0] } ?? ""
    let isInside = !article.isEmpty && destination.hasPrefix(article) && destination != article
    if !destination.isEmpty {
      words += " → " + (isInside ? String(destination.dropFirst(article.count)) : destination)
    }
    return words
  }

  /// The words exchanged, and the new ones.
  fileprivate var words: String {
    switch (phrase.isEmpty, text.isEmpty) {
    case (true, true): ""
    case (true, false): "“\(text.oneLine)”"
    case (false, true): "“\(phrase.oneLine)”"
    case (false, false):
      "“\(phrase.oneLine)”\(position?.name ?? " → ")“\(text.oneLine)”"
    }
  }
}

extension AmendmentPosition {
  fileprivate var name: String {
    switch self {
    case .start: "开始部分增加"
    case .end: "末尾增加"
    case .after: "后增加"
    case .before: "前增加"
    }
  }
}

extension AmendmentAction {
  /// What people call it.
  public var name: String {
    switch self {
    case .replace: "修改"
    case .substitute: "替换"
    case .insert: "增加"
    case .add: "增写"
    case .delete: "删去"
    case .strike: "删字"
    case .renumber: "改号"
    case .merge: "合并"
    case .separate: "单列"
    case .split: "分立"
    case .fold: "并入"
    case .rename: "改名"
    case .reorder: "调整条文顺序"
    }
  }
}
