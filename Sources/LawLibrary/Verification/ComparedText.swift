// Text as it is compared: width, spaces, kinds of quotation marks and the marks of layout evened out.

import HanText
import Legislation

/// The scalars of a text that count in a comparison, each with what the text has in its place.
struct ComparedText {
  private(set) var folded: [UInt32] = []
  private(set) var originals: [UInt32] = []

  /// Stands for …… of any shape.
  static let ellipsis: UInt32 = 0x2026

  init(_ text: some StringProtocol, _ folding: FoldingTable) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      // Layout: spaces, emphasis and the marks of quoted lines.
      if isSpace(value) || value == 0x2A || value == 0x3E || value == 0x60 { continue }
      for folded in Self.marks[value].map({ [$0] }) ?? folding.folded(value, script: false) {
        // An ellipsis is one sign however many dots it has.
        if folded == Self.ellipsis, self.folded.last == Self.ellipsis { continue }
        self.folded.append(folded)
        originals.append(value)
      }
    }
    evenDots()
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

  /// Three dots in a row are an ellipsis, one between words that are no numbers a full stop.
  private mutating func evenDots() {
    let dot: UInt32 = 0x2E
    guard folded.contains(dot) else { return }
    var (scalars, texts): ([UInt32], [UInt32]) = ([], [])
    var i = 0
    while i < count {
      var end = i
      while end < count, folded[end] == dot { end += 1 }
      if end - i >= 3 {
        if scalars.last != Self.ellipsis {
          scalars.append(Self.ellipsis)
          texts.append(Self.ellipsis)
        }
        i = end
        continue
      }
      let isDecimal = i > 0 && i + 1 < count && isDigit(folded[i - 1]) && isDigit(folded[i + 1])
      scalars.append(folded[i] == dot && !isDecimal ? 0x3002 : folded[i])
      texts.append(originals[i])
      i += 1
    }
    (folded, originals) = (scalars, texts)
  }

  private func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  private static func opens(_ value: UInt32) -> Bool { value == 0x28 || value == 0x3C }

  private static func closes(_ value: UInt32) -> Bool { value == 0x29 || value == 0x3E }

  /// ， 。 ； ： ! ?
  private static func endsClause(_ value: UInt32) -> Bool {
    [0x2C, 0x3002, 0x3B, 0x3A, 0x21, 0x3F].contains(value)
  }

  /// Marks that only differ in kind.
  private static let marks: [UInt32: UInt32] = {
    var marks: [UInt32: UInt32] = [:]
    for value: UInt32 in [
      0x201C, 0x201D, 0x201E, 0x2018, 0x2019, 0x300C, 0x300D, 0x300E, 0x300F, 0x22, 0x27, 0xFF02,
      0xFF07,
    ] { marks[value] = 0x22 }
    for value: UInt32 in [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0xFF0D, 0x2212] {
      marks[value] = 0x2D
    }
    for value: UInt32 in [0x300A, 0x3008] { marks[value] = 0x3C }
    for value: UInt32 in [0x300B, 0x3009] { marks[value] = 0x3E }
    marks[0xFF61] = 0x3002
    for value: UInt32 in [0x2026, 0x22EF] { marks[value] = ellipsis }
    for value: UInt32 in [0x30FB, 0x2022, 0xFF65] { marks[value] = 0xB7 }
    return marks
  }()
}
