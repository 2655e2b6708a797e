// Where each provision of the old version is in the new one.

import Citations
import HanText
import Legislation

/// The new numbers of old provisions, to the 款 and 项.
struct Renumbering {
  private let old: EditableInstrument
  private let numbered: NumberedInstrument
  /// The block of the new version that holds an old article's text.
  private var holders: [ProvisionNumber: Int] = [:]

  init(_ old: EditableInstrument, _ numbered: NumberedInstrument) {
    (self.old, self.numbered) = (old, numbered)
    for index in numbered.order where numbered.blocks[index].isArticle {
      let block = numbered.blocks[index]
      guard block.attachment == nil else { continue }
      for origin in block.origins where holders[origin] == nil || block.number == origin {
        holders[origin] = index
      }
    }
  }

  enum Answer {
    case same
    case moved(ProvisionNumber)
    case gone
  }

  /// The number that the last step of an old path has now.
  func number(of path: [Address.Step]) -> Answer {
    guard let last = path.last, let number = last.number else { return .same }
    guard !path.contains(where: { $0.level == .attachment }) else { return .same }
    guard let article = path.first(where: { $0.level == .article })?.number else {
      guard let index = old.block(at: path) else { return .same }
      let block = numbered.blocks[index]
      if block.isDeleted { return .gone }
      return block.final.map { $0 == number ? .same : .moved($0) } ?? .same
    }
    // A number the old version never had is not ours to change.
    guard let before = old.block(at: [Address.Step(.article, article)]) else { return .same }
    guard let holder = holders[article] else { return .gone }
    if last.level == .article {
      return numbered.blocks[holder].final.map { $0 == number ? .same : .moved($0) } ?? .gone
    }
    return line(path, in: before, holder)
  }

  /// Where an old 款 or 项 stands among those of its level now. Text the decision rewrote as a whole keeps
  /// its old count, since nothing tells what became of a part.
  private func line(_ path: [Address.Step], in before: Int, _ holder: Int) -> Answer {
    guard let last = path.last, let number = last.number,
      let group = old.blocks[before].group(at: path.drop { $0.level.isBlock }),
      let node = old.blocks[before].lines[group.lowerBound].node
    else { return .same }
    let lines = numbered.blocks[holder].lines
    guard let place = lines.firstIndex(where: { $0.node == node && !$0.isDeleted }) else {
      return .same
    }
    if last.level != .paragraph {
      guard let now = lines[place].labelNumber else { return .same }
      return now == number ? .same : .moved(now)
    }
    let now = ProvisionNumber(lines[...place].count { $0.level == .paragraph })
    return now == number ? .same : .moved(now)
  }
}
