// Tables in Markdown as GitHub reads them, and words that stay words in it.

/// The first two lines of a table. Raw headings are Markdown already.
func tableHead(_ headings: [String], isRaw: Bool = false) -> String {
  let head = isRaw ? "| " + headings.joined(separator: " | ") + " |\n" : tableRow(headings)
  return head + "|" + String(repeating: "---|", count: headings.count) + "\n"
}

/// A row of a table, its cells escaped.
func tableRow(_ cells: [String]) -> String { tableRow(raw: cells.map(\.escapedForMarkdown)) }

/// A row of a table whose cells are Markdown already.
func tableRow(raw cells: [String]) -> String {
  "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined() + "\n"
}

extension String {
  /// For a heading, a line or the cell of a table: what Markdown would read as its own is escaped
  /// (CommonMark 2.4), and a line's end becomes a break.
  package var escapedForMarkdown: String {
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "#", "!":
        out.append("\\")
        out.append(scalar)
      case "\n": out.append(contentsOf: "<br>".unicodeScalars)
      default: out.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return String(out)
  }
}
