// One mention of a provision or an instrument in a text, and what it points at.

import HanText
import Legislation

/// How a mention names what it points at.
public enum CitationKind: String, Sendable, CaseIterable {
  /// Another instrument, with or without 《》, whether or not a provision follows.
  case external
  /// This instrument by number: 本法第三条, 第三条, 本章.
  case `internal`
  /// From where the mention stands: 前款, 前条, 本条第一款, 第（二）项.
  case relative
  /// This instrument as a whole: 违反本法.
  case itself = "self"
}

/// The instrument a target belongs to.
public enum CitedInstrument: Sendable, Hashable {
  /// The one the mention stands in.
  case itself
  /// Another one, by its full title without 《》, as far as it is known.
  case titled(String)
}

/// One provision a mention points at, a run of them, or a whole instrument.
public struct CitationTarget: Sendable, Hashable {
  /// The instrument it belongs to.
  public var instrument: CitedInstrument
  /// Outermost first, only the levels that apply; empty for a whole instrument.
  public var path: [Address.Step]
  /// The last of a run at the deepest level: 第四十九条至第五十二条 is 49 through 52.
  public var through: ProvisionNumber?

  public init(
    _ instrument: CitedInstrument, _ path: [Address.Step], through: ProvisionNumber? = nil
  ) {
    self.instrument = instrument
    self.path = path
    self.through = through
  }

  /// The address in its instrument; of a run, its first.
  public var address: Address { Address(path: path) }
}

/// A mention in a document.
public struct Citation: Sendable, Hashable {
  /// UTF-8 bytes of the source text; a mention that is wrapped holds the line's end.
  public let range: ByteRange
  /// How it names what it points at.
  public let kind: CitationKind
  /// Empty where the text gives no way to tell: 前款 in the first 款.
  public let targets: [CitationTarget]
  /// Whether an instrument is named for rules it does not number: 刑法的有关规定.
  public let isOpen: Bool
  /// The innermost provision the mention stands in, an index of the document's tree.
  public let node: Int

  public init(
    range: ByteRange, kind: CitationKind, targets: [CitationTarget], isOpen: Bool, node: Int
  ) {
    self.range = range
    self.kind = kind
    self.targets = targets
    self.isOpen = isOpen
    self.node = node
  }
}
