// The word lists that histories are read with.

import HanText

/// The lists of `HistoryWords.txt`.
enum HistoryWords {
  /// Named as the lists are.
  enum List: String {
    case adopting, publishing, approving, amending, starting, ending, meeting, decision
    case titles, amendment, before
  }

  /// What a decision in the library did of which no history tells.
  static let changed = "修改"

  /// Whether a word is one of a list.
  static func isOne(_ word: String, _ list: List) -> Bool {
    words[list.rawValue]?.contains { $0 == word } == true
  }

  /// Whether a text holds one of a list.
  static func has(_ list: List, _ text: String) -> Bool {
    words[list.rawValue]?.contains { text.contains($0) } == true
  }

  /// The words of a list.
  static func all(_ list: List) -> [Substring] { words[list.rawValue] ?? [] }

  private static let words = Dictionary(
    resourceLines(PackageResources.HistoryWords_txt).map { ($0[0], Array($0.dropFirst())) },
    uniquingKeysWith: +
  ).reduce(into: [String: [Substring]]()) { $0[String($1.key)] = $1.value }
}
