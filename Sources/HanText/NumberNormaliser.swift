// One form for a number however it is written: 五万元, 5万元, 50,000元 all become 50000元.

/// Rewrites the folded scalars of a number token with Arabic digits.
struct NumberNormaliser {
  private let scalars: [UInt32]
  private var p = 0
  /// What follows the last numeral.
  private(set) var unit: ArraySlice<UInt32> = []

  private enum Sign {
    static let part: UInt32 = 0x5206  // 分
    static let of: UInt32 = 0x4E4B  // 之
    static let point: UInt32 = 0x70B9  // 点
    static let percent: UInt32 = 0x25
    static let permille: UInt32 = 0x2030
  }

  init(_ scalars: [UInt32]) { self.scalars = scalars }

  mutating func write(to bytes: inout [UInt8]) {
    while p < scalars.count {
      guard let end = numeralEnd(p) else {
        appendUTF8(scalars[p], to: &bytes)
        p += 1
        continue
      }
      if !writeFraction(end, &bytes) { writeNumeral(p..<end, &bytes) }
      unit = scalars[min(p, scalars.count)...]
    }
  }

  /// The end of the numeral at `start`: signs, a decimal point within, 万 and 亿 behind.
  private func numeralEnd(_ start: Int) -> Int? {
    var q = start
    while q < scalars.count {
      if NumeralTable.shared.sign(scalars[q]) != nil {
        q += 1
      } else if q > start, isPoint(scalars[q]), q + 1 < scalars.count,
        NumeralTable.shared.sign(scalars[q + 1]) != nil
      {
        q += 1
      } else {
        break
      }
    }
    return q > start ? q : nil
  }

  private func isPoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == Sign.point }

  /// 百分之五 as 5%, 千分之三 as 3‰, 三分之二 as 2/3.
  private mutating func writeFraction(_ end: Int, _ bytes: inout [UInt8]) -> Bool {
    guard end + 2 < scalars.count, scalars[end] == Sign.part, scalars[end + 1] == Sign.of,
      let upperEnd = numeralEnd(end + 2)
    else { return false }
    let lower = p..<end
    writeNumeral(end + 2..<upperEnd, &bytes)
    switch scalars[lower] {
    case [0x767E]: appendUTF8(Sign.percent, to: &bytes)  // 百
    case [0x5343]: appendUTF8(Sign.permille, to: &bytes)  // 千
    default:
      bytes.append(UInt8(ascii: "/"))
      writeNumeral(lower, &bytes)
    }
    p = upperEnd
    return true
  }

  /// A numeral as digits, as written where it is too large or not well formed.
  private mutating func writeNumeral(_ range: Range<Int>, _ bytes: inout [UInt8]) {
    if let value = ChineseNumeral.parse(scalars[range]) {
      bytes += Array(String(value).utf8)
    } else if !writeDecimal(range, &bytes) {
      for scalar in scalars[range] { appendUTF8(scalar, to: &bytes) }
    }
    p = range.upperBound
  }

  /// 1.5万 as 15000, 三点五 as 3.5.
  private func writeDecimal(_ range: Range<Int>, _ bytes: inout [UInt8]) -> Bool {
    guard let point = scalars[range].firstIndex(where: isPoint),
      let whole = ChineseNumeral.parse(scalars[range.lowerBound..<point])
    else { return false }
    var fraction: [UInt8] = []
    var zeros = 0
    for scalar in scalars[point + 1..<range.upperBound] {
      switch NumeralTable.shared.sign(scalar) {
      case .digit(let digit) where zeros == 0: fraction.append(0x30 + UInt8(digit))
      case .multiplier(10): zeros += 1
      case .multiplier(100): zeros += 2
      case .multiplier(1000): zeros += 3
      case .multiplier(10000): zeros += 4
      case .multiplier(100_000_000): zeros += 8
      default: return false
      }
    }
    while zeros > fraction.count { fraction.append(0x30) }
    var digits = Array(String(whole).utf8) + fraction[..<zeros]
    while digits.count > 1, digits[0] == 0x30 { digits.removeFirst() }
    bytes += digits
    var rest = fraction[zeros...]
    while rest.last == 0x30 { rest.removeLast() }
    if !rest.isEmpty { bytes += [0x2E] + rest }
    return true
  }
}
