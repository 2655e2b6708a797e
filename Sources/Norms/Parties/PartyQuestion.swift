// A party as it is asked for: by a phrase of a text, or by a name that stands for many.

/// Tells which bearers a person means by a name.
///
/// The very phrase is always meant; so is every phrase of the same party, and of parties that
/// stand under it: 各级人民政府 asks for 市人民政府 too, 市人民政府 not for 各级人民政府.
public struct PartyQuestion: Sendable {
  /// The name as it was given, without white space at its ends.
  public let name: String
  /// The parties it means.
  public let parties: [String]

  public init(_ name: String) {
    var names = PartyNames()
    self.name = PartyPhrase(name).string
    parties = names.parties(of: name)
  }

  /// Whether a bearer with the given phrase and parties is meant.
  public func fits(phrase: String, parties: [String]) -> Bool {
    phrase == name
      || parties.contains { party in
        PartyNames.lineage(of: party).contains(where: self.parties.contains)
      }
  }
}
