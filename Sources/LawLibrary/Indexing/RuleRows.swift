// The terms a text defines, the rules it leaves to others, and the laws it is made under, as rows.

import Citations
import HanText
import Legislation

/// A row of the definition table. Ranges are UTF-8 bytes of the version's text.
struct DefinitionRow: Sendable {
  /// The defining provision's.
  var ordinal: Int
  var term: String
  var form: DefinitionForm
  var range: ByteRange
  var meaning: ByteRange
  /// The provision it holds in; nil for the whole text.
  var scope: Int?
}

/// A row of the delegation table. Ranges are UTF-8 bytes of the version's text.
struct DelegationRow: Sendable {
  var ordinal: Int
  /// How the provision is cited: 第十九条第二款.
  var label: String
  var clause: ByteRange
  var owners: [ByteRange]
  var subject: ByteRange?
  var verb: ByteRange
  var mode: DelegationMode
}

/// What a text says about rules beside its own.
struct RuleRows: Sendable {
  var definitions: [DefinitionRow] = []
  var delegations: [DelegationRow] = []
  /// Full titles of the instruments it says it is made under.
  var parents: [String] = []

  init() {}

  /// Those of a document whose mentions and definitions are known.
  init(
    of document: ParsedDocument, titled title: String, citing citations: [CitationRow],
    defining definitions: [Definition]
  ) {
    self.definitions = definitions.map {
      DefinitionRow(
        ordinal: $0.node, term: document.text(in: $0.term), form: $0.form, range: $0.term,
        meaning: $0.definition, scope: $0.scopeNode)
    }
    let finder = DelegationFinder()
    delegations = finder.delegations(in: document).map {
      DelegationRow(
        ordinal: $0.node, label: document.placeLabel(of: $0.node), clause: $0.clause,
        owners: $0.owners, subject: $0.subject, verb: $0.verb, mode: $0.mode)
    }
    let mentions = citations.flatMap { row in
      row.targets.compactMap { target -> (start: Int, title: String)? in
        guard case .titled(let title) = target.instrument else { return nil }
        return (row.range.lowerBound, title)
      }
    }
    parents = finder.parents(of: document, titled: title, among: mentions)
  }

  /// Takes in what was found in joined records. What reaches over the end of one is left out.
  mutating func append(_ found: RuleRows, from joined: JoinedRecords) {
    for var row in found.definitions {
      guard let place = joined.place(of: row.range), let meaning = joined.place(of: row.meaning)
      else { continue }
      (row.ordinal, row.range, row.meaning) = (
        place.provision.ordinal, place.range, meaning.range
      )
      row.scope = row.scope.map { _ in place.provision.ordinal }
      definitions.append(row)
    }
    for var row in found.delegations {
      guard let place = joined.place(of: row.clause) else { continue }
      let shift = place.range.lowerBound - row.clause.lowerBound
      func moved(_ range: ByteRange) -> ByteRange {
        range.lowerBound + shift..<range.upperBound + shift
      }
      (row.ordinal, row.clause) = (place.provision.ordinal, place.range)
      row.owners = row.owners.map(moved)
      row.subject = row.subject.map(moved)
      row.verb = moved(row.verb)
      if row.label.isEmpty { row.label = place.provision.label }
      delegations.append(row)
    }
    parents += found.parents.filter { !parents.contains($0) }
  }
}
