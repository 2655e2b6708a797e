// What a commentary says a party must do, and the provision it says this of.

import Citations
import HanText
import Legislation
import Norms

/// The provision that a norm of a commentary reports.
public struct NormClause: Sendable, Hashable {
  /// The words that cite it: 《…规定》第十九条.
  public var text: String
  /// The instrument's title without 《》; nil where the words name none.
  public var law: String?
  /// Its eId; empty where the whole instrument is cited.
  public var address: String

  /// The last provision cited in front of a norm in its paragraph, or behind it in its sentence; where none is
  /// numbered, the last instrument. Nil where the paragraph cites nothing.
  init?(_ norm: Norm, _ citations: [Citation], in document: ParsedDocument) {
    let tree = document.tree
    let paragraph = tree.nodes[norm.node].parent ?? norm.node
    let sentence = tree.nodes[norm.node].range
    let near = citations.filter {
      tree.nodes[paragraph].range.contains($0.range.lowerBound)
        && $0.range.upperBound <= max(norm.trigger.lowerBound, sentence.upperBound)
        && !$0.targets.isEmpty
    }
    guard let citation = near.last(where: { !$0.targets[0].path.isEmpty }) ?? near.last else {
      return nil
    }
    text = document.text(in: citation.range)
    let target = citation.targets[0]
    if case .titled(let title) = target.instrument { law = title }
    address = target.path.isEmpty ? "" : target.address.eId
  }

  func write(to writer: inout JSONWriter) {
    writer.key("text")
    writer.string(text)
    writer.key("law")
    writer.optional(law)
    writer.key("address")
    writer.string(address)
  }
}
