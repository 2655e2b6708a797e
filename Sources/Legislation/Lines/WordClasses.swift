// Word lists that come in classes: one resource file, a class a line.

import HanText

/// The classes of a resource file: the first field of a line names the class of the others.
package struct WordClasses: Sendable {
  private let lists: [String: WordList]

  /// Reads a resource; lines of the same class add up.
  package init(_ resource: [UInt8]) {
    var words: [String: [Substring]] = [:]
    for fields in resourceLines(resource) {
      words[String(fields[0]), default: []] += fields.dropFirst()
    }
    lists = words.mapValues { WordList(words: $0) }
  }

  /// The words of a class, longest first; none where the file has no such class.
  package subscript(_ name: String) -> WordList { lists[name] ?? .none }
}
