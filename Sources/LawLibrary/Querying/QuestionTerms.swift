// A ranked word or a lay question into weighted terms of the index.

import HanText
import SearchIndex

/// The constants of ranking, measured on the development questions and chosen by cross-validation.
enum Ranking {
  /// BM25 on both fields.
  static let profile: RankingProfile = {
    var profile = RankingProfile()
    profile.characters = FieldScoring(k1: 0.9, b: 0.75)
    profile.words = FieldScoring(k1: 0.9, b: 0.75)
    profile.prior = .multiplied
    return profile
  }()
  /// A character or bigram under a question word (`QuestionWords.txt`).
  static let questionWordWeight: Float = 0.4
  /// A term of the statutory words for a lay word (`LayTerms.txt`).
  static let layTermWeight: Float = 0.3
  /// A word of ideographs, beside its bigrams.
  static let wordWeight: Float = 0.2
  /// From so many ideographs in a piece on it is a question: sentences, not keywords.
  static let questionLength = 8
  /// How many of the best are ordered again by how much their instruments agree.
  static let agreementDepth = 200
  /// How much that counts.
  static let agreementWeight: Float = 0.03
}

/// Makes the terms of ranked text.
struct QuestionTerms {
  private let words: Words
  private let questionWords: PhraseSet
  private let layTerms: [(lay: [UInt32], statutory: [[UInt32]])]

  init(_ words: Words) {
    self.words = words
    let folding = words.folding
    func folded(_ text: Substring) -> [UInt32] { folding.folded(text, script: true).scalars }
    questionWords = PhraseSet(
      resourceLines(PackageResources.QuestionWords_txt).flatMap { $0.map(folded) })
    layTerms = resourceLines(PackageResources.LayTerms_txt).map { fields in
      (folded(fields[0]), fields.dropFirst().map(folded))
    }
  }

  /// Whether a piece of text is a question rather than a keyword.
  func isQuestion(_ text: String) -> Bool {
    text.unicodeScalars.reduce(0) { $0 + (isIdeograph($1.value) ? 1 : 0) } >= Ranking.questionLength
  }

  /// The terms of one piece of text.
  ///
  /// In a keyword, numbers and addresses stand for themselves in their one form: 5万元 and 五万元 are the same
  /// term, and their characters are none. The rest is its bigrams, and its words only where they are
  /// Latin or no bigram of it `isKnown` in the index: words of ideographs beside their bigrams would double the
  /// work of a short question and hardly change its order. A question is its bigrams, words and
  /// characters, question words counting less, and the statutory words for what it says in lay words.
  /// Throws where the library's dictionary can't be read.
  func terms(_ text: String, isKnown: (IndexTerm) throws -> Bool) throws -> [ScoredTerm] {
    var builder = TermWeights()
    if isQuestion(text) {
      try addQuestion(text, to: &builder)
    } else {
      for piece in try pieces(text) {
        switch piece {
        case .number(let term): builder.add(.word(term), 1)
        case .text(let text): try addKeyword(text, isKnown, to: &builder)
        }
      }
    }
    return builder.terms
  }

  private enum Piece {
    case text(String)
    /// A number or a level of an address as a term.
    case number([UInt8])
  }

  private func pieces(_ text: String) throws -> [Piece] {
    let scalars = words.folding.folded(text, script: true).scalars
    guard scalars.contains(where: { ChineseNumeral.parse([$0]) != nil }) else {
      return [.text(text)]
    }
    let terms = try words.terms()
    let bytes = Array(text.utf8)
    var tokens = TokenBuffer()
    var scratch = TokenBuffer()
    var buffer = TermBuffer()
    var pieces: [Piece] = []
    var start = 0
    terms.segmenter.segment(bytes, 0..<bytes.count, into: &tokens)
    for token in tokens.tokens where token.kind == .number || token.kind == .address {
      if start < token.range.lowerBound {
        pieces.append(.text(String(decoding: bytes[start..<token.range.lowerBound], as: UTF8.self)))
      }
      buffer.removeAll()
      terms.append(bytes, token.range, tokens: &scratch, into: &buffer)
      for number in 0..<buffer.count { pieces.append(.number(Array(buffer.bytes[buffer[number]]))) }
      start = token.range.upperBound
    }
    if start < bytes.count {
      pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    }
    return pieces
  }

