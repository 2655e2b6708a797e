// The norms of a document: who must, must not or may do what, and what follows a breach.

import HanText
import Legislation

/// Finds norms.
///
/// ```swift
/// let document = ParsedDocument(parsing: SourceText("第一条　经营者应当建立台账。"))
/// for norm in NormFinder().norms(in: document) { print(norm.kind, document.text(in: norm.action)) }
/// ```
public struct NormFinder: Sendable {
  public init() {}

  /// The norms of `document`, in the order of their triggers.
  public func norms(in document: ParsedDocument) -> [Norm] {
    []
  }
}
