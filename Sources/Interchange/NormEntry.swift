// A norm as people and scripts read it.

import Citations
import HanText
import Legislation
import Norms

/// A norm taken out of its document. Ranges are in Unicode scalars of the source.
public struct NormEntry: Sendable {
  public typealias Words = TermEntry.Words

  /// 16 hexadecimal digits that stay when the same text is read again.
  public var id: String
  /// The eId of the provision it stands in.
  public var provision: String
  /// 第十九条第二款; empty where the provision has no name.
  public var label: String
  public var kind: NormKind
  public var trigger: Words
  public var bearers: [Words]
  /// The parties each bearer means, by the names that near phrases share (`PartyNames`).
  public var parties: [[String]]
  /// Whether the bearers stand before the trigger's own segment.
  public var isImplicit: Bool
  public var topic: Words?
  public var action: Words
  public var condition: Words?
  public var exception: Words?
  /// Who imposes a sanction.
  public var authorities: [Words]
  /// What a sanction consists of.
  public var measures: [NormMeasure]
  /// The time limits in what is asked.
  public var deadlines: [NormDeadline]
  /// The provisions that a sanction is imposed under, in text order.
  public var references: [NormReference] = []
  /// The sanctions that follow its breach: those of its own text in text order, then those of others.
  public var sanctions: [NormSanction] = []
  /// In commentary, the provision that the sentence, or one before it in the paragraph, says this of.
  public var clause: NormClause?
  /// Which rule set which field; empty for norms out of a library.
  public var reasons: [Reason]

  package init(
    id: String, provision: String, label: String, kind: NormKind, trigger: Words, bearers: [Words],
    parties: [[String]], isImplicit: Bool, topic: Words?, action: Words, condition: Words?,
    exception: Words?, authorities: [Words], measures: [NormMeasure], deadlines: [NormDeadline],
    reasons: [Reason] = []
  ) {
    self.id = id
    self.provision = provision
    self.label = label
    self.kind = kind
    self.trigger = trigger
    self.bearers = bearers
    self.parties = parties
    self.isImplicit = isImplicit
    self.topic = topic
    self.action = action
    self.condition = condition
    self.exception = exception
    self.authorities = authorities
    self.measures = measures
    self.deadlines = deadlines
    self.reasons = reasons
  }
}

extension ParsedDocument {
  /// The norms of this document, in the order of their triggers, each with the sanctions that follow its breach.
  public func norms() -> [NormEntry] {
    normsWithBreaches().norms
  }

  /// The same, with the provisions of other texts whose breach its sanctions follow.
  package func normsWithBreaches() -> (norms: [NormEntry], breaches: [ForeignBreach]) {
    let norms = NormFinder().norms(in: self)
    var entries = entries(of: norms)
    let isCommentary = metadata.genre == .commentary
    guard isCommentary || norms.contains(where: { $0.kind == .sanction }) else {
      return (entries, [])
    }
    let citations = CitationFinder().citations(in: self)
    let consequences = Consequences(norms, citations, in: self)
    var breaches: [ForeignBreach] = []
    for cited in consequences.cited {
      let citation = citations[cited.citation]
      let words = text(in: citation.range)
      switch cited.role {
      case .basis:
        entries[cited.sanction].references += citation.targets.compactMap {
          NormReference($0, by: words)
        }
      case .breach:
        breaches += citation.targets.map {
          ForeignBreach(sanction: cited.sanction, target: $0, text: words)
        }
      }
    }
    for link in consequences.links {
      entries[link.norm].sanctions.append(
        NormSanction(entries[link.sanction], by: text(in: link.citation)))
    }
    if isCommentary {
      for (number, norm) in norms.enumerated() {
        entries[number].clause = NormClause(norm, citations, in: self)
      }
    }
    return (entries, breaches)
  }

  /// Norms found in this document, taken out of it in the order given.
  public func entries(of norms: [Norm]) -> [NormEntry] {
    var offsets = ScalarOffsets(source)
    var labels = PlaceLabels(self)
    var identity = NormIdentity(self)
    var names = NormParties(PartyNames(of: self), in: self)
    func words(_ range: ByteRange) -> NormEntry.Words {
      NormEntry.Words(text: text(in: range), range: offsets.scalars(range))
    }
    return norms.map { norm in
      NormEntry(
        id: NormIdentity.text(of: identity.id(of: norm)), provision: tree.eId(of: norm.node),
        label: labels.label(of: norm.node), kind: norm.kind, trigger: words(norm.trigger),
        bearers: norm.bearers.map(words), parties: names.parties(of: norm),
        isImplicit: norm.isImplicit, topic: norm.topic.map(words), action: words(norm.action),
        condition: norm.condition.map(words), exception: norm.exception.map(words),
        authorities: norm.authorities.map(words),
        measures: norm.measures.map { NormMeasure($0, words) },
        deadlines: norm.deadlines.map { NormDeadline($0, words) }, reasons: norm.reasons)
    }
  }
}

/// A provision of another text whose breach a sanction follows.
package struct ForeignBreach: Sendable {
  /// The sanction, an index of the norms it was found with.
  package var sanction: Int
  package var target: CitationTarget
  /// The words that cite it.
  package var text: String
}
