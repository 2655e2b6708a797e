// Histories as documents.

import Interchange
import Versions

extension ProvisionHistory {
  /// A section for each version with the provision's text, or with the words changed since the one before:
  /// `<del>` and `<ins>`.
  public func markdown(showingChanges: Bool) -> String {
    var out = "# \((instrument.bracketedTitle + label).escapedForMarkdown)\n"
    if let note = InstrumentHistory.note(of: missingBefore) { out += "\n> \(note)\n" }
    for entry in entries {
      out += "\n## \(entry.version.made(by: entry.act)) · \(entry.validity.shortLabel)\n"
      let notes = entry.notes
      if !notes.isEmpty { out += "\n" + notes.map { "- \($0.escapedForMarkdown)\n" }.joined() }
      if showingChanges, !entry.changes.isEmpty {
        for change in entry.changes where change.changesWords {
          out += "\n" + change.changes.map(\.markdown).joined().inParagraphs
        }
      } else {
        for provision in entry.provisions {
          let words = [provision.label, provision.text].filter { !$0.isEmpty }
          out += "\n" + words.joined(separator: "　").escapedLines.inParagraphs
        }
      }
    }
    for note in closingNotes { out += "\n> \(note)\n" }
    return out
  }
}

extension InstrumentHistory {
  /// A row for each act.
  public var markdown: String {
    var out = "# \(title.bracketedTitle.escapedForMarkdown)\n\n"
    out += "| 日期 | 事项 | 库中文本 | 变化 |\n|---|---|---|---|\n"
    for step in steps {
      let state = step.version.map { _ in step.validity?.shortLabel ?? "有" } ?? "没有"
      let decisions = step.decisions.map(\.title.bracketedTitle)
      let notes = [step.summary, Self.note(of: step.missing)] + decisions
      let cells = [
        step.act.last,
        [step.act.event, step.act.text].filter { !$0.isEmpty }.joined(separator: " "),
        state, notes.compactMap(\.self).joined(separator: "；"),
      ]
      out += "| " + cells.map(\.escapedForMarkdown).joined(separator: " | ") + " |\n"
    }
    return out
  }
}

extension TextChange {
  fileprivate var markdown: String {
    let words = text.escapedLines
    switch operation {
    case .equal: return words
    case .delete: return words.marked("del")
    case .insert: return words.marked("ins")
    }
  }
}

extension ProvisionHistory.Entry {
  /// What is told of the version beside its text.
  fileprivate var notes: [String] {
    let absence = provisions.isEmpty && changes.isEmpty ? ["没有这一条文"] : []
    return decisions.map(\.title.bracketedTitle)
      + [InstrumentHistory.note(of: missing)].compactMap(\.self) + changes.map(\.sentence) + absence
  }
}

extension String {
  /// Escaped, with its line ends.
  fileprivate var escapedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escapedForMarkdown }
      .joined(separator: "\n")
  }

  /// In an element on each line. Markdown's own marks are none beside punctuation of Chinese (CommonMark 6.2).
  fileprivate func marked(_ element: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "<\(element)>\($0)</\(element)>" }.joined(separator: "\n")
  }

  fileprivate var inParagraphs: String {
    split(separator: "\n").joined(separator: "\n\n") + "\n"
  }
}