  private func addKeyword(
    _ text: String, _ isKnown: (IndexTerm) throws -> Bool, to builder: inout TermWeights
  ) throws {
    let scalars = words.folding.folded(text, script: true).scalars
    var own = TermWeights()
    add(scalars, characters: false, weight: 1, to: &own)
    let typed = words.folding.folded(text, script: false).scalars
    if typed != scalars { add(typed, characters: false, weight: 1, to: &own, onlyNew: true) }
    if try !scalars.allSatisfy(isIdeograph) || !own.terms.contains(where: { try isKnown($0.term) })
    {
      try addWords(of: text, weight: own.terms.isEmpty ? 1 : Ranking.wordWeight, to: &own)
    }
    for term in own.terms { builder.add(term.term, term.weight) }
  }

  private func addQuestion(_ text: String, to builder: inout TermWeights) throws {
    let scalars = words.folding.folded(text, script: true).scalars
    try addWords(of: text, weight: Ranking.wordWeight, to: &builder)
    add(scalars, faint: questionWords.covered(scalars), characters: true, weight: 1, to: &builder)
    for (lay, statutory) in layTerms where scalars.firstRange(of: lay) != nil {
      for word in statutory where scalars.firstRange(of: word) == nil {
        add(word, characters: true, weight: Ranking.layTermWeight, to: &builder, onlyNew: true)
      }
    }
  }

  /// For each folded scalar of a piece of text, whether it counts less.
  func faint(_ text: String, _ scalars: [UInt32]) -> [Bool] {
    isQuestion(text)
      ? questionWords.covered(scalars) : Array(repeating: false, count: scalars.count)
  }

  private func addWords(of text: String, weight: Float, to builder: inout TermWeights) throws {
    var tokens = TokenBuffer()
    var buffer = TermBuffer()
    let bytes = Array(text.utf8)
    try words.terms().append(bytes, 0..<bytes.count, tokens: &tokens, into: &buffer)
    for number in 0..<buffer.count {
      let word = Array(buffer.bytes[buffer[number]])
      // A word of Latin letters or digits has no bigrams of ideographs to speak for it.
      let isHan = word.allSatisfy { $0 >= 0x80 }
      builder.add(.word(word), isHan ? weight : 1)
    }
  }

  private func add(
    _ scalars: [UInt32], faint: [Bool]? = nil, characters: Bool, weight: Float,
    to builder: inout TermWeights, onlyNew: Bool = false
  ) {
    for (i, scalar) in scalars.enumerated() where isIdeograph(scalar) {
      let isLast = i + 1 == scalars.count || !isIdeograph(scalars[i + 1])
      let isAlone = isLast && (i == 0 || !isIdeograph(scalars[i - 1]))
      if characters || isAlone {
        builder.add(
          .character(scalar), weight * (faint?[i] == true ? Ranking.questionWordWeight : 1),
          onlyNew: onlyNew)
      }
      if !isLast {
        let isFaint = faint.map { $0[i] || $0[i + 1] } ?? false
        builder.add(
          .bigram(scalar, scalars[i + 1]), weight * (isFaint ? Ranking.questionWordWeight : 1),
          onlyNew: onlyNew)
      }
    }
  }
}

/// Terms with the sum of their weights, in the order they came.
private struct TermWeights {
  private(set) var terms: [ScoredTerm] = []
  private var places: [IndexTerm: Int] = [:]

  mutating func add(_ term: IndexTerm, _ weight: Float, onlyNew: Bool = false) {
    if let place = places[term] {
      if !onlyNew { terms[place].weight += weight }
    } else {
      places[term] = terms.count
      terms.append(ScoredTerm(term, weight: weight))
    }
  }
}

/// Phrases to be found in text, the longest at each place.
struct PhraseSet {
  private let phrases: Set<[UInt32]>
  private let longest: Int

  init(_ phrases: [[UInt32]]) {
    self.phrases = Set(phrases)
    longest = phrases.map(\.count).max() ?? 0
  }

  /// Which scalars stand in a phrase; matches follow each other from left to right.
  func covered(_ scalars: [UInt32]) -> [Bool] {
    var covered = [Bool](repeating: false, count: scalars.count)
    var i = 0
    while i < scalars.count {
      let length = stride(from: min(longest, scalars.count - i), to: 0, by: -1).first {
        phrases.contains(Array(scalars[i..<i + $0]))
      }
      for k in i..<i + (length ?? 0) { covered[k] = true }
      i += length ?? 1
    }
    return covered
  }
}

/// The ideographs that bigrams are made of.
func isIdeograph(_ scalar: UInt32) -> Bool {
  (0x3400...0x9FFF).contains(scalar) || scalar == 0x3007 || (0x20000...0x3FFFD).contains(scalar)
}
