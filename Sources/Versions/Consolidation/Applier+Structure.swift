// 改为第X条, 删去, 合并, 单列, 分为, 并入: where provisions stand, and which there are.

import Citations
import HanText
import Legislation

extension Applier {
  // MARK: 改为第X条

  mutating func renumber(_ operation: AmendmentOperation) throws {
    let from = operation.targets.flatMap(instrument.expand)
    let to = operation.destinations.flatMap(expandNew)
    guard from.count == to.count, !from.isEmpty else {
      throw Misfit(message: "原有\(from.count)处，新编号有\(to.count)个")
    }
    for (old, new) in zip(from, to) {
      let spot = try spot(old)
      guard let step = new.last else { continue }
      if let lines = spot.lines {
        if let holder = holder(of: new, from: spot.block) {
          move(lines, of: spot.block, to: holder, as: step.number)
        } else {
          instrument.blocks[spot.block].lines[lines.lowerBound].assigned = step.number
        }
      } else if step.level.isBlock {
        instrument.blocks[spot.block].assigned = step.number
      } else {
        try move(spot.block, into: new, operation)
      }
      touch(spot.block)
    }
  }

  /// The other article that 将第八条第二款改为第七条第三款 names; nil where the lines stay in theirs.
  private func holder(of path: [Address.Step], from block: Int) -> Int? {
    guard let number = path.first(where: { $0.level == .article })?.number,
      number != instrument.blocks[block].number, number != instrument.blocks[block].assigned,
      let holder = article(inNewNumbers: path), holder != block
    else { return nil }
    return holder
  }

  private mutating func move(
    _ lines: Range<Int>, of block: Int, to holder: Int, as number: ProvisionNumber?
  ) {
    var moved = taken(lines, of: block)
    moved[0].assigned = number
    instrument.blocks[holder].lines += moved
    if let origin = instrument.blocks[block].number,
      !instrument.blocks[holder].origins.contains(origin)
    {
      instrument.blocks[holder].origins.append(origin)
    }
    if instrument.blocks[block].lines.allSatisfy(\.isDeleted) {
      instrument.blocks[block].isDeleted = true
    }
    touch(holder)
  }

  /// 将第八条改为第七条第二款: an article becomes lines of another.
  private mutating func move(
    _ block: Int, into path: [Address.Step], _ operation: AmendmentOperation
  ) throws {
    guard let holder = article(inNewNumbers: path), holder != block,
      instrument.blocks[block].isArticle, path.last?.level == .paragraph
    else { throw Misfit(message: "不知道\(Address(path: path).chinese)的位置") }
    var lines = instrument.blocks[block].lines.filter { !$0.isDeleted }
    if !operation.texts.isEmpty { lines = try writtenLines(operation.texts) }
    for i in lines.indices { lines[i].number = nil }
    lines[0].assigned = path.last?.number
    instrument.blocks[holder].lines += lines
    instrument.blocks[holder].origins += instrument.blocks[block].origins
    instrument.blocks[block].isDeleted = true
    touch(holder)
  }

  /// The article that the decision gives a number, else the one that has it.
  private func article(inNewNumbers path: [Address.Step]) -> Int? {
    let number = path.first { $0.level == .article }?.number
    return instrument.blocks.firstIndex {
      $0.isArticle && $0.assigned != nil && $0.assigned == number && !$0.isDeleted
    } ?? instrument.block(at: path)
  }

  /// The numbers of a run of new provisions.
  func expandNew(_ provision: AmendedProvision) -> [[Address.Step]] {
    guard let through = provision.through, let last = provision.path.last, let from = last.number,
      from.main <= through.main, through.main - from.main < 1000
    else { return [provision.path] }
    let above = Array(provision.path.dropLast())
    if from.main == through.main, let first = from.insert, let end = through.insert, first <= end,
      end - first < 1000
    {
      return (first...end).map {
        above + [Address.Step(last.level, ProvisionNumber(from.main, insert: $0))]
      }
    }
    return (from.main...through.main).map {
      above + [Address.Step(last.level, ProvisionNumber($0))]
    }
  }

  // MARK: 删去

  mutating func delete(_ operation: AmendmentOperation) throws {
    for (path, spot) in try spots(operation) {
      if case .sentences(let first, let count) = operation.part {
        let (line, range) = try sentences(first, count, in: spot)
        instrument.blocks[spot.block].lines[line].scalars.exchange(range, for: [])
      } else if operation.part == .heading {
        guard instrument.blocks[spot.block].kind == .heading else {
          throw Misfit(message: "\(Address(path: path).chinese)没有名称")
        }
        instrument.blocks[spot.block].isDeleted = true
      } else if let lines = spot.lines {
        deleteLines(operation.part == .lead ? lines.prefix(1) : lines, of: spot.block)
      } else if operation.part == .lead {
        deleteLines(instrument.blocks[spot.block].lines.indices.prefix(1), of: spot.block)
      } else {
        deleteBlocks(spot)
      }
      touch(spot.block)
    }
  }

