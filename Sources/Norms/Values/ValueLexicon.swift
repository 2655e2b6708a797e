// A lexicon that tells the words at a place by one look: what lets values be read at speed.

import HanText
import Legislation

/// Words with what they are, found by their first character.
struct ValueLexicon<Tag: Sendable>: Sendable {
  /// The words one after the other, those of a first character together, the longest first.
  private let text: [UInt8]
  /// Where each word ends in `text`.
  private let ends: [Int]
  private let tags: [Tag]
  /// By scalar of the Basic Multilingual Plane: the first of its words, plus one.
  private let slots: [UInt16]

  /// Reads a resource. `read` gives the tag of a line and its words, nil for a line that is none of its own.
  init(_ resource: [UInt8], _ read: ([Substring]) -> (tag: Tag, words: ArraySlice<Substring>)?) {
    var words: [(lead: UInt32, utf8: [UInt8], tag: Tag)] = []
    for fields in resourceLines(resource) {
      guard let line = read(fields) else { continue }
      for word in line.words {
        guard let lead = word.unicodeScalars.first?.value, lead < 0x10000 else { continue }
        words.append((lead, Array(word.utf8), line.tag))
      }
    }
    // Longest first among the words of a character, so that the first that fits is the longest.
    words.sort { ($0.lead, $1.utf8.count) < ($1.lead, $0.utf8.count) }
    var slots = [UInt16](repeating: 0, count: 0x10000)
    for (i, word) in words.enumerated().reversed() { slots[Int(word.lead)] = UInt16(i + 1) }
    self.slots = slots
    text = words.flatMap(\.utf8)
    tags = words.map(\.tag)
    var end = 0
    ends = words.map { word in
      end += word.utf8.count
      return end
    }
  }

  /// Whether any word begins with the scalar.
  @inline(__always)
  func mayBegin(_ scalar: UInt32) -> Bool { scalar < 0x10000 && slots[Int(scalar)] != 0 }

  /// The longest word at byte `i`, whose scalar is `lead`, and its end.
  func match(_ bytes: [UInt8], at i: Int, lead: UInt32, before end: Int) -> (tag: Tag, end: Int)? {
    guard mayBegin(lead) else { return nil }
    let room = end - i
    let first = Int(slots[Int(lead)]) - 1
    // Words of one character share all of its bytes.
    let shared = lead < 0x80 ? 1 : lead < 0x800 ? 2 : 3
    return bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { text in
        var start = first == 0 ? 0 : ends[first - 1]
        for k in first..<ends.count {
          let count = ends[k] - start
          for j in 0..<shared where text[start + j] != bytes[i + j] { return nil }
          if count <= room {
            var j = shared
            while j < count, text[start + j] == bytes[i + j] { j += 1 }
            if j == count { return (tags[k], i + count) }
          }
          start += count
        }
        return nil
      }
    }
  }

  /// The longest word at byte `i`, and its end.
  func match(_ bytes: [UInt8], at i: Int, before end: Int) -> (tag: Tag, end: Int)? {
    guard i < end else { return nil }
    return match(bytes, at: i, lead: scalar(bytes, at: i).value, before: end)
  }
}

/// A set of scalars of the Basic Multilingual Plane: what lets most of a text be passed over.
struct LeadTable: Sendable {
  private let flags: [Bool]

  init(_ contains: (UInt32) -> Bool) {
    flags = (0..<0x10000).map { contains(UInt32($0)) }
  }

  @inline(__always)
  func mayBegin(_ scalar: UInt32) -> Bool { scalar < 0x10000 && flags[Int(scalar)] }
}
