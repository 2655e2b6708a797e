// Days of the calendar where they stand: 2025年12月31日, 三月底, 每月十日.

import HanText
import Legislation

/// Reads the date that begins at a place of a passage.
struct CalendarReader {
  let bytes: [UInt8]
  /// One past the last byte that may be read.
  let end: Int

  /// The date at `start`: one with a month or a year of the calendar, or a mere day where `isDayEnough`.
  func date(at start: Int, isDayEnough: Bool = false) -> (day: CalendarDay, end: Int)? {
    var day = CalendarDay()
    var stop = start
    // Year, month and day, each at most once and in this order.
    for _ in 0..<3 {
      guard let number = readNumber(bytes, at: stop, before: end),
        let unit = word(at: skipSpaces(bytes, number.end..<min(end, number.end + 1)))
      else { break }
      let isYear = day.year == nil && day.month == nil && number.value >= 1000
      let isMonth = day.month == nil && (1...12).contains(number.value)
      switch unit.tag {
      case .calendar(.year) where isYear, .yearEnd where isYear: day.year = number.value
      case .calendar(.month) where isMonth, .monthEnd where isMonth: day.month = number.value
      case .calendar(.day) where (day.month != nil || isDayEnough) && number.value <= 31:
        return (day.on(number.value), unit.end)
      default: return stop > start ? (day, stop) : nil
      }
      stop = unit.end
      switch unit.tag {
      case .yearEnd, .monthEnd: return (day.atEnd, stop)
      default: break
      }
    }
    // 每年年底, 每月底.
    if stop == start, isDayEnough, let last = word(at: stop) {
      switch last.tag {
      case .yearEnd, .monthEnd, .end: return (day.atEnd, last.end)
      default: break
      }
    }
    return stop > start ? (day, stop) : nil
  }

  private func word(at i: Int) -> (tag: DeadlineWords.Tag, end: Int)? {
    DeadlineWords.lexicon.match(bytes, at: i, before: end)
  }
}

extension CalendarDay {
  fileprivate func on(_ number: Int) -> CalendarDay {
    var day = self
    day.day = number
    return day
  }

  fileprivate var atEnd: CalendarDay {
    var day = self
    day.isEnd = true
    return day
  }
}
