// Where an instrument stands among the sources of law, as far as its title and issuer tell.

import HanText

/// The rank of a source of law (立法法 chapters 2–5, articles 98–105).
public enum InstrumentRank: String, Sendable, CaseIterable {
  /// 宪法
  case constitution
  /// 法典: a law that codifies a whole field.
  case code
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
  /// Articles, explanations and court cases: about law, not law.
  case commentary
  /// What can't be told.
  case other

  /// The name lawyers use.
  public var name: String {
    switch self {
    case .constitution: "宪法"
    case .code: "法典"
    case .law: "法律"
    case .regulation: "行政法规"
    case .interpretation: "司法解释"
    case .rule: "部门规章"
    case .local: "地方性法规"
    case .commentary: "评论案例"
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

extension InstrumentRank {
  /// Reads the rank off a title and the bodies that issued it. The rules are `InstrumentRanks.txt`, tried in
  /// order; commentary and cases stand below all.
  public init(title: String, genre: Genre, issuers: [String]) {
    guard genre != .commentary, genre != .case else {
      self = .commentary
      return
    }
    self = .other
    let name = title.withoutClosingBracket
    for rule in RankRule.all where rule.fits(title: name, issuers: issuers) {
      self = rule.rank
      return
    }
  }
}

/// One line of `InstrumentRanks.txt`.
private struct RankRule: Sendable {
  enum Test: String { case starts, ends, issuer, place }

  let rank: InstrumentRank
  let test: Test
  let words: [String]

  static let all: [RankRule] = resourceLines(PackageResources.InstrumentRanks_txt).compactMap {
    fields in
    guard fields.count >= 2, let rank = InstrumentRank(rawValue: String(fields[0])),
      let test = Test(rawValue: String(fields[1]))
    else { return nil }
    return RankRule(rank: rank, test: test, words: fields.dropFirst(2).map(String.init))
  }

  /// Characters before 市 and the like that make another word of it: 城市, 上市.
  static let noPlace = Set(
    resourceLines(PackageResources.InstrumentRanks_txt).filter { $0[0] == "-place" }
      .flatMap { $0.dropFirst().flatMap(\.unicodeScalars) })

  func fits(title: String, issuers: [String]) -> Bool {
    switch test {
    case .starts: words.contains { title.hasPrefix($0) }
    case .ends: words.contains { title.hasSuffix($0) }
    case .issuer: issuers.contains { issuer in words.contains { issuer.hasPrefix($0) } }
    case .place:
      words.contains { title.names($0) }
        || issuers.contains { issuer in words.contains { issuer.names($0) } }
    }
  }
}

extension String {
  /// The text without a note in brackets at its end: （试行）, （2018年修正）.
  fileprivate var withoutClosingBracket: String {
    guard hasSuffix("）") || hasSuffix(")"), let open = lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return self }
    return String(self[..<open])
  }

  /// Whether the text begins with the name of a place of a kind: X市, X省. The name before the kind has two
  /// to six characters, which leaves out 城市 and 上市.
  fileprivate func names(_ kind: String) -> Bool {
    let scalars = Array(unicodeScalars.prefix(12))
    let ending = Array(kind.unicodeScalars)
    guard scalars.count > ending.count + 2 else { return false }
    return (2...min(6, scalars.count - ending.count)).contains {
      scalars[$0..<$0 + ending.count].elementsEqual(ending)
        && !RankRule.noPlace.contains(scalars[$0 - 1])
    }
  }
}
