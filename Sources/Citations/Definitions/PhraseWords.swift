// The words that bound a noun phrase, and which of them stands at a place.

import HanText
import Legislation

/// What parts a phrase from the words before it.
enum PhraseBreak { case modal, strict, copula, basis, preposition, verb, joint }

/// The words that bound a phrase.
enum PhraseWords {
  static let compounds = WordList(PackageResources.CompoundNames_txt)

  private static let words = WordClasses(PackageResources.PhraseBreaks_txt)
  private static let modals = words["modal"]
  private static let strict = words["strict"]
  private static let copulas = words["copula"]
  private static let bases = words["basis"]
  private static let prepositions = words["preposition"]
  static let firstPrepositions = words["first-preposition"]
  private static let verbs = words["verb"]
  private static let first = words["first"]
  static let joints = words["joint"]
  static let after = words["after"]
  static let lead = words["lead"]
  static let adverbs = words["adverb"]
  static let inside = words["inside"]
  static let of = words["of"]
  static let light = words["light"]
  static let grounds = words["ground"]
  static let means = words["means"]
  static let others = words["other"]
  static let places = words["place"]
  static let governing = words["governing"]
  static let names = words["names"]
  static let collectiveNames = words["names-several"]
  private static let nouns = words["noun"]
  static let wholes = words["whole"]
  static let generic = words["generic"]
  static let loose = words["loose"]

  /// The break at `i` of a clause, the longest word there; `isFirst` where only what governs the phrase
  /// can stand.
  static func breaking(
    _ bytes: [UInt8], at i: Int, in clause: ByteRange, isFirst: Bool
  ) -> (word: Bytes, kind: PhraseBreak)? {
    let end = clause.upperBound
    var found: (word: Bytes, kind: PhraseBreak)?
    func look(_ list: WordList, _ kind: PhraseBreak) {
      guard let word = list.word(bytes, at: i, before: end),
        word.utf8.count > found?.word.utf8.count ?? 0
      else { return }
      found = (word, kind)
    }
    look(modals, .modal)
    look(strict, .strict)
    look(copulas, .copula)
    look(bases, .basis)
    look(prepositions, .preposition)
    look(verbs, .verb)
    look(joints, .joint)
    if isFirst {
      look(firstPrepositions, .preposition)
      look(first, .verb)
    }
    // 举办单位, 委托机构: the verb is part of a noun.
    if let verb = found, verb.kind == .verb,
      nouns.word(bytes, at: i + verb.word.utf8.count, before: end) != nil
    {
      return nil
    }
    return found
  }

  /// The words that make the clause behind a preposition a relative one.
  static func relatives(of preposition: Bytes) -> WordList {
    words["of-" + String(decoding: preposition.utf8, as: UTF8.self)]
  }
}
