// Where a provision is, as people and machines write it.

/// A provision named by law, version and numbers: 《…规定》第十九条第一款, `art_19__para_1`.
public struct Address: Sendable, Hashable {
  /// One step down: 第十九条, 第一款.
  public struct Step: Sendable, Hashable {
    public let level: Level
    /// Nil for a level that is there once: `preamble`.
    public let number: ProvisionNumber?

    public init(_ level: Level, _ number: ProvisionNumber?) {
      self.level = level
      self.number = number
    }
  }

  /// The words before the numbers, without 《》: a title or a short name. Nil where there are none.
  public let law: String?
  /// The version asked for: `网络安全法@2016-11-07`.
  public let version: CalendarDate?
  /// The steps, the outermost first. Empty for a whole law.
  public let path: [Step]

  public init(law: String? = nil, version: CalendarDate? = nil, path: [Step]) {
    self.law = law
    self.version = version
    self.path = path
  }

  /// The path as an eId: `art_19__para_1`. An article stands without its chapter.
  public var eId: String {
    var steps = path
    if let article = steps.lastIndex(where: { $0.level == .article }) {
      steps = steps[..<article].filter { $0.level == .attachment } + steps[article...]
    }
    return steps.map { step in
      guard let number = step.number, !(step.level == .preamble && number.main == 1) else {
        return step.level.prefix
      }
      return "\(step.level.prefix)_\(number)"
    }.joined(separator: "__")
  }

  /// The path as legal texts write it: 第十九条第一款第三项.
  public var chinese: String {
    path.map { step in
      guard let number = step.number else { return step.level == .preamble ? "序言" : step.level.prefix }
      switch step.level {
      case .preamble: return "序言"
      case .attachment: return "附件" + chineseNumeral(number.main)
      case .item: return "第（" + chineseNumeral(number.main) + "）项"
      case .point: return chineseNumeral(number.main) + "、"
      case .paragraph where path.first?.level == .preamble:
        return "第" + chineseNumeral(number.main) + "自然段"
      default:
        let insert = number.insert.map { "之" + chineseNumeral($0) } ?? ""
        guard let unit = step.level.unit else { return "\(step.level.prefix)_\(number)" }
        return "第" + chineseNumeral(number.main) + unit + insert
      }
    }.joined()
  }
}

/// 120 → 一百二十.
func chineseNumeral(_ value: Int) -> String {
  let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  guard value > 0 else { return digits[0] }
  guard value < 10_000 else {
    let rest = value % 10_000
    return chineseNumeral(value / 10_000) + "万" + (rest == 0 ? "" : (rest < 1000 ? "零" : "") + chineseNumeral(rest))
  }
  var result = ""
  var pendingZero = false
  for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
    let digit = value / unit % 10
    if digit == 0 {
      pendingZero = !result.isEmpty
      continue
    }
    if pendingZero { result += digits[0] }
    pendingZero = false
    // 十二, not 一十二.
    result += (unit == 10 && digit == 1 && result.isEmpty ? "" : digits[digit]) + name
  }
  return result
}
