// From links to rows: what belongs together, what became of it, and what changed inside.

import Legislation

/// Makes the rows of an alignment out of links, however they were found.
struct RowBuilder {
  private let old: ComparedDocument
  private let new: ComparedDocument
  private var newOfOld: [[Int]]
  private var oldOfNew: [[Int]]
  private var references: CarriedReferences
  private var cutter = WordCutter()

  /// Links to units that are not there are left out.
  init(_ links: [ArticleLink], _ old: ComparedDocument, _ new: ComparedDocument) {
    (self.old, self.new) = (old, new)
    newOfOld = Array(repeating: [], count: old.units.count)
    oldOfNew = Array(repeating: [], count: new.units.count)
    for link in links {
      guard let i = old.places[link.old], let j = new.places[link.new], !newOfOld[i].contains(j)
      else { continue }
      newOfOld[i].append(j)
      oldOfNew[j].append(i)
    }
    references = CarriedReferences(old, new, newOfOld)
  }

  /// Units that links join, by place; one side may be empty.
  private struct Group {
    var old: [Int] = []
    var new: [Int] = []
  }

  mutating func rows() -> [AlignedArticles] {
    let groups = groups()
    let inOrder = inOrder()
    // A group keeps its place where one of its links does.
    let keepsPlace = groups.map { group in
      group.old.contains { i in newOfOld[i].contains { inOrder[i] == $0 } }
    }
    var rows: [(place: (Int, Int), row: AlignedArticles)] = []
    // A deletion stands behind the row of what stood before it.
    var lastKept = [Int](repeating: -1, count: old.units.count + 1)
    var kept: [Int: Int] = [:]
    for (index, group) in groups.enumerated() where keepsPlace[index] {
      for i in group.old { kept[i] = group.new[0] }
    }
    for i in old.units.indices { lastKept[i + 1] = kept[i] ?? lastKept[i] }
    for (index, group) in groups.enumerated() {
      let isMoved = !group.old.isEmpty && !group.new.isEmpty && !keepsPlace[index]
      let row = row(group, isMoved: isMoved)
      let place = group.new.first.map { ($0, -1) } ?? (lastKept[group.old[0]], group.old[0])
      rows.append((place, row))
    }
    return rows.sorted { $0.place < $1.place }.map(\.row)
  }

  /// The longest chain of links that keeps the order of both versions, new place by old; of two as long, the one
  /// that went less far.
  private func inOrder() -> [Int: Int] {
    var pairs: [CandidatePair] = []
    let count = Double(max(1, old.units.count, new.units.count))
    for (i, news) in newOfOld.enumerated() {
      for j in news {
        pairs.append(
          CandidatePair(old: i, new: j, weight: 1 - Double(abs(i - j)) / (count * count + 1)))
      }
    }
    var chain: [Int: Int] = [:]
    for index in heaviestChain(pairs) { chain[pairs[index].old] = pairs[index].new }
    return chain
  }

  private func groups() -> [Group] {
    var groups: [Group] = []
    var isSeen = [Bool](repeating: false, count: old.units.count)
    for first in old.units.indices where !isSeen[first] {
      var group = Group()
      var pending = [first]
      isSeen[first] = true
      var news: Set<Int> = []
      while let i = pending.popLast() {
        group.old.append(i)
        for j in newOfOld[i] where news.insert(j).inserted {
          for next in oldOfNew[j] where !isSeen[next] {
            isSeen[next] = true
            pending.append(next)
          }
        }
      }
      group.old.sort()
      group.new = news.sorted()
      groups.append(group)
    }
    for j in new.units.indices where oldOfNew[j].isEmpty { groups.append(Group(new: [j])) }
    return groups
  }

  private mutating func row(_ group: Group, isMoved: Bool) -> AlignedArticles {
    let keys = (group.old.map { old.units[$0].key }, group.new.map { new.units[$0].key })
    let links = group.old.flatMap { i in
      newOfOld[i].sorted().map { ArticleLink(old: old.units[i].key, new: new.units[$0].key) }
    }
    guard group.old.count == 1, group.new.count == 1 else {
      let operation: AlignmentOperation =
        switch (group.old.count, group.new.count) {
        case (0, _): .inserted
        case (_, 0): .deleted
        case (1, _): .split
        case (_, 1): .merged
        default: .splitAndMerged
        }
      return AlignedArticles(
        old: keys.0, new: keys.1, operation: operation, links: links, isMoved: isMoved,
        changes: changes(group))
    }
    let (before, after) = (old.units[group.old[0]], new.units[group.new[0]])
    let isRenumbered = before.key != after.key
    if before.evened.scalars == after.evened.scalars {
      return AlignedArticles(
        old: keys.0, new: keys.1, operation: isRenumbered ? .renumbered : .unchanged, links: links,
        isMoved: isMoved, changes: changes(group))
    }
    return AlignedArticles(
      old: keys.0, new: keys.1, operation: isRenumbered ? .renumberedAndModified : .modified,
      links: links, isCrossReferenceOnly: references.explain(group.old[0], group.new[0]),
      isPunctuationOnly: before.words == after.words, isMoved: isMoved, changes: changes(group))
  }

  /// The texts of several articles are joined by line ends.
  private mutating func changes(_ group: Group) -> [TextChange] {
    cutter.changes(
      from: joined(group.old.map { old.units[$0].text }),
      to: joined(group.new.map { new.units[$0].text }))
  }

  private func joined(_ texts: [[UInt8]]) -> [UInt8] {
    Array(texts.joined(separator: [UInt8(ascii: "\n")]))
  }
}
