// Changes of duties for people: on a terminal, in a spreadsheet, in a document.

import Norms
import Versions

extension DutyChangeEntry {
  /// 第二十一条 → 第二十三条; one where the number stayed.
  public var places: String {
    let places = [old.first?.place, new.first?.place].compactMap { $0 }
    return places.count == 2 && places[0] == places[1] ? places[0] : places.joined(separator: " → ")
  }

  /// What differs, in words.
  public var remarks: String { reasons.map(\.text).joined(separator: "；") }

  /// Whether the reader has to see both texts to know what changed.
  fileprivate var needsBoth: Bool { reasons.contains { $0.direction == .unknown } }

  /// 变动, where and what, for a terminal: each line with what it tells.
  public func lines(as kind: DutyChange.Kind, width: Int) -> [NormEntry.Line] {
    var lines = "\(kind.chinese)  \(norms[0].kind.chinese)  \(places)".wrapped(to: width)
      .map { NormEntry.Line(text: $0, part: .head) }
    for reason in reasons {
      lines += reason.text.oneLine.wrapped(to: width - 2).map {
        NormEntry.Line(text: "  " + $0, part: .content)
      }
    }
    func add(_ label: String, _ norms: [NormEntry]) {
      let lead = label.isEmpty ? "" : label + "："
      for (row, text) in norms.sentence.wrapped(to: width - 2 - lead.columns).enumerated() {
        let margin = row == 0 ? lead : "".padded(to: lead.columns)
        lines.append(NormEntry.Line(text: "  " + margin + text, part: .note))
      }
    }
    if !old.isEmpty, !new.isEmpty, needsBoth {
      add("旧", old)
      add("新", new)
    } else {
      add("", norms)
    }
    return lines
  }
}

extension [NormEntry] {
  /// The sentences, the breach that sanctions share said once.
  var sentence: String {
    enumerated().map { place, norm in
      place == 0 || norm.kind != .sanction ? norm.sentence : norm.content.oneLine
    }.joined(separator: "；")
  }
}

extension NormEntry {
  /// Condition, who and what, in the order of a sentence.
  var sentence: String {
    let who = bearers.map(\.text.oneLine).joined(separator: "、")
    let subject = who.isEmpty ? topic?.text.oneLine ?? "" : who
    let content = content + (exception.map { "，" + $0.text.oneLine } ?? "")
    // Who is punished stands in the condition.
    guard kind != .sanction else {
      return [condition?.text.oneLine ?? subject, content].filter { !$0.isEmpty }.joined(
        separator: "，")
    }
    return (condition.map { $0.text.oneLine + "，" } ?? "") + subject + content
  }
}

extension DutyComparison {
  private static let headings = [
    "主体", "变化", "类型", "旧条款", "新条款", "说明", "旧内容", "新内容", "依据", "旧id", "新id",
  ]

  /// One row for each party of each change (RFC 4180).
  public func csv(byteOrderMark: Bool = false) -> String {
    var out = byteOrderMark ? CSVLine.byteOrderMark : ""
    out += CSVLine(Self.headings).text
    for party in parties {
      for (kind, change) in party.changes {
        out +=
          CSVLine([
            party.name, kind.chinese, change.norms[0].kind.chinese, change.old.first?.place ?? "",
            change.new.first?.place ?? "", change.remarks, change.old.sentence, change.new.sentence,
            change.reasons.map(\.code.rawValue).joined(separator: " "),
            change.old.map(\.id).joined(separator: " "),
            change.new.map(\.id).joined(separator: " "),
          ]).text
      }
    }
    return out
  }

  /// A section for each party, a table in each.
  public var markdown: String {
    var out = "# \(title.escapedForMarkdown)\n\n\(summary)\n"
    for party in parties {
      out +=
        "\n## \((party.name.isEmpty ? ResponsibilityMatrix.nobody : party.name).escapedForMarkdown)\n\n"
      out += party.summary + "\n\n" + tableHead(["变化", "类型", "条款", "说明", "旧", "新"])
      for (kind, change) in party.changes {
        out += tableRow([
          kind.chinese, change.norms[0].kind.chinese, change.places, change.remarks,
          change.old.sentence, change.new.sentence,
        ])
      }
    }
    return out
  }
}
