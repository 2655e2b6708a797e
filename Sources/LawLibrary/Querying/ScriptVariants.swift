// `--fold-script`: the forms of a literal in traditional and simplified characters that texts here hold.

import HanText
import SearchIndex

/// Spells literals in every mixture of scripts that the index has.
struct ScriptVariants {
  /// More forms than this are not looked for; a string would need many characters that are all written in
  /// both ways all through the library.
  static let mostForms = 512

  private let folding: FoldingTable
  private let searcher: Searcher
  /// The scalars that fold to a scalar, itself first.
  private let forms: [UInt32: [UInt32]]

  init(_ folding: FoldingTable, searcher: Searcher) {
    self.folding = folding
    self.searcher = searcher
    var forms: [UInt32: [UInt32]] = [:]
    for scalar in UInt32(0x4E00)...0x9FFF {
      for simple in folding.folded(scalar, script: true) where simple != scalar {
        forms[simple, default: [simple]].append(scalar)
      }
    }
    self.forms = forms
  }

  /// The query with each literal replaced by any of its forms.
  func spelled(_ query: Query) throws -> Query {
    Query(
      ranked: query.ranked, required: try query.required.map(spelled),
      excluded: try query.excluded.map(spelled))
  }

  private func spelled(_ node: Query.Node) throws -> Query.Node {
    switch node {
    case .word(let text), .literal(let text):
      .any(try literals(text).map { .literal($0) })
    case .field: node
    case .all(let nodes): .all(try nodes.map(spelled))
    case .any(let nodes): .any(try nodes.map(spelled))
    case .not(let node): .not(try spelled(node))
    case .near(let nodes, let boundary):
      .any(try combinations(nodes).map { .near($0, boundary) })
    }
  }

  /// Every way to take one form of each operand.
  private func combinations(_ nodes: [Query.Node]) throws -> [[Query.Node]] {
    var combinations: [[Query.Node]] = [[]]
    for node in nodes {
      let forms: [Query.Node]
      switch node {
      case .word(let text), .literal(let text): forms = try literals(text).map { .literal($0) }
      default: forms = [try spelled(node)]
      }
      combinations = combinations.flatMap { start in forms.map { start + [$0] } }
      combinations = Array(combinations.prefix(Self.mostForms))
    }
    return combinations
  }

  /// The forms of a literal, built from left to right; a start whose last two characters stand nowhere
  /// beside each other is given up.
  private func literals(_ text: String) throws -> [String] {
    let simple = folding.folded(text, script: true).scalars
    guard let first = simple.first else { return [text] }
    var starts = (forms[first] ?? [first]).map { [$0] }
    for scalar in simple.dropFirst() {
      var next: [[UInt32]] = []
      for start in starts {
        for form in forms[scalar] ?? [scalar] where next.count < Self.mostForms {
          if try searcher.documentFrequency(.bigram(start[start.count - 1], form)) > 0 {
            next.append(start + [form])
          }
        }
      }
      starts = next
    }
    let found = starts.map { start in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: start.compactMap(Unicode.Scalar.init))
      return String(view)
    }
    return found.isEmpty ? [text] : found
  }
}
