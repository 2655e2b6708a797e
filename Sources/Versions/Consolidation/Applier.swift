// Applies the operations of a decision to an instrument, each by itself, and notes what can't be applied.

import Citations
import HanText
import Legislation

/// Why an operation, or something it needs, does not fit the old version.
struct Misfit: Error, Hashable {
  /// For people, in Chinese.
  let message: String
}

/// An instrument with operations applied to it, before it is numbered anew.
struct Applier {
  var instrument: EditableInstrument
  /// Whether articles the decision does not name fill the numbers that are left.
  var reorders = false
  /// What each operation could not do; nil where it was applied whole.
  private(set) var misfits: [Misfit?] = []
  /// The operation at work.
  var current = 0

  init(_ old: ParsedDocument) { instrument = EditableInstrument(old) }

  mutating func apply(_ operations: [AmendmentOperation]) {
    for (index, operation) in operations.enumerated() {
      current = index
      do {
        try apply(operation)
        misfits.append(nil)
      } catch let misfit as Misfit {
        misfits.append(misfit)
      } catch {
        misfits.append(Misfit(message: "\(error)"))
      }
    }
  }

  private mutating func apply(_ operation: AmendmentOperation) throws {
    switch operation.action {
    case .replace: try replace(operation)
    case .rename: try rename(operation)
    case .substitute: try substitute(operation)
    case .strike: try strike(operation)
    case .add: try add(operation)
    case .insert: try insert(operation)
    case .delete: try delete(operation)
    case .renumber: try renumber(operation)
    case .merge: try merge(operation)
    case .separate: try separate(operation)
    case .fold: try fold(operation)
    case .reorder: reorders = true
    }
  }

  // MARK: Looking up

  /// A block and, below an article, the lines an address names.
  struct Spot {
    let block: Int
    /// Nil for the whole block.
    let lines: Range<Int>?
  }

  func spot(_ path: [Address.Step]) throws -> Spot {
    guard let block = instrument.block(at: path) else {
      // Lines of a text without articles: 第二段.
      if !instrument.hasArticles, path.count == 1, path[0].level == .paragraph,
        let block = instrument.blocks.firstIndex(where: {
          $0.kind == .other && $0.level == .paragraph && $0.lines[0].number == path[0].number
        })
      {
        return Spot(block: block, lines: nil)
      }
      throw Misfit(message: "旧文没有\(Address(path: path).chinese)")
    }
    let below = path.drop { $0.level.isBlock }
    guard !below.isEmpty else { return Spot(block: block, lines: nil) }
    guard let lines = instrument.blocks[block].group(at: below) else {
      throw Misfit(message: "旧文没有\(Address(path: path).chinese)")
    }
    return Spot(block: block, lines: lines)
  }

  func spots(_ operation: AmendmentOperation) throws -> [(path: [Address.Step], spot: Spot)] {
    guard !operation.targets.isEmpty else { throw Misfit(message: "决定没有写明修改哪一条") }
    return try operation.targets.flatMap(instrument.expand).map { ($0, try spot($0)) }
  }

  mutating func touch(_ block: Int) {
    if instrument.blocks[block].operations.last != current {
      instrument.blocks[block].operations.append(current)
    }
  }

  // MARK: 改为第X条

  private mutating func renumber(_ operation: AmendmentOperation) throws {
    let from = operation.targets.flatMap(instrument.expand)
    let to = operation.destinations.flatMap(expandNew)
    guard from.count == to.count, !from.isEmpty else {
      throw Misfit(message: "原有\(from.count)处，新编号有\(to.count)个")
    }
    for (old, new) in zip(from, to) {
      let spot = try spot(old)
      guard let step = new.last else { continue }
      if let lines = spot.lines {
        if step.level == .article {
          try separate(lines, of: spot.block, as: step.number, [])
        } else {
          instrument.blocks[spot.block].lines[lines.lowerBound].assigned = step.number
        }
      } else {
        instrument.blocks[spot.block].assigned = step.number
      }
      touch(spot.block)
    }
  }

