// An article, a heading or another block of an instrument that is being amended.

import Citations
import HanText
import Legislation

/// A block of an instrument; blocks stand one after another, and an article belongs to the headings before it.
struct EditableBlock {
  enum Kind {
    /// 编 章 节 and headings without 第X章; no lines.
    case heading
    /// A 条; in a text without articles, a 一、.
    case article
    case preamble
    /// Anything else: orders, signatures, notes, the text of an attachment.
    case other
  }

  /// Where a block that is put in or moved stands in the end; blocks by index.
  enum Placement: Hashable {
    /// Among the articles by its number, under a heading where one is given.
    case byNumber(under: Int?)
    case after(Int)
    case before(Int)
    /// Of a heading: above the article that has a number in the end.
    case above(ProvisionNumber)
  }

  let kind: Kind
  let level: Level
  /// In the old version; nil where the decision puts the block in.
  var number: ProvisionNumber?
  /// The number the decision gives it.
  var assigned: ProvisionNumber?
  /// The number it has in the end.
  var final: ProvisionNumber?
  /// 第三章 or 一、 as the old version writes it.
  var label: SourcedText = []
  /// 总则 of 第一章　总则, or a whole line that heads others.
  var heading: SourcedText = []
  /// An attachment's label and heading as the old version sets them, while the heading stands.
  var opening: SourcedText?
  /// Whether the old version marks it as a heading of Markdown.
  var isMarked = false
  var lines: [EditableLine] = []
  var isDeleted = false
  var node: Int?
  /// Where it goes, if not where it stands.
  var placement: Placement?
  /// The attachment it stands in: the index of its block.
  var attachment: Int?
  /// Old articles whose text it holds.
  var origins: [ProvisionNumber] = []
  /// The operations that made or changed it.
  var operations: [Int] = []

  var isArticle: Bool { kind == .article }

  /// The lines of a 款, 项 or 目 at `start` and what stands below it.
  func group(at start: Int) -> Range<Int> {
    let depth = lines[start].level.depth
    var end = start + 1
    while end < lines.count, lines[end].level.depth > depth { end += 1 }
    return start..<end
  }

  /// The old line an address below the article names, and what stands below it.
  ///
  /// A 项 without its 款 is looked for in the whole article, as drafters mean it.
  func group(at path: ArraySlice<Address.Step>) -> Range<Int>? {
    var scope = lines.indices
    var found: Range<Int>?
    for step in path {
      guard
        let start = scope.first(where: {
          lines[$0].level == step.level && lines[$0].number == step.number
            && lines[$0].number != nil
        })
      else { return nil }
      let group = group(at: start)
      found = group
      scope = group.dropFirst().startIndex..<group.endIndex
    }
    return found
  }
}
