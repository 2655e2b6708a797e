// Words of law that a general dictionary cuts apart: shipped ones and the users' own.

/// Terms to be kept whole, each with a cost.
///
/// A segmentation costs the sum of its words; the cheapest is taken. The dictionary's words cost
/// some 40 (的) to 170; a term without a cost of its own costs 30, one of two characters 60, so
/// that it wins against its parts and seldom against words that cross it.
public struct Lexicon: Sendable {
  /// A term and what it costs.
  public struct Term: Sendable, Equatable {
    /// The term as written.
    public var text: String
    /// What a segmentation pays for it.
    public var cost: Int

    /// Without a cost, the usual one for the term's length.
    public init(_ text: String, cost: Int? = nil) {
      self.text = text
      self.cost = cost ?? Lexicon.defaultCost(text)
    }
  }

  /// What a term costs that has no cost of its own.
  public static func defaultCost(_ term: String) -> Int { term.unicodeScalars.count > 2 ? 30 : 60 }
  /// The highest cost a line may give.
  public static let largestCost = 255
  /// The longest term, in scalars.
  public static let longestTerm = 32

  /// A line that is no term. Lines count from 1.
  public enum ParseError: Error, Equatable, Sendable, CustomStringConvertible {
    case tooLong(line: Int)
    /// A character that is not an ideograph or kana: only runs of these are cut by words.
    case notIdeographs(line: Int, term: String)
    case badCost(line: Int, field: String)
    case tooManyFields(line: Int)

    public var description: String {
      switch self {
      case .tooLong(let line): "line \(line): a term has at most \(longestTerm) characters"
      case .notIdeographs(let line, let term):
        "line \(line): “\(term)”: a term is made of Chinese characters only"
      case .badCost(let line, let field):
        "line \(line): “\(field)”: a cost is a whole number from 0 to \(largestCost)"
      case .tooManyFields(let line): "line \(line): a line is a term and, if wanted, its cost"
      }
    }
  }

  /// The terms in order; of equal ones the last holds.
  public private(set) var terms: [Term]

  /// Terms made elsewhere; those that are no run of ideographs never match.
  public init(_ terms: [Term] = []) { self.terms = terms }

  /// Parties, bodies and statutory terms that ship with the library.
  public static let shipped: Lexicon = {
    var terms: [Term] = []
    for field in resourceLines(PackageResources.Lexicon_txt).joined() {
      if let cost = Int(field), !terms.isEmpty {
        terms[terms.count - 1].cost = cost
      } else {
        terms.append(Term(String(field)))
      }
    }
    return Lexicon(terms)
  }()

  /// Reads a user's file: a term a line, then, if wanted, its cost. `#` begins a comment. jieba's
  /// `term frequency tag` is understood, its frequency and tag not used.
  public init(parsing file: String) throws(ParseError) {
    var terms: [Term] = []
    var number = 0
    for line in file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let content = line.prefix { $0 != "#" }
      let fields = content.split { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
      guard let text = fields.first else { continue }
      guard fields.count <= 3 else { throw .tooManyFields(line: number) }
      guard text.unicodeScalars.count <= Self.longestTerm else { throw .tooLong(line: number) }
      guard text.unicodeScalars.allSatisfy({ Self.isWordScalar($0.value) }) else {
        throw .notIdeographs(line: number, term: String(text))
      }
      terms.append(Term(String(text), cost: try Self.cost(fields, line: number)))
    }
    self.terms = terms
  }

  /// The terms of both; where both have one, the other's cost holds.
  public func merging(_ other: Lexicon) -> Lexicon { Lexicon(terms + other.terms) }

  private static func cost(_ fields: [Substring], line: Int) throws(ParseError) -> Int? {
    guard fields.count > 1 else { return nil }
    let field = fields[1]
    if fields.count == 3 {
      guard Int(field) ?? -1 >= 0 else { throw .badCost(line: line, field: String(field)) }
      return nil
    }
    // jieba also writes `term tag`.
    if field.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) { return nil }
    guard let cost = Int(field), (0...largestCost).contains(cost) else {
      throw .badCost(line: line, field: String(field))
    }
    return cost
  }

  /// Ideographs and kana, roughly as the dictionary pass takes them.
  private static func isWordScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3041...0x3096, 0x309D...0x30FA, 0x30FC...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAD9, 0xFF66...0xFF9F:
      true
    default: false
    }
  }
}
