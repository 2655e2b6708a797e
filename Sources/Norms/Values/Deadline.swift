// A time limit as a value.

import HanText

/// A time limit: 十五个工作日内, 自收到申请之日起三十日内. Ranges are UTF-8 bytes of the source text.
///
/// | written | relation | length or date | event |
/// |---|---|---|---|
/// | 自收到申请之日起三十日内 | within | 30日 | 收到申请 |
/// | 会议举行的三十日前 | before | 30日 | 会议举行 |
/// | 至少保存三年 | at_least | 3年 | |
/// | 每年三月三十一日前 | by | 每年3月31日 | |
/// | 立即 | immediately | | |
public struct Deadline: Sendable, Hashable {
  public enum Relation: String, Sendable, CaseIterable {
    /// 三十日内
    case within
    /// 三十日前, 提前三十日
    case before
    /// 三十日后
    case after
    /// 不少于三年, 保存三年以上
    case atLeast = "at_least"
    /// 不超过六十日
    case atMost = "at_most"
    /// 公示七日, 保存期限为三年
    case exactly
    /// 延长三十日
    case extended
    /// 三年内不得: as long as something is forbidden.
    case during
    /// 每半年
    case every
    /// 三月三十一日前
    case by
    /// 立即, 及时, 当场
    case immediately
  }

  public var relation: Relation
  /// nil for dates and 立即. 当日 is one day.
  public var length: TimeLength?
  /// What 前 follows, where it is a day of the calendar.
  public var date: CalendarDay?
  /// What it is counted from or back from: 收到申请.
  public var event: ByteRange?
  public var range: ByteRange

  /// The deadline with its ranges moved.
  public func mapped(_ place: (ByteRange) -> ByteRange) -> Deadline {
    var copy = self
    copy.range = place(range)
    copy.event = event.map(place)
    return copy
  }
}

/// A day of the calendar as far as the text gives it: 每年三月三十一日, 每月十日, 六月底.
public struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
  public var year: Int?
  public var month: Int?
  public var day: Int?
  /// 每年, 每月: the unit that comes round; nil for once.
  public var every: TimeUnit?
  /// 月底, 年底.
  public var isEnd = false

  /// `每年3月31日`, `6月底`
  public var description: String {
    var words = every.map { $0 == .year ? "每年" : "每月" } ?? ""
    if let year { words += "\(year)年" }
    if let month { words += "\(month)月" }
    if let day { words += "\(day)日" }
    // 年底 with no year of its own.
    if isEnd { words += month == nil && year == nil && every == nil ? "年底" : "底" }
    return words
  }
}

extension Deadline: CustomStringConvertible {
  /// `30日内`, `≥3年`, `每6个月`, `每年3月31日前`
  public var description: String {
    let length = length.map { "\($0)" } ?? ""
    return switch relation {
    case .within: "\(length)内"
    case .before: "\(length)前"
    case .after: "\(length)后"
    case .atLeast: "≥\(length)"
    case .atMost: "≤\(length)"
    case .exactly: length
    case .extended: "延长\(length)"
    case .during: "\(length)内不得"
    case .every: "每\(length)"
    case .by: "\(date.map { "\($0)" } ?? "")前"
    case .immediately: "立即"
    }
  }
}
