// What the places of one text share: read once, so that a mention costs the same in a long text.

import HanText
import Legislation

/// The articles, chapters and lists of a text, as its mentions count them.
final class PlaceIndex {
  let tree: ProvisionTree
  /// Whether two chapters have the same number.
  let chaptersRestart: Bool
  private let lastOfLevel: [Level: Int]
  private let articlesByNumber: [ProvisionNumber: Int]
  private let articles: [Series: [Int]]
  private var lists: [Int: Lists] = [:]

  /// Provisions that are counted together.
  private struct Series: Hashable {
    let level: Level
    let attachment: Int?
  }

  init(_ tree: ProvisionTree) {
    self.tree = tree
    var articles: [Series: [Int]] = [:]
    var last: [Level: Int] = [:]
    var byNumber: [ProvisionNumber: Int] = [:]
    var chapters: Set<ProvisionNumber> = []
    var restart = false
    for (index, node) in tree.nodes.enumerated() {
      last[node.level] = index
      switch node.level {
      case .article, .point:
        let attachment = tree.ancestors(of: index).first { tree.nodes[$0].level == .attachment }
        articles[Series(level: node.level, attachment: attachment), default: []].append(index)
        if node.level == .article, attachment == nil, let number = node.number {
          byNumber[number] = byNumber[number] ?? index
        }
      case .chapter:
        if let number = node.number, !chapters.insert(number).inserted { restart = true }
      default: break
      }
    }
    (self.articles, lastOfLevel, chaptersRestart) = (articles, last, restart)
    articlesByNumber = byNumber
  }

  /// The last provision of a level, those of attachments included.
  func last(_ level: Level) -> Int? { lastOfLevel[level] }

  /// The article with a number, outside all attachments.
  func article(_ number: ProvisionNumber) -> Int? { articlesByNumber[number] }

  /// Whether the text has articles or points.
  var hasArticles: Bool { !articles.isEmpty }

  /// The articles, or the points, of an attachment or of the text outside all of them, in order.
  func series(_ level: Level, in attachment: Int?) -> [Int] {
    articles[Series(level: level, attachment: attachment)] ?? []
  }

  /// The 款 and 项 that stand in one article.
  struct Lists {
    /// The numbers there are of a level.
    var numbers: [Level: Set<ProvisionNumber>] = [:]
    /// Number → the 款 right above an item of it, in order.
    var paragraphs: [ProvisionNumber: [Int]] = [:]
  }

  /// The 款 and 项 in an article.
  func lists(of article: Int) -> Lists {
    if let known = lists[article] { return known }
    var found = Lists()
    for index in article..<tree.nodes[article].subtreeEnd {
      guard let number = tree.nodes[index].number else { continue }
      found.numbers[tree.nodes[index].level, default: []].insert(number)
      guard tree.nodes[index].level == .item, let above = tree.nodes[index].parent,
        tree.nodes[above].level == .paragraph,
        tree.nodes[above].parent == article, found.paragraphs[number]?.last != above
      else { continue }
      found.paragraphs[number, default: []].append(above)
    }
    lists[article] = found
    return found
  }

  /// The provision beside `node` and before it.
  func sibling(before node: Int) -> Int? {
    let parent = tree.nodes[node].parent
    // In preorder the node before is the parent, or the last of what the sibling holds.
    var current: Int? = node > 0 && node - 1 != parent ? node - 1 : nil
    while let index = current, tree.nodes[index].parent != parent {
      current = tree.nodes[index].parent
    }
    return current
  }
}