  private mutating func deleteBlocks(_ spot: Spot) {
    var blocks = [spot.block]
    if let attachment = spot.attachment {
      blocks += instrument.blocks.indices.filter {
        instrument.blocks[$0].attachment == attachment
      }
    } else if instrument.blocks[spot.block].kind == .heading {
      blocks = Array(instrument.section(at: spot.block))
    }
    for block in blocks {
      instrument.blocks[block].isDeleted = true
      touch(block)
    }
  }

  mutating func deleteLines(_ lines: Range<Int>, of block: Int) {
    for line in lines { instrument.blocks[block].lines[line].isDeleted = true }
  }

  // MARK: 合并

  mutating func merge(_ operation: AmendmentOperation) throws {
    let spots = try spots(operation)
    guard spots.count > 1 else { throw Misfit(message: "只写了一处，无从合并") }
    let base = spots.first { $0.spot.lines == nil }?.spot.block ?? spots[0].spot.block
    if spots.allSatisfy({ $0.spot.lines != nil && $0.spot.block == base }) {
      return try mergeLines(spots.map(\.spot), operation)
    }
    var lines: [EditableLine] = []
    for (path, spot) in spots {
      let number = path.first { $0.level == .article }?.number
      if spot.block != base, let number, !instrument.blocks[base].origins.contains(number) {
        instrument.blocks[base].origins.append(number)
      }
      let range = spot.lines ?? instrument.blocks[spot.block].lines.indices
      if spot.block != base {
        lines += taken(range, of: spot.block)
        if spot.lines == nil { instrument.blocks[spot.block].isDeleted = true }
      }
      touch(spot.block)
    }
    if operation.texts.isEmpty {
      instrument.blocks[base].lines += lines
    } else {
      setLines(try writtenLines(operation.texts), of: base)
    }
    if let step = operation.destinations.first?.path.last, step.level == .article {
      instrument.blocks[base].assigned = step.number
    }
  }

  /// 第二款、第三款合并为一款: lines of one article become one.
  private mutating func mergeLines(_ spots: [Spot], _ operation: AmendmentOperation) throws {
    guard !operation.texts.isEmpty else { throw Misfit(message: "合并以后没有新文") }
    let block = spots[0].block
    let first = instrument.blocks[block].lines[spots[0].lines!.lowerBound]
    var lines = try writtenLines(operation.texts)
    (lines[0].number, lines[0].node) = (first.number, first.node)
    lines[0].assigned = operation.destinations.first?.path.last?.number ?? first.assigned
    if lines[0].labelCount == 0, first.labelCount > 0 {
      lines[0].scalars = first.label + lines[0].scalars
      (lines[0].labelCount, lines[0].level) = (first.labelCount, first.level)
    }
    for spot in spots { deleteLines(spot.lines!, of: block) }
    instrument.blocks[block].lines.insert(contentsOf: lines, at: spots[0].lines!.lowerBound)
    touch(block)
  }

  /// Lines taken out of an article to stand elsewhere.
  private mutating func taken(_ range: Range<Int>, of block: Int) -> [EditableLine] {
    let lines = instrument.blocks[block].lines[range].filter { !$0.isDeleted }.map {
      var line = $0
      (line.number, line.assigned) = (nil, nil)
      return line
    }
    deleteLines(range, of: block)
    return lines
  }

  // MARK: 单列, 分为

  mutating func separate(_ operation: AmendmentOperation) throws {
    let spots = try spots(operation)
    let numbers = operation.destinations.flatMap(expandNew).map { $0.last?.number }
    guard numbers.isEmpty || numbers.count == spots.count || numbers.count == 1 else {
      throw Misfit(message: "原有\(spots.count)处，新编号有\(numbers.count)个")
    }
    var made: Int?
    for (i, (_, spot)) in spots.enumerated() {
      guard let lines = spot.lines else { throw Misfit(message: "单列的不是款或者项") }
      if i > 0, numbers.count == 1, let made {
        // 第二款、第三款改为第九条: one article of both.
        let more = taken(lines, of: spot.block)
        if operation.texts.isEmpty { instrument.blocks[made].lines += more }
        touch(spot.block)
        continue
      }
      let texts = spots.count == 1 || numbers.count == 1 ? operation.texts : []
      try separate(
        lines, of: spot.block, as: numbers.indices.contains(i) ? numbers[i] : nil, texts)
      made = instrument.blocks.count - 1
    }
  }

