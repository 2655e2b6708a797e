// Whether a version is law on a day, as far as its text and the library tell.

/// What a version is on a day.
public enum Validity: Sendable, Equatable {
  /// 现行有效: in force since the date it took effect, or at the latest since what made the version
  /// (修正, 公布 …) on that date.
  case inForce(since: String, event: String)
  /// 已修改: a later version of the same instrument took its place on the date.
  case amended(on: String?)
  /// 尚未施行: adopted, in force from the date on.
  case pending(until: String)
  /// 已废止: another instrument in the library says so.
  case repealed(on: String?)
  /// 未知: neither the text nor the library tells.
  case unknown

  /// The word for scripts.
  public var name: String {
    switch self {
    case .inForce: "in force"
    case .amended: "amended"
    case .pending: "not yet in force"
    case .repealed: "repealed"
    case .unknown: "unknown"
    }
  }

  /// The words for people, with the date.
  public var label: String {
    switch self {
    case .inForce(let date, let event): "现行有效（\(chineseDate(date))\(event)）"
    case .amended(let date?): "已修改（\(chineseDate(date))）"
    case .amended(nil): "已修改"
    case .pending(let date): "尚未施行（\(chineseDate(date))起施行）"
    case .repealed(let date?): "已废止（\(chineseDate(date))）"
    case .repealed(nil): "已废止"
    case .unknown: "未知"
    }
  }

  /// The date the state began or, when pending, begins; `YYYY-MM-DD`.
  public var date: String? {
    switch self {
    case .inForce(let date, _), .pending(let date): date
    case .amended(let date), .repealed(let date): date
    case .unknown: nil
    }
  }
}

/// `2022-11-25` as 2022年11月25日; anything else as it stands.
func chineseDate(_ date: String) -> String {
  let parts = date.split(separator: "-").map { Int($0) }
  guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
    return date
  }
  return "\(year)年\(month)月\(day)日"
}
