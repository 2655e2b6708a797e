// One act of a sanction, with its amount as a value.

import HanText

/// One act of a sanction: 责令改正, 处一万元以上十万元以下罚款. Ranges are UTF-8 bytes of the source text.
public struct Measure: Sendable, Hashable {
  public var kind: MeasureKind
  /// From its verb to the end of its object; without 可以, 依法 and who imposes it on whom.
  public var range: ByteRange
  /// Whether it need not be imposed: 可以并处.
  public var isDiscretionary = false
  /// In text order; a cap follows what it limits.
  public var amounts: [Amount] = []
  /// How long it lasts: 拘留五日以上十日以下.
  public var duration: TimeSpan?

  /// The measure with its ranges moved.
  public func mapped(_ place: (ByteRange) -> ByteRange) -> Measure {
    var copy = self
    copy.range = place(range)
    copy.amounts = amounts.map { $0.mapped(place) }
    return copy
  }
}
