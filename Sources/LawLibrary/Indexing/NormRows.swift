// The norms of a text as the rows they become.

import Citations
import HanText
import Interchange
import Legislation
import Norms

/// A row of the norm table with all that belongs to it. Ranges are UTF-8 bytes of the version's text.
struct NormRow: Sendable {
  /// What the norm is called for good (`NormIdentity`).
  var key: UInt64
  /// The provision's.
  var ordinal: Int
  /// How the provision is cited: 第十九条第二款.
  var label: String
  /// The words of the provision.
  var text: ByteRange
  /// Whether any of the ranges holds more than its words: line wraps, indents, marks.
  var isLaidOut: Bool
  var kind: NormKind
  var trigger: ByteRange
  var isImplicit: Bool
  var topic: ByteRange?
  var action: ByteRange
  var condition: ByteRange?
  var exception: ByteRange?
  var authorities: [ByteRange]
  var bearers: [Bearer]
  var measures: [Measure]
  var deadlines: [Deadline]
  /// The sanctions that follow its breach: their keys, and the citations that join them.
  var sanctions: [(key: UInt64, citation: ByteRange)] = []
  /// Of a sanction, the mentions of provisions whose breach it follows or that it is imposed under.
  var cited: [(citation: ByteRange, role: SanctionCitation.Role)] = []

  /// A bearer with what it is counted under.
  struct Bearer: Sendable {
    var range: ByteRange
    var phrase: String
    var parties: [String]
  }
}

extension ParsedDocument {
  /// The norms of the document, whose definitions are known. `title` is that of a text that does not name itself.
  func normRows(
    _ finder: NormFinder, _ definitions: [Definition], _ citations: [Citation],
    titled title: String? = nil
  ) -> [NormRow] {
    var labels = PlaceLabels(self)
    var identity = NormIdentity(self, titled: title)
    var names = NormParties(PartyNames(definitions, in: self), in: self)
    let norms = finder.norms(in: self)
    // A provision's words are looked at once, however many norms stand in it.
    var plain: (node: Int, isPlain: Bool)?
    var rows = norms.map { norm in
      let provision = tree.nodes[norm.node].text
      let spans =
        [norm.trigger, norm.action]
        + [norm.topic, norm.condition, norm.exception].compactMap { $0 }
        + norm.authorities + norm.bearers
      if plain?.node != norm.node { plain = (norm.node, isPlain(provision)) }
      let isLaidOut = plain?.isPlain != true || !spans.allSatisfy(isPlain)
      return NormRow(
        key: identity.id(of: norm), ordinal: norm.node, label: labels.label(of: norm.node),
        text: provision, isLaidOut: isLaidOut, kind: norm.kind,
        trigger: norm.trigger,
        isImplicit: norm.isImplicit, topic: norm.topic, action: norm.action,
        condition: norm.condition, exception: norm.exception, authorities: norm.authorities,
        bearers: zip(norm.bearers, names.parties(of: norm)).map {
          NormRow.Bearer(range: $0, phrase: text(in: $0), parties: $1)
        },
        measures: norm.measures, deadlines: norm.deadlines)
    }
    let consequences = Consequences(norms, citations, in: self)
    for link in consequences.links {
      rows[link.norm].sanctions.append((rows[link.sanction].key, link.citation))
    }
    for cited in consequences.cited {
      rows[cited.sanction].cited.append((citations[cited.citation].range, cited.role))
    }
    return rows
  }

  /// Whether a range holds its words and nothing else.
  private func isPlain(_ range: ByteRange) -> Bool {
    let words = words(in: range)
    return range.isEmpty || words.count == 1 && words[0].range == range
  }
}

extension JoinedRecords {
  /// A norm of the joined text as one of the version's; nil where it reaches over the end of a record.
  func placed(_ row: NormRow) -> NormRow? {
    guard let trigger = place(of: row.trigger), let action = place(of: row.action) else {
      return nil
    }
    func moved(_ range: ByteRange) -> ByteRange? { place(of: range)?.range }
    var placed = row
    placed.ordinal = trigger.provision.ordinal
    if row.label.isEmpty { placed.label = trigger.provision.label }
    placed.trigger = trigger.range
    placed.action = action.range
    placed.text = moved(row.text) ?? trigger.provision.range
    // Records are shown as they came.
    placed.isLaidOut = false
    placed.topic = row.topic.flatMap(moved)
    placed.condition = row.condition.flatMap(moved)
    placed.exception = row.exception.flatMap(moved)
    placed.authorities = row.authorities.compactMap(moved)
    placed.bearers = row.bearers.compactMap { bearer in
      moved(bearer.range).map {
        NormRow.Bearer(range: $0, phrase: bearer.phrase, parties: bearer.parties)
      }
    }
    // Measures and time limits stand in the action or the condition, most of them with the trigger.
    func shifted(_ range: ByteRange) -> ByteRange {
      let shift = trigger.range.lowerBound - row.trigger.lowerBound
      return range.lowerBound + shift..<range.upperBound + shift
    }
    let own = row.text
    placed.measures = row.measures.filter { own.contains($0.range) }.map { $0.mapped(shifted) }
    placed.sanctions = row.sanctions.compactMap { sanction in
      moved(sanction.citation).map { (sanction.key, $0) }
    }
    placed.cited = row.cited.compactMap { cited in moved(cited.citation).map { ($0, cited.role) } }
    placed.deadlines = row.deadlines.filter { own.contains($0.range) }.map { $0.mapped(shifted) }
    return placed
  }
}
