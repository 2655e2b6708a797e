// Order and numbers of an amended instrument: what a decision names gets its number, the rest fills what is left.

import Citations
import HanText
import Legislation

/// The blocks of a new version in order, numbered.
struct NumberedInstrument {
  private(set) var blocks: [EditableBlock]
  /// Indices of `blocks` in the order of the new version, without what was taken out.
  private(set) var order: [Int] = []
  /// What does not fit in the numbers, for people.
  private(set) var faults: [String] = []
  /// The blocks where the old version or the decision puts them, before numbers count.
  private var sequence: [Int] = []

  /// Numbers anew where articles the decision does not name must move: it says so, gives old articles new
  /// numbers, or puts one in under a number that is taken.
  ///
  /// Articles it does not name fill the numbers that are left, in order; where numbers like 第十条之一 are
  /// used, holes stay, as in 修正案.
  init(_ instrument: EditableInstrument, reorders: Bool, keepsHoles: Bool) {
    blocks = instrument.blocks
    place()
    let attachments = Set(blocks.filter(\.isArticle).map(\.attachment))
    for attachment in attachments { numberArticles(in: attachment, reorders, keepsHoles) }
    arrange()
    numberHeadings()
    for index in order {
      blocks[index].lines =
        blocks[index].isArticle || blocks[index].kind == .preamble
        ? arranged(blocks[index].lines) : blocks[index].lines.filter { !$0.isDeleted }
    }
  }

  // MARK: Articles

  private mutating func numberArticles(in attachment: Int?, _ reorders: Bool, _ keepsHoles: Bool) {
    let all = blocks.indices.filter { blocks[$0].isArticle && blocks[$0].attachment == attachment }
    let alive = all.filter { !blocks[$0].isDeleted }
    guard let first = all.compactMap({ blocks[$0].number }).min() ?? blocks[all[0]].assigned else {
      return
    }
    let named = Set(alive.compactMap { blocks[$0].assigned })
    let branches = all.contains { (blocks[$0].number ?? blocks[$0].assigned)?.insert != nil }
    let isTaken = alive.contains {
      blocks[$0].assigned == nil && blocks[$0].number.map(named.contains) == true
    }
    let isRenumbered = alive.contains { blocks[$0].number != nil && blocks[$0].assigned != nil }
    let hasUnnumbered = alive.contains { blocks[$0].number == nil && blocks[$0].assigned == nil }
    let hasHoles = alive.count { blocks[$0].number != nil } < all.count { blocks[$0].number != nil }
    let isMoved = alive.contains {
      blocks[$0].node != nil && blocks[$0].placement != nil && blocks[$0].assigned == nil
    }
    let moves =
      reorders || isTaken || isRenumbered || hasUnnumbered || isMoved
      || (hasHoles && !keepsHoles && !branches)
    guard moves else {
      for index in alive { blocks[index].final = blocks[index].assigned ?? blocks[index].number }
      return
    }
    var next = min(first.main, named.map(\.main).min() ?? first.main)
    let taken = Set(named.filter { $0.insert == nil }.map(\.main))
    var base: [Int: Int] = [:]
    for index in inOldOrder(alive) {
      if let assigned = blocks[index].assigned {
        blocks[index].final = assigned
      } else if let number = blocks[index].number, let insert = number.insert,
        let main = base[number.main]
      {
        blocks[index].final = ProvisionNumber(main, insert: insert)
        continue
      } else {
        while taken.contains(next) { next += 1 }
        blocks[index].final = ProvisionNumber(next)
        next += 1
      }
      if let number = blocks[index].number, number.insert == nil {
        base[number.main] = blocks[index].final?.main
      }
    }
    checkNumbers(alive, from: min(first.main, taken.min() ?? first.main))
  }

  /// Articles that the decision puts in without a number, or moves, count where they stand.
  private func inOldOrder(_ indices: [Int]) -> [Int] {
    let wanted = Set(indices)
    let placed = sequence.filter(wanted.contains)
    let found = Set(placed)
    return placed + indices.filter { !found.contains($0) }
  }

  private mutating func checkNumbers(_ alive: [Int], from first: Int) {
    let numbers = alive.compactMap { blocks[$0].final }.sorted()
    for (a, b) in zip(numbers, numbers.dropFirst()) where a == b {
      faults.append("编号\(Address(path: [Address.Step(.article, a)]).chinese)重复")
    }
    let mains = Set(numbers.map(\.main))
    guard let last = mains.max(), last - first < 10_000 else { return }
    for number in first...max(first, last) where !mains.contains(number) {
      faults.append(
        "编号中缺\(Address(path: [Address.Step(.article, ProvisionNumber(number))]).chinese)")
    }
  }

  // MARK: Order

