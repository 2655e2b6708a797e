// Where a mention stands: the article, 款 and 项 that 前款 and 本条 count from.

import HanText
import Legislation

/// The provisions a mention stands in, from a document's tree.
struct Place {
  let tree: ProvisionTree
  /// The innermost provision.
  let node: Int
  /// Outermost first, `node` last.
  let chain: [Int]

  /// The place of byte `offset` of the source, which must lie in some provision.
  init?(_ tree: ProvisionTree, at offset: Int) {
    var low = 0
    var high = tree.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if tree.nodes[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    var current: Int? = low - 1
    while let index = current, index >= 0, !tree.nodes[index].range.contains(offset) {
      current = tree.nodes[index].parent
    }
    guard let node = current, node >= 0 else { return nil }
    (self.tree, self.node) = (tree, node)
    chain = tree.ancestors(of: node).reversed() + [node]
  }

  /// The nearest provision of a level around the mention.
  func enclosing(_ level: Level) -> Int? { chain.last { tree.nodes[$0].level == level } }

  /// The article, or the point or attachment of a text without articles.
  var article: Int? {
    enclosing(.article) ?? enclosing(.point) ?? enclosing(.attachment)
  }

  var paragraph: Int? { enclosing(.paragraph) }

  /// The steps that name a provision in its text, attachments included, chapters above articles not.
  func path(to index: Int) -> [Address.Step] {
    var steps: [Address.Step] = []
    let all = tree.ancestors(of: index).reversed() + [index]
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
  func path(toContainer index: Int) -> [Address.Step] {
    let all = tree.ancestors(of: index).reversed() + [index]
    let restarts = chaptersRestart
    return all.compactMap { node in
      let level = tree.nodes[node].level
      guard level.isContainer, level != .heading else { return nil }
      if level.depth < Level.chapter.depth, node != index, !restarts { return nil }
      if level == .subpart, node != index { return nil }
      return Address.Step(level, tree.nodes[node].number)
    }
  }

  /// Whether two chapters of the text have the same number.
  private var chaptersRestart: Bool {
    var seen: Set<ProvisionNumber> = []
    for node in tree.nodes where node.level == .chapter {
      if let number = node.number, !seen.insert(number).inserted { return true }
    }
    return false
  }

  /// The 款 of an article.
  func paragraphs(of article: Int) -> [Int] {
    tree.children(of: article).filter { tree.nodes[$0].level == .paragraph }
  }

  /// The 款 of an article that holds the 项 with a number: the mention's own, else the last one before
  /// it, else the first.
  func paragraph(of article: Int, holdingItem number: ProvisionNumber) -> Int? {
    let holders = paragraphs(of: article).filter { paragraph in
      tree.children(of: paragraph).contains {
        tree.nodes[$0].level == .item && tree.nodes[$0].number == number
      }
    }
    if let own = paragraph, holders.contains(own) { return own }
    return holders.last { $0 < node } ?? holders.first
  }

  /// The articles before the one the mention stands in, at most `count`; points in a text without
  /// articles.
  func articles(before count: Int) -> [Int] {
    guard let own = enclosing(.article) ?? enclosing(.point) else { return [] }
    let attachment = enclosing(.attachment)
    let level = tree.nodes[own].level
    let earlier = tree.nodes.indices.filter { index in
      index < own && tree.nodes[index].level == level
        && tree.ancestors(of: index).first { tree.nodes[$0].level == .attachment } == attachment
    }
    return Array(earlier.suffix(count))
  }
}
