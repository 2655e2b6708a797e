// A line as it is read: where the source wraps it, its pieces joined, with the way back to the source.

import HanText
import Legislation

/// One line of a provision's text.
struct LogicalLine {
  /// UTF-8; the source itself where the line is not wrapped.
  let bytes: [UInt8]
  /// Where the line stands in `bytes`.
  let range: ByteRange
  /// Where each piece begins in `bytes`, and in the source; empty where the line is not wrapped.
  private let pieces: [(start: Int, source: Int)]

  /// Joins `stretches`, ranges of `source` in UTF-8 bytes; there must be one.
  init(_ source: SourceText, _ stretches: ArraySlice<ByteRange>) {
    guard stretches.count > 1 else {
      (bytes, range, pieces) = (source.bytes, stretches.first!, [])
      return
    }
    var joined: [UInt8] = []
    var pieces: [(Int, Int)] = []
    for stretch in stretches {
      pieces.append((joined.count, stretch.lowerBound))
      joined.append(contentsOf: source.bytes[stretch])
    }
    (bytes, range, self.pieces) = (joined, 0..<joined.count, pieces)
  }

  /// The source range of a range of `bytes`, both in UTF-8 bytes.
  func sourceRange(_ range: ByteRange) -> ByteRange {
    guard !pieces.isEmpty else { return range }
    func place(_ offset: Int) -> Int {
      let piece = pieces.last { $0.start <= offset }!
      return piece.source + offset - piece.start
    }
    return place(range.lowerBound)..<place(range.upperBound - 1) + 1
  }
}

extension ParsedDocument {
  /// The lines of every provision with words, in order: signatures too, headings not.
  func forEachLine(_ body: (LogicalLine) -> Void) {
    for unit in tree.searchUnits {
      var stretches: [ByteRange] = []
      for (range, beginsLine) in words(in: tree.nodes[unit.node].text) {
        if beginsLine, !stretches.isEmpty {
          body(LogicalLine(source, stretches[...]))
          stretches.removeAll(keepingCapacity: true)
        }
        stretches.append(range)
      }
      if !stretches.isEmpty { body(LogicalLine(source, stretches[...])) }
    }
  }
}
