// Where a provision is, as people and machines write it.

import HanText

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
      guard let number = step.number else {
        return step.level == .preamble ? "序言" : step.level.prefix
      }
      switch step.level {
      case .preamble: return "序言"
      case .attachment: return "附件" + ChineseNumeral.format(number.main)
      case .item: return "第（" + ChineseNumeral.format(number.main) + "）项"
      case .point: return ChineseNumeral.format(number.main) + "、"
      case .paragraph where path.first?.level == .preamble:
        return "第" + ChineseNumeral.format(number.main) + "自然段"
      default:
        let insert = number.insert.map { "之" + ChineseNumeral.format($0) } ?? ""
        guard let unit = step.level.unit else { return "\(step.level.prefix)_\(number)" }
        return "第" + ChineseNumeral.format(number.main) + unit + insert
      }
    }.joined()
  }
}
