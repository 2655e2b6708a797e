// The words of AmendmentWords.txt, and which of them stands at a place.

import HanText
import Legislation

/// What a word of a decision is for; the classes of AmendmentWords.txt.
enum AmendmentWord: String, Sendable {
  case becomes, names, amends, delete, add, after, before, end, start, lead, inside
  case first, last, half
  case merge, separate, splits, fold, comprises, listed, vague
  case heading, title, preamble, everywhere, reorder, filler, suspended, bare
  case itself = "self"
}

enum AmendmentWords {
  private static let table: [UInt8: [(word: Bytes, meaning: AmendmentWord)]] = {
    var table: [UInt8: [(word: Bytes, meaning: AmendmentWord)]] = [:]
    for fields in resourceLines(PackageResources.AmendmentWords_txt) {
      guard let meaning = AmendmentWord(rawValue: String(fields[0])) else { continue }
      for field in fields.dropFirst() {
        let word = Bytes(keeping: field)
        // The last byte of a Chinese character tells more than its first.
        table[word.utf8[2], default: []].append((word, meaning))
      }
    }
    return table.mapValues { $0.sorted { $0.word.utf8.count > $1.word.utf8.count } }
  }()

  private static let classes = WordClasses(PackageResources.AmendmentWords_txt)
  /// Lines of a decision that amend nothing.
  static let closing = classes["closing"]
  /// Words an unquoted line begins with that is an instruction.
  static let openers = classes["opener"]
  /// The last joint of a list, and words that begin like one.
  static let joints = classes["joint"]
  static let notJoints = classes["notjoint"]

  /// What follows 第十九条 where it is a reference and no label.
  static let ofArticles = classes["ofarticle"]

  /// What an attachment is called in an address.
  static let attachments = classes["attachment"]

  /// Whether a line says 重新公布, behind which the whole new text may follow.
  static func republishes(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    classes["republish"].words.contains { bytes.find($0, in: range) != nil }
  }

  /// 部门: nouns that members of a list share.
  static let sharedNouns = classes["shared"]

  /// The longest word at byte `i`, and one past its last byte.
  static func word(
    _ bytes: [UInt8], at i: Int, before end: Int
  ) -> (meaning: AmendmentWord, end: Int)? {
    guard i + 3 <= end, let words = table[bytes[i + 2]],
      let found = words.first(where: { bytes.has($0.word, at: i, before: end) })
    else { return nil }
    return (found.meaning, i + found.word.utf8.count)
  }
}
