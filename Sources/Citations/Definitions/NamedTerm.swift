// The term of a definition behind 所称.

import HanText
import Legislation

/// A term behind 所称.
struct NamedTerm {
  let reader: MeaningReader
  let clauses: Clauses

  /// Reads behind the 所称 at `named`.
  func read(after named: Int, in part: ByteRange) -> Meaning? {
    let bytes = reader.bytes
    var start = named + 6
    if bytes.has("的", at: start, before: part.upperBound) { start += 3 }
    start = skipSpaces(bytes, start..<part.upperBound)
    guard start < part.upperBound,
      let (terms, word) = quoted(from: start, in: part) ?? plain(from: start, in: part),
      !terms.isEmpty
    else { return nil }
    let clause = clauses.last([.comma], in: part.lowerBound..<named)?.range.upperBound
    return Meaning(
      terms: terms, definition: word.definitionStart..<part.upperBound, form: word.form,
      scope: reader.scope(before: named, from: clause ?? part.lowerBound))
  }

  private func quoted(from start: Int, in part: ByteRange) -> ([ByteRange], DefiningWord)? {
    guard let (terms, end) = reader.quotedTerms(at: start, before: part.upperBound) else {
      return nil
    }
    var after = skipSpaces(reader.bytes, end..<part.upperBound)
    if after < part.upperBound, let bracket = bracketEnd(after, part.upperBound) { after = bracket }
    if let comma = reader.bytes[after..<part.upperBound].first, comma == 0x2C { after += 1 }
    if reader.bytes.has("，", at: after, before: part.upperBound) { after += 3 }
    let rest = after..<part.upperBound
    if let word = reader.definingWord(
      at: after, before: part.upperBound, with: [.strong, .weak, .includes, .copula])
    {
      return (terms, word)
    }
    // 所称“保全”，在内地包括…; 所称“终审判决”：
    guard after > end || isLast(rest),
      isLast(rest) || reader.firstDefiningWord(in: rest, with: [.strong, .includes]) != nil
    else { return nil }
    return (terms, DefiningWord(form: .meaning, range: end..<after, definitionStart: after))
  }

  /// Whether nothing but a colon is left of a line.
  private func isLast(_ rest: ByteRange) -> Bool {
    rest.upperBound == reader.range.upperBound && reader.closed(rest).isEmpty
      && [0xFF1A, 0x3A].contains(scalar(reader.bytes, before: rest.upperBound).value)
  }

  private func bracketEnd(_ start: Int, _ end: Int) -> Int? {
    guard reader.bytes.has("（", at: start, before: end) else { return nil }
    return reader.bytes.find("）", in: start..<end).map { $0 + 3 }
  }

  private func plain(from start: Int, in part: ByteRange) -> ([ByteRange], DefiningWord)? {
    let rest = start..<part.upperBound
    let mark = clauses.first([.comma, .colon], in: rest)
    let clause = start..<(mark?.range.lowerBound ?? part.upperBound)
    for classes in [[.strong], [.includes], [.weak]] as [Set<MeaningReader.WordClass>] {
      if let word = reader.firstDefiningWord(in: clause, with: classes),
        word.range.lowerBound > start
      {
        return (reader.terms(in: start..<word.range.lowerBound), word)
      }
    }
    if let mark, mark.kind == .colon, isLast(mark.range.lowerBound..<part.upperBound) {
      return (
        reader.terms(in: clause),
        DefiningWord(
          form: .meaning, range: mark.range, definitionStart: mark.range.upperBound)
      )
    }
    guard let mark, mark.kind == .comma else {
      // 本法所称的著作权即版权。
      let word = reader.firstDefiningWord(in: clause, with: [.inner])
      return word.flatMap {
        $0.range.lowerBound > start ? (reader.terms(in: start..<$0.range.lowerBound), $0) : nil
      }
    }
    let after = mark.range.upperBound
    // 所称城墙（以下简称墙）位于某地，包括…
    let name = start..<(reader.bytes.find("（以下", in: clause) ?? clause.upperBound)
    if let word = reader.definingWord(
      at: after, before: part.upperBound, with: [.strong, .weak, .includes, .copula])
    {
      return (reader.terms(in: name), word)
    }
    // 本条所称X，依法…的，是指…; 所称X，在某地是指…: the meaning has a condition.
    guard
      let word = reader.firstDefiningWord(
        in: after..<part.upperBound, with: [.strong, .includes]),
      reader.bytes.has("在", at: after, before: part.upperBound)
        || clauses.marks.contains(where: { $0.range.upperBound == word.range.lowerBound })
    else { return nil }
    return (
      reader.terms(in: name),
      DefiningWord(form: word.form, range: word.range, definitionStart: after)
    )
  }
}
