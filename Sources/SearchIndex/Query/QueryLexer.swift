// Query text to tokens: where words end, which quotes and parentheses are balanced.

enum QueryToken: Equatable {
  case word(String)
  case literal(String)
  case field(Query.FieldValue)
  case open, close
  case minus, and, or, not
  case near(Boundary, String)

  /// What the token is when it stands where no operator can.
  var text: String {
    switch self {
    case .word(let text), .literal(let text), .near(_, let text): text
    case .field(let field): field.name + ":" + field.value
    case .open: "("
    case .close: ")"
    case .minus: "-"
    case .and: "AND"
    case .or: "OR"
    case .not: "NOT"
    }
  }
}

struct QueryLexer {
  /// Scalars of a query that are read; the rest is ignored.
  static let longestQuery = 8192
  /// Parentheses deeper than this are text.
  static let deepestGroup = 32

  private let scalars: [Unicode.Scalar]
  private let syntax: QuerySyntax
  private var index = 0
  private var tokens: [QueryToken] = []
  /// Opening parentheses, among the tokens, that wait for their end.
  private var open: [Int] = []
  /// For each place the next quote of the same kind at or after it.
  private let straightQuotes: [Int]
  private let curlyQuotes: [Int]

  private init(_ text: String, _ syntax: QuerySyntax) {
    let scalars = Array(text.unicodeScalars.prefix(Self.longestQuery))
    self.scalars = scalars
    self.syntax = syntax
    func next(_ isQuote: (Unicode.Scalar) -> Bool) -> [Int] {
      var places = [Int](repeating: scalars.count, count: scalars.count + 2)
      for i in scalars.indices.reversed() { places[i] = isQuote(scalars[i]) ? i : places[i + 1] }
      return places
    }
    straightQuotes = next { $0 == "\"" || $0 == "＂" }
    curlyQuotes = next { $0 == "”" }
  }

  static func tokens(_ text: String, _ syntax: QuerySyntax) -> [QueryToken] {
    var lexer = QueryLexer(text, syntax)
    lexer.run()
    return lexer.tokens
  }

  private mutating func run() {
    while index < scalars.count {
      if scalars[index].isSpace {
        index += 1
      } else if scalars[index] == "(", open.count < Self.deepestGroup {
        open.append(tokens.count)
        tokens.append(.open)
        index += 1
      } else if scalars[index] == ")", !open.isEmpty {
        open.removeLast()
        tokens.append(.close)
        index += 1
      } else if isMinus {
        tokens.append(.minus)
        index += 1
      } else if let (text, end) = quoted(at: index) {
        if !text.isEmpty { tokens.append(.literal(text)) }
        index = end
      } else if !lexField() {
        lexWord()
      }
    }
    for place in open { tokens[place] = .word("(") }
  }

  /// A minus is an operator where a token starts and something to exclude follows.
  private var isMinus: Bool {
    guard scalars[index] == "-" || scalars[index] == "－", index + 1 < scalars.count else {
      return false
    }
    let next = scalars[index + 1]
    return !next.isSpace && next != "-" && next != "－" && next != ")"
  }

  /// The text in quotes that starts at `start`, if they are balanced, and the place after them.
  private func quoted(at start: Int) -> (text: String, end: Int)? {
    guard let closing = closingQuote(of: start) else { return nil }
    return (string(start + 1..<closing), closing + 1)
  }

  private func closingQuote(of start: Int) -> Int? {
    let closing: Int
    switch scalars[start] {
    case "\"", "＂": closing = straightQuotes[start + 1]
    case "“": closing = curlyQuotes[start + 1]
    default: return nil
    }
    return closing < scalars.count && endsToken(closing + 1) ? closing : nil
  }

  /// Whether a token may end before `place`. Quotes inside running text, as in “买卖”的效力, are text.
  private func endsToken(_ place: Int) -> Bool {
    guard place < scalars.count else { return true }
    return scalars[place].isSpace
      || ["(", ")", "\"", "＂", "“"].contains(scalars[place])
  }

  private func string(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 4) { buffer in
      var end = 0
      for scalar in scalars[range] {
        for byte in UTF8.encode(scalar)! {
          buffer[end] = byte
          end += 1
        }
      }
      return end
    }
  }

  /// `name:value` or `name："value"`, without white space around the colon.
  private mutating func lexField() -> Bool {
    // Names are Latin, and most of a query is not.
    guard scalars[index].isASCII else { return false }
    for name in syntax.fields {
      let end = index + name.unicodeScalars.count
      guard end + 1 < scalars.count, scalars[end] == ":" || scalars[end] == "：",
        scalars[index..<end].elementsEqual(name.unicodeScalars)
      else { continue }
      if let (text, after) = quoted(at: end + 1) {
        guard !text.isEmpty else { return false }
        tokens.append(.field(.init(name: name, value: text, isQuoted: true)))
        index = after
        return true
      }
      let valueEnd = wordEnd(from: end + 1)
      guard valueEnd > end + 1 else { return false }
      let value = string(end + 1..<valueEnd)
      tokens.append(.field(.init(name: name, value: value, isQuoted: false)))
      index = valueEnd
      return true
    }
    return false
  }

  private mutating func lexWord() {
    let end = max(index + 1, wordEnd(from: index))
    let text = string(index..<end)
    index = end
    switch text {
    case "AND": tokens.append(.and)
    case "OR": tokens.append(.or)
    case "NOT": tokens.append(.not)
    default:
      if text.utf8.starts(with: "NEAR/".utf8), let unit = syntax.units[String(text.dropFirst(5))] {
        tokens.append(.near(unit, text))
      } else {
        tokens.append(.word(text))
      }
    }
  }

  /// A word ends at white space and at the parenthesis that ends its group; quotes and parentheses
  /// within it, as in 第(三)项, are its own.
  private func wordEnd(from start: Int) -> Int {
    var depth = 0
    var end = start
    while end < scalars.count, !scalars[end].isSpace {
      switch scalars[end] {
      case "(":
        if ["AND", "OR", "NOT"].contains(string(start..<min(end, start + 4))) { return end }
        depth += 1
      case ")":
        if depth == 0, !open.isEmpty { return end }
        depth -= 1
      default: break
      }
      end += 1
    }
    return end
  }
}

extension Unicode.Scalar {
  /// White space; the last of it in Unicode is the ideographic space, so Han text needs no table.
  fileprivate var isSpace: Bool {
    value == 0x20 || (value <= 0x3000 && properties.isWhitespace)
  }
}
