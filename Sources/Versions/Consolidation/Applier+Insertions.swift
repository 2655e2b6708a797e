// 增加一条, 一款, 一项, 一章: provisions that a decision puts in.

import Citations
import HanText
import Legislation

extension Applier {
  mutating func insert(_ operation: AmendmentOperation) throws {
    switch operation.level ?? .article {
    case .paragraph, .item, .subitem: try insertLines(operation)
    case .article: try insertArticles(operation)
    default: try insertHeading(operation)
    }
  }

  // MARK: 一条

  private mutating func insertArticles(_ operation: AmendmentOperation) throws {
    let numbers = operation.destinations.flatMap(expandNew).map { $0.last?.number }
    let written = try blocks(operation, numbers: numbers)
    let articles = written.filter(\.isArticle)
    guard articles.count == max(1, numbers.count) else {
      throw Misfit(message: "要增加\(max(1, numbers.count))条，新文有\(articles.count)条")
    }
    let attachment = operation.targets.first?.path.first { $0.level == .attachment }
      .flatMap { instrument.block(at: [$0]) }
    // Where the decision says: under a heading it put in before, or after an article it names.
    var anchor = headingBefore(operation)
    let named = operation.targets.first.flatMap { instrument.block(at: $0.path) }
    let heading = named.flatMap { instrument.blocks[$0].kind == .heading ? $0 : nil }
    for var block in written {
      // 第七节 above the articles, which the decision has put in already.
      if block.kind == .heading,
        let known = anchor, instrument.blocks[known].assigned == block.assigned,
        instrument.blocks[known].level == block.level
      {
        continue
      }
      block.attachment = attachment
      if let last = anchor {
        block.placement = .after(last)
      } else if block.kind == .article, block.assigned != nil {
        block.placement = .byNumber(under: heading)
      } else {
        block.placement = .after(named ?? lastArticle ?? 0)
      }
      instrument.blocks.append(block)
      if anchor != nil || block.kind == .heading || block.assigned == nil {
        anchor = instrument.blocks.count - 1
      }
    }
  }

  private var lastArticle: Int? {
    instrument.blocks.lastIndex { $0.isArticle && $0.number != nil && $0.attachment == nil }
  }

  /// The heading that the operation before put in, in the same point.
  private func headingBefore(_ operation: AmendmentOperation) -> Int? {
    guard let last = instrument.blocks.indices.last, instrument.blocks[last].kind == .heading,
      instrument.blocks[last].node == nil, instrument.blocks[last].operations == [current - 1]
    else { return nil }
    return last
  }

