// Lengths of time as values.

/// What time is counted in.
public enum TimeUnit: String, Sendable, CaseIterable {
  case minute, hour, day, workday, week, month, quarter, year

  /// 日, 个工作日, 个月.
  var name: String {
    switch self {
    case .minute: "分钟"
    case .hour: "小时"
    case .day: "日"
    case .workday: "个工作日"
    case .week: "周"
    case .month: "个月"
    case .quarter: "个季度"
    case .year: "年"
    }
  }
}

/// A length of time: 十五个工作日.
public struct TimeLength: Sendable, Hashable, CustomStringConvertible {
  public var count: Int
  public var unit: TimeUnit

  public init(_ count: Int, _ unit: TimeUnit) {
    self.count = count
    self.unit = unit
  }

  /// `15个工作日`
  public var description: String { "\(count)\(unit.name)" }
}

/// How long a measure lasts: 五日以上十日以下, 三年以下, 终身.
public struct TimeSpan: Sendable, Hashable, CustomStringConvertible {
  /// nil where the text sets none.
  public var lower: TimeLength?
  /// nil where the text sets none.
  public var upper: TimeLength?
  /// 终身; after a span, 直至终身.
  public var isLifelong = false

  /// `5日–10日`, `≤3年`, `终身`
  public var description: String {
    var words: [String] = []
    switch (lower, upper) {
    case (let low?, let high?): words.append(low == high ? "\(low)" : "\(low)–\(high)")
    case (let low?, nil): words.append("≥\(low)")
    case (nil, let high?): words.append("≤\(high)")
    case (nil, nil): break
    }
    if isLifelong { words.append("终身") }
    return words.joined(separator: "–")
  }
}
