// Which norms of a text are asked for.

import Norms

/// What the norms that are shown have in common. An empty filter passes all.
public struct NormFilter: Sendable {
  /// A party by a phrase or by its name.
  public var bearer: String?
  /// Any of these kinds; none for all.
  public var kinds: Set<NormKind> = []
  /// One norm.
  public var id: String?

  public init() {}

  /// The norms that pass, in their order.
  public func passing(_ norms: [NormEntry]) -> [NormEntry] {
    let question = bearer.map(PartyQuestion.init)
    return norms.filter { norm in
      if !kinds.isEmpty, !kinds.contains(norm.kind) { return false }
      if let id, norm.id != id { return false }
      guard let question else { return true }
      return zip(norm.bearers, norm.parties).contains {
        question.fits(phrase: $0.text, parties: $1)
      }
    }
  }
}
