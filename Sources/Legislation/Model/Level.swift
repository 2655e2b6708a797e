// The names of the parts a legal text or a commentary is divided into.

/// What a provision is in its text: 编 章 节 条 款 项 目, and the units of texts without articles.
///
/// 编, 章, 节, 条, 款, 项 and 目 are those of 立法法 (Legislation Law), article 65.
public enum Level: String, Sendable, CaseIterable {
  /// 编
  case part
  /// 分编
  case subpart
  /// 章
  case chapter
  /// 节
  case section
  /// 条
  case article
  /// 款: a line of an article that is no list item; a paragraph of any other text.
  case paragraph
  /// 项: （一）
  case item
  /// 目: 1.
  case subitem
  /// 附件, 附录, 附表
  case attachment
  /// 序言, or the lines that say why a text is made, before its first article or point.
  case preamble
  /// 一、二、三、 of a decision or reply.
  case point
  /// Who signed and when: an order before the text, names and date after it.
  case signature
  /// A heading without 第X章.
  case heading
  /// A sentence of a commentary.
  case sentence
  /// 问
  case question
  /// 答
  case answer

  /// Whether the provision holds others under a heading and has no text of its own.
  public var isContainer: Bool {
    switch self {
    case .part, .subpart, .chapter, .section, .heading: true
    default: false
    }
  }

  /// The prefix of the level in an eId (Akoma Ntoso naming convention, 5.2).
  public var prefix: String {
    switch self {
    case .part: "part"
    case .subpart: "subpart"
    case .chapter: "chp"
    case .section: "sec"
    case .article: "art"
    case .paragraph: "para"
    case .item: "item"
    case .subitem: "subitem"
    case .attachment: "att"
    case .preamble: "preamble"
    case .point: "point"
    case .signature: "signature"
    case .heading: "hdg"
    case .sentence: "sent"
    case .question: "qst"
    case .answer: "ans"
    }
  }

  /// The level an eId prefix names.
  public init?(prefix: some StringProtocol) {
    guard let level = Level.allCases.first(where: { $0.prefix == prefix }) else { return nil }
    self = level
  }

  /// The Chinese unit word, for levels that are cited by number: 第三**条**.
  public var unit: String? {
    switch self {
    case .part: "编"
    case .subpart: "分编"
    case .chapter: "章"
    case .section: "节"
    case .article: "条"
    case .paragraph: "款"
    case .item: "项"
    case .subitem: "目"
    default: nil
    }
  }
}
