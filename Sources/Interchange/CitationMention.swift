// A mention as people and scripts read it: its words, where it stands, what it points at.

import Citations
import HanText
import Legislation

/// A mention of a provision or an instrument, taken out of its document.
public struct CitationMention: Sendable {
  /// The eId of the provision it stands in: `art_19__para_2`.
  public var provision: String
  /// 第十九条第二款, or the heading above it; empty where there is neither.
  public var label: String
  /// The words of the source, a line's end included where they are wrapped.
  public var text: String
  /// Where they stand in the source, in Unicode scalars.
  public var range: Range<Int>
  public var kind: CitationKind
  /// Empty where the text gives no way to tell.
  public var targets: [CitationTarget]
  /// Whether an instrument is named for rules it does not number.
  public var isOpen: Bool

  package init(
    provision: String, label: String, text: String, range: Range<Int>, kind: CitationKind,
    targets: [CitationTarget], isOpen: Bool
  ) {
    self.provision = provision
    self.label = label
    self.text = text
    self.range = range
    self.kind = kind
    self.targets = targets
    self.isOpen = isOpen
  }

  /// Where it stands, for people: the label, or the eId of a provision without one.
  public var place: String { label.isEmpty ? provision : label }
}

extension ParsedDocument {
  /// Mentions found in this document, taken out of it in the order given.
  public func mentions(_ citations: [Citation]) -> [CitationMention] {
    var offsets = ScalarOffsets(source)
    var labels = PlaceLabels(self)
    return citations.map { citation in
      CitationMention(
        provision: tree.eId(of: citation.node), label: labels.label(of: citation.node),
        text: source.string(citation.range), range: offsets.scalars(citation.range),
        kind: citation.kind, targets: citation.targets, isOpen: citation.isOpen)
    }
  }
}

extension CitationTarget {
  /// The address without its instrument, as legal texts write it: 第四十九条至第五十二条.
  public var span: String { AddressSpan(address, through: through).chinese }
}
