// Which party a phrase of a norm means: the name that near phrases share.

import Citations
import HanText
import Legislation

/// Takes the bearers of norms to the names of parties.
///
/// The phrase itself is never changed; the party is what it is counted and looked up under.
///
/// | bearers                                        | parties                              |
/// |------------------------------------------------|--------------------------------------|
/// | 有关军事机关                                      | 军事机关                               |
/// | 具有舆论属性的深度合成服务提供者                       | 深度合成服务提供者                       |
/// | 服务提供者, where it is short for the one above     | 深度合成服务提供者                       |
/// | 深度合成服务提供者和使用者                            | 深度合成服务提供者; 深度合成服务使用者         |
/// | 县级以上人民政府 · 其有关部门                          | 县级以上人民政府 · 县级以上人民政府有关部门      |
///
/// ```swift
/// let names = PartyNames(of: document)
/// names.parties(of: ["服务提供者"])  // [["深度合成服务提供者"]]
/// PartyNames.parent(of: "市人民政府")  // 各级人民政府
/// ```
public struct PartyNames: Sendable {
  /// Short names of a text with what they stand for.
  private var fullNames: [PartyPhrase: PartyPhrase] = [:]
  /// Parties of phrases met before.
  private var known: [String: [PartyPhrase]] = [:]

  /// Names outside any text.
  public init() {}

  /// Names as a text uses them: with the short names it gives to parties.
  public init(of document: ParsedDocument) {
    self.init(DefinitionFinder().definitions(in: document), in: document)
  }

  /// Names as a text uses them whose definitions are known.
  public init(_ definitions: [Definition], in document: ParsedDocument) {
    self.init(
      shortNames: definitions.lazy.filter { $0.form == .abbreviation }.map {
        (document.text(in: $0.term), document.text(in: $0.definition))
      })
  }

  /// With pairs of a short name and what it is short for.
  init(shortNames: some Sequence<(String, String)>) {
    var twice: Set<PartyPhrase> = []
    for (short, meaning) in shortNames {
      let term = PartyPhrase(short)
      guard let full = PartyPhrase(meaning).full(of: term) else { continue }
      if let other = fullNames[term], other != full { twice.insert(term) }
      fullNames[term] = full
    }
    // A short name with two meanings stands for itself.
    for term in twice { fullNames[term] = nil }
  }

  /// The parties that each bearer of one norm means, in order: one, or two for 提供者和使用者.
  ///
  /// `previous` is whom 其 means where no bearer stands before it: a bearer of the norm before.
  public mutating func parties(of bearers: [String], after previous: String? = nil) -> [[String]] {
    var owner = previous.flatMap { parties(named: $0).first }
    var last: PartyPhrase?
    return bearers.map { bearer in
      var found = parties(named: bearer)
      if let party = found.first {
        let phrase = PartyPhrase(bearer)
        if phrase.startsWithPronoun {
          if let owner { found = [Self.owned(phrase, by: owner)] }
        } else if let last, party.modifier?.isEmpty == true, let shared = last.modifier,
          !shared.isEmpty
        {
          // 深度合成服务提供者 · 使用者
          found = [party.prefixed(shared)]
          owner = found[0]
        } else {
          owner = party
        }
        last = found.last
      }
      return found.map(\.string)
    }
  }

  /// The parties a name means by itself.
  public mutating func parties(of name: String) -> [String] { parties(named: name).map(\.string) }

  private mutating func parties(named name: String) -> [PartyPhrase] {
    if let parties = known[name] { return parties }
    let phrase = PartyPhrase(name)
    let parties: [PartyPhrase]
    if phrase.isEmpty {
      parties = []
    } else if let full = fullNames[phrase] {
      parties = [full]
    } else if let (first, second) = phrase.sharedRoles {
      parties = [party(first), party(second)]
    } else {
      parties = [party(phrase)]
    }
    known[name] = parties
    return parties
  }

  private func party(_ phrase: PartyPhrase) -> PartyPhrase {
    var party = phrase
    party.dropPronoun()
    party.dropLead()
    if let full = fullNames[party] { return full }
    party.dropClause()
    party.spell()
    return fullNames[party] ?? party
  }

  /// 其有关部门 of 县级以上人民政府.
  private static func owned(_ phrase: PartyPhrase, by owner: PartyPhrase) -> PartyPhrase {
    var party = phrase
    party.dropPronoun()
    party.dropClause()
    party.spell()
    party.take(owner: owner)
    return party
  }
}

extension PartyPhrase {
  /// Scalars of a full name at most: more is no name but a description.
  private static let longestName = 30

  /// The name that `term` is short for, where this is one: its characters stand in it in order, so that
  /// a party that is only described keeps its short name.
  fileprivate func full(of term: PartyPhrase) -> PartyPhrase? {
    var name = self
    name.dropLead()
    name.dropClause()
    name.spell()
    guard name.bytes.count <= 3 * Self.longestName, !name.holdsClause, name != term, !term.isEmpty
    else { return nil }
    var rest = name.string.unicodeScalars[...]
    for scalar in term.string.unicodeScalars {
      guard let found = rest.firstIndex(of: scalar) else { return nil }
      rest = rest[rest.index(after: found)...]
    }
    return name
  }
}
