// An amount of a sanction as a value: so much money, or so many times something.

import HanText

/// An amount: 一万元以上十万元以下, 违法所得一倍以上十倍以下. Ranges are UTF-8 bytes of the source text.
///
/// | written | lower | upper | unit |
/// |---|---|---|---|
/// | 一万元以上十万元以下 | 10000 | 100000 | yuan |
/// | 三千元以下 | | 3000 | yuan |
/// | 五百元 | 500 | 500 | yuan |
/// | 百分之三以上五倍以下 | 3/100 | 5 | times |
/// | 货值金额等值以下 | | 1 | times |
/// | 记12分 | 12 | 12 | points |
public struct Amount: Sendable, Hashable {
  public enum Unit: String, Sendable, CaseIterable {
    /// Renminbi.
    case yuan
    /// Multiples and shares of what `basis` names.
    case times
    /// Points against a driver or a record: 记12分.
    case points
  }

  public var unit: Unit
  /// nil where the text sets none. 以上 includes the number itself (民法典 1259, 刑法 99).
  public var lower: Ratio?
  /// nil where the text sets none.
  public var upper: Ratio?
  /// Whether `upper` itself is out: 不满, 不足.
  public var excludesUpper = false
  /// Whether it limits the amount before it: 但最高不超过三万元.
  public var isCap = false
  /// Whether it is due for every day: 按日, 每日.
  public var isDaily = false
  /// What it is a multiple of: 违法所得, 货值金额.
  public var basis: ByteRange?
  /// What it is counted by, from 每 on: 每平方米, 每人.
  public var per: ByteRange?
  public var range: ByteRange

  /// The amount with its ranges moved.
  public func mapped(_ place: (ByteRange) -> ByteRange) -> Amount {
    var copy = self
    copy.range = place(range)
    copy.basis = basis.map(place)
    copy.per = per.map(place)
    return copy
  }
}

extension Amount: CustomStringConvertible {
  /// `10000–100000 元`, `≤3000 元`, `1–10 倍`, `3%–5 倍`.
  public var description: String {
    let words: String
    switch (lower, upper) {
    case (let low?, let high?) where low == high: words = written(low)
    case (let low?, let high?):
      // The sign is not said twice, except where share and multiple meet.
      let (first, last) = (number(low), number(high))
      let head = sign(low) == sign(high) ? first : written(low)
      words = "\(head)–\(excludesUpper ? "<" : "")\(last)\(sign(high))"
    case (let low?, nil): words = "≥\(written(low))"
    case (nil, let high?): words = "\(excludesUpper ? "<" : "≤")\(written(high))"
    case (nil, nil): words = ""
    }
    return isDaily ? "\(words)/日" : words
  }

  /// The description with the words of `bytes` that it is a multiple of or counted by:
  /// `违法所得 1–10 倍`, `每平方米 200 元`.
  public func description(in bytes: [UInt8]) -> String {
    func words(_ range: ByteRange?) -> String {
      guard let range, range.upperBound <= bytes.count else { return "" }
      return String(decoding: bytes[range], as: UTF8.self) + " "
    }
    return words(per) + words(basis) + description
  }

  private func written(_ value: Ratio) -> String { number(value) + sign(value) }

  private func number(_ value: Ratio) -> String {
    isShare(value) ? value.multiplied(by: 100)?.description ?? value.description : value.description
  }

  private func sign(_ value: Ratio) -> String {
    switch unit {
    case .yuan: " 元"
    case .times: isShare(value) ? "%" : " 倍"
    case .points: " 分"
    }
  }

  private func isShare(_ value: Ratio) -> Bool {
    // 60%至100% keeps its sign.
    unit == .times && value.isDecimal
      && (value < Ratio(1) || (value == Ratio(1) && lower.map { $0 < value } == true))
  }
}
