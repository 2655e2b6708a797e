// The matrix for spreadsheets: one row for each norm of each party.

extension ResponsibilityMatrix {
  /// The entries in their order under a row of headings (RFC 4180). With a byte order mark, Excel
  /// opens the file as UTF-8. A field that would be read as a formula has a `'` before it.
  public func csv(byteOrderMark: Bool = false) -> String {
    var out = byteOrderMark ? CSVLine.byteOrderMark : ""
    out += CSVLine(Self.headings).text
    for entry in entries { out += record(entry).text }
    return out
  }

  private static let headings = [
    "主体", "主体原文", "类型", "文件", "版本", "状态", "条款", "用语", "事项", "内容", "条件", "例外", "期限", "处罚", "处罚机关",
    "罚款下限（元）", "罚款上限（元）", "eId", "id",
  ]

  private func record(_ entry: Entry) -> CSVLine {
    let instrument = instruments[entry.instrument]
    var line = CSVLine([
      entry.party.map { parties[$0] } ?? "", entry.phrase, entry.kind.chinese, instrument.title,
      instrument.version, instrument.status, entry.label, entry.trigger, entry.topic ?? "",
      entry.content, entry.condition ?? "", entry.exception ?? "",
      entry.deadlines.joined(separator: "；"),
      entry.consequences.map(\.words).joined(separator: "；"),
      entry.authorities.joined(separator: "、"),
    ])
    line.append(entry.leastFine)
    line.append(entry.mostFine)
    line.append(entry.eId)
    line.append(entry.id)
    return line
  }
}
