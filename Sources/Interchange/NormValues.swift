// Measures and time limits as people and scripts read them.

import Norms

/// One act of a sanction with its place.
public struct NormMeasure: Sendable {
  public var words: NormEntry.Words
  public var kind: MeasureKind

  package init(_ kind: MeasureKind, _ words: NormEntry.Words) {
    self.words = words
    self.kind = kind
  }
}

/// A time limit with its place.
public struct NormDeadline: Sendable {
  public var words: NormEntry.Words

  package init(_ words: NormEntry.Words) { self.words = words }
}
