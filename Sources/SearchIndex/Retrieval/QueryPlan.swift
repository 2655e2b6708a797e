// A query made ready: literals folded, fields resolved, empty parts dropped.

/// The condition of a query over numbered literals and resolved sets.
indirect enum Condition {
  case literal(Int)
  /// One set for each segment.
  case documents([DocumentSet])
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case near([Int], Boundary)
}

struct QueryPlan {
  /// Terms looked up for ranked words.
  private(set) var terms: [ScoredTerm] = []
  /// Folded literals, none empty.
  private(set) var literals: [[UInt32]] = []
  /// Literals that score: those a hit can contain by the query.
  private(set) var scored: Set<Int> = []
  /// What every hit meets; nil if anything does.
  private(set) var condition: Condition?
  /// Whether the condition makes hits, or only limits those that ranked terms make.
  private(set) var conditionMatchesText = false
  /// Whether there is anything to look for.
  var isEmpty: Bool { terms.isEmpty && condition == nil }

  private let analyzer: QueryAnalyzer
  private let segmentCount: Int
  private var numbers: [[UInt32]: Int] = [:]

  init(
    _ query: Query, _ analyzer: QueryAnalyzer, segmentCount: Int
  ) throws {
    self.analyzer = analyzer
    self.segmentCount = segmentCount
    var conditions: [Condition] = []
    var places: [IndexTerm: Int] = [:]
    for text in query.ranked {
      let found = try analyzer.rank(text)
      if found.isEmpty, let literal = literal(text) {
        // Nothing to rank by, such as punctuation: find it as it stands.
        scored.insert(literal)
        conditions.append(.literal(literal))
        conditionMatchesText = true
      }
      for term in found { add(term, &places) }
    }
    for node in query.required {
      if let condition = try condition(node, isWanted: true) { conditions.append(condition) }
    }
    for node in query.excluded {
      if let condition = try condition(node, isWanted: false) { conditions.append(.not(condition)) }
    }
    if !conditions.isEmpty {
      condition = conditions.count == 1 ? conditions[0] : .all(conditions)
    }
  }

  /// Equal terms of several words are one, their weights added.
  private mutating func add(_ term: ScoredTerm, _ places: inout [IndexTerm: Int]) {
    if let place = places[term.term] {
      terms[place].weight += term.weight
      if term.role == .match { terms[place].role = .match }
    } else if terms.count < RankingProfile.largestQuery {
      places[term.term] = terms.count
      terms.append(term)
    }
  }

  private mutating func literal(_ text: String) -> Int? {
    let scalars = analyzer.fold(text)
    if scalars.isEmpty { return nil }
    if let number = numbers[scalars] { return number }
    literals.append(scalars)
    numbers[scalars] = literals.count - 1
    return literals.count - 1
  }

  private mutating func condition(_ node: Query.Node, isWanted: Bool) throws -> Condition? {
    switch node {
    case .word(let text), .literal(let text):
      guard let number = literal(text) else { return nil }
      if isWanted {
        scored.insert(number)
        conditionMatchesText = true
      }
      return .literal(number)
    case .field(let field):
      let sets = try analyzer.documents(field)
      precondition(sets.count == segmentCount, "one set of documents for each segment")
      return .documents(sets)
    case .all(let nodes): return try join(nodes, isWanted, Condition.all)
    case .any(let nodes): return try join(nodes, isWanted, Condition.any)
    case .not(let node): return try condition(node, isWanted: !isWanted).map { .not($0) }
    case .near(let nodes, let boundary):
      var operands: [Int] = []
      for node in nodes {
        if case .literal(let number) = try condition(node, isWanted: isWanted),
          !operands.contains(number)
        {
          operands.append(number)
        }
      }
      return operands.isEmpty ? nil : .near(operands, boundary)
    }
  }

  private mutating func join(
    _ nodes: [Query.Node], _ isWanted: Bool, _ join: ([Condition]) -> Condition
  ) throws -> Condition? {
    var conditions: [Condition] = []
    var seen: Set<Int> = []
    for node in nodes {
      guard let condition = try condition(node, isWanted: isWanted) else { continue }
      if case .literal(let number) = condition, !seen.insert(number).inserted { continue }
      conditions.append(condition)
    }
    return conditions.isEmpty ? nil : conditions.count == 1 ? conditions[0] : join(conditions)
  }
}
