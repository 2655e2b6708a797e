// Finds every mention of another provision or instrument in a document, and resolves it.

import HanText
import Legislation

/// Finds citations.
///
/// ```swift
/// let document = ParsedDocument(parsing: SourceText("第一条　违反本法第三条第二款规定的，依照前款处罚。"))
/// for citation in CitationFinder().citations(in: document) { print(citation.kind, citation.targets) }
/// ```
///
/// What is a citation and what it points at follows 立法技术规范（试行）（一） of the NPC Standing Committee's
/// Legislative Affairs Commission for what drafters write, and the project's annotation rules for where a
/// mention begins and ends.
public struct CitationFinder: Sendable {
  public init() {}

  /// The mentions of `document` in text order. They do not overlap.
  public func citations(in document: ParsedDocument) -> [Citation] {
    let names = InstrumentNames.standard
    let documentNames = DocumentNames(document, standard: names)
    var resolver = Resolver(document, names: names)
    var lastTitles: [String: String] = [:]
    var citations: [Citation] = []
    document.forEachLine { first, rest in
      let line = LogicalLine(document.source, first, rest)
      var reader = MentionReader(
        line, names: names, document: documentNames, lastTitles: lastTitles)
      for mention in reader.read() {
        if let citation = resolver.citation(mention, in: line) { citations.append(citation) }
      }
      lastTitles = reader.lastTitles
    }
    return citations
  }
}
