// A comparison for people: the summary, then each article that changed with what is gone and what is new.

import Tiaowen

struct ComparisonView {
  let text: String

  /// Without `all` what did not change is left out.
  init(_ table: ComparisonTable, title: String, all: Bool, width: Int) {
    var output = Style.title(title.clipped(to: width)) + "\n" + table.summary + "\n"
    let rows = table.rows(all: all)
    var next = 0
    while next < rows.count {
      let row = rows[next]
      next += 1
      if row.isOnlyRenumbered, !all {
        let first = next - 1
        while next < rows.count, rows[next].isOnlyRenumbered { next += 1 }
        let line = Self.renumbered(rows[first..<next]) + "  仅调整序号"
        output += "\n" + Style.faint(line.clipped(to: width)) + "\n"
        continue
      }
      if row.isHeading {
        output += "\n" + Self.heading(row, width: width) + "\n"
        continue
      }
      let head = [row.places, row.remark].filter { !$0.isEmpty }.joined(separator: "  ")
      output += "\n" + Style.label(head.clipped(to: width)) + "\n"
      let margin = "  "
      for line in row.lines(width: width - margin.columns, marked: !Terminal.hasColour) {
        output += margin + line.map { Self.style($0) }.joined() + "\n"
      }
    }
    text = output
  }

  /// 第三条至第十四条 → 第四条至第十五条
  private static func renumbered(_ rows: ArraySlice<ComparisonTable.Row>) -> String {
    guard let first = rows.first, let last = rows.last, rows.count > 1 else {
      return rows.first?.places ?? ""
    }
    func run(_ first: [ComparisonTable.Passage], _ last: [ComparisonTable.Passage]) -> String {
      (first.first?.label ?? "") + "至" + (last.last?.label ?? "")
    }
    let (before, after) = (run(first.old, last.old), run(first.new, last.new))
    return before == after ? after : before + " → " + after
  }

  private static func heading(_ row: ComparisonTable.Row, width: Int) -> String {
    func words(_ passages: [ComparisonTable.Passage]) -> String {
      passages.map { [$0.label, $0.text].filter { !$0.isEmpty }.joined(separator: "　") }.joined()
    }
    let (old, new) = (words(row.old), words(row.new))
    let line =
      row.isChanged
      ? [old, new].filter { !$0.isEmpty }.joined(separator: " → ") + "  " + row.remark : new
    return Style.title(line.clipped(to: width))
  }

  private static func style(_ piece: ComparisonTable.Row.Piece) -> String {
    switch piece.operation {
    case .equal: piece.text
    case .delete: Style.deleted(piece.text)
    case .insert: Style.inserted(piece.text)
    }
  }
}
