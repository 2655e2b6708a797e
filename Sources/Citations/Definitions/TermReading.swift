// The term of a definition: behind 所称, or in front of the word that defines it.

import HanText
import Legislation

/// A word that defines, found in a clause.
struct DefiningWord {
  let form: DefinitionForm
  /// The word itself, with the adverb before it.
  let range: ByteRange
  /// Where the meaning begins: after 是指, before 不包括.
  let definitionStart: Int
}

extension MeaningReader {
  /// The defining word at `i`, adverbs before it allowed.
  func definingWord(at i: Int, before end: Int, with classes: Set<WordClass>) -> DefiningWord? {
    var at = skipSpaces(bytes, i..<max(i, end))
    for _ in 0..<2 {
      guard let adverb = Self.adverbs.word(bytes, at: at, before: end) else { break }
      // 均指 and 均包括 are words themselves.
      if plainWord(at: at, before: end, with: classes) != nil { break }
      at += adverb.utf8.count
    }
    guard let word = plainWord(at: at, before: end, with: classes) else { return nil }
    return DefiningWord(
      form: word.form, range: i..<word.range.upperBound, definitionStart: word.definitionStart)
  }

  enum WordClass { case strong, weak, includes, copula, inner }

  private func plainWord(at i: Int, before end: Int, with classes: Set<WordClass>) -> DefiningWord? {
    func word(_ list: WordList, _ form: DefinitionForm, keeps: Bool = false) -> DefiningWord? {
      list.word(bytes, at: i, before: end).map {
        let after = i + $0.utf8.count
        return DefiningWord(form: form, range: i..<after, definitionStart: keeps ? i : after)
      }
    }
    if classes.contains(.strong), let found = word(Self.strong, .meaning) { return found }
    if classes.contains(.includes) {
      if let found = word(Self.includes, .inclusion) { return found }
      if let found = word(Self.excludes, .inclusion, keeps: true) { return found }
    }
    if classes.contains(.weak), let found = word(Self.weak, .meaning),
      Self.noWeak.word(bytes, at: found.range.upperBound, before: end) == nil
    {
      return found
    }
    if classes.contains(.copula), let found = word(Self.copula, .meaning) { return found }
    if classes.contains(.inner) { return word(Self.inner, .meaning) }
    return nil
  }

  /// The first defining word of some classes in `part`, outside quotations.
  func firstDefiningWord(in part: ByteRange, with classes: Set<WordClass>) -> DefiningWord? {
    var i = part.lowerBound
    var depth = 0
    while i < part.upperBound {
      let next = scalar(bytes, at: i)
      switch next.value {
      case 0x201C, 0xFF08, 0x28, 0x300A: depth += 1
      case 0x201D, 0xFF09, 0x29, 0x300B: depth = max(0, depth - 1)
      default:
        if depth == 0, let word = plainWord(at: i, before: part.upperBound, with: classes) {
          return word
        }
      }
      i += next.length
    }
    return nil
  }

  /// The quoted words of `part` that make up its beginning: “以上”、“以下”和“以内”, and where they end.
  func quotedTerms(at start: Int, before end: Int) -> (terms: [ByteRange], end: Int)? {
    var terms: [ByteRange] = []
    var i = start
    var last = start
    while i < end {
      let open = scalar(bytes, at: i)
      guard let closer = Self.closers[open.value],
        let close = bytes.find(closer, in: i + open.length..<end)
      else { break }
      terms.append(i + open.length..<close)
      last = close + closer.utf8.count
      i = skipSpaces(bytes, last..<end)
      // “以上”“以下” stand beside each other without a joint.
      let joint = Self.joints.word(bytes, at: i, before: end)?.utf8.count ?? 0
      i = skipSpaces(bytes, i + joint..<end)
    }
    return terms.isEmpty ? nil : (terms, last)
  }

  private static let closers: [UInt32: Bytes] = [
    0x201C: "”", 0x2018: "’", 0x300A: "》", 0x22: "\"",
  ]
  private static let joints = WordList(Array("以及\n或者\n、\n和\n与\n及\n或\n，".utf8))

