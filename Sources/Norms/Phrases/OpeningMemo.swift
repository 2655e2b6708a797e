// The parties that open the stretches of a passage: the rules ask after the same clause many times.

import HanText

/// What `PhraseReader.opening` answered in one passage. What is asked again later than others that share its
/// place is read again.
final class OpeningMemo {
  private struct Answer {
    var range = 0..<0
    var isGoverned = false
    var opening: ByteRange?
  }

  private static let bits: UInt32 = 5

  /// Empty until something is asked: most passages of some texts hold no norm.
  private var answers: [Answer] = []

  /// The answer known for `range`, or what `read` finds.
  func opening(_ range: ByteRange, _ isGoverned: Bool, _ read: () -> ByteRange?) -> ByteRange? {
    guard !range.isEmpty else { return nil }
    if answers.isEmpty { answers = Array(repeating: Answer(), count: 1 << Self.bits) }
    let mixed = UInt32(truncatingIfNeeded: range.lowerBound &* 31 &+ range.upperBound)
    let place = Int((mixed &* 0x9E37_79B1) >> (32 - Self.bits))
    if answers[place].range == range, answers[place].isGoverned == isGoverned {
      return answers[place].opening
    }
    let opening = read()
    answers[place] = Answer(range: range, isGoverned: isGoverned, opening: opening)
    return opening
  }
}
