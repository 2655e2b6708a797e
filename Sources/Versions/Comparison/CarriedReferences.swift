// Whether a text changed only because the articles it cites have other numbers now.

import Citations
import HanText
import Legislation

/// Carries the numbers in references of the old version through the alignment.
struct CarriedReferences {
  private let old: ComparedDocument
  private let new: ComparedDocument
  private let newOfOld: [[Int]]
  private lazy var oldCitations = OwnCitations(old)
  private lazy var newCitations = OwnCitations(new)

  init(_ old: ComparedDocument, _ new: ComparedDocument, _ newOfOld: [[Int]]) {
    (self.old, self.new, self.newOfOld) = (old, new, newOfOld)
  }

  /// Whether old unit `i` and new unit `j`, which differ, say the same once references are carried over.
  mutating func explain(_ i: Int, _ j: Int) -> Bool {
    let (before, after) = (oldCitations.of(i), newCitations.of(j))
    guard before.count == after.count, !before.isEmpty,
      words(old.units[i], before) == words(new.units[j], after)
    else { return false }
    return zip(before, after).allSatisfy { old, new in
      old.targets.count == new.targets.count
        && zip(old.targets, new.targets).allSatisfy { carries($0, to: $1) }
    }
  }

  /// The text with one sign for each number in its references: 第三条 and 第一百二十条之一 are alike.
  private func words(_ unit: ComparedUnit, _ citations: [OwnCitation]) -> [UInt32] {
    let (scalars, places) = (unit.evened.scalars, unit.evened.places)
    var result: [UInt32] = []
    var next = 0
    for (i, scalar) in scalars.enumerated() {
      let place = Int(places[i])
      while next < citations.count, citations[next].range.upperBound <= place { next += 1 }
      guard next < citations.count, citations[next].range.contains(place) else {
        result.append(scalar)
        continue
      }
      let isBranch =
        scalar == Self.branch && i + 1 < scalars.count && ChineseNumeral.isSign(scalars[i + 1])
      if ChineseNumeral.isSign(scalar) {
        if result.last != Self.number, i == 0 || scalars[i - 1] != Self.branch {
          result.append(Self.number)
        }
      } else if !isBranch {
        result.append(scalar)
      }
    }
    return result
  }

  /// 之, and what stands for a number.
  private static let branch: UInt32 = 0x4E4B
  private static let number: UInt32 = 0

  private func carries(_ before: CitationTarget, to after: CitationTarget) -> Bool {
    if before == after, !before.path.contains(where: { $0.level == .article }) { return true }
    guard (before.through == nil) == (after.through == nil),
      carries(before.path, to: after.path)
    else { return false }
    guard let last = before.through, let newLast = after.through else { return true }
    return carries(replacingLast(before.path, last), to: replacingLast(after.path, newLast))
  }

  /// The address of the last of a run, whose first is at `path`.
  private func replacingLast(_ path: [Address.Step], _ number: ProvisionNumber) -> [Address.Step] {
    path.dropLast() + path.suffix(1).map { Address.Step($0.level, number) }
  }

  private func carries(_ before: [Address.Step], to after: [Address.Step]) -> Bool {
    guard before.map(\.level) == after.map(\.level),
      let at = before.firstIndex(where: { $0.level == .article }),
      let i = old.places[ArticleKey(eId: Address(path: Array(before[...at])).eId)],
      let j = new.places[ArticleKey(eId: Address(path: Array(after[...at])).eId)],
      newOfOld[i].contains(j)
    else { return false }
    return before[(at + 1)...] == after[(at + 1)...]
      || part(before, of: i, in: old).isLike(part(after, of: j, in: new))
  }

  /// The text of a 款 or 项 that was cited.
  private func part(_ path: [Address.Step], of unit: Int, in compared: ComparedDocument)
    -> PartGrams
  {
    let tree = compared.document.tree
    var node = compared.units[unit].node
    for step in path[(path.firstIndex { $0.level == .article }! + 1)...] {
      let below = node + 1..<tree.nodes[node].subtreeEnd
      guard
        let found = below.first(where: {
          tree.nodes[$0].level == step.level && tree.nodes[$0].number == step.number
        })
      else { return PartGrams([]) }
      node = found
    }
    return PartGrams(
      EvenedText(compared.document.utf8Text(in: tree.nodes[node].text), .comparing).scalars)
  }
}

/// A reference of an article to its own instrument.
struct OwnCitation {
  /// UTF-8 bytes of the unit's text.
  let range: ByteRange
  let targets: [CitationTarget]
}

/// The references to the instrument itself, by the unit they stand in.
struct OwnCitations {
  private var byUnit: [[OwnCitation]]

  init(_ compared: ComparedDocument) {
    let (document, units) = (compared.document, compared.units)
    byUnit = Array(repeating: [], count: units.count)
    for citation in CitationFinder().citations(in: document) {
      guard citation.kind == .internal || citation.kind == .relative,
        citation.targets.allSatisfy({ $0.instrument == .itself })
      else { continue }
      let at = units.partitioningIndex {
        document.tree.nodes[$0.node].range.upperBound > citation.range.lowerBound
      }
      guard at < units.count else { continue }
      let text = document.tree.nodes[units[at].node].text
      guard text.contains(citation.range.lowerBound) else { continue }
      let start = document.utf8Text(in: text.lowerBound..<citation.range.lowerBound).count
      let length = document.utf8Text(in: citation.range).count
      byUnit[at].append(OwnCitation(range: start..<start + length, targets: citation.targets))
    }
  }

  func of(_ unit: Int) -> [OwnCitation] { byUnit[unit] }
}