  /// Makes lines of an article an article of its own.
  private mutating func separate(
    _ lines: Range<Int>, of block: Int, as number: ProvisionNumber?, _ texts: [QuotedText]
  ) throws {
    var made = EditableBlock(kind: .article, level: .article, assigned: number)
    let old = taken(lines, of: block)
    made.lines = texts.isEmpty ? old : try writtenLines(texts)
    made.lines.endLike(old.last)
    made.origins = instrument.blocks[block].number.map { [$0] } ?? []
    made.attachment = instrument.blocks[block].attachment
    made.operations = [current]
    if instrument.blocks[block].lines.allSatisfy(\.isDeleted) {
      instrument.blocks[block].isDeleted = true
    }
    touch(block)
    made.placement = number == nil ? .after(block) : .byNumber(under: nil)
    instrument.blocks.append(made)
  }

  /// 将第十条分为两条: the first of them goes on as the old one.
  mutating func split(_ operation: AmendmentOperation) throws {
    let spots = try spots(operation)
    guard spots.count == 1, !operation.texts.isEmpty else {
      throw Misfit(message: "没有分为几条的新文")
    }
    let numbers = operation.destinations.flatMap(expandNew).map { $0.last?.number }
    let spot = spots[0].spot
    guard spot.lines == nil, instrument.blocks[spot.block].isArticle else {
      return try splitLines(spot, numbers, operation)
    }
    let parts =
      operation.texts.count == numbers.count ? operation.texts : articles(in: operation.texts)
    guard parts.count > 1, numbers.isEmpty || parts.count == numbers.count else {
      throw Misfit(message: "要分为\(numbers.count)条，新文有\(parts.count)条")
    }
    setLines(try writtenLines([parts[0]]), of: spot.block)
    instrument.blocks[spot.block].assigned = numbers.first ?? nil
    touch(spot.block)
    for (i, part) in parts.enumerated().dropFirst() {
      var made = EditableBlock(kind: .article, level: .article, operations: [current])
      made.assigned = numbers.isEmpty ? nil : numbers[i]
      made.lines = try writtenLines([part])
      made.origins = instrument.blocks[spot.block].origins
      made.attachment = instrument.blocks[spot.block].attachment
      made.placement = .after(i == 1 ? spot.block : instrument.blocks.count - 1)
      instrument.blocks.append(made)
    }
  }

  /// 将第二款分为两款: lines of the article, the first of them in the old one's place.
  private mutating func splitLines(
    _ spot: Spot, _ numbers: [ProvisionNumber?], _ operation: AmendmentOperation
  ) throws {
    guard let range = spot.lines else { throw Misfit(message: "分开的不是条、款、项") }
    let lines = try writtenLines(operation.texts)
    set(lines, at: range, of: spot.block, part: .whole)
    let level = instrument.blocks[spot.block].lines[range.lowerBound].level
    var number = numbers.makeIterator()
    for i in range.lowerBound..<range.lowerBound + lines.count
    where instrument.blocks[spot.block].lines[i].level == level {
      if let assigned = number.next() { instrument.blocks[spot.block].lines[i].assigned = assigned }
    }
    touch(spot.block)
  }

  // MARK: 并入

  mutating func fold(_ operation: AmendmentOperation) throws {
    guard let path = operation.destinations.first(where: { $0.path.last?.level != .article })?.path
    else { throw Misfit(message: "没有写明移到哪里") }
    let target = try spot(path).block
    guard instrument.blocks[target].kind == .heading else {
      throw Misfit(message: "移到的不是章、节")
    }
    let numbers = operation.destinations.filter { $0.path.last?.level == .article }
      .flatMap(expandNew).map { $0.last?.number }
    for (i, (_, spot)) in try spots(operation).enumerated() {
      touch(spot.block)
      guard instrument.blocks[spot.block].kind == .heading else {
        try move(spot, under: target, as: numbers.indices.contains(i) ? numbers[i] : nil)
        continue
      }
      instrument.blocks[spot.block].isDeleted = true
      // What stands between the two goes on behind the moved articles.
      let moved = instrument.section(at: spot.block)
      var last = instrument.section(at: target).upperBound - 1
      guard moved.lowerBound != last + 1 else { continue }
      for block in moved.dropFirst() {
        instrument.blocks[block].placement = .after(last)
        last = block
      }
    }
  }

  /// 将第八条移至第二章: to its beginning from before it, to its end from behind it.
  private mutating func move(
    _ spot: Spot, under heading: Int, as number: ProvisionNumber?
  ) throws {
    guard spot.lines == nil, instrument.blocks[spot.block].isArticle else {
      throw Misfit(message: "移动的不是条、章、节")
    }
    if let number { instrument.blocks[spot.block].assigned = number }
    instrument.blocks[spot.block].placement =
      number != nil
      ? .byNumber(under: heading)
      : spot.block < heading
      ? .after(heading) : .after(instrument.section(at: heading).upperBound - 1)
  }
}
