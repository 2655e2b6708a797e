// The words that duties are compared by: DutyWords.txt, read once.

import HanText
import Legislation

enum DutyWords {
  private static let classes = WordClasses(PackageResources.DutyWords_txt)

  static let and = classes["and"]
  static let or = classes["or"]
  static let whole = classes["whole"]
  static let manner = classes["manner"]
  static let listing = classes["listing"]
  static let alternatives = classes["alternatives"]
  static let all = classes["all"]
  static let also = classes["also"]
  static let office = classes["office"]
  static let particle = classes["particle"]
  static let moment = classes["moment"]
  static let graver = classes["graver"]
  static let base = classes["base"]
  static let antecedent = classes["antecedent"]
  static let unless = classes["unless"]
  static let light = classes["light"]
  static let prompt = classes["prompt"]
  static let before = classes["before"]

  /// Characters with those that are written for them now.
  static let same: [UInt32: UInt32] = Dictionary(
    resourceLines(PackageResources.DutyWords_txt).compactMap { fields in
      guard fields[0] == "same", fields.count == 3, let old = fields[1].onlyScalar,
        let new = fields[2].onlyScalar
      else { return nil }
      return (old, new)
    }, uniquingKeysWith: { first, _ in first })
}
