// The identity text → tree → text, as a check: ranges nest, siblings don't overlap, words aren't lost.

import HanText

extension ProvisionTree {
  /// Where the tree breaks its promises about `source`; empty when it keeps them.
  ///
  /// Ranges lie on scalar boundaries and inside their parent's, children follow one another without
  /// overlap, and label, heading and text lie inside the range. The ranges with the gaps between them
  /// are then the source text, by construction.
  public func validate(in source: SourceText) -> [String] {
    var faults: [String] = []
    func check(_ condition: Bool, _ node: Int, _ what: String) {
      if !condition { faults.append("\(eIds[node]): \(what)") }
    }
    var ends: [(node: Int, childEnd: Int)] = []
    var rootEnd = 0
    for (index, node) in nodes.enumerated() {
      while let last = ends.last, nodes[last.node].subtreeEnd <= index { ends.removeLast() }
      check(node.parent == ends.last?.node, index, "parent is not the open provision")
      check(node.subtreeEnd > index && node.subtreeEnd <= nodes.count, index, "subtree end")
      for (range, name) in [
        (node.range, "range"), (node.label, "label"), (node.heading, "heading"),
        (node.text, "text"),
      ] {
        check(
          range.lowerBound >= 0 && range.upperBound <= source.bytes.count, index,
          "\(name) outside the source")
        check(
          isBoundary(range.lowerBound, source) && isBoundary(range.upperBound, source), index,
          "\(name) cuts a scalar")
        check(
          range.lowerBound >= node.range.lowerBound && range.upperBound <= node.range.upperBound,
          index, "\(name) outside the range")
      }
      let start = ends.last?.childEnd ?? rootEnd
      check(node.range.lowerBound >= start, index, "overlaps the provision before")
      if let above = ends.last {
        check(
          node.range.upperBound <= nodes[above.node].range.upperBound, index,
          "ends after its parent")
        check(
          node.subtreeEnd <= nodes[above.node].subtreeEnd, index, "subtree ends after its parent's")
        ends[ends.count - 1].childEnd = node.range.upperBound
      } else {
        rootEnd = node.range.upperBound
      }
      ends.append((index, node.range.lowerBound))
    }
    check(Set(eIds).count == eIds.count, 0, "an eId occurs twice")
    return faults
  }
}

private func isBoundary(_ offset: Int, _ source: SourceText) -> Bool {
  offset >= source.bytes.count || source.bytes[offset] & 0xC0 != 0x80
}
