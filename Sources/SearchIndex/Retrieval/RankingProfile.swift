// The constants of ranking in one place, so that measuring another set means changing one value.

/// Constants of BM25 for one field (Robertson and Zaragoza, "The Probabilistic Relevance Framework:
/// BM25 and Beyond", 2009).
public struct FieldScoring: Sendable, Hashable {
  /// How soon more occurrences stop counting.
  public var k1: Float
  /// How much the document's length counts, 0…1.
  public var b: Float

  public init(k1: Float, b: Float) {
    self.k1 = k1
    self.b = b
  }
}

/// How a document's prior joins the score of its terms.
public enum PriorRule: Sendable, Hashable {
  /// score = Σ × prior
  case multiplied
  /// score = Σ + prior
  case added
}

/// The ranking formula: Σ weight · idf · tf·(k1+1) / (tf + k1·(1 − b + b·length/average)), and the
/// prior. idf = ln(1 + (N − df + ½) / (df + ½)), over all documents searched.
public struct RankingProfile: Sendable, Hashable {
  public var characters = FieldScoring(k1: 1.2, b: 0.75)
  public var words = FieldScoring(k1: 1.2, b: 0.75)
  public var prior = PriorRule.multiplied

  public init() {}

  func scoring(_ field: Field) -> FieldScoring {
    field == .words ? words : characters
  }
}

/// A term of a ranked query.
public struct ScoredTerm: Hashable, Sendable {
  public enum Role: Sendable, Hashable {
    /// A document with this term is a hit.
    case match
    /// The term adds to the score of hits and makes none.
    case boost
  }

  public var term: IndexTerm
  /// Multiplies the term's BM25; the idf comes from the index. Not negative.
  public var weight: Float
  public var role: Role

  public init(_ term: IndexTerm, weight: Float = 1, role: Role = .match) {
    self.term = term
    self.weight = weight
    self.role = role
  }
}
