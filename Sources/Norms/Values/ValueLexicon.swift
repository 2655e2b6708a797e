// A lexicon that tells the words at a place by one look: what lets values be read at speed.

import HanText
import Legislation

/// Words with what they are, found by their first character.
struct ValueLexicon<Tag: Sendable>: Sendable {
  private let entries: [(word: Bytes, tag: Tag)]
  /// By scalar of the Basic Multilingual Plane: where its words begin in `entries`, plus one.
  private let slots: [UInt16]

  /// Reads a resource. `read` gives the tag of a line and its words, nil for a line that is none of its own.
  init(_ resource: [UInt8], _ read: ([Substring]) -> (tag: Tag, words: ArraySlice<Substring>)?) {
    var words: [(lead: UInt32, word: Bytes, tag: Tag)] = []
    for fields in resourceLines(resource) {
      guard let line = read(fields) else { continue }
      for word in line.words {
        guard let lead = word.unicodeScalars.first?.value, lead < 0x10000 else { continue }
        words.append((lead, Bytes(word), line.tag))
      }
    }
    // Longest first among the words of a character, so that the first that fits is the longest.
    words.sort { ($0.lead, $1.word.utf8.count) < ($1.lead, $0.word.utf8.count) }
    var slots = [UInt16](repeating: 0, count: 0x10000)
    for (i, word) in words.enumerated().reversed() { slots[Int(word.lead)] = UInt16(i + 1) }
    self.slots = slots
    entries = words.map { ($0.word, $0.tag) }
  }

  /// Whether any word begins with the scalar.
  @inline(__always)
  func mayBegin(_ scalar: UInt32) -> Bool { scalar < 0x10000 && slots[Int(scalar)] != 0 }

  /// The longest word at byte `i`, whose scalar is `lead`, and its end.
  func match(_ bytes: [UInt8], at i: Int, lead: UInt32, before end: Int) -> (tag: Tag, end: Int)? {
    guard mayBegin(lead) else { return nil }
    var k = Int(slots[Int(lead)]) - 1
    while k < entries.count, entries[k].word.utf8[0] == bytes[i] {
      let word = entries[k].word
      if bytes.has(word, at: i, before: end) { return (entries[k].tag, i + word.utf8.count) }
      k += 1
    }
    return nil
  }

  /// The longest word at byte `i`, and its end.
  func match(_ bytes: [UInt8], at i: Int, before end: Int) -> (tag: Tag, end: Int)? {
    guard i < end else { return nil }
    return match(bytes, at: i, lead: scalar(bytes, at: i).value, before: end)
  }
}
