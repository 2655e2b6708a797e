// What a search finds: the topmost provisions that have words of their own.

import HanText

/// A provision that search answers with, and the paragraphs (款) inside it.
public struct SearchUnit: Sendable, Hashable {
  /// Index in the tree.
  public let node: Int
  /// The ranges of its 款, in UTF-8 bytes, each with the list it introduces; a text without 款 is one.
  public let paragraphs: [ByteRange]
}

extension ProvisionTree {
  /// The topmost provisions with text: articles, points, preamble paragraphs, paragraphs of
  /// commentary, questions and answers, signatures, paragraphs of attachments. They do not overlap.
  public var searchUnits: [SearchUnit] {
    var units: [SearchUnit] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      // An attachment or preamble is searched by what it holds, where that is all of its text.
      let isHolder = node.level == .attachment || node.level == .preamble
      if node.level.isContainer || (isHolder && index + 1 < node.subtreeEnd) || node.text.isEmpty {
        index += 1
        continue
      }
      let paragraphs = children(of: index).filter { nodes[$0].level == .paragraph }
      units.append(
        SearchUnit(
          node: index,
          paragraphs: paragraphs.isEmpty ? [node.range] : paragraphRanges(of: index, paragraphs)))
      index = node.subtreeEnd
    }
    return units
  }

  /// A 款 reaches to the next one, so that items standing beside their lead (in points) count as its.
  private func paragraphRanges(of node: Int, _ paragraphs: [Int]) -> [ByteRange] {
    paragraphs.indices.map { i in
      let end =
        i + 1 < paragraphs.count
        ? nodes[paragraphs[i + 1]].range.lowerBound : nodes[node].range.upperBound
      return nodes[paragraphs[i]].range.lowerBound..<end
    }
  }
}
