// The parsed text as one flat array: a node is an index, its subtree the nodes after it.

import HanText

/// One provision. Ranges are UTF-8 bytes of the source text; an absent part is an empty range.
public struct Provision: Sendable, Hashable {
  public let level: Level
  /// Its own number, or its place among those of its level where the text gives none.
  public let number: ProvisionNumber?
  /// The index of the provision it stands in.
  public let parent: Int?
  /// One past the last provision of its subtree.
  public internal(set) var subtreeEnd: Int
  /// 第十九条, （一）, 一、
  public let label: ByteRange
  /// 总则 of 第一章　总则.
  public let heading: ByteRange
  /// From after the label to the end, sub-provisions included. Empty in containers.
  public internal(set) var text: ByteRange
  /// Label, heading, text and children.
  public internal(set) var range: ByteRange
}

/// The provisions of a text in preorder. Ranges nest and siblings do not overlap.
public struct ProvisionTree: Sendable {
  /// Preorder: a node's children lie between it and its `subtreeEnd`.
  public let nodes: [Provision]
  /// The address of each node, unique in the text (see `eId(of:)`).
  let eIds: [String]
  /// The articles and points of each number, in order: what addresses are looked up by.
  let numbered: [Address.Step: [Int]]

  init(nodes: [Provision]) {
    self.nodes = nodes
    self.eIds = makeEIds(nodes)
    var numbered: [Address.Step: [Int]] = [:]
    for (index, node) in nodes.enumerated() where node.level == .article || node.level == .point {
      numbered[Address.Step(node.level, node.number), default: []].append(index)
    }
    self.numbered = numbered
  }

  /// The topmost provisions.
  public var roots: Siblings { Siblings(nodes: nodes, first: 0, end: nodes.count) }

  /// The provisions directly under `node`.
  public func children(of node: Int) -> Siblings {
    Siblings(nodes: nodes, first: node + 1, end: nodes[node].subtreeEnd)
  }

  /// The Akoma Ntoso eId with Arabic numbers: `art_19__para_2__item_3`. An article's does not hold its
  /// chapter. Where a text gives the same number twice, the second has `~2` at its end.
  public func eId(of node: Int) -> String { eIds[node] }

  /// The node at an eId.
  public func node(at eId: String) -> Int? { eIds.firstIndex(of: eId) }

  /// The provisions above `node`, the nearest first.
  public func ancestors(of node: Int) -> [Int] {
    var result: [Int] = []
    var current = nodes[node].parent
    while let above = current {
      result.append(above)
      current = nodes[above].parent
    }
    return result
  }

  /// Provisions beside each other, by index.
  public struct Siblings: Sequence, IteratorProtocol {
    private let nodes: [Provision]
    private var current: Int
    private let end: Int

    fileprivate init(nodes: [Provision], first: Int, end: Int) {
      (self.nodes, self.current, self.end) = (nodes, first, end)
    }

    public mutating func next() -> Int? {
      guard current < end else { return nil }
      defer { current = nodes[current].subtreeEnd }
      return current
    }
  }
}
