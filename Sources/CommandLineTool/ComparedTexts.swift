// What compare sets against each other.

import Tiaowen

/// Two texts, each with the name it was asked for by.
struct ComparedTexts {
  let old: (name: String, document: ParsedDocument)
  let new: (name: String, document: ParsedDocument)

  /// An argument is a file, or `-` for standard input. Throws `InputError`.
  init(_ first: String, _ second: String) throws {
    func read(_ argument: String) throws -> (name: String, document: ParsedDocument) {
      let document = ParsedDocument(parsing: try readSource(argument))
      guard !document.tree.nodes.isEmpty else {
        throw InputError(file: argument, reason: "no text to compare")
      }
      return (argument, document)
    }
    (old, new) = (try read(first), try read(second))
  }
}
