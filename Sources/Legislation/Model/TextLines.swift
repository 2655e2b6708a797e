// The lines that a text is read by: a wrapped one in its pieces.

import HanText

extension ParsedDocument {
  /// The lines of every provision with words, in order: signatures too, headings not. Each is handed over
  /// as its first piece and those it goes on in, UTF-8 bytes of the source.
  package func forEachLine(_ body: (_ first: ByteRange, _ rest: [ByteRange]) -> Void) {
    for unit in tree.searchUnits {
      var first: ByteRange?
      var rest: [ByteRange] = []
      for (range, beginsLine) in words(in: tree.nodes[unit.node].text) {
        if let begun = first, beginsLine {
          body(begun, rest)
          first = nil
          rest.removeAll(keepingCapacity: true)
        }
        if first == nil { first = range } else { rest.append(range) }
      }
      if let first { body(first, rest) }
    }
  }
}
