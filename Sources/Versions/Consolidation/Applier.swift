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
    case .split: try split(operation)
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
    /// The block of the attachment, where all of it is meant.
    var attachment: Int?
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
    guard !below.isEmpty else {
      return Spot(
        block: block, lines: nil,
        attachment: instrument.blocks[block].level == .attachment ? block : nil)
    }
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
}
