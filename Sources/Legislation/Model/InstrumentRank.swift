// Where an instrument stands among the sources of law, as far as its title and issuer tell.

/// The rank of a source of law (立法法 chapters 2–5, articles 98–105).
public enum InstrumentRank: String, Sendable, CaseIterable {
  /// 宪法
  case constitution
  /// 法律: the National People's Congress and its Standing Committee.
  case law
  /// 行政法规: the State Council.
  case regulation
  /// 司法解释: the Supreme People's Court and Procuratorate.
  case interpretation
  /// 部门规章: ministries and commissions.
  case rule
  /// 地方性法规、地方政府规章
  case local
  /// Commentary, cases, and what can't be told.
  case other

  /// The name lawyers use.
  public var name: String {
    switch self {
    case .constitution: "宪法"
    case .law: "法律"
    case .regulation: "行政法规"
    case .interpretation: "司法解释"
    case .rule: "部门规章"
    case .local: "地方性法规"
    case .other: "其他"
    }
  }

  /// Reads a Chinese or an English name.
  public init?(name: some StringProtocol) {
    guard let rank = Self.allCases.first(where: { $0.name == name || $0.rawValue == name }) else {
      return nil
    }
    self = rank
  }
}
