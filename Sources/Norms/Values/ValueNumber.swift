// Numbers as amounts write them: 十万, 0.5万, 百分之三点五, 万分之五, 3%.

import HanText
import Legislation

/// A number read from the text.
struct ValueNumber {
  var value: Ratio
  /// One past its last byte.
  var end: Int
  /// Whether it is a share of something: 百分之三, 3%.
  var isShare = false
  /// The 万 or 亿 that ends it; 1 for none. 1至3万元 lends it to the number before.
  var scale = 1
}

extension ValueNumber {
  /// What begins a number: digits, Chinese numerals that stand alone, and the words of shares.
  private static let leads = LeadTable { scalar in
    digits.mayBegin(scalar) || AmountWords.lexicon.mayBegin(scalar)
  }

  /// Digits and 十.
  private static let digits = LeadTable { ChineseNumeral.parse(CollectionOfOne($0)) != nil }

  /// Whether a number goes on at byte `i`, so that none begins there.
  static func goesOn(_ bytes: [UInt8], at i: Int, from start: Int) -> Bool {
    i > start && digits.mayBegin(scalar(bytes, before: i).value)
  }

  /// Whether a number may begin with the scalar.
  @inline(__always)
  static func mayBegin(_ scalar: UInt32) -> Bool { leads.mayBegin(scalar) }

  /// The number at `start`.
  static func read(_ bytes: [UInt8], at start: Int, before end: Int) -> ValueNumber? {
    if case (.share(let parts), let after)? = AmountWords.lexicon.match(
      bytes, at: start, before: end)
    {
      return decimal(bytes, at: after, before: end).flatMap { $0.share(of: parts) }
    }
    guard var number = decimal(bytes, at: start, before: end) else { return nil }
    switch AmountWords.lexicon.match(bytes, at: number.end, before: end) {
    case (.percent(let parts), let after)?:
      number.end = after
      return number.share(of: parts)
    // 三分之一
    case (.parts, let after)?:
      guard let parts = number.value.whole,
        let share = decimal(bytes, at: after, before: end)?.share(of: parts)
      else { return nil }
      return share
    default: return number
    }
  }

  private func share(of parts: Int) -> ValueNumber? {
    guard let value = value.divided(by: parts) else { return nil }
    return ValueNumber(value: value, end: end, isShare: true)
  }

  /// Whole digits, perhaps with a fraction, perhaps with 万 behind it.
  private static func decimal(_ bytes: [UInt8], at start: Int, before end: Int) -> ValueNumber? {
    guard let whole = readNumber(bytes, at: start, before: end) else { return nil }
    // What goes on is no number of this kind.
    guard readNumber(bytes, at: whole.end, before: end) == nil else { return nil }
    var number = ValueNumber(value: Ratio(whole.value), end: whole.end)
    if let grouped = thousands(bytes, whole, before: end) { number = grouped }
    if case (.point, let after)? = AmountWords.lexicon.match(bytes, at: number.end, before: end),
      let fraction = fraction(bytes, at: after, before: end),
      let scaled = number.value.multiplied(by: fraction.scale)?.whole,
      let value = Ratio(scaled + fraction.digits, over: fraction.scale)
    {
      number = ValueNumber(value: value, end: fraction.end)
    }
    // 10 万元, as typed with a space.
    let next = skipSpaces(bytes, number.end..<min(end, number.end + 2))
    if case (.scale(let scale), let after)? = AmountWords.lexicon.match(
      bytes, at: next, before: end), let value = number.value.multiplied(by: scale)
    {
      return ValueNumber(value: value, end: after, scale: scale)
    }
    // 十万 is read whole; its 万 is the last character.
    let last = scalar(bytes, before: number.end)
    if case (.scale(let scale), _)? = AmountWords.lexicon.match(
      bytes, at: number.end - last.length, before: number.end)
    {
      number.scale = scale
    }
    return number
  }

  /// 10,000: a comma before every three digits.
  private static func thousands(_ bytes: [UInt8], _ first: ReadNumber, before end: Int)
    -> ValueNumber?
  {
    var (value, stop) = (first.value, first.end)
    for _ in 0..<4 {
      guard stop + 4 <= end, bytes[stop] == UInt8(ascii: ","), value < 1_000_000_000,
        let group = readNumber(bytes, at: stop + 1, before: end), !group.isChinese,
        group.end == stop + 4
      else { break }
      value = value * 1000 + group.value
      stop = group.end
    }
    return stop > first.end ? ValueNumber(value: Ratio(value), end: stop) : nil
  }

  /// The digits behind a decimal point, at most six.
  private static func fraction(_ bytes: [UInt8], at start: Int, before end: Int)
    -> (digits: Int, scale: Int, end: Int)?
  {
    var (digits, scale, i) = (0, 1, start)
    while i < end, scale < 1_000_000 {
      let next = scalar(bytes, at: i)
      guard let digit = ChineseNumeral.parse(CollectionOfOne(next.value)), digit < 10 else { break }
      digits = digits * 10 + digit
      scale *= 10
      i += next.length
    }
    return scale > 1 ? (digits, scale, i) : nil
  }
}
