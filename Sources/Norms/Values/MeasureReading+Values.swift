// What the amounts and lengths of time of a clause belong to.

import HanText
import Legislation

extension MeasureReading {
  mutating func take(_ amount: Amount) {
    // 没收非法所得或者五千元以下罚款
    if open?.frame == nil, amount.unit == .yuan, links.joint(before: amount.range) != nil,
      open?.measure.kind.hasAmounts == false
    {
      closeOpen(before: amount.range)
    }
    let amount = values.placed(amount)
    if amount.unit == .points {
      closeOpen(before: amount.range)
      let start = amount.range.lowerBound - scalar(bytes, before: amount.range.lowerBound).length
      var measure = Measure(kind: .points, range: start..<amount.range.upperBound)
      (measure.isDiscretionary, measure.amounts) = (isDiscretionary, [amount])
      measures.append(measure)
    } else if open != nil {
      open!.measure.amounts.append(amount)
      open!.measure.range = open!.measure.range.lowerBound..<amount.range.upperBound
    } else {
      values.amounts.append(amount)
    }
  }

  mutating func take(_ span: TimeSpan, _ range: ByteRange, _ isWithin: Bool) {
    if let measure = open?.measure, measure.kind.hasDuration, measure.duration == nil,
      !isWithin || measure.kind == .ban
    {
      open!.measure.duration = span
      open!.measure.range = measure.range.lowerBound..<range.upperBound
    } else {
      times.append((span, range))
    }
  }

  /// What the clause's verb imposes by its amount alone, and a cap on what stood before.
  mutating func closeFine(at end: Int) {
    let amounts = values.amounts
    guard let first = amounts.first else { return }
    if let impose {
      var measure = Measure(kind: .fine, range: impose.lowerBound..<end)
      (measure.isDiscretionary, measure.amounts) = (isDiscretionary, amounts)
      measures.append(measure)
    } else if first.isCap, let last = measures.last, last.kind.hasAmounts {
      measures[measures.count - 1].amounts += amounts
    }
    values.amounts.removeAll()
  }
}
