// What the words after a mention quote from the provision or say of it.

import Citations
import HanText
import Legislation

/// Reads on from mentions.
struct ClaimAfter {
  let text: ClaimText
  /// Whether what follows a citation is the text's own rule.
  let isInstrument: Bool

  /// Words between a mention and what it introduces.
  private static let mostWords = 8

  /// What a reading found, and whether a claim of its own begins there.
  struct Follower {
    var claim = Claim()
    var speaks = false
  }

  /// Reads on from the last mention of a list, which `first` begins.
  func read(_ citation: Citation, listedFrom first: Citation) -> Follower {
    var result = Follower()
    guard let line = text.line(holding: citation.range.lowerBound) else { return result }
    var end = text.lines[line].upperBound
    guard citation.range.upperBound <= end else { return result }
    let lead = lead(of: first, from: text.lines[line].lowerBound)
    var i = text.skipMarks(citation.range.upperBound, end)
    if i < end, text.isOpening(scalar(text.bytes, at: i).value) {
      let inside = text.skipMarks(i + scalar(text.bytes, at: i).length, end)
      if inside < end, let quotations = text.quotations(inside, end) {
        result.claim.quotations = quotations
        return result
      }
      if let note = text.noteEnd(i, end) { i = text.skipMarks(note, end) }
    }
    var hasVerb = false
    var endsInDe = false
    for _ in 0..<Self.mostWords {
      if let word = ClaimWords.verbs.word(text.bytes, at: i, before: end) {
        hasVerb = true
        endsInDe = false
        i += word.utf8.count
      } else if let word = ClaimWords.links.word(text.bytes, at: i, before: end) {
        endsInDe = word == "的"
        i += word.utf8.count
      } else {
        break
      }
      i = text.skipMarks(i, end)
    }
    guard i < end else { return result }
    if let quotations = text.quotations(i, end) {
      result.claim.quotations = quotations
      result.speaks = true
      return result
    }
    let mark = scalar(text.bytes, at: i)
    let isColon = mark.value == 0xFF1A || mark.value == 0x3A
    let isComma = mark.value == 0xFF0C || mark.value == 0x2C
    if isColon {
      i = text.skipMarks(i + mark.length, end)
      if i >= end, line + 1 < text.lines.count {
        // 规定： and the words on the lines below.
        if let block = text.block(below: line) {
          result.claim.quotations = [Claim.Quotation(range: block)]
          result.speaks = true
          return result
        }
        i = text.skipMarks(text.lines[line + 1].lowerBound, text.lines[line + 1].upperBound)
        end = text.lines[line + 1].upperBound
      }
    } else if isComma, hasVerb || lead == .according {
      i = text.skipMarks(i + mark.length, end)
    } else if !hasVerb || endsInDe || lead != .none {
      return result
    }
    guard i < end else { return result }
    if let quotations = text.quotations(i, end) {
      result.claim.quotations = quotations
      result.speaks = true
      return result
    }
    guard !endsInDe, lead != .against, !isInstrument, mark.value != 0x3002 else { return result }
    guard
      ClaimWords.enacting.word(text.bytes, at: i, before: end) == nil || (hasVerb && lead == .none)
    else { return result }
    result.claim.statement = i..<text.sentenceEnd(i, end)
    result.speaks = hasVerb || isColon
    return result
  }

  /// What stands before the first mention of a list.
  private enum Lead { case none, according, against }

  private func lead(of citation: Citation, from start: Int) -> Lead {
    guard start < citation.range.lowerBound else { return .none }
    var before = trimmed(text.bytes, start..<citation.range.lowerBound)
    if ClaimWords.against.word(text.bytes, ending: before) != nil { return .against }
    if ClaimWords.according.word(text.bytes, ending: before) != nil { return .according }
    // An issuer or a year may stand between 根据 and the title.
    for _ in 0..<24 where !before.isEmpty {
      if let word = ClaimWords.distant.word(text.bytes, ending: before) {
        return ClaimWords.according.words.contains(word) ? .according : .against
      }
      let last = scalar(text.bytes, before: before.upperBound)
      guard isWord(last.value) else { return .none }
      before = before.lowerBound..<before.upperBound - last.length
    }
    return .none
  }
}
