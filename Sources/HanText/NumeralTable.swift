// What each character of a Chinese numeral is worth, by the shipped table.

/// The part a character plays in a numeral.
enum NumeralSign: Equatable {
  case digit(Int)
  /// 两: a digit that no other stands beside.
  case loneDigit(Int)
  /// 十 百 千 万 亿.
  case multiplier(Int)
  /// 廿 卅: tens and their digit in one.
  case tens(Int)
}

/// Signs by scalar; ASCII and full-width digits count as digits.
struct NumeralTable: Sendable {
  static let shared = NumeralTable()

  /// The Chinese signs, in the order of the table.
  let scalars: [UInt32]
  /// Index + 1 into `signs` by scalar of the Basic Multilingual Plane.
  private let index: [UInt8]
  private let signs: [NumeralSign]

  private init() {
    var scalars: [UInt32] = []
    var signs: [NumeralSign] = []
    var index = [UInt8](repeating: 0, count: 0x10000)
    for fields in resourceLines(PackageResources.Numerals_txt) {
      guard fields.count == 2, let scalar = fields[0].onlyScalar,
        let value = Int(fields[1].drop { "x+&".contains($0) })
      else { continue }
      switch fields[1].first {
      case "x": signs.append(.multiplier(value))
      case "&": signs.append(.loneDigit(value))
      case "+": signs.append(.tens(value))
      default: signs.append(.digit(value))
      }
      scalars.append(scalar)
      index[Int(scalar)] = UInt8(signs.count)
    }
    self.scalars = scalars
    for digit in 0...9 {
      signs.append(.digit(digit))
      index[0x30 + digit] = UInt8(signs.count)
      index[0xFF10 + digit] = UInt8(signs.count)
    }
    self.index = index
    self.signs = signs
  }

  @inline(__always)
  func sign(_ scalar: UInt32) -> NumeralSign? {
    guard scalar < 0x10000 else { return nil }
    let i = index[Int(scalar)]
    return i == 0 ? nil : signs[Int(i) - 1]
  }

  /// Whether the scalar is an ASCII or full-width digit.
  @inline(__always)
  static func isArabic(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || scalar &- 0xFF10 < 10
  }
}
