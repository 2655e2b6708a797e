// What a stored target or an asked address covers, and how two of them lie to each other.

import Citations
import Legislation

/// How a target lies to the provision that was asked for.
public enum CitationRelation: String, Sendable, CaseIterable {
  /// It is the one asked for.
  case exact
  /// It stands inside: a 款 of the article, an article of the chapter.
  case inside
  /// It holds the one asked for: a run of articles, the chapter of the article.
  case around
  /// Two runs that share a part.
  case overlaps
}

/// One provision, a run of them, or a whole instrument, as the target table has it.
struct CitedSpan: Sendable, Hashable {
  /// Empty for a whole instrument; of a run, its first.
  var eId: String
  /// The number of the run's last.
  var last: String?

  init(eId: String, last: String?) {
    self.eId = eId
    self.last = last
  }

  init(_ span: AddressSpan) {
    self.init(eId: span.address.eId, last: span.through?.description)
  }

  var isWhole: Bool { eId.isEmpty }

  /// The eId of the run's last.
  var lastEId: String? {
    guard let last, let mark = eId.lastIndex(of: "_") else { return nil }
    return eId[...mark] + last
  }

  /// Whether articles are named, and nothing inside them.
  var isOfArticles: Bool { Self.steps(eId).last?.hasPrefix("art_") ?? false }

  /// The article of it alone.
  var article: CitedSpan {
    let steps = Self.steps(eId)
    guard let place = steps.firstIndex(where: { $0.hasPrefix("art_") }), place + 1 < steps.count
    else { return self }
    return CitedSpan(eId: steps[...place].joined(separator: "__"), last: nil)
  }

  /// `art_19`, `para_2` of `art_19__para_2`.
  static func steps(_ eId: String) -> [Substring] {
    eId.split(separator: "_", omittingEmptySubsequences: true).reduce(into: []) { steps, part in
      if let last = steps.last, part.first?.isNumber ?? false {
        steps[steps.count - 1] = eId[last.startIndex..<part.endIndex]
      } else {
        steps.append(part)
      }
    }
  }

  /// `para_2` of `art_19__para_2`.
  static func lastStep(_ eId: String) -> Substring {
    let mark = UInt8(ascii: "_")
    var start = eId.utf8.endIndex
    var above: UInt8?
    while start > eId.utf8.startIndex {
      let before = eId.utf8.index(before: start)
      if above == mark, eId.utf8[before] == mark { return eId[eId.utf8.index(after: start)...] }
      (above, start) = (eId.utf8[before], before)
    }
    return eId[...]
  }

  /// Its target in an instrument.
  func target(in instrument: CitedInstrument) -> CitationTarget {
    CitationTarget(
      instrument, isWhole ? [] : Address(eId).path, through: last.flatMap { ProvisionNumber($0) })
  }
}

extension CitedSpan {
  /// How this target lies to `asked`; nil where they have nothing in common. `outline` is that of the
  /// instrument in the library, which knows what stands in a chapter; without it, and for provisions it
  /// does not have, the numbers must do.
  func relation(to asked: CitedSpan, in outline: Outline?) -> CitationRelation? {
    if asked.isWhole { return isWhole ? .exact : .inside }
    if isWhole { return nil }
    if self == asked { return .exact }
    if let outline, let mine = outline.ordinals(of: self), let its = outline.ordinals(of: asked) {
      return relation(
        shares: mine.overlaps(its), isInside: its.contains(mine), isAround: mine.contains(its))
    }
    return relationOfNumbers(to: asked)
  }

  private func relation(shares: Bool, isInside: Bool, isAround: Bool) -> CitationRelation? {
    guard shares else { return nil }
    switch (isInside, isAround) {
    case (true, true): return .exact
    case (true, false): return .inside
    case (false, true): return .around
    case (false, false): return .overlaps
    }
  }

  /// Level by level; a 款 or 编 that only one of them gives is passed over.
  private func relationOfNumbers(to asked: CitedSpan) -> CitationRelation? {
    var mine = numberedSteps[...]
    var its = asked.numberedSteps[...]
    var (isInside, isAround) = (true, true)
    while let a = mine.first, let b = its.first {
      if a.level == b.level {
        guard a.numbers.overlaps(b.numbers) else { return nil }
        isInside = isInside && b.numbers.contains(a.numbers)
        isAround = isAround && a.numbers.contains(b.numbers)
        mine.removeFirst()
        its.removeFirst()
      } else if a.mayBeLeftOut, mine.count > 1 {
        mine.removeFirst()
      } else if b.mayBeLeftOut, its.count > 1 {
        its.removeFirst()
      } else {
        return nil
      }
    }
    return relation(
      shares: true, isInside: isInside && its.isEmpty, isAround: isAround && mine.isEmpty)
  }

  private struct NumberedStep {
    var level: Level
    var numbers: ClosedRange<ProvisionNumber>

    var mayBeLeftOut: Bool { level == .paragraph || level == .part || level == .subpart }
  }

  private var numberedSteps: [NumberedStep] {
    let target = target(in: .itself)
    return target.path.enumerated().map { place, step in
      let first = step.number ?? ProvisionNumber(1)
      let isLast = place == target.path.count - 1
      let last = isLast ? target.through ?? first : first
      return NumberedStep(level: step.level, numbers: first...max(first, last))
    }
  }
}
