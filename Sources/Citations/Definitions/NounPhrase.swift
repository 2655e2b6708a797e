// The noun phrase that ends at a bracket: back to a mark, a preposition or a verb.

import HanText
import Legislation

/// Finds how far back a phrase reaches.
struct NounPhrase {
  let bytes: [UInt8]
  /// Words that no phrase reaches over.
  let always: WordList
  /// Words that a phrase reaches over only within a relative clause (…的).
  let verbs: WordList
  /// Words that hold one of those and are none.
  let inside: WordList

  /// The longest phrase that ends `stretch`.
  ///
  /// A short name is made by leaving characters of the phrase out, so a phrase that a break would cut
  /// characters of the name off reaches over the break.
  func range(ending stretch: ByteRange, _ form: DefinitionForm, name: ByteRange) -> ByteRange {
    let clause = markedStart(of: stretch, form, name: name)..<stretch.upperBound
    let isMade = holdsInOrder(clause, name)
    var start = clause.lowerBound
    var i = clause.lowerBound
    while i < clause.upperBound {
      if let word = inside.word(bytes, at: i, before: clause.upperBound) {
        i += word.utf8.count
        continue
      }
      let (word, isVerb) = breaking(at: i, clause.upperBound, form)
      guard let word else {
        i += scalar(bytes, at: i).length
        continue
      }
      let rest = i + word.utf8.count..<clause.upperBound
      // Words that begin the phrase, as in 向社会提供…的单位, belong to a relative clause.
      let isRelative = isVerb && bytes.find("的", in: rest) != nil
      let cutsName = isMade && !holdsInOrder(rest, name)
      if !isRelative, !cutsName, scalarCount(bytes, rest) >= 2 { start = rest.lowerBound }
      i = rest.lowerBound
    }
    return trimmed(bytes, start..<clause.upperBound)
  }

  private func breaking(at i: Int, _ end: Int, _ form: DefinitionForm) -> (Bytes?, Bool) {
    if let word = always.word(bytes, at: i, before: end) {
      // 将, 对, 为 … within a relative clause do not end the phrase.
      return (word, true)
    }
    guard let word = verbs.word(bytes, at: i, before: end) else { return (nil, false) }
    // A name for several things reaches over what joins them.
    let joins = ["和", "或者", "以及", "及", "与"].contains { word == $0 }
    return joins && form == .collective ? (nil, false) : (word, true)
  }

  /// Back to the nearest mark; over 、 where several things have one name.
  private func markedStart(
    of stretch: ByteRange, _ form: DefinitionForm, name: ByteRange
  ) -> Int {
    var i = stretch.upperBound
    var depth = 0
    while i > stretch.lowerBound {
      let previous = scalar(bytes, before: i)
      switch previous.value {
      case 0xFF09, 0x29, 0x300B, 0x201D: depth += 1
      case 0xFF08, 0x28, 0x300A, 0x201C:
        if depth == 0 { return i }
        depth -= 1
      case 0xFF0C, 0x2C, 0x3002, 0xFF1B, 0xFF1A, 0x3A where depth == 0: return i
      case 0x3001 where depth == 0 && form == .abbreviation:
        let rest = i..<stretch.upperBound
        if holdsInOrder(rest, name), bytes.find("等", in: rest) == nil { return i }
      default: break
      }
      i -= previous.length
    }
    return i
  }

  /// Whether the characters of `name` stand in `phrase` in order.
  private func holdsInOrder(_ phrase: ByteRange, _ name: ByteRange) -> Bool {
    var i = phrase.lowerBound
    var n = name.lowerBound
    while n < name.upperBound {
      let wanted = scalar(bytes, at: n)
      while i < phrase.upperBound, scalar(bytes, at: i).value != wanted.value {
        i += scalar(bytes, at: i).length
      }
      guard i < phrase.upperBound else { return false }
      i += wanted.length
      n += wanted.length
    }
    return true
  }
}
