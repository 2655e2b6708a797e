// The term of a definition in front of the word that defines it.

import HanText
import Legislation

/// A term in front of the word that defines it, at the start of a sentence or of an entry of a list.
struct BareTerm {
  let reader: MeaningReader
  let clauses: Clauses
  let isListed: Bool
  /// Whether the part begins its line.
  let isFirst: Bool

  func read(in part: ByteRange) -> Meaning? {
    let bytes = reader.bytes
    var start = part.lowerBound
    var scope: ScopeWord?
    // 本章中，X是指…; 其中，X是指…
    if let comma = clauses.first([.comma], in: part), comma.range.lowerBound - start <= 30,
      MeaningReader.words["among"].word(bytes, at: start, before: part.upperBound) != nil
        || MeaningReader.words["within"].word(bytes, ending: start..<comma.range.lowerBound) != nil
          && MeaningReader.words["this"].word(bytes, at: start, before: part.upperBound) != nil
    {
      scope = reader.scope(before: comma.range.lowerBound, from: start)
      start = comma.range.upperBound
    }
    let rest = start..<part.upperBound
    guard let word = definingWord(in: rest, clauses) else { return nil }
    var head = start..<word.range.lowerBound
    guard scalarCount(bytes, head) <= 60 else { return nil }
    // 前款规定的X; 刑法第三条规定的“X”
    let quote = bytes.find("“", in: head) ?? bytes.find("《", in: head) ?? head.upperBound
    if let after = MeaningReader.after.last(bytes, in: head.lowerBound..<quote) {
      let end = after.at + after.word.utf8.count
      guard end < head.upperBound else { return nil }
      scope = scope ?? reader.scope(before: after.at, from: start)
      head = end..<head.upperBound
    } else if let quoted = reader.quotedTerms(at: quote, before: head.upperBound),
      quote < head.upperBound
    {
      return Meaning(
        terms: quoted.terms, definition: word.definitionStart..<part.upperBound, form: word.form,
        scope: scope)
    }
    let name = reader.closed(head)
    guard !name.isEmpty,
      MeaningReader.pointers.word(bytes, at: name.lowerBound, before: name.upperBound) == nil
    else { return nil }
    if clauses.first([.comma, .colon], in: name) != nil {
      guard isListed, scalarCount(bytes, name) <= 20 else { return nil }
    }
    let terms = reader.terms(in: head)
    return terms.isEmpty
      ? nil
      : Meaning(
        terms: terms, definition: word.definitionStart..<part.upperBound, form: word.form,
        scope: scope)
  }

  /// 营养费，指… at the start of a line.
  private func itemised(in part: ByteRange) -> DefiningWord? {
    guard isFirst, let mark = clauses.first([.comma], in: part),
      scalarCount(reader.bytes, part.lowerBound..<mark.range.lowerBound) <= 15,
      let word = reader.definingWord(
        at: mark.range.upperBound, before: part.upperBound, with: [.weak])
    else { return nil }
    return DefiningWord(
      form: word.form, range: mark.range.lowerBound..<word.range.upperBound,
      definitionStart: word.definitionStart)
  }

  private func definingWord(in part: ByteRange, _ clauses: Clauses) -> DefiningWord? {
    let strong = reader.firstDefiningWord(in: part, with: [.strong])
    guard isListed else { return strong ?? itemised(in: part) }
    if let quoted = reader.quotedTerms(at: part.lowerBound, before: part.upperBound),
      quoted.end < part.upperBound
    {
      var after = quoted.end
      let next = scalar(reader.bytes, at: after)
      if next.value == 0xFF0C || next.value == 0xFF1A || next.value == 0x3A { after += next.length }
      let word = reader.definingWord(
        at: after, before: part.upperBound, with: [.strong, .weak, .includes, .copula])
      if let word { return word }
      if after > quoted.end {
        return DefiningWord(form: .meaning, range: quoted.end..<after, definitionStart: after)
      }
    }
    let mark = clauses.first([.comma, .colon], in: part)
    // A strong word in the first clause, or right behind its mark, comes before everything else.
    if let strong, strong.range.lowerBound <= mark?.range.upperBound ?? part.upperBound {
      return strong
    }
    if let mark {
      if let word = reader.definingWord(
        at: mark.range.upperBound, before: part.upperBound,
        with: [.strong, .weak, .includes, .copula])
      {
        return DefiningWord(
          form: word.form, range: mark.range.lowerBound..<word.range.upperBound,
          definitionStart: word.definitionStart)
      }
      if mark.kind == .colon,
        scalarCount(reader.bytes, part.lowerBound..<mark.range.lowerBound) <= 30
      {
        return DefiningWord(
          form: .meaning, range: mark.range, definitionStart: mark.range.upperBound)
      }
    }
    let clause = part.lowerBound..<(mark?.range.lowerBound ?? part.upperBound)
    return strong ?? reader.firstDefiningWord(in: clause, with: [.weak])
      ?? reader.firstDefiningWord(in: clause, with: [.includes])
  }
}
