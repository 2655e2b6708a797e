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
      bytes.find(Bytes(String($0)), in: 0..<bytes.count) != nil
    }
  }

  /// The version of an instrument that the text knew, where that is another than `current`: one that took
  /// its place only later. Between a version's adoption and its taking effect a text that speaks of
  /// amendments may mean either, and nothing is told.
  func version(of instrument: InstrumentSummary, before current: VersionSummary) -> VersionSummary? {
    guard let known = instrument.current(asOf: day).first, known.id != current.id,
      let start = current.dates.turn, day < start, let own = known.dates.turn, own <= day
    else { return nil }
    if let adopted = current.date, adopted <= day, speaksOfAmending { return nil }
    return known
  }
}
