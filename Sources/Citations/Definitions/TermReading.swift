// The words that define, and the terms in a stretch of a clause.

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

  private func plainWord(at i: Int, before end: Int, with classes: Set<WordClass>) -> DefiningWord?
  {
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
  private static let joints = words["joint"]

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
