// The clauses of a document that leave a rule to somebody.

import HanText
import Legislation

/// Finds delegations: 具体办法由国务院制定, 省级人民政府可以根据本法制定实施办法, 旁听办法另行规定.
///
/// ```swift
/// for delegation in DelegationFinder().delegations(in: document) {
///   print(delegation.owners.map(document.text(in:)), document.text(in: delegation.clause))
/// }
/// ```
public struct DelegationFinder: Sendable {
  public init() {}

  /// The delegations of a document in text order. Commentary and cases leave no rules to anybody.
  public func delegations(in document: ParsedDocument) -> [Delegation] {
    guard document.metadata.genre != .commentary, document.metadata.genre != .case else {
      return []
    }
    var found: [Delegation] = []
    document.forEachPassage { passage in
      DelegationReader(passage: passage).read { clause in
        found.append(
          Delegation(
            clause: passage.source(clause.range), node: passage.node,
            owners: clause.owners.map(passage.source),
            subject: clause.subject.map(passage.source), mode: clause.mode,
            verb: passage.source(clause.verb)))
      }
    }
    return found
  }
}
