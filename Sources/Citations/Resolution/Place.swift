// Where a mention stands: the article, 款 and 项 that 前款 and 本条 count from.

import HanText
import Legislation

/// The provisions a mention stands in.
struct Place {
  private let index: PlaceIndex
  /// The innermost provision.
  let node: Int
  /// Outermost first, `node` last.
  let chain: [Int]

  /// The place of byte `offset` of the source, which must lie in some provision.
  init?(_ index: PlaceIndex, at offset: Int) {
    let tree = index.tree
    var current: Int? = tree.nodes.partitioningIndex { $0.range.lowerBound > offset } - 1
    while let at = current, at >= 0, !tree.nodes[at].range.contains(offset) {
      current = tree.nodes[at].parent
    }
    guard let node = current, node >= 0 else { return nil }
    (self.index, self.node) = (index, node)
    chain = tree.ancestors(of: node).reversed() + [node]
  }

  private var tree: ProvisionTree { index.tree }

  /// The nearest provision of a level around the mention.
  func enclosing(_ level: Level) -> Int? { chain.last { tree.nodes[$0].level == level } }

  /// The article, or the point or attachment of a text without articles.
  var article: Int? {
    enclosing(.article) ?? enclosing(.point) ?? enclosing(.attachment)
  }

  var paragraph: Int? { enclosing(.paragraph) }

  /// The steps that name a provision in its text, attachments included, chapters above articles not.
  func path(to provision: Int) -> [Address.Step] {
    var steps: [Address.Step] = []
    let all = tree.ancestors(of: provision).reversed() + [provision]
    let holdsArticle = all.contains { tree.nodes[$0].level == .article }
    for node in all {
      let level = tree.nodes[node].level
      if holdsArticle, level.depth < Level.article.depth, level != .attachment { continue }
      guard level != .heading, level != .sentence, level != .signature else { continue }
      steps.append(Address.Step(level, tree.nodes[node].number))
    }
    return steps
  }

  /// The steps of a chapter or section. 编 stands only where chapters begin again in each.
  func path(toContainer container: Int) -> [Address.Step] {
    let all = tree.ancestors(of: container).reversed() + [container]
    return all.compactMap { node in
      let level = tree.nodes[node].level
      guard level.isContainer, level != .heading else { return nil }
      if level.depth < Level.chapter.depth, node != container, !index.chaptersRestart { return nil }
      if level == .subpart, node != container { return nil }
      return Address.Step(level, tree.nodes[node].number)
    }
  }

  /// The 款 of an article that holds the 项 with a number: the mention's own, else the last one before
  /// it, else the first.
  func paragraph(of article: Int, holdingItem number: ProvisionNumber) -> Int? {
    let holders = index.lists(of: article).paragraphs[number] ?? []
    let before = holders.partitioningIndex { $0 >= node }
    if let own = paragraph, holders[holders.partitioningIndex { $0 >= own }...].first == own {
      return own
    }
    return before > 0 ? holders[before - 1] : holders.first
  }

  /// The articles before the one the mention stands in, in order; points in a text without articles.
  var articlesBefore: ArraySlice<Int> {
    guard let own = enclosing(.article) ?? enclosing(.point) else { return [] }
    let all = index.series(tree.nodes[own].level, in: enclosing(.attachment))
    return all[..<all.partitioningIndex { $0 >= own }]
  }

  /// The provisions of a level beside the mention's own and before it, at most `count`, in order.
  func siblings(_ level: Level, before count: Int) -> [Int] {
    var found: [Int] = []
    var current = enclosing(level)
    while found.count < count, let before = current.flatMap(index.sibling(before:)) {
      if tree.nodes[before].level == level { found.append(before) }
      current = before
    }
    return found.reversed()
  }

  /// The first provision of a level beside the mention's own.
  func firstSibling(_ level: Level) -> Int? {
    guard let own = enclosing(level) else { return nil }
    let all = tree.nodes[own].parent.map(tree.children) ?? tree.roots
    return all.first { tree.nodes[$0].level == level }
  }
}
