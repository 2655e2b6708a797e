// Changes of duties for people: party by party what each must do from now on, and no longer.

import Tiaowen

struct DutyChangeTable {
  let text: String

  init(_ comparison: DutyComparison, width: Int) {
    var output = Style.title(comparison.title.clipped(to: width)) + "\n" + comparison.summary + "\n"
    for party in comparison.parties {
      let name = party.name.isEmpty ? "（未指明主体）" : party.name
      output += "\n" + Style.title("\(name)  \(party.summary)".clipped(to: width)) + "\n"
      for (kind, change) in party.changes {
        for line in change.lines(as: kind, width: width - 2) {
          output += "  " + Self.style(line.part, kind, line.text) + "\n"
        }
      }
    }
    text = output
  }

  private static func style(
    _ part: NormEntry.Line.Part, _ kind: DutyChange.Kind, _ text: String
  ) -> String {
    switch (part, kind) {
    case (.head, .added), (.head, .tightened): Style.hit(text)
    case (.head, .dropped), (.head, .loosened): Style.good(text)
    case (.head, .changed): Style.warning(text)
    case (.content, _): text
    case (.note, _): Style.faint(text)
    }
  }
}
