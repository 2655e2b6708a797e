// The word lists of Resources that the grammar reads with.

import HanText
import Legislation

enum CitationWords {
  /// What instruments call themselves: 法, 条例, 实施细则.
  static let nouns = WordList(PackageResources.InstrumentNouns_txt)
  /// Whether a name is a mere 条例 or 办法.
  static func isNoun(_ name: some StringProtocol) -> Bool {
    let bytes = Array(name.utf8)
    return nouns.isWord(bytes, 0..<bytes.count)
  }

  /// Words that make 本法 after them a citation.
  static let citing = WordList(PackageResources.CitingWords_txt)
  /// Words a bare name may follow.
  static let leads = WordList(words: resourceLines(PackageResources.LeadWords_txt).joined())
  /// Last words of titles in 《》 that are no instruments.
  private static let otherDocuments = WordList(
    words: resourceLines(PackageResources.OtherDocuments_txt).joined().filter { !$0.hasPrefix("!") }
  )
  /// Titles that end in one of those and are instruments all the same.
  private static let exceptions = WordList(
    words: resourceLines(PackageResources.OtherDocuments_txt).joined()
      .filter { $0.hasPrefix("!") }.map { $0.dropFirst() })

  /// Words that begin with a unit and are none: after a number too, and after 本 or 前 only.
  static let unitWords = WordClasses(PackageResources.UnitWords_txt)
  /// Small words, by what they are for.
  static let phrases = WordClasses(PackageResources.MentionPhrases_txt)

  /// A word that shows a name before it to be part of something else.
  struct Continuation: Sendable {
    /// Whether it begins with the name's last character, rather than after it.
    let sharesLast: Bool
    let word: Bytes
    let exceptions: [Bytes]
  }

  static let continuations: [Continuation] = resourceLines(
    PackageResources.NameContinuations_txt
  ).map { fields in
    Continuation(
      sharesLast: fields[0] == "last", word: Bytes(keeping: fields[1]),
      exceptions: fields.dropFirst(2).map { Bytes(keeping: $0.dropFirst()) })
  }

  /// Whether a title in 《》 is that of an instrument, not of a form, a certificate or a newspaper.
  static func isInstrument(_ bytes: [UInt8], _ title: ByteRange) -> Bool {
    let words = withoutNote(bytes, title)
    if exceptions.word(bytes, ending: words) != nil { return true }
    return otherDocuments.word(bytes, ending: words) == nil
  }

  /// A title without what stands in brackets at its end: （试行）, （一）.
  private static func withoutNote(_ bytes: [UInt8], _ title: ByteRange) -> ByteRange {
    var rest = trimmed(bytes, title)
    for _ in 0..<3 {
      guard let note = bracketed(bytes, ending: rest), note.lowerBound > rest.lowerBound else {
        break
      }
      rest = trimmed(bytes, rest.lowerBound..<note.lowerBound)
    }
    return rest
  }
}
