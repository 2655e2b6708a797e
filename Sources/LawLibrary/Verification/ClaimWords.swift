// The word lists that claims about provisions are read with.

import HanText
import Legislation

/// The lists of `ClaimWords.txt`.
enum ClaimWords {
  static let verbs = classes["verb"]
  static let links = classes["link"]
  static let according = classes["according"]
  static let against = classes["against"]
  static let distant = classes["distant"]
  static let sources = classes["source"]
  static let origins = classes["origin"]
  static let labels = classes["label"]
  static let remarks = classes["remark"]
  static let enacting = classes["enacting"]
  static let amending = classes["amending"]
  static let former = classes["former"]
  static let revised = classes["revised"]

  private static let classes = WordClasses(PackageResources.ClaimWords_txt)
}
