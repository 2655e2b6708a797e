// Histories as documents.

import Interchange
import Versions

extension ProvisionHistory {
  /// A section for each version with the provision's text, or with the words changed since the one before:
  /// ~~deleted~~ and **inserted**.
  public func markdown(showingChanges: Bool) -> String {
    var out = "# \(instrument.bracketedTitle)\(label)\n".escapedForMarkdown
    for note in [InstrumentHistory.note(of: missingBefore)].compactMap(\.self) {
      out += "\n> \(note)\n"
    }
    for entry in entries {
      out += "\n## \(entry.version.made)（\(entry.validity.shortLabel)）\n\n"
      for decision in entry.decisions { out += "- \(decision.title.bracketedTitle)\n".escapedForMarkdown }
      if let note = InstrumentHistory.note(of: entry.missing) { out += "- \(note)\n" }
      for change in entry.changes { out += "- \(change.sentence)\n".escapedForMarkdown }
      if entry.provisions.isEmpty, entry.changes.isEmpty { out += "- 没有这一条文\n" }
      if showingChanges, !entry.changes.isEmpty {
        for change in entry.changes where change.changesWords {
          out += "\n" + change.changes.map(\.markdown).joined().inParagraphs
        }
      } else {
        for provision in entry.provisions {
          let words = [provision.label, provision.text].filter { !$0.isEmpty }
          out += "\n" + words.joined(separator: "　").escapedForMarkdown.inParagraphs
        }
      }
    }
    if let note = InstrumentHistory.note(of: missingAfter) { out += "\n> \(note)\n" }
    return out
  }
}

extension InstrumentHistory {
  /// A row for each act.
  public var markdown: String {
    var out = "# \(title.bracketedTitle)\n\n".escapedForMarkdown
    out += "| 日期 | 事项 | 库中文本 | 变化 |\n|---|---|---|---|\n"
    for step in steps {
      let state = step.version.map { _ in step.validity?.shortLabel ?? "有" } ?? "没有"
      let notes = [step.summary, Self.note(of: step.missing)] + step.decisions.map {
        $0.title.bracketedTitle
      }
      let cells = [
        step.act.last, [step.act.event, step.act.text].filter { !$0.isEmpty }.joined(separator: " "),
        state, notes.compactMap(\.self).joined(separator: "；"),
      ]
      out += "| " + cells.map(\.escapedForMarkdown).joined(separator: " | ") + " |\n"
    }
    return out
  }
}

extension TextChange {
  fileprivate var markdown: String {
    let words = text.escapedForMarkdown
    switch operation {
    case .equal: return words
    // Marks do not reach over a line's end.
    case .delete: return words.marked("~~")
    case .insert: return words.marked("**")
    }
  }
}

extension String {
  fileprivate func marked(_ mark: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : mark + $0 + mark }.joined(separator: "\n")
  }

  fileprivate var inParagraphs: String {
    split(separator: "\n").joined(separator: "\n\n") + "\n"
  }
}