  /// Puts blocks where the decision says, as far as it does not say so by numbers.
  private mutating func place() {
    sequence = blocks.indices.filter { blocks[$0].node != nil && blocks[$0].placement == nil }
    for index in blocks.indices {
      switch blocks[index].placement {
      case .after(let anchor)?:
        guard let place = sequence.firstIndex(of: anchor) else { continue }
        var end = place + 1
        // Behind what was put in behind the same block before.
        while end < sequence.count, blocks[sequence[end]].placement == .after(anchor) { end += 1 }
        sequence.insert(index, at: end)
      case .before(let anchor)?:
        guard let place = sequence.firstIndex(of: anchor) else { continue }
        sequence.insert(index, at: place)
      default: continue
      }
    }
  }

  private mutating func arrange() {
    let missing = Set(blocks.indices).subtracting(sequence).filter { !blocks[$0].isDeleted }
    var sequence = sequence.filter { !blocks[$0].isDeleted }
    // Articles out of their numbers' order move to where their number is.
    let articles = sequence.filter { blocks[$0].isArticle }
    let staying = Set(longestRising(articles))
    let moving = Set(articles.filter { !staying.contains($0) })
      .union(missing.filter { blocks[$0].isArticle })
    sequence.removeAll { moving.contains($0) }
    for index in moving.sorted(by: { (key($0), $0) < (key($1), $1) }) {
      sequence.insert(index, at: place(of: index, in: sequence))
    }
    for index in missing.sorted() where !blocks[index].isArticle {
      sequence.insert(index, at: placeOfHeading(index, in: sequence))
    }
    order = sequence
  }

  /// Above the article whose number the decision gives; at the end without one.
  private func placeOfHeading(_ index: Int, in sequence: [Int]) -> Int {
    guard case .above(let number)? = blocks[index].placement else { return sequence.count }
    return sequence.firstIndex {
      blocks[$0].isArticle && blocks[$0].attachment == nil && !(blocks[$0].key < number)
    } ?? sequence.count
  }

  /// Behind the article with the next lower number; under the heading the decision names, where that one
  /// stands under another.
  private func place(of index: Int, in sequence: [Int]) -> Int {
    let block = blocks[index]
    let before = sequence.lastIndex {
      blocks[$0].isArticle && blocks[$0].attachment == block.attachment
        && blocks[$0].key < block.key
    }
    if case .byNumber(under: let heading?)? = block.placement,
      let place = sequence.firstIndex(of: heading), before.map({ $0 < place }) ?? true
    {
      return place + 1
    }
    if let before { return before + 1 }
    return sequence.firstIndex { blocks[$0].isArticle && blocks[$0].attachment == block.attachment }
      ?? sequence.count
  }

