// Amounts where they stand: bounds, ranges, shares and multiples.

import HanText
import Legislation

/// Reads the amount that begins at a place of a passage. What it is a multiple of is read by those who know
/// the words before it.
struct AmountReader {
  let bytes: [UInt8]
  /// One past the last byte that may be read.
  let end: Int

  /// One end of a range.
  private struct Bound {
    var value: Ratio
    var unit: Amount.Unit?
    var scale: Int
    var end: Int
  }

  /// The amount that begins at byte `start`; nil for other numbers.
  func amount(at start: Int) -> Amount? {
    var i = start
    var prefix: AmountWords.Tag?
    if let word = word(at: i) {
      switch word.tag {
      case .cap, .floor, .under: (prefix, i) = (word.tag, skipSpaces(bytes, word.end..<end))
      case .same, .share: break
      default: return nil
      }
    }
    guard let first = bound(at: i) else { return nil }
    var amount = range(from: first, start: start)
    switch prefix {
    case .cap where amount != nil:
      amount!.isCap = true
      (amount!.lower, amount!.upper) = (nil, amount!.upper ?? amount!.lower)
    case .floor where amount != nil:
      amount!.isCap = true
      (amount!.lower, amount!.upper) = (amount!.lower ?? amount!.upper, nil)
    case .under where amount != nil:
      (amount!.lower, amount!.excludesUpper) = (nil, true)
    default: break
    }
    return amount
  }

  private func range(from first: Bound, start: Int) -> Amount? {
    func amount(_ low: Ratio?, _ high: Ratio?, _ unit: Amount.Unit?, _ stop: Int) -> Amount? {
      let isMoney = unit == nil && AmountWords.money.word(bytes, at: stop, before: end) != nil
      return (unit ?? (isMoney ? .yuan : nil)).map {
        Amount(unit: $0, lower: low, upper: high, range: start..<stop)
      }
    }
    let next = afterNote(first.end)
    switch word(at: next)?.tag {
    case .above:
      let above = afterNote(word(at: next)!.end)
      if let pair = second(after: above, first) {
        var amount = amount(pair.low, pair.bound.value, pair.bound.unit, pair.end)
        amount?.excludesUpper = pair.isUnder
        return amount
      }
      return amount(first.value, nil, first.unit, above)
    case .below: return amount(nil, first.value, first.unit, word(at: next)!.end)
    case .through:
      guard let bound = bound(at: skipSpaces(bytes, word(at: next)!.end..<end)) else { break }
      var stop = bound.end
      if let word = word(at: afterNote(stop)), case .below = word.tag { stop = word.end }
      return amount(low(first, bound), bound.value, bound.unit, stop)
    default: break
    }
    return amount(first.value, first.value, first.unit, first.end)
  }

  /// The upper bound behind 以上: …以下, 不满….
  private func second(after start: Int, _ first: Bound)
    -> (bound: Bound, low: Ratio, isUnder: Bool, end: Int)?
  {
    var i = skipSpaces(bytes, start..<end)
    if let gap = word(at: i), case .gap = gap.tag { i = gap.end }
    var isUnder = false
    if let under = word(at: i), case .under = under.tag { (isUnder, i) = (true, under.end) }
    guard let bound = bound(at: i) else { return nil }
    if let below = word(at: afterNote(bound.end)), case .below = below.tag {
      return (bound, low(first, bound), isUnder, afterNote(below.end))
    }
    return isUnder ? (bound, low(first, bound), true, bound.end) : nil
  }

  /// The lower bound; 一至三万元 lends its 万 to what has no unit of its own.
  private func low(_ first: Bound, _ second: Bound) -> Ratio {
    guard first.unit == nil, first.scale == 1, second.scale > 1,
      let scaled = first.value.multiplied(by: second.scale), scaled <= second.value
    else { return first.value }
    return scaled
  }

  private func bound(at start: Int) -> Bound? {
    if let same = word(at: start), case .same = same.tag {
      return Bound(value: Ratio(1), unit: .times, scale: 1, end: same.end)
    }
    guard let number = ValueNumber.read(bytes, at: start, before: end) else { return nil }
    if number.isShare {
      return Bound(value: number.value, unit: .times, scale: 1, end: number.end)
    }
    let next = skipSpaces(bytes, number.end..<min(end, number.end + 2))
    if let unit = word(at: next), case .unit(let name) = unit.tag {
      return Bound(value: number.value, unit: name, scale: number.scale, end: unit.end)
    }
    return Bound(value: number.value, unit: nil, scale: number.scale, end: number.end)
  }

  /// Behind a note in brackets: 二万元以上（含二万元）.
  private func afterNote(_ start: Int) -> Int {
    guard start < end, opensBracket(scalar(bytes, at: start).value) else { return start }
    var i = start
    // No such note is longer.
    let close = min(end, start + 48)
    while i < close {
      let next = scalar(bytes, at: i)
      i += next.length
      if closesBracket(next.value) { return i }
    }
    return start
  }

  private func word(at i: Int) -> (tag: AmountWords.Tag, end: Int)? {
    AmountWords.lexicon.match(bytes, at: i, before: end)
  }
}
