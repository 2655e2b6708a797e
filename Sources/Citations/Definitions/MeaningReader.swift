// Terms with their meanings in one line: 本法所称X，是指Y; X，是指Y; in a list of terms also X：Y.

import HanText
import Legislation

/// Terms with one meaning, as a line gives them. Ranges are in the passage's bytes.
struct Meaning {
  var terms: [ByteRange]
  var definition: ByteRange
  var form: DefinitionForm
  var scope: ScopeWord?
  /// Whether the meaning ends in a colon and is the list that follows.
  var opensList = false
}

/// Reads the meanings in a passage.
struct MeaningReader {
  let bytes: [UInt8]
  let range: ByteRange
  /// Whether the line stands in a list of terms.
  let isListed: Bool

  static let words = WordClasses(PackageResources.DefinitionWords_txt)
  static let strong = words["strong"]
  static let weak = words["weak"]
  static let includes = words["includes"]
  static let excludes = words["excludes"]
  static let copula = words["copula"]
  static let inner = words["inner"]
  static let adverbs = words["adverb"]
  static let after = words["after"]
  static let pointers = words["pointer"]
  static let quantities = words["quantity"]
  static let ofWords = words["of"]
  static let noWeak = words["-weak"]

  init(passage: Passage, isListed: Bool) {
    bytes = passage.bytes
    range = passage.unquoted
    self.isListed = isListed
  }

  /// 本章下列用语的含义： — the scope it gives to the terms below it.
  func listLead() -> (scope: ScopeWord?, end: Int)? {
    guard let lead = Self.words["lead"].first(bytes, in: range),
      lead.at - range.lowerBound < 90,
      let meaning = Self.words["meaning"].first(
        bytes, in: lead.at..<min(range.upperBound, lead.at + 60))
    else { return nil }
    let end = meaning.at + meaning.word.utf8.count
    guard let mark = Clauses(bytes, range).first([.colon, .stop], in: end..<range.upperBound)
    else { return bytes.ends(range, with: meaning.word) ? (scope(before: lead.at), end) : nil }
    guard mark.kind == .colon, mark.range.lowerBound - end < 30 else { return nil }
    return (scope(before: lead.at), mark.range.upperBound)
  }

  /// The meanings, in order.
  func meanings() -> [Meaning] {
    guard isListed || bytes.find("所称", in: range) != nil || bytes.find("指", in: range) != nil
    else { return [] }
    let clauses = Clauses(bytes, range)
    let lead = listLead()
    var found: [Meaning] = []
    for sentence in clauses.parts(of: range, at: [.stop]) {
      let before = found.count
      for part in parts(of: sentence, after: lead?.end, clauses) {
        if let meaning = meaning(in: part, clauses, isFirst: part.lowerBound == range.lowerBound) {
          // What is defined next ends the meaning before.
          if found.count > before {
            found[found.count - 1].definition = closed(
              found[found.count - 1].definition.lowerBound..<part.lowerBound)
          }
          found.append(meaning)
        }
      }
      guard found.count > before else { continue }
      let last = found.count - 1
      let end = isListed && last == 0 ? range.upperBound : sentence.upperBound
      found[last].opensList =
        (bytes.ends(range.lowerBound..<end, with: "：")
          || bytes.ends(range.lowerBound..<end, with: ":"))
        && end == range.upperBound
      found[last].definition = closed(found[last].definition.lowerBound..<end)
    }
    return found.filter { !$0.definition.isEmpty || $0.opensList }
  }

  /// Parts of a sentence that a definition may begin at: its start, behind ； and behind the colon of a
  /// list in one line.
  private func parts(of sentence: ByteRange, after lead: Int?, _ clauses: Clauses) -> [ByteRange] {
    var parts = clauses.parts(of: sentence, at: [.semicolon])
    if let lead, let first = parts.first, first.contains(lead) {
      parts[0] = lead..<first.upperBound
    }
    // 所称石油包括原油，所称天然气包括煤层气
    parts = parts.flatMap { part in
      clauses.parts(of: part, at: [.comma]).reduce(into: [ByteRange]()) { split, clause in
        if split.isEmpty || bytes.has("所称", at: clause.lowerBound, before: clause.upperBound) {
          split.append(clause)
        } else {
          split[split.count - 1] = split[split.count - 1].lowerBound..<clause.upperBound
        }
      }
    }
    return parts.map { trimmed(bytes, $0) }.filter { !$0.isEmpty }
  }

  private func meaning(in part: ByteRange, _ clauses: Clauses, isFirst: Bool) -> Meaning? {
    if let named = bytes.find("所称", in: part),
      let meaning = NamedTerm(reader: self, clauses: clauses).read(after: named, in: part)
    {
      return meaning
    }
    let isQuoted = bytes.has("“", at: part.lowerBound, before: part.upperBound)
    let meaning = BareTerm(
      reader: self, clauses: clauses, isListed: isListed && (isFirst || isQuoted), isFirst: isFirst
    ).read(in: part)
    return meaning.flatMap { $0.terms.contains(where: namesList) ? nil : $0 }
  }

  /// Whether a term is what a list of terms is called: 下列用语的含义是指：
  private func namesList(_ term: ByteRange) -> Bool {
    Self.words["meaning"].word(bytes, ending: term) != nil
      && Self.words["lead"].occurs(bytes, in: term)
  }

  /// The scope that words before `end` in the passage name.
  func scope(before end: Int, from start: Int? = nil) -> ScopeWord? {
    ScopeWord(bytes, in: max(start ?? range.lowerBound, end - 45)..<end)
  }

  /// A range without the marks at its ends.
  func closed(_ range: ByteRange) -> ByteRange {
    var range = trimmed(bytes, range)
    while !range.isEmpty {
      let last = scalar(bytes, before: range.upperBound)
      guard isMark(last.value) else { break }
      range = trimmed(bytes, range.lowerBound..<range.upperBound - last.length)
    }
    while !range.isEmpty {
      let first = scalar(bytes, at: range.lowerBound)
      guard isMark(first.value) else { break }
      range = trimmed(bytes, range.lowerBound + first.length..<range.upperBound)
    }
    return range
  }

  private func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3002, 0xFF1A, 0x3A, 0x3001: true
    default: false
    }
  }
}