  /// The numbers of a run of new provisions.
  func expandNew(_ provision: AmendedProvision) -> [[Address.Step]] {
    guard let through = provision.through, let last = provision.path.last, let from = last.number,
      from.main <= through.main, through.main - from.main < 1000
    else { return [provision.path] }
    let above = Array(provision.path.dropLast())
    if from.main == through.main, let first = from.insert, let end = through.insert, first <= end {
      return (first...end).map {
        above + [Address.Step(last.level, ProvisionNumber(from.main, insert: $0))]
      }
    }
    return (from.main...through.main).map {
      above + [Address.Step(last.level, ProvisionNumber($0))]
    }
  }

  // MARK: 删去

  private mutating func delete(_ operation: AmendmentOperation) throws {
    for (_, spot) in try spots(operation) {
      touch(spot.block)
      if let lines = spot.lines {
        deleteLines(lines, of: spot.block)
      } else {
        for block in instrument.blocks[spot.block].kind == .heading
          ? instrument.section(at: spot.block) : spot.block..<spot.block + 1
        {
          instrument.blocks[block].isDeleted = true
          touch(block)
        }
      }
    }
  }

  mutating func deleteLines(_ lines: Range<Int>, of block: Int) {
    for line in lines { instrument.blocks[block].lines[line].isDeleted = true }
  }

  // MARK: 合并, 单列, 并入

  private mutating func merge(_ operation: AmendmentOperation) throws {
    let spots = try spots(operation)
    let base = spots.first { $0.spot.lines == nil }?.spot.block ?? spots[0].spot.block
    guard spots.count > 1 else { throw Misfit(message: "只写了一处，无从合并") }
    var lines: [EditableLine] = []
    for (path, spot) in spots {
      let number = path.first { $0.level == .article }?.number
      if spot.block != base, let number, !instrument.blocks[base].origins.contains(number) {
        instrument.blocks[base].origins.append(number)
      }
      let range = spot.lines ?? instrument.blocks[spot.block].lines.indices
      if spot.block != base {
        lines += instrument.blocks[spot.block].lines[range].filter { !$0.isDeleted }.map {
          var line = $0
          (line.number, line.assigned) = (nil, nil)
          return line
        }
        deleteLines(range, of: spot.block)
        if spot.lines == nil { instrument.blocks[spot.block].isDeleted = true }
      }
      touch(spot.block)
    }
    if operation.texts.isEmpty {
      instrument.blocks[base].lines += lines
    } else {
      setLines(try writtenLines(operation.texts), of: base)
    }
    if let number = operation.destinations.first?.path.last?.number {
      instrument.blocks[base].assigned = number
    }
  }

  private mutating func separate(_ operation: AmendmentOperation) throws {
    let spots = try spots(operation)
    let numbers = operation.destinations.flatMap(expandNew).map { $0.last?.number }
    for (i, (_, spot)) in spots.enumerated() {
      guard let lines = spot.lines else { throw Misfit(message: "单列的不是款或者项") }
      let texts = spots.count == 1 ? operation.texts : []
      try separate(
        lines, of: spot.block, as: numbers.indices.contains(i) ? numbers[i] : nil, texts)
    }
  }

  /// Makes lines of an article an article of its own.
  private mutating func separate(
    _ lines: Range<Int>, of block: Int, as number: ProvisionNumber?, _ texts: [QuotedText]
  ) throws {
    var made = EditableBlock(kind: .article, level: .article, assigned: number)
    made.lines =
      texts.isEmpty
      ? instrument.blocks[block].lines[lines].map {
        var line = $0
        (line.number, line.assigned) = (nil, nil)
        return line
      } : try writtenLines(texts)
    made.origins = instrument.blocks[block].number.map { [$0] } ?? []
    made.attachment = instrument.blocks[block].attachment
    made.operations = [current]
    deleteLines(lines, of: block)
    if instrument.blocks[block].lines.allSatisfy(\.isDeleted) {
      instrument.blocks[block].isDeleted = true
    }
    touch(block)
    made.placement = number == nil ? .after(block) : .byNumber(under: nil)
    instrument.blocks.append(made)
  }

  private mutating func fold(_ operation: AmendmentOperation) throws {
    for (_, spot) in try spots(operation) {
      guard instrument.blocks[spot.block].kind == .heading,
        let destination = operation.destinations.first
      else { throw Misfit(message: "并入的不是章、节") }
      let target = try self.spot(destination.path).block
      instrument.blocks[spot.block].isDeleted = true
      touch(spot.block)
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
}
