// The words of one provision's line, its wraps joined: what definitions and delegations are read from.

import HanText
import Legislation

/// A line of a provision, without its label and without what stands in other provisions.
///
/// Where the source wraps the line, `bytes` are its pieces joined; else they are the source's own.
struct Passage {
  /// The innermost provision it stands in, an index of the document's tree.
  let node: Int
  let bytes: [UInt8]
  /// The words, in `bytes`.
  let range: ByteRange
  /// Where each piece begins in `bytes` and in the source; empty where `bytes` are the source's.
  private let pieces: [(joined: Int, source: Int)]

  fileprivate init(node: Int, source: [UInt8], words: [ByteRange]) {
    self.node = node
    guard words.count > 1 else {
      (bytes, range, pieces) = (source, trimmed(source, words[0]), [])
      return
    }
    var bytes: [UInt8] = []
    var pieces: [(joined: Int, source: Int)] = []
    for word in words {
      pieces.append((bytes.count, word.lowerBound))
      bytes.append(contentsOf: source[word])
    }
    self.bytes = bytes
    self.pieces = pieces
    range = trimmed(bytes, 0..<bytes.count)
  }

  /// A range of `bytes` as UTF-8 bytes of the source.
  func source(_ range: ByteRange) -> ByteRange {
    guard !pieces.isEmpty, !range.isEmpty else { return range }
    func place(_ offset: Int, _ piece: (joined: Int, source: Int)?) -> Int {
      piece.map { $0.source + offset - $0.joined } ?? offset
    }
    return place(range.lowerBound, pieces.last { $0.joined <= range.lowerBound })..<place(
      range.upperBound, pieces.last { $0.joined < range.upperBound })
  }
}

extension ParsedDocument {
  /// Hands over every line of every provision, in text order.
  func forEachPassage(_ body: (Passage) -> Void) {
    let nodes = tree.nodes
    var next = 0
    var current: Int?
    var pending: [ByteRange] = []
    var pendingNode = -1
    func flush() {
      if !pending.isEmpty {
        let passage = Passage(node: pendingNode, source: source.bytes, words: pending)
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
        while let at = current, nodes[at].range.upperBound <= position { current = nodes[at].parent }
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
