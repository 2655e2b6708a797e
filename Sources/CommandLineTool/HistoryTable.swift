// Histories for people: a version after the other, what it changed, and the text.

import Tiaowen

struct HistoryTable {
  let text: String

  /// A provision; with its text in each version that changed it, or the words that changed.
  init(_ history: ProvisionHistory, showingChanges: Bool) {
    var output = Style.title(history.instrument.bracketedTitle + history.label) + "\n"
    output += Self.warning(history.missingBefore, indent: 0)
    for entry in history.entries {
      output += "\n" + Self.head(entry.version, entry.act, entry.validity)
      output += Self.decisions(entry.decisions) + Self.warning(entry.missing, indent: 2)
      for change in entry.changes { output += "  " + Style.label(change.sentence) + "\n" }
      if entry.provisions.isEmpty, entry.changes.isEmpty {
        output += "  " + Style.faint("没有这一条文") + "\n"
      }
      let words = entry.changes.filter(\.changesWords)
      if showingChanges, !entry.changes.isEmpty {
        for change in words {
          output += Self.indented(change.changes.map(\.marked).joined())
        }
      } else if entry.changes.isEmpty || !words.isEmpty {
        for provision in entry.provisions {
          let parts = [provision.label, provision.text].filter { !$0.isEmpty }
          output += Self.indented(parts.joined(separator: "　"))
        }
      }
    }
    for note in history.closingNotes { output += "\n" + Style.warning(note) + "\n" }
    text = output
  }

  /// What made an instrument.
  init(_ history: InstrumentHistory) {
    var output = Style.title(history.title.bracketedTitle) + "\n"
    for step in history.steps {
      output += "\n"
      if let version = step.version, let validity = step.validity {
        output += Self.head(version, step.act, validity)
      } else {
        output += step.act.label + " · " + Style.warning("库中没有这个版本") + "\n"
      }
      if !step.act.text.isEmpty { output += "  " + Style.faint(step.act.text) + "\n" }
      output += Self.decisions(step.decisions) + Self.warning(step.missing, indent: 2)
      if let summary = step.summary { output += "  " + Style.label(summary) + "\n" }
    }
    for version in history.undated {
      output += "\n" + Self.head(version, nil, .unknown)
    }
    text = output
  }

  private static func head(
    _ version: VersionSummary, _ act: LegislativeAct?, _ validity: Validity
  ) -> String {
    version.made(by: act) + " · " + validity.style(validity.shortLabel) + "\n"
  }

  private static func decisions(_ decisions: [AmendingDecision]) -> String {
    decisions.map { "  " + Style.faint($0.title.bracketedTitle) + "\n" }.joined()
  }

  private static func warning(_ missing: [LegislativeAct], indent: Int) -> String {
    InstrumentHistory.note(of: missing)
      .map { String(repeating: " ", count: indent) + Style.warning($0) + "\n" } ?? ""
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}

extension TextChange {
  /// With marks where there is no colour, as comparisons have them.
  fileprivate var marked: String {
    switch operation {
    case .equal: text
    case .delete: Terminal.hasColour ? Style.deleted(text) : "[-\(text)-]"
    case .insert: Terminal.hasColour ? Style.inserted(text) : "{+\(text)+}"
    }
  }
}
