// The comparison table as Markdown: what is gone struck through, what is new in bold.

extension ComparisonTable {
  /// A heading, the summary, and the table (GitHub's Markdown). With `remarks` a third column says what became
  /// of each row; without `all` only what changed is shown.
  public func markdown(remarks: Bool = false, all: Bool = false) -> String {
    var out = "# \(title.bracketedTitle.escapedForMarkdown)新旧条文对照表\n\n\(summary)\n\n"
    for (name, version) in [("旧", old), ("新", new)] where !version.days.isEmpty {
      out += "- \(name)：\(version.days)\n"
    }
    if old.title != new.title, !old.title.isEmpty {
      out += "- 原名称：\(old.title.bracketedTitle.escapedForMarkdown)\n"
    }
    let shown = rows(all: all)
    guard !shown.isEmpty else { return out }
    out += "\n" + tableHead([column("旧", old), column("新", new)] + (remarks ? ["说明"] : []))
    for row in shown {
      out += tableRow(
        raw: [cell(row.old, row, "~~", "del"), cell(row.new, row, "**", "ins")]
          + (remarks ? [row.remark.escapedForMarkdown] : []))
    }
    return out
  }

  func column(_ name: String, _ version: Version) -> String {
    name + "条文" + (version.day.isEmpty ? "" : "（\(version.day)）")
  }

  private func cell(_ passages: [Passage], _ row: Row, _ mark: String, _ element: String) -> String
  {
    passages.map { passage in
      if row.isHeading {
        let words = [passage.label, passage.text].filter { !$0.isEmpty }.joined(separator: "　")
        let heading = "**\(words.escapedForMarkdown)**"
        return row.mark == .deleted ? "~~\(heading)~~" : heading
      }
      let label = passage.label.isEmpty ? "" : "**\(passage.label.escapedForMarkdown)**　"
      return label + words(passage.runs, mark, element)
    }.joined(separator: "<br>")
  }

  private func words(_ runs: [Run], _ mark: String, _ element: String) -> String {
    var out = ""
    for (place, run) in runs.enumerated() {
      let text = place == runs.count - 1 ? run.text.trimmingLineEnd : run.text
      guard run.isChanged else {
        out += text.escapedForMarkdown
        continue
      }
      let next = place + 1 < runs.count ? runs[place + 1].text.unicodeScalars.first : nil
      for (line, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      {
        if line > 0 { out += "<br>" }
        guard !part.isEmpty else { continue }
        let words = String(part).escapedForMarkdown
        let isPlain = isFlanked(words, before: out.unicodeScalars.last, after: next)
        out += isPlain ? mark + words + mark : "<\(element)>\(words)</\(element)>"
      }
    }
    return out
  }

  /// Whether marks around the words are read as marks (CommonMark 6.2): with punctuation inside and a letter
  /// outside they are not, and Chinese has no spaces between.
  private func isFlanked(
    _ words: String, before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> Bool {
    func isOpen(_ inner: Unicode.Scalar?, _ outer: Unicode.Scalar?) -> Bool {
      guard let inner, !inner.properties.isWhitespace else { return false }
      guard inner.isPunctuation else { return true }
      return outer.map { $0.properties.isWhitespace || $0.isPunctuation } ?? true
    }
    return isOpen(words.unicodeScalars.first, before) && isOpen(words.unicodeScalars.last, after)
  }

  /// One row for each row of the table, with the places and both texts (RFC 4180).
  public func csv(all: Bool = false, byteOrderMark: Bool = false) -> String {
    var out = byteOrderMark ? CSVLine.byteOrderMark : ""
    out += CSVLine(["旧条", "新条", "说明", "旧文", "新文"]).text
    for row in rows(all: all) where !row.isHeading || row.isChanged {
      func labels(_ passages: [Passage]) -> String { passages.map(\.label).joined(separator: "、") }
      func text(_ passages: [Passage]) -> String {
        passages.map { $0.text.trimmingLineEnd }.joined(separator: "\n")
      }
      out +=
        CSVLine([labels(row.old), labels(row.new), row.remark, text(row.old), text(row.new)]).text
    }
    return out
  }
}

extension String {
  /// Without the white space at its end.
  var trimmingLineEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
