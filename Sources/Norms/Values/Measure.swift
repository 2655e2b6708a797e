// One act of a sanction, with its amount as a value.

import HanText

/// What a measure does.
public enum MeasureKind: String, Sendable, CaseIterable {
  case other
}

/// One act of a sanction: 责令改正, 处一万元以上十万元以下罚款. Ranges are UTF-8 bytes of the source text.
public struct Measure: Sendable, Hashable {
  public var kind: MeasureKind
  public var range: ByteRange
}