  /// Terms in a stretch of a clause: what it quotes, else what it names, brackets behind it left out.
  func terms(in stretch: ByteRange) -> [ByteRange] {
    var range = closed(stretch)
    while !range.isEmpty, let bracket = closingBracket(range) {
      range = closed(range.lowerBound..<bracket)
    }
    while let adverb = Self.adverbs.word(bytes, ending: range), adverb.utf8.count < range.count,
      adverb.utf8.count > 3 || bytes.ends(stretch, with: adverb)
    {
      range = closed(range.lowerBound..<range.upperBound - adverb.utf8.count)
    }
    if bytes.ends(range, with: "的"), Self.ofWords.word(bytes, ending: range) == nil {
      range = range.lowerBound..<range.upperBound - 3
    }
    guard !range.isEmpty else { return [] }
    if let quoted = quotedTerms(at: range.lowerBound, before: range.upperBound),
      quoted.end == range.upperBound || quoted.terms.count > 1
    {
      return quoted.terms.filter { !$0.isEmpty && scalarCount(bytes, $0) <= 60 }
    }
    let parts = split(range)
    if parts.count > 1,
      parts.allSatisfy({ part in
        Self.quantities.words.contains { $0.utf8.elementsEqual(bytes[part]) }
      })
    {
      return parts
    }
    guard scalarCount(bytes, range) <= 45,
      Self.pointers.words.allSatisfy({ !bytes[range].elementsEqual($0.utf8) })
    else { return [] }
    return [range]
  }

  /// Where the bracket that ends `range` opens.
  private func closingBracket(_ range: ByteRange) -> Int? {
    let last = scalar(bytes, before: range.upperBound).value
    guard last == 0xFF09 || last == 0x29 else { return nil }
    var depth = 0
    var i = range.upperBound
    while i > range.lowerBound {
      let previous = scalar(bytes, before: i)
      i -= previous.length
      if previous.value == 0xFF09 || previous.value == 0x29 { depth += 1 }
      if previous.value == 0xFF08 || previous.value == 0x28 {
        depth -= 1
        if depth == 0 { return i > range.lowerBound ? i : nil }
      }
    }
    return nil
  }

  private func split(_ range: ByteRange) -> [ByteRange] {
    var parts: [ByteRange] = []
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      if let joint = Self.joints.word(bytes, at: i, before: range.upperBound) {
        parts.append(start..<i)
        i += joint.utf8.count
        start = i
      } else {
        i += scalar(bytes, at: i).length
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }
}

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
    if let word = reader.definingWord(
      at: after, before: part.upperBound, with: [.strong, .weak, .includes, .copula])
    {
      return (reader.terms(in: clause), word)
    }
    // 本条所称X，依法…的，是指…; 所称X，在某地是指…: the meaning has a condition.
    guard
      let word = reader.firstDefiningWord(
        in: after..<part.upperBound, with: [.strong, .includes]),
      reader.bytes.has("在", at: after, before: part.upperBound)
        || clauses.marks.contains(where: { $0.range.upperBound == word.range.lowerBound })
    else { return nil }
    return (
      reader.terms(in: clause),
      DefiningWord(form: word.form, range: word.range, definitionStart: after)
    )
  }
}

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
      bytes.has("其中", at: start, before: part.upperBound)
        || (bytes.ends(start..<comma.range.lowerBound, with: "中")
          && ["本", "在本"].contains { bytes.has($0, at: start, before: part.upperBound) })
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
      if mark.kind == .colon, scalarCount(reader.bytes, part.lowerBound..<mark.range.lowerBound) <= 30 {
        return DefiningWord(
          form: .meaning, range: mark.range, definitionStart: mark.range.upperBound)
      }
    }
    let clause = part.lowerBound..<(mark?.range.lowerBound ?? part.upperBound)
    return strong ?? reader.firstDefiningWord(in: clause, with: [.weak])
      ?? reader.firstDefiningWord(in: clause, with: [.includes])
  }
}