  /// New text as blocks: headings and articles.
  private func blocks(
    _ operation: AmendmentOperation, numbers: [ProvisionNumber?]
  ) throws -> [EditableBlock] {
    func article(_ number: ProvisionNumber?) -> EditableBlock {
      EditableBlock(kind: .article, level: .article, assigned: number, operations: [current])
    }
    let isOneEach = numbers.count > 1 && operation.texts.count == numbers.count
    var blocks: [EditableBlock] = []
    var used = 0
    func next() -> ProvisionNumber? {
      defer { used += 1 }
      return numbers.indices.contains(used) ? numbers[used] : nil
    }
    for text in operation.texts {
      if isOneEach {
        var block = article(next())
        block.lines = try writtenLines([text])
        blocks.append(block)
        continue
      }
      var inList = false
      for scalars in text.lines where !scalars.isEmpty {
        var scalars = scalars
        if let heading = scalars.removeHeadingLabel() {
          var block = EditableBlock(
            kind: .heading, level: heading.level, assigned: heading.number, operations: [current])
          block.heading = scalars
          blocks.append(block)
          continue
        }
        if let number = scalars.removeArticleLabel() {
          let assigned = next()
          blocks.append(article(assigned ?? number))
        } else if blocks.last?.isArticle != true {
          blocks.append(article(next()))
        }
        let line = EditableLine(written: scalars, inList: inList)
        inList = line.level != .paragraph
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    // One line an article, where neither marks nor labels tell them apart.
    if blocks.count == 1, numbers.count > 1, blocks[0].lines.count == numbers.count,
      blocks[0].lines.allSatisfy({ $0.level == .paragraph })
    {
      return zip(numbers, blocks[0].lines).map { number, line in
        var block = article(number)
        block.lines = [line]
        return block
      }
    }
    for block in blocks where block.isArticle && block.lines.isEmpty {
      throw Misfit(message: "新增的条没有内容")
    }
    return blocks
  }

  // MARK: 一款, 一项

  private mutating func insertLines(_ operation: AmendmentOperation) throws {
    let level = operation.level ?? .paragraph
    let destinations = operation.destinations.flatMap(expandNew)
    guard
      let path = destinations.first.map({ Array($0.dropLast()) })
        ?? operation.targets.first?.path, !path.isEmpty
    else { throw Misfit(message: "决定没有写明增加在哪一条") }
    var lines = try writtenLines(operation.texts)
    let spot = try self.spot(holder(of: level, path, destinations.first))
    touch(spot.block)
    if level == .item, lines[0].level == .paragraph { lines[0].level = .item }
    if level == .subitem {
      for i in lines.indices { lines[i].level = .subitem }
    }
    // The first line of each of the new provisions; what stands below them follows.
    let starts = lines.indices.filter { lines[$0].level == level }
    guard let first = starts.first, first == 0 else {
      throw Misfit(message: "新文不是\(level.unit ?? "")")
    }
    for (k, start) in starts.enumerated() {
      var number: ProvisionNumber?
      if destinations.indices.contains(k) {
        number = destinations[k].last?.number
      } else if let last = destinations.last?.last?.number {
        number = ProvisionNumber(last.main + k - destinations.count + 1)
      }
      lines[start].assigned = number ?? lines[start].labelNumber
      if level != .paragraph, lines[start].labelCount == 0, let number {
        let label = SourcedText(
          made: level == .item ? "（\(ChineseNumeral.format(number.main))）" : "\(number.main).")
        lines[start].scalars = label + lines[start].scalars
        lines[start].labelCount = label.count
      }
    }
    let place = spot.lines?.upperBound ?? instrument.blocks[spot.block].lines.count
    instrument.blocks[spot.block].lines.insert(contentsOf: lines, at: place)
  }

  /// The old provision that new lines stand in: for a 项, the 款 that has the list.
  private func holder(
    of level: Level, _ path: [Address.Step], _ destination: [Address.Step]?
  ) throws -> [Address.Step] {
    guard level == .item, path.last?.level == .article,
      let block = instrument.block(at: path)
    else { return path.filter { $0.level.depth < level.depth } }
    let lines = instrument.blocks[block].lines
    let lead = lines.indices.last { i in
      lines[i].level == .paragraph && lines[i].number != nil
        && lines[i + 1..<instrument.blocks[block].group(at: i).upperBound].contains {
          $0.level == .item
        }
    }
    guard let lead, let number = lines[lead].number else {
      throw Misfit(message: "\(Address(path: path).chinese)没有列项")
    }
    return path + [Address.Step(.paragraph, number)]
  }

  // MARK: 一章, 一节

  private mutating func insertHeading(_ operation: AmendmentOperation) throws {
    let level = operation.level ?? .chapter
    var written = try blocks(operation, numbers: [])
    let number = operation.destinations.first?.path.last?.number
    // “监察委员会” alone, without 第七节.
    if written.first?.kind != .heading, var first = written.first, let line = first.lines.first {
      var heading = EditableBlock(
        kind: .heading, level: level, assigned: number, operations: [current])
      heading.heading = line.scalars
      first.lines.removeFirst()
      written.removeFirst()
      if !first.lines.isEmpty { written.insert(first, at: 0) }
      written.insert(heading, at: 0)
    }
    guard !written.isEmpty else { throw Misfit(message: "新增的\(level.unit ?? "")没有名称") }
    if let number { written[0].assigned = number }
    guard let assigned = written[0].assigned else {
      throw Misfit(message: "新增的\(level.unit ?? "")没有编号")
    }
    let above =
      (operation.destinations.first?.path ?? operation.targets.first?.path ?? [])
      .filter { $0.level.rank < level.rank }
    // Above the first of its articles, where the decision says which; else before the one that had the number, or
    // behind the one before it.
    let step = Address.Step(level, assigned)
    let articles = operation.destinations.dropFirst().flatMap(expandNew).compactMap(\.last)
    if let first = articles.first?.number, written.count == 1 {
      written[0].placement = .above(first)
    } else if let taken = instrument.block(at: above + [step]) {
      written[0].placement = .before(taken)
    } else if assigned.main > 1,
      let previous = instrument.block(
        at: above + [Address.Step(level, ProvisionNumber(assigned.main - 1))])
    {
      written[0].placement = .after(instrument.section(at: previous).upperBound - 1)
    } else if let parent = instrument.block(at: above) {
      written[0].placement = .after(parent)
    } else {
      throw Misfit(message: "不知道\(Address(path: above + [step]).chinese)的位置")
    }
    for (i, var block) in written.enumerated() {
      if i > 0 { block.placement = .after(instrument.blocks.count - 1) }
      instrument.blocks.append(block)
    }
  }
}
