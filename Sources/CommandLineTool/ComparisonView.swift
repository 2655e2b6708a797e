// A comparison for people: the summary, then each article that changed with what is gone and what is new.

import Tiaowen

struct ComparisonView {
  let text: String

  /// Without `all` what did not change is left out.
  init(_ table: ComparisonTable, title: String, all: Bool, width: Int) {
    var output = Style.title(title.clipped(to: width)) + "\n" + table.summary + "\n"
    for row in table.rows(all: all) {
      if row.isHeading {
        output += "\n" + Self.heading(row, width: width) + "\n"
        continue
      }
      let head = [row.places, row.remark].filter { !$0.isEmpty }.joined(separator: "  ")
      output += "\n" + Style.label(head.clipped(to: width)) + "\n"
      guard row.mark != .renumbered || all else { continue }
      let margin = "  "
      for line in row.lines(width: width - margin.columns, marked: !Terminal.hasColour) {
        output += margin + line.map { Self.style($0) }.joined() + "\n"
      }
    }
    text = output
  }

  private static func heading(_ row: ComparisonTable.Row, width: Int) -> String {
    func words(_ passages: [ComparisonTable.Passage]) -> String {
      passages.map { [$0.label, $0.text].filter { !$0.isEmpty }.joined(separator: "　") }.joined()
    }
    let (old, new) = (words(row.old), words(row.new))
    let line = row.isChanged
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
