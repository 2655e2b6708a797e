// Which day's law a text can have known: the day it was written.

import HanText
import Legislation

/// The day a text was written, as far as it says so itself.
struct WritingDay {
  /// `YYYY-MM-DD`
  let day: String
  /// Whether it speaks of amendments, and so may have known a version before it took effect.
  private let speaksOfAmending: Bool

  /// Nil where the text gives no day.
  init?(of document: ParsedDocument) {
    let metadata = document.metadata
    guard let date = metadata.versionEvent?.date ?? metadata.published else { return nil }
    day = date.description
    let bytes = document.source.bytes
    speaksOfAmending = HistoryWords.all(.amending).contains {
      bytes.find(Array($0.utf8), in: 0..<bytes.count) != nil
    }
  }

  /// The text of an instrument that the writer knew, where another than `current` was in force; its version is
  /// nil where the library has no text of it. Between a version's adoption and its taking effect a text that
  /// speaks of amendments may mean either, and nothing is told.
  func step(
    of history: InstrumentHistory, before current: VersionSummary
  ) -> InstrumentHistory.Step? {
    guard let start = current.dates.turn, day < start else { return nil }
    if let adopted = current.date, adopted <= day, speaksOfAmending { return nil }
    return history.step(inForceOn: day)
  }
}
