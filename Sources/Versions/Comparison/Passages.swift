// Articles in pieces: what splits, mergers and moves inside articles are read from.

import Legislation

/// A sentence or a list item, as far as a 。 or ； ends it.
struct Passage {
  /// Pairs of neighbouring characters by number, see `GramTable`.
  let grams: [Int32]
  let weight: Double
  /// Runs of four characters, hashed.
  let runs: Set<UInt64>
  /// Whether its article begins with it.
  let isFirst: Bool

  /// Shorter ones say too little.
  private static let leastLength = 8

  /// The passages of a unit.
  static func passages(of unit: ComparedUnit, _ table: GramTable) -> [Passage] {
    var passages: [Passage] = []
    var isFirst = true
    for line in unit.text.split(separator: UInt8(ascii: "\n")) {
      let scalars = withoutLabel(EvenedText(Array(line), .comparing).scalars)
      for piece in scalars.split(whereSeparator: { $0 == 0x3002 || $0 == 0x3B }) {
        let words = piece.filter(isWord)
        guard words.count >= leastLength else { continue }
        let grams = table.grams(of: words)
        passages.append(
          Passage(
            grams: grams, weight: table.weight(grams), runs: RareRuns.runs(of: words),
            isFirst: isFirst))
        isFirst = false
      }
    }
    return passages
  }

  /// Without （一） or 1. at its beginning: items are renumbered when others come and go.
  private static func withoutLabel(_ scalars: [UInt32]) -> ArraySlice<UInt32> {
    guard scalars.first == 0x28, let close = scalars.prefix(6).firstIndex(of: 0x29) else {
      return scalars[...]
    }
    return scalars[(close + 1)...]
  }
}
