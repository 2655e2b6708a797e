// The words that time limits are read by.

import Legislation

enum DeadlineWords {
  enum Tag: Sendable {
    case immediate, sameDay, every, calendar(TimeUnit), end, yearEnd, monthEnd, monthName
    case unit(TimeUnit), within, before, after, above, below, word
  }

  /// The words that are read forward.
  static let lexicon = ValueLexicon<Tag>(PackageResources.DeadlineWords_txt) { fields in
    switch fields[0] {
    case "calendar", "unit":
      guard fields.count > 1, let unit = TimeUnit(rawValue: String(fields[1])) else { return nil }
      return (fields[0] == "unit" ? .unit(unit) : .calendar(unit), fields.dropFirst(2))
    default: return plain[String(fields[0])].map { ($0, fields.dropFirst()) }
    }
  }

  private static let plain: [String: Tag] = [
    "immediate": .immediate, "same-day": .sameDay, "every": .every, "end": .end,
    "year-end": .yearEnd, "month-end": .monthEnd, "month-name": .monthName, "within": .within,
    "before": .before,
    "after": .after, "above": .above, "below": .below, "word": .word,
  ]

  enum Border: Sendable { case open, boundary, stays }

  /// Where an event may begin, and the words that hold such a word.
  static let borders = ValueLexicon<Border>(PackageResources.DeadlineWords_txt) { fields in
    switch fields[0] {
    case "open": (.open, fields.dropFirst())
    case "boundary": (.boundary, fields.dropFirst())
    case "stays": (.stays, fields.dropFirst())
    default: nil
    }
  }

  private static let classes = WordClasses(PackageResources.DeadlineWords_txt)
  static let ban = classes["ban"]
  static let atLeast = classes["at-least"]
  static let atMost = classes["at-most"]
  static let advance = classes["advance"]
  static let extend = classes["extend"]
  static let since = classes["since"]
  static let afterEvent = classes["after-event"]
  static let beforeEvent = classes["before-event"]
  static let notAfter = classes["not-after"]
  static let filler = classes["filler"]
  static let keep = classes["keep"]
  static let behind = classes["behind"]
  static let notLimit = classes["not-limit"]
  static let openings = classes["opening"]
  static let full = classes["full"]
  static let banBefore = classes["ban-before"]
  static let happened = classes["happened"]
  static let negated = classes["negated"]
  static let never = classes["never"]
}
