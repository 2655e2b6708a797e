// What each verb of a sanction has to take to be one: 给予处分 is a sanction, 给予补助 is none.

import HanText
import Legislation

/// The words a sanction's verb needs or must not have behind it.
struct SanctionObjects: Sendable {
  /// One of these right behind the verb.
  var next: WordList?
  /// Instead of that, one of these at its clause's end: 处货物价值百分之五十以下的罚款.
  var far: WordList?
  /// One of these in the verb's clause.
  var near: WordList?
  /// None of these right behind it.
  var notNext: WordList?
  /// None of these in its clause.
  var not: WordList?

  /// By the verb's UTF-8 bytes; verbs that need nothing are not in it.
  static let table: [[UInt8]: SanctionObjects] = {
    var table: [[UInt8]: SanctionObjects] = [:]
    for verb in NormWords.triggers[NormKind.sanction.rawValue].words {
      let name = String(decoding: verb.utf8, as: UTF8.self)
      func list(_ relation: String) -> WordList? {
        let words = NormWords.sanctions["\(relation)-\(name)"]
        return words.words.isEmpty ? nil : words
      }
      let objects = SanctionObjects(
        next: list("next"), far: list("far"), near: list("near"), notNext: list("notnext"),
        not: list("not"))
      if objects.next != nil || objects.near != nil || objects.notNext != nil || objects.not != nil
      {
        table[Array(verb.utf8)] = objects
      }
    }
    return table
  }()
}
