// What happened to the new version: the old one's history and the amendment, as republished texts tell it.

import Legislation

/// The lines under the title of a consolidated text.
struct VersionHistory {
  let lines: [String]

  init(_ old: Metadata, _ decision: Metadata) {
    var lines = old.history.map { event in
      // Of several meetings that one verb ends, each has the verb.
      (event.text.hasPrefix(Self.day(event.date)) ? "" : Self.day(event.date) + " ") + event.text
        + (event.text.contains(event.event) ? "" : event.event)
    }
    if let date = decision.published ?? decision.adopted {
      lines.append("\(Self.day(date)) 根据\(decision.title.bracketedTitle)修正")
    }
    if let effective = decision.effective {
      lines.append("\(Self.day(effective)) 修正后施行")
    }
    self.lines = lines
  }

  private static func day(_ date: CalendarDate) -> String {
    "\(date.year)年\(date.month)月\(date.day)日"
  }
}
