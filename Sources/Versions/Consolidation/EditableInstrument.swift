// The old version as blocks and lines that operations can change, without losing what its addresses mean.

import Citations
import HanText
import Legislation

/// An instrument between its old and its new version.
///
/// What a decision takes out stays, marked, so that addresses in old numbers mean the same to the end; what it puts
/// in has no old number.
struct EditableInstrument {
  let document: ParsedDocument
  var title: SourcedText
  var blocks: [EditableBlock] = []
  /// Whether the text has articles; one without is amended by its points.
  let hasArticles: Bool

  init(_ document: ParsedDocument) {
    self.document = document
    title = SourcedText(made: document.metadata.title)
    hasArticles = document.tree.nodes.contains { $0.level == .article }
    for node in document.tree.roots { append(node, attachment: nil) }
  }

  private mutating func append(_ node: Int, attachment: Int?) {
    let provision = document.tree.nodes[node]
    switch provision.level {
    case .part, .subpart, .chapter, .section, .heading:
      var block = EditableBlock(kind: .heading, level: provision.level, number: provision.number)
      block.label = words(provision.label)
      block.heading = SourcedText(made: document.heading(of: node))
      add(block, node, attachment)
      for child in document.tree.children(of: node) { append(child, attachment: attachment) }
    case .article: addArticle(node, attachment)
    case .point where !hasArticles: addArticle(node, attachment)
    case .preamble:
      var block = EditableBlock(kind: .preamble, level: .preamble)
      block.heading = words(provision.label)
      block.lines = lines(under: node)
      add(block, node, attachment)
    case .attachment:
      var block = EditableBlock(kind: .heading, level: .attachment, number: provision.number)
      block.label = words(provision.label)
      block.heading = words(provision.heading)
      block.isMarked = isMarked(provision.range.lowerBound)
      let first = document.tree.children(of: node).first { _ in true }
      let end = first.map { document.tree.nodes[$0].range.lowerBound } ?? provision.range.upperBound
      // With the colon that is in neither label nor heading.
      var opening: SourcedText = []
      opening.append(
        document.source.bytes, provision.range.lowerBound..<max(end, provision.range.lowerBound)
      ) { .old($0) }
      block.opening = opening.trimmedSpaces()
      add(block, node, attachment)
      let index = blocks.count - 1
      for child in document.tree.children(of: node) { append(child, attachment: index) }
    default:
      var block = EditableBlock(kind: .other, level: provision.level, number: provision.number)
      let label = words(provision.label)
      block.lines = split(label + words(provision.text)).map { EditableLine(raw: $0) }
      if provision.level == .paragraph { block.lines[0].number = provision.number }
      add(block, node, attachment)
    }
  }

  private mutating func addArticle(_ node: Int, _ attachment: Int?) {
    let provision = document.tree.nodes[node]
    var block = EditableBlock(kind: .article, level: provision.level, number: provision.number)
    block.label = words(provision.label)
    block.origins = provision.number.map { [$0] } ?? []
    block.lines = lines(under: node)
    if block.lines.isEmpty {
      block.lines = [EditableLine(raw: words(provision.text))]
    }
    add(block, node, attachment)
  }

  private mutating func add(_ block: EditableBlock, _ node: Int, _ attachment: Int?) {
    var block = block
    (block.node, block.attachment) = (node, attachment)
    blocks.append(block)
  }

  /// Whether # stands before a line.
  private func isMarked(_ start: Int) -> Bool {
    let bytes = document.source.bytes
    var i = start
    while i > 0, bytes[i - 1] != UInt8(ascii: "\n") {
      i -= 1
      if bytes[i] == UInt8(ascii: "#") { return true }
    }
    return false
  }

  private func words(_ range: ByteRange) -> SourcedText {
    SourcedText(document, range) { .old($0) }
  }

  private func split(_ text: SourcedText) -> [SourcedText] {
    text.split(
      separator: SourcedScalar(value: 0x0A, origin: .made), omittingEmptySubsequences: false
    )
    .map(Array.init)
  }

