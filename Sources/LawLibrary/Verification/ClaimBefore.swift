// What the words before a mention in brackets quote from the provision or say of it.

import Citations
import HanText
import Legislation

/// Reads back from mentions.
struct ClaimBefore {
  let text: ClaimText
  /// Whether what stands around a citation is the text's own rule.
  let isInstrument: Bool

  /// “…”（《…》第十条）, and a sentence before such a bracket.
  func read(_ citation: Citation) -> Claim {
    var claim = Claim()
    guard let line = text.line(holding: citation.range.lowerBound) else { return claim }
    let start = text.lines[line].lowerBound
    var rest = text.withoutMarks(start..<citation.range.lowerBound)
    var isNamed = false
    for _ in 0..<3 {
      let unmarked = text.withoutMarks(text.withoutColon(rest))
      let origin = ClaimWords.origins.word(text.bytes, ending: unmarked)
      guard let word = origin ?? ClaimWords.sources.word(text.bytes, ending: unmarked) else {
        break
      }
      isNamed = isNamed || origin != nil
      rest = text.withoutMarks(unmarked.lowerBound..<unmarked.upperBound - word.utf8.count)
    }
    guard !rest.isEmpty else { return claim }
    let mark = scalar(text.bytes, before: rest.upperBound)
    let isBracket = text.isOpening(mark.value)
    let isDash = mark.value == 0x2014
    if isBracket || isDash {
      while !rest.isEmpty {
        let last = scalar(text.bytes, before: rest.upperBound)
        guard last.value == mark.value else { break }
        rest = text.withoutMarks(rest.lowerBound..<rest.upperBound - last.length)
      }
    } else if !isNamed {
      return claim
    }
    while !rest.isEmpty, Self.stops.contains(scalar(text.bytes, before: rest.upperBound).value) {
      rest = text.withoutMarks(
        rest.lowerBound..<rest.upperBound - scalar(text.bytes, before: rest.upperBound).length)
    }
    guard !rest.isEmpty else { return claim }
    if let inside = text.quotation(endingAt: rest.upperBound) {
      claim.quotations = [Claim.Quotation(range: inside)]
    } else if isBracket, !isInstrument {
      claim.statement = text.lastSentence(rest)
    }
    return claim
  }

  /// 。 ， ； ！ ？
  private static let stops: Set<UInt32> = [0x3002, 0xFF0C, 0xFF1B, 0xFF01, 0xFF1F]
}
