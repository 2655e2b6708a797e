// Which of two lengths of time is longer, as far as that is certain.

import Norms

extension TimeLength {
  /// The least and the most minutes it may last: a month has 28 to 31 days, and between working days lie
  /// weekends and, at the longest, the holidays around the Spring Festival or the National Day.
  private var minutes: ClosedRange<Int> {
    let day = 24 * 60
    let count = max(0, min(count, 1_000_000))
    return switch unit {
    case .minute: count...count
    case .hour: count * 60...count * 60
    case .day: count * day...count * day
    case .week: count * 7 * day...count * 7 * day
    case .workday: (count + 2 * (max(0, count - 1) / 5)) * day...(2 * count + 10) * day
    case .month: count * 28 * day...count * 31 * day
    case .quarter: count * 90 * day...count * 92 * day
    case .year: count * 365 * day...count * 366 * day
    }
  }

  /// In one unit of its kind, where units are whole parts of each other.
  private var exact: (count: Int, kind: Int) {
    switch unit {
    case .minute: (count, 0)
    case .hour: (count * 60, 0)
    case .day: (count * 24 * 60, 0)
    case .week: (count * 7 * 24 * 60, 0)
    case .workday: (count, 1)
    case .month: (count, 2)
    case .quarter: (count * 3, 2)
    case .year: (count * 12, 2)
    }
  }

  /// Whether it is longer than another (1), as long (0) or shorter (-1); nil where that depends on the
  /// calendar.
  func compared(to other: TimeLength) -> Int? {
    guard count < 1_000_000, other.count < 1_000_000 else { return nil }
    let (a, b) = (exact, other.exact)
    if a.kind == b.kind { return (a.count - b.count).signum() }
    if minutes.upperBound <= other.minutes.lowerBound { return -1 }
    if minutes.lowerBound >= other.minutes.upperBound { return 1 }
    return nil
  }
}
