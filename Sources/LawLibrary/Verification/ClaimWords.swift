// The word lists that claims about provisions are read with.

import HanText
import Legislation

/// The lists of `ClaimWords.txt`.
enum ClaimWords {
  static let verbs = list("verb")
  static let links = list("link")
  static let according = list("according")
  static let against = list("against")
  static let distant = list("distant")
  static let sources = list("source")
  static let origins = list("origin")
  static let labels = list("label")
  static let remarks = list("remark")
  static let enacting = list("enacting")
  static let amending = list("amending")
  static let former = list("former")
  static let revised = list("revised")

  private static func list(_ name: Substring) -> WordList {
    WordList(
      words: resourceLines(PackageResources.ClaimWords_txt).filter { $0[0] == name }
        .flatMap { $0.dropFirst() })
  }
}
