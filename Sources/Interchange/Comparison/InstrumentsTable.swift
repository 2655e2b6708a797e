// What became of a collection of instruments: one row each, with counts.

import Legislation
import Versions

/// Instruments of two collections, matched by title.
public struct InstrumentsTable: Sendable {
  /// A version in its collection.
  public struct Version: Sendable, Hashable {
    public var file: String
    public var date: CalendarDate?

    public init(file: String, date: CalendarDate?) { (self.file, self.date) = (file, date) }
  }

  /// An instrument; one of its versions is nil where only the other collection has it.
  public struct Row: Sendable, Hashable {
    public var title: String
    public var old: Version?
    public var new: Version?
    /// Nil where there is nothing to compare.
    public var counts: AlignmentCounts?
    /// 仅旧有, 仅新有, 未变, or what happened to its articles.
    public var remark: String

    /// Of an instrument that only one collection has.
    public init(title: String, old: Version?, new: Version?) {
      (self.title, self.old, self.new) = (title, old, new)
      remark = old == nil ? "仅新有" : "仅旧有"
    }

    public init(title: String, old: Version, new: Version, _ comparison: VersionComparison) {
      (self.title, self.old, self.new) = (title, old, new)
      let counts = comparison.alignment.counts
      self.counts = counts
      let hasParts =
        comparison.preamble != nil || !comparison.headings.isEmpty
        || !comparison.attachments.isEmpty
      let isSame = counts.parts.allSatisfy { $0.count == 0 }
      remark = !isSame ? comparison.summary : hasParts ? "条文未变，其他部分有变" : "未变"
    }
  }

  /// In the order of titles.
  public let rows: [Row]

  public init(_ rows: [Row]) { self.rows = rows }

  /// 12 部：有变化 8，未变 1，仅旧有 2，仅新有 1
  public var summary: String {
    let compared = rows.filter { $0.counts != nil }
    let same = compared.count { $0.remark == "未变" }
    let parts = [
      ("有变化", compared.count - same), ("未变", same),
      ("仅旧有", rows.count { $0.new == nil }), ("仅新有", rows.count { $0.old == nil }),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(rows.count) 部" + (parts.isEmpty ? "" : "：" + parts.joined(separator: "，"))
  }

  private static let headings =
    ["文件", "旧版本", "新版本"]
    + ["新增", "删去", "修改", "拆分", "合并", "拆分并合并", "仅调整序号", "移动"] + ["说明"]

  private func cells(_ row: Row) -> [String] {
    [row.title, row.old?.day ?? "", row.new?.day ?? ""]
      + (row.counts?.parts.map { String($0.count) } ?? Array(repeating: "", count: 8)) + [
        row.remark
      ]
  }

  /// The rows with a number for each thing that happens to articles (RFC 4180).
  public func csv(byteOrderMark: Bool = false) -> String {
    (byteOrderMark ? CSVLine.byteOrderMark : "")
      + ([Self.headings + ["旧文件", "新文件"]]
      + rows.map { cells($0) + [$0.old?.file ?? "", $0.new?.file ?? ""] })
      .map { CSVLine($0).text }.joined()
  }

  public var markdown: String {
    "# 文件对照表\n\n\(summary)\n\n" + tableHead(Self.headings)
      + rows.map { tableRow(cells($0)) }.joined()
  }

  /// One line of JSON, without the line's end.
  public var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("summary")
      writer.string(summary)
      writer.key("instruments")
      writer.array { writer in
        for row in rows { writer.object(row.write) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A page with the table.
  public var html: String {
    var head = MarkupBuffer()
    for heading in Self.headings { head.element("th", heading) }
    var body = MarkupBuffer()
    for row in rows {
      body.markup("<tr>")
      for (place, cell) in cells(row).enumerated() {
        body.markup(place > 2 && place < 11 ? "<td class=\"count\">" : "<td>")
        body.words(cell == "0" ? "" : cell)
        body.markup("</td>")
      }
      body.markup("</tr>\n")
    }
    var page = MarkupBuffer()
    page.template(
      String(decoding: PackageResources.InstrumentsPage_html, as: UTF8.self),
      [
        "style": MarkupBuffer(
          markup: String(decoding: PackageResources.ComparisonPage_css, as: UTF8.self)),
        "summary": MarkupBuffer(words: summary), "head": head, "rows": body,
      ])
    return String(decoding: page.bytes, as: UTF8.self)
  }
}

extension InstrumentsTable.Version {
  public var day: String { date.map { "\($0)" } ?? "" }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("file")
    writer.string(file)
    writer.key("date")
    writer.optional(date?.description)
  }
}

extension InstrumentsTable.Row {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("title")
    writer.string(title)
    for (key, version) in [("old", old), ("new", new)] {
      writer.key(key)
      if let version { writer.object(version.write) } else { writer.null() }
    }
    writer.key("summary")
    writer.string(remark)
    writer.key("counts")
    guard let counts else { return writer.null() }
    writer.object { writer in
      for (key, count) in [
        ("inserted", counts.inserted), ("deleted", counts.deleted), ("modified", counts.modified),
        ("split", counts.split), ("merged", counts.merged), ("split+merged", counts.splitAndMerged),
        ("renumbered", counts.renumbered), ("moved", counts.moved),
      ] {
        writer.key(key)
        writer.integer(count)
      }
    }
  }
}
