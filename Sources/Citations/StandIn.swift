// Holds the finder's place until it is there.

import Legislation

public struct CitationFinder: Sendable {
  public init() {}

  public func citations(in document: ParsedDocument) -> [Citation] { [] }
}