  /// The longest run of articles whose numbers rise, in their order (patience sorting).
  private func longestRising(_ articles: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int?](repeating: nil, count: articles.count)
    for (i, article) in articles.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if key(articles[tails[middle]]) < key(article) { low = middle + 1 } else { high = middle }
      }
      before[i] = low > 0 ? tails[low - 1] : nil
      if low == tails.count { tails.append(i) } else { tails[low] = i }
    }
    var result: [Int] = []
    var current = tails.last
    while let i = current {
      result.append(articles[i])
      current = before[i]
    }
    return result
  }

  /// Articles of attachments stand behind those of the text.
  private func key(_ index: Int) -> ArticleOrder {
    ArticleOrder(attachment: blocks[index].attachment ?? -1, number: blocks[index].key)
  }

  private struct ArticleOrder: Comparable {
    let attachment: Int
    let number: ProvisionNumber

    static func < (a: ArticleOrder, b: ArticleOrder) -> Bool {
      (a.attachment, a.number) < (b.attachment, b.number)
    }
  }

  // MARK: Headings

  /// Numbers headings anew where some were put in, taken out or given another number.
  private mutating func numberHeadings() {
    for level in [Level.part, .subpart, .chapter, .section, .heading] {
      let old = blocks.indices.filter { blocks[$0].level == level && blocks[$0].node != nil }
      let changed =
        old.contains { blocks[$0].isDeleted || blocks[$0].assigned != nil }
        || blocks.contains { $0.level == level && $0.kind == .heading && $0.node == nil }
      var next = 1
      for index in order {
        if blocks[index].kind == .heading, blocks[index].level.rank < level.rank {
          // Sections begin anew in each chapter; chapters in each part only where they did.
          if level == .section || level == .heading || restarts(level) { next = 1 }
        }
        guard blocks[index].level == level, blocks[index].kind == .heading else { continue }
        let own = blocks[index].assigned ?? blocks[index].number
        blocks[index].final = changed ? blocks[index].assigned ?? ProvisionNumber(next) : own
        if !changed, let number = own { next = number.main }
        if let number = blocks[index].final { next = number.main + 1 }
      }
    }
  }

  private func restarts(_ level: Level) -> Bool {
    var seen: Set<ProvisionNumber> = []
    for block in blocks where block.level == level && block.node != nil {
      if let number = block.number, !seen.insert(number).inserted { return true }
    }
    return false
  }

  // MARK: 款, 项, 目

  /// The lines of an article in order, lists numbered and ended anew where they changed.
  private func arranged(_ lines: [EditableLine]) -> [EditableLine] {
    let alive = lines.filter { !$0.isDeleted }
    let removed = lines.filter(\.isDeleted)
    var result: [EditableLine] = []
    for group in slots(groups(alive, level: .paragraph)) {
      let lead = group.prefix { $0.level == .paragraph }
      let items = Array(group.dropFirst(lead.count))
      result += lead
      let number = lead.first?.number
      let wasOneOf = removed.contains { line in
        line.level == .item && (number == nil || holder(of: line, in: lines) == number)
      }
      result += list(items, level: .item, changed: wasOneOf, old: lines)
    }
    return result
  }

  /// The old number of the 款 a line stands in.
  private func holder(of line: EditableLine, in lines: [EditableLine]) -> ProvisionNumber? {
    guard let node = line.node, let index = lines.firstIndex(where: { $0.node == node }) else {
      return nil
    }
    return lines[..<index].last { $0.level == .paragraph && $0.number != nil }?.number
  }

  private func list(
    _ items: [EditableLine], level: Level, changed wasCut: Bool, old: [EditableLine]
  ) -> [EditableLine] {
    guard !items.isEmpty else { return [] }
    let grouped = slots(groups(items, level: level))
    let isTouched =
      wasCut && items.contains { $0.node != nil } || items.contains { $0.assigned != nil }
    guard isTouched else { return grouped.flatMap { $0 } }
    var result: [[EditableLine]] = []
    for (i, var group) in grouped.enumerated() {
      group[0].relabel(ProvisionNumber(i + 1))
      result.append(group)
    }
    endList(&result, old)
    return result.flatMap { $0 }
  }

  /// 。 ends a list, ； its other members, where the old list was written so.
  private func endList(_ groups: inout [[EditableLine]], _ old: [EditableLine]) {
    let olds = old.filter { $0.level == .item && $0.node != nil }
    guard let lastOld = olds.last?.scalars.lastValue.flatMap(Punctuation.evened) else { return }
    let between =
      olds.dropLast().last?.scalars.lastValue.flatMap(Punctuation.evened)
      ?? Punctuation.semicolon
    for i in groups.indices {
      guard let end = groups[i].indices.last else { continue }
      var line = groups[i][end]
      let isLast = i == groups.count - 1
      let wanted = isLast ? lastOld : between
      let mark = line.scalars.lastValue.flatMap(Punctuation.evened)
      if let mark, mark == Punctuation.stop || mark == Punctuation.semicolon {
        let isOldLast = line.node != nil && line.node == olds.last?.node
        guard mark != wanted, isLast || isOldLast || line.node == nil,
          wanted == Punctuation.stop || wanted == Punctuation.semicolon,
          let place = line.scalars.lastIndex(where: { Punctuation.evened($0.value) == mark })
        else { continue }
        line.scalars[place] = SourcedScalar(value: wanted, origin: .made)
      } else if let mark, !Punctuation.endsLine(mark) {
        line.scalars.append(SourcedScalar(value: wanted, origin: .made))
      }
      groups[i][end] = line
    }
  }

  private func groups(_ lines: [EditableLine], level: Level) -> [[EditableLine]] {
    var groups: [[EditableLine]] = []
    for line in lines {
      if line.level.depth <= level.depth || groups.isEmpty {
        groups.append([line])
      } else {
        groups[groups.count - 1].append(line)
      }
    }
    return groups
  }

  /// Groups with a number of their own take its place; the others fill the rest in order.
  private func slots(_ groups: [[EditableLine]]) -> [[EditableLine]] {
    guard groups.contains(where: { $0[0].assigned != nil }) else { return groups }
    var slots = [[EditableLine]?](repeating: nil, count: groups.count)
    var rest: [[EditableLine]] = []
    for group in groups {
      if let number = group[0].assigned?.main, slots.indices.contains(number - 1),
        slots[number - 1] == nil
      {
        slots[number - 1] = group
      } else {
        rest.append(group)
      }
    }
    var next = rest.makeIterator()
    return slots.compactMap { $0 ?? next.next() }
  }
}

extension EditableBlock {
  /// What orders articles.
  fileprivate var key: ProvisionNumber { final ?? assigned ?? number ?? ProvisionNumber(.max) }
}