  /// The 款, 项 and 目 of an article, in order.
  private func lines(under node: Int) -> [EditableLine] {
    let end = document.tree.nodes[node].subtreeEnd
    return (node + 1..<end).compactMap { below in
      let level = document.tree.nodes[below].level
      guard level == .paragraph || level == .item || level == .subitem else { return nil }
      return EditableLine(document, node: below, level: level)
    }
  }

  // MARK: Addresses

  /// The block of an old article, heading or attachment.
  func block(at path: [Address.Step]) -> Int? {
    guard let last = path.last(where: { $0.level.isBlock }) else { return nil }
    if last.level == .preamble { return blocks.firstIndex { $0.kind == .preamble } }
    var attachment: Int?
    if let step = path.first(where: { $0.level == .attachment }) {
      attachment = self.attachment(step.number)
      guard attachment != nil else { return nil }
    }
    if last.level == .attachment { return attachment }
    // A text without articles is amended by its points.
    let level = last.level == .article && !hasArticles ? .point : last.level
    var start = 0
    // A section is counted within its chapter, a chapter perhaps within its part.
    for step in path.prefix(while: { $0 != last }) where step.level != .attachment {
      guard
        let above = blocks[start...].firstIndex(where: {
          $0.level == step.level && $0.number == step.number
        })
      else { return nil }
      start = above + 1
    }
    return blocks[start...].firstIndex {
      $0.level == level && $0.number == last.number && $0.number != nil
        && $0.attachment == attachment
    }
  }

  /// An attachment by its number; the only one needs none.
  private func attachment(_ number: ProvisionNumber?) -> Int? {
    let all = blocks.indices.filter { blocks[$0].level == .attachment && blocks[$0].node != nil }
    return all.first { blocks[$0].number == number }
      ?? (all.count == 1 && (number == nil || blocks[all[0]].number == nil) ? all[0] : nil)
  }

  /// The blocks that stand under a heading, itself included.
  func section(at heading: Int) -> Range<Int> {
    let rank = blocks[heading].level.rank
    var end = heading + 1
    while end < blocks.count,
      !(blocks[end].kind == .heading && blocks[end].level.rank <= rank),
      blocks[end].attachment == blocks[heading].attachment,
      blocks[end].kind == .heading || blocks[end].kind == .article
    { end += 1 }
    return heading..<end
  }

  /// Every number of a run that the old version has at its level: 第四条至第六条, with 之一 between.
  func expand(_ provision: AmendedProvision) -> [[Address.Step]] {
    guard let through = provision.through, let last = provision.path.last, let from = last.number
    else { return [provision.path] }
    let above = Array(provision.path.dropLast())
    var numbers: [ProvisionNumber] = []
    if last.level == .article {
      let attachment = above.first { $0.level == .attachment } == nil
      numbers = blocks.filter { $0.isArticle && ($0.attachment == nil) == attachment }
        .compactMap(\.number)
    } else if let index = block(at: provision.path), blocks[index].isArticle {
      numbers = blocks[index].lines.filter { $0.level == last.level }.compactMap(\.number)
    } else if let index = blocks.firstIndex(where: { $0.level == last.level }) {
      numbers = blocks[index...].filter { $0.level == last.level }.compactMap(\.number)
    }
    numbers = numbers.filter { from <= $0 && $0 <= through }
    if numbers.isEmpty {
      numbers = (from.main...min(through.main, from.main + 500)).map { ProvisionNumber($0) }
    }
    return numbers.map { above + [Address.Step(last.level, $0)] }
  }
}

extension Level {
  /// Whether provisions of the level are blocks, rather than lines of one.
  var isBlock: Bool {
    switch self {
    case .paragraph, .item, .subitem, .sentence: false
    default: true
    }
  }

  /// How headings stand above each other; those without 第X章 stand where sections do.
  var rank: Int { self == .heading ? Level.section.depth : depth }
}
