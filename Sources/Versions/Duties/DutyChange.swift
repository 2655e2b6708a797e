// What became of a duty from one version to another.

import Norms

/// A norm that is new, gone, or asks for something else. Seen by who bears it; of a sanction, by who is
/// punished.
public struct DutyChange: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A norm that the old version does not have.
    case added
    /// A norm that the new version does not have.
    case dropped
    /// It asks for more, leaves less time, or punishes harder.
    case tightened
    case loosened
    /// It says something else, and which way can't be told, or both ways.
    case changed
  }

  public let kind: Kind
  /// Indices of the norms given, in order; none for what was added or dropped. A chain of sanctions for one
  /// breach is one, however many sentences it takes.
  public let old: [Int]
  public let new: [Int]
  /// What differs, the plainest first; none for what was added or dropped.
  public let reasons: [DutyReason]
}

/// One thing that differs between the old and the new reading of a norm.
public struct DutyReason: Sendable, Hashable {
  /// For scripts.
  public enum Code: String, Sendable, CaseIterable {
    /// 可以 → 应当, 应当 → 不得
    case modality
    case deadlineShortened = "deadline_shortened"
    case deadlineLengthened = "deadline_lengthened"
    case deadlineAdded = "deadline_added"
    case deadlineRemoved = "deadline_removed"
    case deadlineChanged = "deadline_changed"
    case amountRaised = "amount_raised"
    case amountLowered = "amount_lowered"
    case amountChanged = "amount_changed"
    case measureAdded = "measure_added"
    case measureRemoved = "measure_removed"
    case measureChanged = "measure_changed"
    /// 可以并处 → 并处
    case measureBound = "measure_bound"
    /// 并处 → 可以并处
    case measureFreed = "measure_freed"
    case durationRaised = "duration_raised"
    case durationLowered = "duration_lowered"
    case durationChanged = "duration_changed"
    case exceptionAdded = "exception_added"
    case exceptionRemoved = "exception_removed"
    case exceptionChanged = "exception_changed"
    case conditionAdded = "condition_added"
    case conditionRemoved = "condition_removed"
    /// It applies to more.
    case conditionWidened = "condition_widened"
    case conditionNarrowed = "condition_narrowed"
    case conditionChanged = "condition_changed"
    /// A member of the list below it.
    case itemAdded = "item_added"
    case itemRemoved = "item_removed"
    case itemChanged = "item_changed"
    /// A member of a list in the sentence, or a clause that asks for more.
    case contentAdded = "content_added"
    case contentRemoved = "content_removed"
    case contentChanged = "content_changed"
    case bearerAdded = "bearer_added"
    case bearerRemoved = "bearer_removed"
    case bearerChanged = "bearer_changed"
    case authorityChanged = "authority_changed"
  }

  /// Which way it goes for the bearer.
  public enum Direction: String, Sendable { case tighter, looser, unknown }

  public let code: Code
  public let direction: Direction
  /// 期限由十五日改为十日
  public let text: String

  init(_ code: Code, _ direction: Direction, _ text: String) {
    (self.code, self.direction, self.text) = (code, direction, text)
  }
}

extension DutyReason.Direction {
  /// The other way.
  var reversed: Self {
    switch self {
    case .tighter: .looser
    case .looser: .tighter
    case .unknown: .unknown
    }
  }
}

extension DutyChange {
  /// The kind that reasons add up to: one way, or `changed`. `isCertain` says that what is not told by them
  /// does not outweigh them.
  init(old: [Int], new: [Int], reasons: [DutyReason], isCertain: Bool) {
    let directions = Set(reasons.map(\.direction)).subtracting([.unknown])
    let kind: Kind =
      switch directions.count == 1 && isCertain ? directions.first : nil {
      case .tighter: .tightened
      case .looser: .loosened
      default: .changed
      }
    self.init(kind: kind, old: old, new: new, reasons: reasons)
  }
}
