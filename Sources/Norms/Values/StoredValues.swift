// Values made again out of what a store kept of them.

import HanText

extension Ratio {
  /// A fraction as a store kept it; nil for one that is none.
  package init?(storedNumerator numerator: Int, denominator: Int) {
    self.init(numerator, over: denominator)
  }
}

extension Amount {
  package init(
    stored unit: Unit, lower: Ratio?, upper: Ratio?, excludesUpper: Bool, isCap: Bool,
    isDaily: Bool, basis: ByteRange?, per: ByteRange?, range: ByteRange
  ) {
    self.init(
      unit: unit, lower: lower, upper: upper, excludesUpper: excludesUpper, isCap: isCap,
      isDaily: isDaily, basis: basis, per: per, range: range)
  }
}

extension TimeSpan {
  package init(storedLower lower: TimeLength?, upper: TimeLength?, isLifelong: Bool) {
    self.init(lower: lower, upper: upper, isLifelong: isLifelong)
  }
}

extension Measure {
  package init(
    stored kind: MeasureKind, range: ByteRange, isDiscretionary: Bool, amounts: [Amount],
    duration: TimeSpan?
  ) {
    self.init(
      kind: kind, range: range, isDiscretionary: isDiscretionary, amounts: amounts,
      duration: duration)
  }
}

extension CalendarDay {
  package init(storedYear year: Int?, month: Int?, day: Int?, every: TimeUnit?, isEnd: Bool) {
    self.init(year: year, month: month, day: day, every: every, isEnd: isEnd)
  }
}

extension Deadline {
  package init(
    stored relation: Relation, length: TimeLength?, date: CalendarDay?, event: ByteRange?,
    range: ByteRange
  ) {
    self.init(relation: relation, length: length, date: date, event: event, range: range)
  }
}
