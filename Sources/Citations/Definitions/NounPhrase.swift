// The noun phrase that ends at a bracket: back to a mark, a preposition or a verb.

import HanText
import Legislation

/// Finds how far back a phrase reaches.
struct NounPhrase {
  let bytes: [UInt8]

  private static let words = WordClasses(PackageResources.PhraseBreaks_txt)
  private static let strict = words["strict"]
  private static let plain = words["plain"]
  private static let first = words["first"]
  private static let joints = words["joint"]
  private static let inside = words["inside"]
  static let compounds = WordList(PackageResources.CompoundNames_txt)

  /// The longest phrase that ends `stretch`.
  ///
  /// A short name is made by leaving characters of the phrase out, so a phrase that a break would cut
  /// characters of the name off, or make no longer than the name, reaches over the break.
  func range(ending stretch: ByteRange, _ form: DefinitionForm, name: ByteRange) -> ByteRange {
    let clause = trimmed(
      bytes, markedStart(of: stretch, form, name: name)..<stretch.upperBound)
    let end = clause.upperBound
    let isMade = form == .abbreviation && holdsInOrder(clause, name)
    let least = scalarCount(bytes, name) + (form == .abbreviation ? 1 : 0)
    var start = clause.lowerBound
    var i = start
    while i < end {
      if let word = Self.compounds.word(bytes, at: i, before: end)
        ?? Self.inside.word(bytes, at: i, before: end)
      {
        i += word.utf8.count
        continue
      }
      let strict = Self.strict.word(bytes, at: i, before: end)
      let first = i == clause.lowerBound ? Self.first.word(bytes, at: i, before: end) : nil
      guard let word = strict ?? first ?? Self.plain.word(bytes, at: i, before: end) else {
        i += scalar(bytes, at: i).length
        continue
      }
      i += word.utf8.count
      let rest = i..<end
      let isJoint = Self.joints.words.contains(word)
      // 以及 parts what has a name of its own from what has not.
      let parts = isMade && word == "以及"
      guard !isJoint || form == .abbreviation,
        strict != nil || parts || bytes.find("的", in: rest) == nil,
        !isMade || holdsInOrder(rest, name), scalarCount(bytes, rest) >= least,
        Self.joints.word(bytes, at: i, before: end) == nil,
        !bytes.has("的", at: i, before: end), !bytes.has("、", at: i, before: end)
      else { continue }
      start = i
    }
    return trimmed(bytes, start..<end)
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
      case 0xFF0C, 0x2C, 0x3002, 0xFF1B, 0xFF1A, 0x3A:
        if depth == 0 { return i }
      case 0x3001 where depth == 0 && form == .abbreviation:
        let rest = i..<stretch.upperBound
        // With 等 or 的 behind it, it lists what the phrase is made of.
        if holdsInOrder(rest, name), ["等", "的"].allSatisfy({ bytes.find($0, in: rest) == nil }) {
          return i
        }
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
