// A text evened out for comparison, in pieces that can be quoted again.

import HanText
import Legislation

/// The scalars of a text that count in a comparison (see `EvenedText`), each with what the text has in its
/// place.
struct ComparedText {
  private(set) var folded: [UInt32] = []
  private(set) var originals: [UInt32] = []

  /// Stands for …… of any shape.
  static let ellipsis = EvenedText.ellipsis

  init(_ text: some StringProtocol, _ folding: FoldingTable) {
    let bytes = Array(text.utf8)
    let evened = EvenedText(bytes, folding)
    folded = evened.scalars
    originals = zip(evened.scalars, evened.places).map { folded, place in
      folded == Self.ellipsis ? folded : scalar(bytes, at: Int(place)).value
    }
  }

  private init(_ text: ComparedText, _ range: Range<Int>) {
    folded = Array(text.folded[range])
    originals = Array(text.originals[range])
  }

  /// Texts one after another.
  init(joining texts: [ComparedText]) {
    folded = texts.flatMap(\.folded)
    originals = texts.flatMap(\.originals)
  }

  var count: Int { folded.count }

  subscript(range: Range<Int>) -> ComparedText { ComparedText(self, range) }

  /// Without punctuation; `boundaries` tells for each scalar, and for the end, whether a clause begins
  /// there.
  func words() -> (folded: [UInt32], boundaries: [Bool]) {
    var words: [UInt32] = []
    var boundaries: [Bool] = []
    var isBoundary = true
    for scalar in folded {
      if isWord(scalar) {
        words.append(scalar)
        boundaries.append(isBoundary)
        isBoundary = false
      } else if Self.endsClause(scalar) {
        isBoundary = true
      }
    }
    boundaries.append(isBoundary)
    return (words, boundaries)
  }

  /// Without punctuation at its ends.
  func trimmed() -> ComparedText {
    var range = 0..<count
    while let first = range.first, !isWord(folded[first]), !Self.opens(folded[first]) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, !isWord(folded[last]), !Self.closes(folded[last]) {
      range = range.lowerBound..<last
    }
    return self[range]
  }

  func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for value in originals[range] { result.append(Unicode.Scalar(value)!) }
    return String(result)
  }

  private static func opens(_ value: UInt32) -> Bool { value == 0x28 || value == 0x3C }

  private static func closes(_ value: UInt32) -> Bool { value == 0x29 || value == 0x3E }

  /// ， 。 ； ： ! ?
  private static func endsClause(_ value: UInt32) -> Bool {
    [0x2C, 0x3002, 0x3B, 0x3A, 0x21, 0x3F].contains(value)
  }
}
