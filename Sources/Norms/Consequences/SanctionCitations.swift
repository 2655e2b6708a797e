// What a sanction cites: the provision of another text that is broken, and the one it is imposed under.

import Citations
import HanText
import Legislation

/// A citation that a sanction is read by.
public struct SanctionCitation: Sendable, Hashable {
  /// What the sanction has to do with what it cites.
  public enum Role: String, Sendable, CaseIterable {
    /// 违反《…法》第七条: it follows the breach of a provision of another text.
    case breach
    /// 依照《…法》第六十条的规定处罚: it is imposed under a provision, of this or another text.
    case basis
  }

  /// An index of the norms given.
  public let sanction: Int
  /// An index of the citations given.
  public let citation: Int
  public let role: Role
}

/// Tells what the citations around a sanction are to it, by the words in front of them.
struct SanctionCitations {
  let citations: [Citation]
  let document: ParsedDocument

  private var bytes: [UInt8] { document.source.bytes }

  /// The citations in a range that tell of a breach: those behind 违反, and those joined to one.
  func breaches(in range: ByteRange) -> [Int] {
    var found: [Int] = []
    for number in numbers(in: range) {
      let citation = citations[number].range
      if let last = found.last, last == number - 1,
        isJoint(citations[last].range.upperBound..<citation.lowerBound)
      {
        found.append(number)
        continue
      }
      let before = clause(before: citation, from: range.lowerBound)
      guard let breach = Self.breach.last(bytes, in: before) else { continue }
      // 有《…》第五条所列行为: 有 alone means little where anything stands between.
      if breach.word.utf8.count == 3, breach.at + 3 < citation.lowerBound { continue }
      if let under = Self.under.last(bytes, in: before), under.at > breach.at + 6 { continue }
      found.append(number)
    }
    return found
  }

  /// What stands in a sanction's segment before its condition, or before its act where it has none.
  func front(of sanction: Norm) -> ByteRange {
    let end = sanction.condition?.lowerBound ?? sanction.trigger.lowerBound
    let start = document.tree.nodes[sanction.node].text.lowerBound
    return segmentStart(before: end, from: min(start, end))..<end
  }

  /// The citations that a sanction is imposed under: those behind 依照 in front of its act or inside it.
  func bases(of sanction: Norm) -> [Int] {
    let start = max(
      document.tree.nodes[sanction.node].text.lowerBound, sanction.condition?.upperBound ?? 0)
    let segment = segmentStart(
      before: sanction.trigger.lowerBound, from: min(start, sanction.trigger.lowerBound))
    guard segment < sanction.action.upperBound else { return [] }
    var found: [Int] = []
    for number in numbers(in: segment..<sanction.action.upperBound) {
      let citation = citations[number]
      // 依照本法的规定 says nothing that the sanction does not.
      guard
        citation.targets.contains(where: { $0.instrument != .itself || !$0.path.isEmpty })
      else { continue }
      let before = clause(before: citation.range, from: segment)
      if let under = Self.under.last(bytes, in: before),
        Self.breach.last(bytes, in: under.at..<citation.range.lowerBound) == nil
      {
        found.append(number)
      }
    }
    return found
  }

  /// Whether a norm binds those who watch over the party that a sanction strikes, where a provision asks something
  /// of both: the body that imposes it, which does not punish itself, and an office, where others are punished.
  func isWatcher(_ norm: Norm, over sanction: Norm) -> Bool {
    guard !norm.bearers.isEmpty else { return false }
    let bodies = sanction.authorities.map { bytes[$0] }
    if norm.bearers.allSatisfy({ bodies.contains(bytes[$0]) }) { return true }
    return !sanction.bearers.isEmpty
      && norm.bearers.allSatisfy { Self.office.word(bytes, ending: $0) != nil }
      && !sanction.bearers.contains { Self.staff.word(bytes, ending: $0) != nil }
  }

  /// The citations that stand in a range.
  private func numbers(in range: ByteRange) -> Range<Int> {
    let first = citations.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    var end = first
    while end < citations.count, citations[end].range.upperBound <= range.upperBound { end += 1 }
    return first..<end
  }

  /// How far back the words that govern a citation may stand, in bytes.
  private static let reach = 240

  /// What stands before a citation in its clause.
  private func clause(before citation: ByteRange, from start: Int) -> ByteRange {
    let low = max(start, citation.lowerBound - Self.reach)
    var i = citation.lowerBound
    while i > low {
      let last = scalar(bytes, before: i)
      if Self.clauseMarks.contains(last.value) { break }
      i -= last.length
    }
    return max(i, low)..<citation.lowerBound
  }

  /// The end of the last 。；： in front of an offset.
  private func segmentStart(before offset: Int, from start: Int) -> Int {
    let low = max(start, offset - 4 * Self.reach)
    var i = offset
    while i > low {
      let last = scalar(bytes, before: i)
      if Self.segmentMarks.contains(last.value) { break }
      i -= last.length
    }
    return max(i, low)
  }

  /// Whether a few words, 、 or 和 or 规定以及, are all that parts two citations.
  private func isJoint(_ range: ByteRange) -> Bool {
    range.count <= Self.longestJoint
      && clause(before: range.upperBound..<range.upperBound, from: range.lowerBound) == range
  }

  private static let longestJoint = 18

  private static let segmentMarks: Set<UInt32> = [0x3002, 0xFF1B, 0xFF1A]
  private static let clauseMarks: Set<UInt32> = segmentMarks.union([0xFF0C])
  private static let classes = WordClasses(PackageResources.BreachWords_txt)
  private static let breach = classes["breach"]
  private static let under = classes["under"]
  private static let office = classes["office"]
  private static let staff = classes["staff"]
}
