// Literals in both scripts: the index keeps characters as they are written, so a question that folds
// traditional to simplified asks for every way of writing its literals.

import HanText
import SearchIndex

/// Spells literals in all ways that fold to the same simplified text: 记录 as 记录, 記錄, 记錄 …
struct ScriptVariants {
  /// Spellings of one literal, or of one NEAR, that are looked for at most. Beyond, those are that keep
  /// to one script: nobody mixes them in a long text.
  static let most = 256

  private let folding: FoldingTable
  /// Folded scalar → the other ideographs that fold to it.
  private let others: [UInt32: [UInt32]]

  init(_ folding: FoldingTable) {
    self.folding = folding
    var others: [UInt32: [UInt32]] = [:]
    for value in UInt32(0x3400)...0x9FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = folding.folded(String(scalar), script: true).scalars
      if folded.count == 1, folded[0] != value { others[folded[0], default: []].append(value) }
    }
    self.others = others
  }

  /// The query with every literal in all its spellings; ranked words stay as they are.
  func spelling(_ query: Query) -> Query {
    Query(
      ranked: query.ranked, required: query.required.map(spelling),
      excluded: query.excluded.map(spelling))
  }

  private func spelling(_ node: Query.Node) -> Query.Node {
    switch node {
    case .word(let text), .literal(let text): any(spellings(of: text).map { .literal($0) })
    case .field: node
    case .all(let nodes): .all(nodes.map(spelling))
    case .any(let nodes): .any(nodes.map(spelling))
    case .not(let node): .not(spelling(node))
    case .near(let nodes, let unit): any(combinations(nodes).map { .near($0, unit) })
    }
  }

  private func any(_ nodes: [Query.Node]) -> Query.Node { nodes.count == 1 ? nodes[0] : .any(nodes) }

  private func combinations(_ nodes: [Query.Node]) -> [[Query.Node]] {
    let choices = nodes.map { node -> [Query.Node] in
      switch node {
      case .word(let text), .literal(let text): spellings(of: text).map { .literal($0) }
      default: [node]
      }
    }
    return product(choices) ?? [nodes]
  }

  private func spellings(of text: String) -> [String] {
    let folded = folding.folded(text, script: true).scalars
    let choices = folded.map { [$0] + others[$0, default: []] }
    let spellings =
      product(choices)
      ?? [folded, folding.folded(text, script: false).scalars, choices.map { $0.dropFirst().first ?? $0[0] }]
    return spellings.map { scalars in
      String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
  }

  /// Every way to take one of each; nil where there are too many.
  private func product<T>(_ choices: [[T]]) -> [[T]]? {
    var taken: [[T]] = [[]]
    for choice in choices {
      guard taken.count * choice.count <= Self.most else { return nil }
      taken = taken.flatMap { start in choice.map { start + [$0] } }
    }
    return taken
  }
}
