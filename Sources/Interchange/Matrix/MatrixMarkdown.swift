// The matrix as a document: the numbers first, then each party with its norms.

import Norms

extension ResponsibilityMatrix {
  /// The matrix in Markdown with the tables of GitHub: counts of parties × instruments, then a section
  /// for each party, the party with most norms first.
  public var markdown: String {
    let counts = MatrixCounts(self)
    var out = "# \(title.escapedForMarkdown)\n\n"
    if !note.isEmpty { out += note.escapedForMarkdown + "\n\n" }
    out += summary + "\n\n"
    out += instruments.count <= Self.mostColumns ? grid(counts) : pairs(counts)
    let entriesOf = Dictionary(grouping: entries) { $0.party ?? parties.count }
    for party in counts.partiesByCount {
      out += "\n## \(name(ofParty: party).escapedForMarkdown)\n\n"
      out += "\(counts.ofParty[party].described(separator: "，") { "\($0.chinese) \($1)" })\n\n"
      out += tableHead(["类型", "事项", "内容", "条件", "例外", "期限", "处罚", "处罚机关", "出处"])
      for entry in entriesOf[party] ?? [] { out += row(entry) }
    }
    return out
  }

  /// More instruments than these make no columns that can be read.
  private static let mostColumns = 12

  /// One column an instrument, under its number in the list below; 义 3 禁 1 in the cells.
  private func grid(_ counts: MatrixCounts) -> String {
    func cell(_ counts: KindCounts) -> String {
      counts.described(separator: " ") { "\($0.chinese.prefix(1))\($1)" }
    }
    var out = tableHead(["主体"] + instruments.indices.map { "[\($0 + 1)]" } + ["合计"], isRaw: true)
    for party in counts.partiesByCount {
      out += tableRow(
        [name(ofParty: party)] + instruments.indices.map { cell(counts[party, $0]) }
          + [cell(counts.ofParty[party])])
    }
    out += tableRow(["合计"] + counts.ofInstrument.map(cell) + [cell(counts.total)])
    out += "\n"
    for (number, instrument) in instruments.enumerated() {
      out += "- [\(number + 1)] \(instrument.words.escapedForMarkdown)\n"
    }
    return out + "\n义：义务，禁：禁止，权：权利，职：职责，处：处罚。\n"
  }

  /// One row a party and instrument.
  private func pairs(_ counts: MatrixCounts) -> String {
    var out = tableHead(["主体", "文件"] + NormKind.allCases.map(\.chinese) + ["合计"])
    for party in counts.partiesByCount {
      for instrument in counts.instruments(of: party) {
        let pair = counts[party, instrument]
        out += tableRow(
          [name(ofParty: party), instruments[instrument].words]
            + NormKind.allCases.map { pair[$0] > 0 ? String(pair[$0]) : "" } + [String(pair.total)])
      }
    }
    return out
  }

  private func row(_ entry: Entry) -> String {
    tableRow([
      entry.kind.chinese, entry.topic ?? "", entry.content, entry.condition ?? "",
      entry.exception ?? "", entry.deadlines.joined(separator: "；"),
      entry.followingWords.joined(separator: "；"),
      entry.authorities.joined(separator: "、"),
      instruments[entry.instrument].title.bracketedTitle + entry.place,
    ])
  }
}
