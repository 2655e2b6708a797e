// The comparison table as one HTML file that needs nothing but itself.

extension ComparisonTable {
  /// A page with the whole table: what is gone in `del`, what is new in `ins`. With `remarks` a third column
  /// says what became of each row.
  public func html(remarks: Bool = false) -> String {
    String(decoding: ComparisonPage(self, remarks: remarks).page.bytes, as: UTF8.self)
  }
}

private struct ComparisonPage {
  private let table: ComparisonTable
  private let hasRemarks: Bool

  init(_ table: ComparisonTable, remarks: Bool) {
    self.table = table
    hasRemarks = remarks
  }

  var page: MarkupBuffer {
    var page = MarkupBuffer()
    page.template(
      String(decoding: PackageResources.ComparisonPage_html, as: UTF8.self),
      [
        "style": MarkupBuffer(
          markup: String(decoding: PackageResources.ComparisonPage_css, as: UTF8.self)),
        "script": MarkupBuffer(
          markup: String(decoding: PackageResources.ComparisonPage_js, as: UTF8.self)),
        "title": MarkupBuffer(words: table.title.bracketedTitle + "新旧条文对照表"),
        "name": MarkupBuffer(words: table.title.bracketedTitle), "versions": versions,
        "summary": MarkupBuffer(words: table.summary), "jumps": jumps,
        "count": MarkupBuffer(words: count),
        "head": head, "rows": rows, "columns": MarkupBuffer(markup: hasRemarks ? "three" : "two"),
      ])
    return page
  }

  private var versions: MarkupBuffer {
    var out = MarkupBuffer()
    let isRenamed = table.old.title != table.new.title
    for (name, version) in [("旧", table.old), ("新", table.new)] {
      let words = [
        isRenamed && !version.title.isEmpty ? version.title.bracketedTitle : "", version.days,
      ]
      .filter { !$0.isEmpty }.joined(separator: " ")
      guard !words.isEmpty else { continue }
      out.markup("<div><dt>\(name)</dt><dd>")
      out.words(words)
      out.markup("</dd></div>\n")
    }
    return out
  }

  /// 15 处，另有 64 条仅调整序号
  private var count: String {
    let renumbered = table.rows.count(where: \.isOnlyRenumbered)
    let others = table.rows.count(where: \.isChanged) - renumbered
    return "\(others) 处" + (renumbered > 0 ? "，另有 \(renumbered) 条仅调整序号" : "")
  }

  private var jumps: MarkupBuffer {
    var out = MarkupBuffer()
    for (number, row) in table.rows.enumerated() where row.isChanged && !row.isOnlyRenumbered {
      out.markup("<li><a href=\"#r\(number)\">")
      out.words(row.places)
      out.markup("</a> ")
      out.element("small", row.remark)
      out.markup("</li>\n")
    }
    return out
  }

  private var head: MarkupBuffer {
    var out = MarkupBuffer()
    for (name, version) in [("旧", table.old), ("新", table.new)] {
      out.markup("<th scope=\"col\">")
      out.words(table.column(name, version))
      out.markup("</th>")
    }
    if hasRemarks { out.markup("<th scope=\"col\">说明</th>") }
    return out
  }

  private var rows: MarkupBuffer {
    var out = MarkupBuffer()
    for (number, row) in table.rows.enumerated() {
      let classes = [
        row.isHeading ? "heading" : "",
        row.isOnlyRenumbered ? "number" : row.isChanged ? "changed" : "same",
        row.isMoved ? "moved" : "", row.mark.rawValue,
      ].filter { !$0.isEmpty }
      var seen: Set<String> = []
      let list = classes.filter { seen.insert($0).inserted }.joined(separator: " ")
      let depth = row.depth.map { " data-d=\"\($0)\"" } ?? ""
      out.markup("<tr id=\"r\(number)\" class=\"\(list)\"\(depth)>")
      cell(row.old, "旧", "del", isHeading: row.isHeading, isWhole: row.mark == .deleted, &out)
      cell(row.new, "新", "ins", isHeading: row.isHeading, isWhole: row.mark == .inserted, &out)
      if hasRemarks {
        out.markup("<td class=\"remark\">")
        out.words(row.remark)
        out.markup("</td>")
      }
      out.markup("</tr>\n")
    }
    return out
  }

  private func cell(
    _ passages: [ComparisonTable.Passage], _ name: String, _ element: String, isHeading: Bool,
    isWhole: Bool, _ out: inout MarkupBuffer
  ) {
    guard !passages.isEmpty else {
      out.markup("<td class=\"none\" data-v=\"\(name)\"></td>")
      return
    }
    out.markup("<td data-v=\"\(name)\">")
    for passage in passages {
      out.markup("<p>")
      if !passage.label.isEmpty {
        out.markup(isWhole ? "<b><\(element)>" : "<b>")
        out.words(passage.label)
        out.markup(isWhole ? "</\(element)></b>" : "</b>")
        if !passage.runs.isEmpty { out.markup("　") }
      }
      for (place, run) in passage.runs.enumerated() {
        let text = place == passage.runs.count - 1 ? run.text.trimmingLineEnd : run.text
        for (line, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          if line > 0 { out.markup("</p><p>") }
          if run.isChanged { out.element(element, String(part)) } else { out.words(String(part)) }
        }
      }
      out.markup("</p>")
    }
    out.markup("</td>")
  }
}
