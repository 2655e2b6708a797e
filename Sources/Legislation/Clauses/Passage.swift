// The words of one provision's line, its wraps joined: what definitions, delegations and norms are read from.

import HanText

/// A line of a provision, without its label and without what stands in other provisions.
package struct Passage: Sendable {
  /// The innermost provision it stands in, an index of the document's tree.
  package let node: Int
  /// The words, in `bytes`.
  package let range: ByteRange
  private let line: LogicalLine

  package var bytes: [UInt8] { line.bytes }

  fileprivate init(node: Int, line: LogicalLine) {
    self.node = node
    self.line = line
    range = trimmed(line.bytes, line.range)
  }

  /// The words; of a line that a decision quotes whole, those inside the quotation marks.
  package var unquoted: ByteRange {
    guard bytes.has("“", at: range.lowerBound, before: range.upperBound) else { return range }
    let inner = range.lowerBound + 3..<range.upperBound
    guard let close = bytes.find("”", in: inner) else { return inner }
    return close + 3 == range.upperBound ? inner.lowerBound..<close : range
  }

  /// A range of `bytes` as UTF-8 bytes of the source.
  package func source(_ range: ByteRange) -> ByteRange {
    range.isEmpty ? range : line.sourceRange(range)
  }
}

extension ParsedDocument {
  /// Hands over every line of every provision, in text order.
  package func forEachPassage(_ body: (Passage) -> Void) {
    let nodes = tree.nodes
    var next = 0
    var current: Int?
    var pending: [ByteRange] = []
    var pendingNode = -1
    func flush() {
      if let first = pending.first {
        let passage = Passage(
          node: pendingNode, line: LogicalLine(source, first, pending.dropFirst()))
        if !passage.range.isEmpty { body(passage) }
      }
      pending.removeAll(keepingCapacity: true)
    }
    for (words, beginsLine) in words(in: 0..<source.bytes.count) {
      if beginsLine { flush() }
      var position = words.lowerBound
      while position < words.upperBound {
        while next < nodes.count, nodes[next].range.lowerBound <= position {
          current = next
          next += 1
        }
        while let at = current, nodes[at].range.upperBound <= position {
          current = nodes[at].parent
        }
        let following = next < nodes.count ? nodes[next].range.lowerBound : words.upperBound
        guard let at = current else {
          position = min(words.upperBound, following)
          continue
        }
        let start = nodes[at].wordsStart
        if position < start {
          position = min(start, words.upperBound)
          continue
        }
        let end = min(words.upperBound, following, nodes[at].range.upperBound)
        if pendingNode != at { flush() }
        pendingNode = at
        pending.append(position..<end)
        position = end
      }
    }
    flush()
  }
}

extension Provision {
  /// Where the words after the label begin.
  fileprivate var wordsStart: Int {
    level.isContainer
      ? (heading.isEmpty ? label.upperBound : heading.lowerBound)
      : (label.isEmpty ? range.lowerBound : text.lowerBound)
  }
}
