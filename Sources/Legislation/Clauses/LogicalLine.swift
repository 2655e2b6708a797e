// A line as it is read: where the source wraps it, its pieces joined, with the way back to the source.

import HanText

/// One line of a provision's text.
package struct LogicalLine: Sendable {
  /// UTF-8; the source itself where the line is not wrapped.
  package let bytes: [UInt8]
  /// Where the line stands in `bytes`.
  package let range: ByteRange
  /// Where each piece begins in `bytes`, and in the source; empty where the line is not wrapped.
  private let pieces: [(start: Int, source: Int)]

  /// Joins a line's pieces, ranges of `source` in UTF-8 bytes.
  package init(_ source: SourceText, _ first: ByteRange, _ rest: some Collection<ByteRange>) {
    guard !rest.isEmpty else {
      (bytes, range, pieces) = (source.bytes, first, [])
      return
    }
    var joined = Array(source.bytes[first])
    var pieces = [(start: 0, source: first.lowerBound)]
    for piece in rest {
      pieces.append((joined.count, piece.lowerBound))
      joined.append(contentsOf: source.bytes[piece])
    }
    (bytes, range, self.pieces) = (joined, 0..<joined.count, pieces)
  }

  private init(_ line: LogicalLine, range: ByteRange) {
    (bytes, self.range, pieces) = (line.bytes, range, line.pieces)
  }

  /// The line without what stands before byte `start` of its `bytes`.
  package func suffix(from start: Int) -> LogicalLine {
    LogicalLine(self, range: start..<range.upperBound)
  }

  /// The source range of a range of `bytes`, both in UTF-8 bytes.
  package func sourceRange(_ range: ByteRange) -> ByteRange {
    guard !pieces.isEmpty else { return range }
    func place(_ offset: Int) -> Int {
      let piece = pieces[pieces.partitioningIndex { $0.start > offset } - 1]
      return piece.source + offset - piece.start
    }
    return place(range.lowerBound)..<place(range.upperBound - 1) + 1
  }
}
