// Measures and time limits as people and scripts read them.

import HanText
import Norms

/// One act of a sanction with its amounts. Ranges are in Unicode scalars of the source.
public struct NormMeasure: Sendable {
  public var words: NormEntry.Words
  public var kind: MeasureKind
  /// Whether it need not be imposed: 可以并处.
  public var isDiscretionary: Bool
  /// In text order; a cap follows what it limits.
  public var amounts: [NormAmount]
  /// How long it lasts.
  public var duration: TimeSpan?

  /// `words` gives the words at UTF-8 bytes of the source.
  package init(
    _ measure: Measure, _ words: (ByteRange) throws -> NormEntry.Words
  ) rethrows {
    self.words = try words(measure.range)
    kind = measure.kind
    isDiscretionary = measure.isDiscretionary
    amounts = try measure.amounts.map { try NormAmount($0, words) }
    duration = measure.duration
  }

  /// 违法所得 1–10 倍; 5日–10日: how much or how long, empty where the text does not say.
  public var value: String {
    (amounts.map(\.value) + (duration.map { ["\($0)"] } ?? [])).joined(separator: "，")
  }
}

/// An amount of a measure.
public struct NormAmount: Sendable {
  public var words: NormEntry.Words
  public var unit: Amount.Unit
  public var lower: Ratio?
  public var upper: Ratio?
  /// Whether `upper` itself is out.
  public var excludesUpper: Bool
  /// Whether it limits the amount before it.
  public var isCap: Bool
  /// Whether it is due for every day.
  public var isDaily: Bool
  /// What it is a multiple of.
  public var basis: NormEntry.Words?
  /// What it is counted by, from 每 on.
  public var per: NormEntry.Words?
  /// 每平方米 200 元
  public var value: String

  fileprivate init(
    _ amount: Amount, _ words: (ByteRange) throws -> NormEntry.Words
  ) rethrows {
    self.words = try words(amount.range)
    unit = amount.unit
    lower = amount.lower
    upper = amount.upper
    excludesUpper = amount.excludesUpper
    isCap = amount.isCap
    isDaily = amount.isDaily
    basis = try amount.basis.map(words)
    per = try amount.per.map(words)
    value = [per?.text.oneLine, basis?.text.oneLine, amount.description]
      .compactMap { $0 }.joined(separator: " ")
  }
}

/// A time limit.
public struct NormDeadline: Sendable {
  public var words: NormEntry.Words
  public var relation: Deadline.Relation
  /// nil for dates and 立即.
  public var length: TimeLength?
  public var date: CalendarDay?
  /// What it is counted from or back from: 收到申请.
  public var event: NormEntry.Words?
  /// `30日内`
  public var value: String

  /// `words` gives the words at UTF-8 bytes of the source.
  package init(
    _ deadline: Deadline, _ words: (ByteRange) throws -> NormEntry.Words
  ) rethrows {
    self.words = try words(deadline.range)
    relation = deadline.relation
    length = deadline.length
    date = deadline.date
    event = try deadline.event.map(words)
    value = deadline.description
  }
}
