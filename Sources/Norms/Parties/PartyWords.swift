// The words names of parties are made of: PartyWords.txt and PartyKinds.txt, read once.

import HanText
import Legislation

enum PartyWords {
  private static let classes = WordClasses(PackageResources.PartyWords_txt)

  static let leads = classes["lead"]
  static let state = classes["state"]
  static let generic = classes["generic"]
  static let wholes = classes["whole"]
  static let owners = classes["owner"]
  static let roles = classes["role"]
  static let conjunctions = classes["and"]
  static let offices = classes["office"]
  static let levels = classes["level"]
  static let between = classes["between"]
  static let notLevels = classes["notlevel"]
  static let middles = classes["middle"]
  static let bound = classes["bound"]

  /// A name above all that end in a word.
  struct Family: Sendable {
    let name: [UInt8]
    let endings: WordList
  }

  private static let kinds = resourceLines(PackageResources.PartyKinds_txt)

  static let families: [Family] = kinds.filter { $0[0] == "under" }.map {
    Family(name: Array($0[1].utf8), endings: WordList(words: $0.dropFirst(2)))
  }

  /// What a name is called otherwise → the name.
  static let same: [[UInt8]: [UInt8]] = Dictionary(
    kinds.filter { $0[0] == "same" }.flatMap { fields in
      fields.dropFirst(2).map { (Array($0.utf8), Array(fields[1].utf8)) }
    }, uniquingKeysWith: { first, _ in first })

  /// Short ends of names, with what they are in full; the longest first.
  static let spellings: [(short: Bytes, full: Bytes)] = kinds.filter { $0[0] == "spelling" }
    .map { (Bytes(keeping: $0[1]), Bytes(keeping: $0[2])) }
    .sorted { $0.0.utf8.count > $1.0.utf8.count }
}
