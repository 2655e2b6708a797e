// Tokens to a query, by recursive descent; the depth is that of the parentheses, which is bounded.

extension Query {
  /// Parses the text of a query; see `Query` for the language. Only the first 8,192 scalars are
  /// read.
  public init(_ text: String, syntax: QuerySyntax = QuerySyntax()) {
    var parser = QueryParser(QueryLexer.tokens(text, syntax))
    self = parser.sequence()
  }
}

struct QueryParser {
  private let tokens: [QueryToken]
  private var index = 0

  init(_ tokens: [QueryToken]) { self.tokens = tokens }

  private var current: QueryToken? { index < tokens.count ? tokens[index] : nil }

  /// Expressions side by side, to the end of the group or of the query.
  mutating func sequence() -> Query {
    var query = Query()
    while let token = current, token != .close {
      let isExcluded = startsNegation(token)
      switch (disjunction(), isExcluded) {
      case (.not(let node), true): query.excluded.append(node)
      case (.word(let text), _): query.ranked.append(text)
      case (let node, _): query.required.append(node)
      }
    }
    return query
  }

  private func startsNegation(_ token: QueryToken) -> Bool { token == .not || token == .minus }

  private mutating func disjunction() -> Query.Node {
    chain(.or, Query.Node.any) { $0.conjunction() }
  }

  private mutating func conjunction() -> Query.Node {
    chain(.and, Query.Node.all) { $0.proximity() }
  }

  private mutating func chain(
    _ separator: QueryToken, _ join: ([Query.Node]) -> Query.Node,
    _ operand: (inout QueryParser) -> Query.Node
  ) -> Query.Node {
    var nodes = [operand(&self)]
    while current == separator, canOperandStart(at: index + 1) {
      index += 1
      nodes.append(operand(&self))
    }
    return nodes.count == 1 ? nodes[0] : join(nodes)
  }

  private func canOperandStart(at place: Int) -> Bool {
    place < tokens.count && tokens[place] != .close
  }

  private mutating func proximity() -> Query.Node {
    var nodes = [negation()]
    var pairs: [Query.Node] = []
    var unit: Boundary?
    while case .near(let boundary, _) = current, canOperandStart(at: index + 1) {
      index += 1
      if let unit, unit != boundary {
        pairs.append(near(nodes, unit))
        nodes = [nodes[nodes.count - 1]]
      }
      unit = boundary
      nodes.append(negation())
    }
    guard let unit else { return nodes[0] }
    pairs.append(near(nodes, unit))
    return pairs.count == 1 ? pairs[0] : .all(pairs)
  }

  /// Only literals have places; anything else near something is in the same document.
  private func near(_ nodes: [Query.Node], _ unit: Boundary) -> Query.Node {
    let haveLiterals = nodes.allSatisfy {
      switch $0 {
      case .word, .literal: true
      default: false
      }
    }
    return haveLiterals ? .near(nodes, unit) : .all(nodes)
  }

  private mutating func negation() -> Query.Node {
    var isNegated = false
    while let token = current, startsNegation(token), canOperandStart(at: index + 1) {
      isNegated.toggle()
      index += 1
    }
    let node = operand()
    return isNegated ? .not(node) : node
  }

  private mutating func operand() -> Query.Node {
    guard let token = current else { return .all([]) }
    index += 1
    switch token {
    case .literal(let text): return .literal(text)
    case .field(let field): return .field(field)
    case .open:
      let query = sequence()
      if current == .close { index += 1 }
      return group(query)
    default: return .word(token.text)
    }
  }

  /// Words side by side in a group: any of them, beside what else the group requires.
  private func group(_ query: Query) -> Query.Node {
    var nodes = query.required
    let words = query.ranked.map { Query.Node.word($0) }
    if words.count == 1 {
      nodes.append(words[0])
    } else if words.count > 1 {
      nodes.append(.any(words))
    }
    nodes += query.excluded.map { .not($0) }
    return nodes.count == 1 ? nodes[0] : .all(nodes)
  }
}
