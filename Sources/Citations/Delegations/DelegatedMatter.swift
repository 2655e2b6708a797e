// What a delegation leaves to somebody: the clause in front of 由 or the words behind the verb.

import HanText
import Legislation

extension DelegationReader {
  /// Whether a verb is the last of its clause: 规定执行, 规定处罚 are none of these.
  func endsClause(_ verb: ByteRange, _ sentence: ByteRange) -> Bool {
    let rest = trimmed(bytes, verb.upperBound..<sentence.upperBound)
    return rest.isEmpty
      || Self.words["behind"].word(bytes, at: rest.lowerBound, before: rest.upperBound) != nil
  }

  /// The clause in front of 由.
  func subject(before by: Int, in sentence: ByteRange, _ clauses: Clauses) -> ByteRange? {
    var end = by
    while let word = Self.words["before-by"].word(
      bytes, ending: sentence.lowerBound..<end)
    {
      end -= word.utf8.count
    }
    guard end > sentence.lowerBound else { return nil }
    let start =
      clauses.last([.comma, .colon], in: sentence.lowerBound..<end)?.range.upperBound
      ?? sentence.lowerBound
    var subject = trimmed(bytes, start..<end)
    // A quotation that goes on behind the clause
    if bytes.has("“", at: subject.lowerBound, before: subject.upperBound),
      bytes.find("”", in: subject) == nil
    {
      subject = subject.lowerBound + 3..<subject.upperBound
    }
    return subject.isEmpty ? nil : subject
  }

  /// Whether a subject says nothing of its own: 其中, 本市.
  func isBare(_ subject: ByteRange) -> Bool {
    scalarCount(bytes, subject) < 2 || Self.words["bare"].word(bytes, ending: subject) != nil
  }

  /// Whether what is to be laid down is a rule. Any matter may be 规定, only rules are made and settled.
  func fits(_ subject: ByteRange, _ verb: Verb) -> Bool {
    if let plan = Self.plans.word(bytes, ending: subject) {
      return Self.rules.word(bytes, ending: subject).map { $0.utf8.count > plan.utf8.count }
        ?? false
    }
    if verb.fixes {
      return Self.words["fixable"].word(bytes, ending: subject) != nil
        && (Self.words["specific"].occurs(bytes, in: subject)
          || Self.texts.word(bytes, ending: subject) != nil)
    }
    return true
  }

  func withAdverb(_ verb: ByteRange, _ sentence: ByteRange) -> ByteRange {
    for adverb in Self.words["separate"].words
    where bytes.ends(sentence.lowerBound..<verb.lowerBound, with: adverb) {
      return verb.lowerBound - adverb.utf8.count..<verb.upperBound
    }
    return verb
  }

  /// What stands behind the verb: to the next mark, without 并公布 and the like.
  func object(after start: Int, in sentence: ByteRange, _ clauses: Clauses) -> ByteRange {
    let mark = clauses.first([.comma, .colon], in: start..<sentence.upperBound)
    var object = start..<(mark?.range.lowerBound ?? sentence.upperBound)
    if let also = Self.words["also"].word(bytes, at: start, before: object.upperBound) {
      object = start + also.utf8.count..<object.upperBound
    }
    if let next = Self.words["next"].first(bytes, in: object), next.at > object.lowerBound {
      object = object.lowerBound..<next.at
    }
    return trimmed(bytes, object)
  }
}
