// Texts cut into the words that a comparison may exchange, none of them a number, title or address in two.

import HanText
import Legislation

/// The words of a text, each with what it is compared by and where it stands.
struct WordTokens {
  /// Words that are compared as equal have the same number.
  private(set) var ids: [Int32] = []
  /// Where each begins, and the end of the text: UTF-8 bytes. A word reaches to the next, spaces and line
  /// ends included.
  private(set) var starts: [Int32] = []
  /// What it is worth that two texts share the word, in characters.
  private(set) var worths: [Float] = []
  let text: [UInt8]

  /// What a mark of punctuation is worth, and a lone character, which may be shared by chance.
  private static let mark: Float = 0.3
  private static let lone: Float = 0.6

  fileprivate init(
    _ text: [UInt8], _ evened: EvenedText, _ tokens: [Token], _ numbers: inout [[UInt32]: Int32]
  ) {
    self.text = text
    var at = 0
    for token in tokens {
      let first = at
      while at < evened.places.count, evened.places[at] < token.end { at += 1 }
      // Nothing of it counts: it is layout, and goes with the word before.
      guard at > first else { continue }
      let scalars = Array(evened.scalars[first..<at])
      let number = numbers[scalars] ?? Int32(numbers.count)
      numbers[scalars] = number
      ids.append(number)
      starts.append(ids.count == 1 ? 0 : token.start)
      let isWords = scalars.contains(where: isWord)
      worths.append(!isWords ? Self.mark : scalars.count == 1 ? Self.lone : Float(scalars.count))
    }
    starts.append(Int32(text.count))
  }

  var count: Int { ids.count }

  /// How well a change may begin at a word: behind a line best, then a sentence, then a clause.
  func breakBefore(_ word: Int) -> Int {
    guard word > 0 else { return 4 }
    let range = Int(starts[word - 1])..<Int(starts[word])
    if text[range].contains(UInt8(ascii: "\n")) { return 4 }
    switch scalar(text, at: range.lowerBound).value {
    case 0x3002, 0xFF1B, 0xFF1A, 0x3B, 0x3A: return 3  // 。；：
    case 0xFF0C, 0x2C: return 2  // ，
    case 0x3001: return 1  // 、
    default: return 0
    }
  }

  /// The source's words, with the spaces and line ends behind them.
  func string(_ range: Range<Int>) -> String {
    String(
      decoding: text[Int(starts[range.lowerBound])..<Int(starts[range.upperBound])], as: UTF8.self)
  }
}

/// Cuts texts; words of all that it has cut can be compared.
struct WordCutter {
  private var numbers: [[UInt32]: Int32] = [:]
  private var buffer = TokenBuffer()
  private static let segmenter = Segmenter(
    dictionary: SegmentationDictionary(cuttingByICU: .shipped))

  mutating func tokens(_ text: [UInt8], _ evened: EvenedText) -> WordTokens {
    buffer.removeAll()
    Self.segmenter.segment(text, 0..<text.count, into: &buffer)
    return WordTokens(text, evened, buffer.tokens, &numbers)
  }
}

extension WordCutter {
  /// The changes that lead from one text to another; one `equal` where only typography differs, nothing
  /// where both are empty.
  mutating func changes(from old: [UInt8], to new: [UInt8]) -> [TextChange] {
    if old.isEmpty || new.isEmpty {
      let text = String(decoding: old + new, as: UTF8.self)
      return text.isEmpty ? [] : [TextChange(new.isEmpty ? .delete : .insert, text)]
    }
    let (before, after) = (EvenedText(old, .comparing), EvenedText(new, .comparing))
    // Words are cut only where texts differ.
    if before.scalars == after.scalars {
      return [TextChange(.equal, String(decoding: new, as: UTF8.self))]
    }
    return WordDifference(tokens(old, before), tokens(new, after)).changes
  }
}
