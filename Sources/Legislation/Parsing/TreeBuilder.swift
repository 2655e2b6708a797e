// Builds the flat tree: provisions open and close like brackets, and end with their last words.

import HanText

/// The tree under construction. Levels close by themselves when a higher one opens.
struct TreeBuilder {
  private(set) var nodes: [Provision] = []
  /// Indices of the open provisions, outermost first.
  private(set) var open: [Int] = []
  /// One past the last word added.
  private var lastEnd = 0

  /// The innermost open provision.
  var innermost: Int? { open.last }

  /// The innermost open provision of `level`.
  func openNode(_ level: Level) -> Int? { open.last { nodes[$0].level == level } }

  /// Opens a provision inside the innermost open one.
  @discardableResult
  mutating func begin(
    _ level: Level, number: ProvisionNumber?, label: ByteRange, heading: ByteRange? = nil,
    text: ByteRange
  ) -> Int {
    let index = nodes.count
    let start =
      label.isEmpty
      ? (heading.map { min($0.lowerBound, text.lowerBound) } ?? text.lowerBound) : label.lowerBound
    lastEnd = max(lastEnd, max(label.upperBound, max(heading?.upperBound ?? 0, text.upperBound)))
    nodes.append(
      Provision(
        level: level, number: number, parent: open.last, subtreeEnd: index + 1, label: label,
        heading: heading ?? text.lowerBound..<text.lowerBound, text: text, range: start..<lastEnd))
    open.append(index)
    return index
  }

  /// Adds words to all that is open.
  mutating func extend(to end: Int) { lastEnd = max(lastEnd, end) }

  /// Closes open provisions up to and including `node`.
  mutating func close(through node: Int) {
    while let last = open.last, last >= node { closeInnermost() }
  }

  /// Closes the innermost open provisions while `condition` holds of them.
  mutating func close(while condition: (Provision) -> Bool) {
    while let last = open.last, condition(nodes[last]) { closeInnermost() }
  }

  mutating func closeAll() { close { _ in true } }

  private mutating func closeInnermost() {
    let node = open.removeLast()
    nodes[node].subtreeEnd = nodes.count
    let range = nodes[node].range
    nodes[node].range = range.lowerBound..<max(range.upperBound, lastEnd)
    let text = nodes[node].text
    if nodes[node].level.isContainer {
      nodes[node].text = text.lowerBound..<text.lowerBound
    } else {
      nodes[node].text = text.lowerBound..<max(text.upperBound, lastEnd)
    }
  }
}
