// Lengths of time where they stand: 三十日, 半年, 三至五个工作日, 三个月以上一年以下.

import HanText
import Legislation

/// Reads the length of time that begins at a place of a passage.
struct TimeReader {
  let bytes: [UInt8]
  /// One past the last byte that may be read.
  let end: Int

  /// Whether a length may begin with the scalar.
  @inline(__always)
  static func mayBegin(_ scalar: UInt32) -> Bool {
    ValueNumber.mayBegin(scalar) || TimeWords.lexicon.mayBegin(scalar)
  }

  /// The length at `start`; of 三至五日 the longer. Years of the calendar and other numbers are none.
  func length(at start: Int) -> (length: TimeLength, end: Int)? {
    guard let first = counted(at: start) else { return nil }
    guard let joint = word(at: first.end), case .through = joint.tag,
      let second = counted(at: joint.end), let unit = second.unit, second.count >= first.count
    else {
      return first.unit.map { (TimeLength(first.count, $0), first.end) }
    }
    return (TimeLength(second.count, unit), second.end)
  }

  /// How long something lasts, and whether 内 follows.
  func span(at start: Int) -> (span: TimeSpan, end: Int, isWithin: Bool)? {
    guard let first = counted(at: start) else { return nil }
    let next = word(at: first.end)
    switch next?.tag {
    case .above:
      if let second = counted(at: next!.end), let unit = second.unit,
        let below = word(at: second.end), case .below = below.tag
      {
        let low = TimeLength(first.count, first.unit ?? unit)
        return (TimeSpan(lower: low, upper: TimeLength(second.count, unit)), below.end, false)
      }
      return first.unit.map { (TimeSpan(lower: TimeLength(first.count, $0)), next!.end, false) }
    case .below:
      return first.unit.map { (TimeSpan(upper: TimeLength(first.count, $0)), next!.end, false) }
    case .through:
      guard let second = counted(at: next!.end), let unit = second.unit else { break }
      let low = TimeLength(first.count, first.unit ?? unit)
      var stop = second.end
      if let below = word(at: stop), case .below = below.tag { stop = below.end }
      return (TimeSpan(lower: low, upper: TimeLength(second.count, unit)), stop, false)
    case .within:
      return first.unit.map {
        let length = TimeLength(first.count, $0)
        return (TimeSpan(lower: length, upper: length), next!.end, true)
      }
    default: break
    }
    guard let unit = first.unit else { return nil }
    let length = TimeLength(first.count, unit)
    return (TimeSpan(lower: length, upper: length), first.end, false)
  }

  /// A number with its unit, if it has one; 半年 counts as six months.
  private func counted(at start: Int) -> (count: Int, unit: TimeUnit?, end: Int)? {
    if let half = word(at: start), case .length(let length) = half.tag {
      return (length.count, length.unit, half.end)
    }
    guard let number = readNumber(bytes, at: start, before: end) else { return nil }
    let next = skipSpaces(bytes, number.end..<min(end, number.end + 2))
    guard let unit = word(at: next), case .unit(let name) = unit.tag else {
      return (number.value, nil, number.end)
    }
    // 2014年 is a date.
    if name == .year, number.value >= 1000 { return nil }
    // 一年六个月
    if name == .year, let months = readNumber(bytes, at: unit.end, before: end), months.value < 12,
      let rest = word(at: months.end), case .unit(.month) = rest.tag
    {
      return (number.value * 12 + months.value, .month, rest.end)
    }
    return (number.value, name, unit.end)
  }

  private func word(at i: Int) -> (tag: TimeWords.Tag, end: Int)? {
    TimeWords.lexicon.match(bytes, at: i, before: end)
  }
}
