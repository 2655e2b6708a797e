// A query as a value: what was asked, before anything is looked up.

/// A parsed query. Parsing is total: what is no operator is text.
///
/// | text                        | meaning                                                       |
/// |-----------------------------|---------------------------------------------------------------|
/// | `备案 算法`                  | ranked words: more of them matched is better                  |
/// | `"算法备案"`, `“算法备案”`    | must occur literally                                          |
/// | `-备案`, `NOT 备案`           | must not occur                                                |
/// | `A AND B`, `A OR B`, `( )`  | binding: NOT, NEAR, AND, OR, and last the white space         |
/// | `A NEAR/句 B`               | both literally in one unit; units are named by `QuerySyntax`  |
/// | `title:X`, `title:"X Y"`    | a field, resolved by the caller                               |
///
/// A word beside an operator is matched literally.
public struct Query: Sendable, Hashable {
  /// A condition a document meets or not.
  public indirect enum Node: Sendable, Hashable {
    /// Text without quotes, matched literally.
    case word(String)
    case literal(String)
    case field(FieldValue)
    case all([Node])
    case any([Node])
    case not(Node)
    /// Words and literals, all in one unit.
    case near([Node], Boundary)
  }

  /// A field and what it was asked for.
  public struct FieldValue: Sendable, Hashable {
    public var name: String
    public var value: String
    /// Whether the value stood in quotes.
    public var isQuoted: Bool

    public init(name: String, value: String, isQuoted: Bool) {
      self.name = name
      self.value = value
      self.isQuoted = isQuoted
    }
  }

  /// Words to rank by.
  public var ranked: [String] = []
  /// Conditions every hit meets.
  public var required: [Node] = []
  /// Conditions no hit meets.
  public var excluded: [Node] = []

  public init(ranked: [String] = [], required: [Node] = [], excluded: [Node] = []) {
    self.ranked = ranked
    self.required = required
    self.excluded = excluded
  }

  /// A query for one literal, whatever characters it holds.
  public init(literal: String) { required = [.literal(literal)] }

  public var isEmpty: Bool { ranked.isEmpty && required.isEmpty && excluded.isEmpty }

  /// Text of the query that a hit may show: for highlighting.
  public struct MatchText: Sendable, Hashable {
    public var text: String
    /// Whether it matches only as it stands; else by its words and bigrams.
    public var isLiteral: Bool
  }

  /// What to highlight in hits, in the order of the query; nothing that is excluded, no fields.
  public var matchTexts: [MatchText] {
    var texts = ranked.map { MatchText(text: $0, isLiteral: false) }
    func collect(_ node: Node) {
      switch node {
      case .word(let text), .literal(let text): texts.append(MatchText(text: text, isLiteral: true))
      case .all(let nodes), .any(let nodes), .near(let nodes, _): nodes.forEach(collect)
      case .field, .not: break
      }
    }
    required.forEach(collect)
    return texts
  }

  /// All fields asked for, the excluded ones included: a caller can refuse one before searching.
  public var fields: [FieldValue] {
    var fields: [FieldValue] = []
    func collect(_ node: Node) {
      switch node {
      case .field(let field): fields.append(field)
      case .all(let nodes), .any(let nodes), .near(let nodes, _): nodes.forEach(collect)
      case .not(let node): collect(node)
      case .word, .literal: break
      }
    }
    (required + excluded).forEach(collect)
    return fields
  }
}

/// The names a query may use. What they mean is the caller's.
public struct QuerySyntax: Sendable, Hashable {
  /// Names before a colon, as `title`.
  public var fields: Set<String>
  /// Names after `NEAR/`, as `句`.
  public var units: [String: Boundary]

  public init(fields: Set<String> = [], units: [String: Boundary] = [:]) {
    self.fields = fields
    self.units = units
  }
}
