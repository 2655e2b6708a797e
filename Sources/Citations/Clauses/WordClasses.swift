// Word lists that come in classes: one resource file, a class a line.

import HanText
import Legislation

/// The classes of a resource file: the first field of a line names the class of the others.
struct WordClasses: Sendable {
  private let lists: [String: WordList]

  init(_ resource: [UInt8]) {
    var words: [String: [Substring]] = [:]
    for fields in resourceLines(resource) {
      words[String(fields[0]), default: []] += fields.dropFirst()
    }
    lists = words.mapValues { WordList(Array($0.joined(separator: "\n").utf8)) }
  }

  /// The words of a class, longest first; none where the file has no such class.
  subscript(_ name: String) -> WordList { lists[name] ?? WordList([]) }
}

extension WordList {
  /// The first place in `range` where a word of the list stands, the longest there.
  func first(_ bytes: [UInt8], in range: ByteRange) -> (word: Bytes, at: Int)? {
    var found: (word: Bytes, at: Int)?
    for word in words {
      let end = found.map { min(range.upperBound, $0.at + word.utf8.count) } ?? range.upperBound
      if let at = bytes.find(word, in: range.lowerBound..<max(range.lowerBound, end)),
        found.map({ at < $0.at || (at == $0.at && word.utf8.count > $0.word.utf8.count) }) ?? true
      {
        found = (word, at)
      }
    }
    return found
  }

  /// Where the last word of the list in `range` stands.
  func last(_ bytes: [UInt8], in range: ByteRange) -> (word: Bytes, at: Int)? {
    var i = range.upperBound
    while i > range.lowerBound {
      i -= 1
      guard bytes[i] & 0xC0 != 0x80 else { continue }
      if let word = word(bytes, at: i, before: range.upperBound) { return (word, i) }
    }
    return nil
  }
}

/// The number of scalars in a range.
func scalarCount(_ bytes: [UInt8], _ range: ByteRange) -> Int {
  var count = 0
  for i in range where bytes[i] & 0xC0 != 0x80 { count += 1 }
  return count
}
