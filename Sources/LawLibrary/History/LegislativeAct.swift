// The acts that made an instrument and its versions, put together from the lines of its history.

import HanText
import Legislation

/// One act that made a version of an instrument: its adoption, or an amendment. What is adopted on one day
/// and made public on another is one act.
public struct LegislativeAct: Sendable, Equatable {
  /// `YYYY-MM-DD`: the day of its first event.
  public private(set) var first: String
  /// `YYYY-MM-DD`: the day of its last event.
  public private(set) var last: String
  /// 通过, 公布, 修订, 修正 …; empty where nothing names it.
  public private(set) var event: String
  /// The words of the source, for people; empty where only a date is known.
  public private(set) var text: String
  /// The day it takes effect, where the history or its decision gives it.
  public internal(set) var effective: String?
  /// Whether its last event came of a meeting, so that being made public is still to come.
  private var isByMeeting: Bool

  init(date: String, event: String, text: String = "", effective: String? = nil) {
    (first, last, self.event, self.text, self.effective) = (date, date, event, text, effective)
    isByMeeting = HistoryWords.has(.meeting, text)
  }

  /// Whether it changed a text that was there.
  public var isAmendment: Bool { HistoryWords.isOne(event, .amending) }

  /// 2025年10月28日修正
  public var label: String { chineseDate(last) + event }

  /// Whether both are one act: their days overlap.
  func isSame(as other: LegislativeAct) -> Bool { first <= other.last && other.first <= last }

  /// The days between it and a day; 0 within it, nil where a day is none.
  func gap(to day: String) -> Int? {
    if first <= day, day <= last { return 0 }
    return day < first ? days(from: day, to: first) : days(from: last, to: day)
  }

  /// The same act with what either account tells.
  mutating func merge(_ other: LegislativeAct) {
    (first, last) = (min(first, other.first), max(last, other.last))
    if event.isEmpty || (!isAmendment && other.isAmendment) { event = other.event }
    if text.isEmpty { text = other.text }
    effective = effective ?? other.effective
  }

  /// Takes in an event that only carries on what the act began; false where it begins another.
  fileprivate mutating func take(_ next: StoredEvent) -> Bool {
    guard let gap = days(from: last, to: next.date), gap <= Self.longestGap else { return false }
    let isMeeting = HistoryWords.has(.meeting, next.text)
    let carriesOn: Bool =
      if gap == 0 {
        true
      } else if next.event.isEmpty || HistoryWords.isOne(next.event, .publishing)
        || HistoryWords.isOne(next.event, .approving)
      {
        // Another order that makes the text public again has made it anew.
        isByMeeting || !HistoryWords.isOne(event, .publishing)
      } else if HistoryWords.isOne(next.event, .adopting) {
        // Two bodies adopt one text.
        HistoryWords.isOne(event, .adopting)
      } else {
        // 修订通过 in a meeting, then the order that says 修订 too.
        isAmendment && isByMeeting && !isMeeting && !HistoryWords.has(.decision, next.text)
      }
    guard carriesOn else { return false }
    last = max(last, next.date)
    isByMeeting = isByMeeting || isMeeting
    if event.isEmpty || (!isAmendment && !next.event.isEmpty) { event = next.event }
    if text.isEmpty { text = next.text }
    return true
  }

  /// The longest seen between a text's adoption and its being made public is 156 days.
  static let longestGap = 180
}

extension LegislativeAct {
  /// The acts a history tells of, in order of time.
  static func acts(of history: [StoredEvent]) -> [LegislativeAct] {
    var acts: [LegislativeAct] = []
    for event in history.sorted(by: { $0.date < $1.date })
    where !HistoryWords.isOne(event.event, .ending) {
      if HistoryWords.isOne(event.event, .starting) {
        if let last = acts.indices.last { acts[last].effective = event.date }
        continue
      }
      if let last = acts.indices.last, acts[last].take(event) { continue }
      // Some lines tell nothing but the day.
      let words = event.text == chineseDate(event.date) ? "" : event.text
      acts.append(LegislativeAct(date: event.date, event: event.event, text: words))
    }
    return acts
  }
}

/// Days between two days written `YYYY-MM-DD`; nil where one is none.
func days(from start: String, to end: String) -> Int? {
  guard let start = CalendarDate(start), let end = CalendarDate(end) else { return nil }
  return end.dayNumber - start.dayNumber
}

extension CalendarDate {
  /// Days since 1 March of the year 0 of the Gregorian calendar.
  fileprivate var dayNumber: Int {
    // Years that begin in March end in the leap day.
    let (shifted, monthIndex) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthIndex + 2) / 5 + day - 1
  }
}
