// What a scalar outside the dictionary's scripts is to segmentation.

/// The classes that scalars outside ideographs and kana fall into.
enum ScalarClass {
  case lineFeed, space, digit, letter, ideograph, titleOpen, punct

  /// Common ranges by comparison, the rest by Unicode's properties.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x0A: self = .lineFeed
    case 0x00...0x20, 0x7F...0xA0, 0x3000: self = .space
    case 0x30...0x39, 0xFF10...0xFF19: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
    case Mark.titleOpen: self = .titleOpen
    case 0x21...0x7E, 0x3001...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0x2014...0x2027, 0x2460...0x2473:
      self = .punct
    case 0x20000...0x323AF: self = .ideograph
    default:
      guard let properties = Unicode.Scalar(scalar)?.properties else {
        self = .punct
        return
      }
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint {
        self = .space
      } else {
        self =
          properties.isAlphabetic || properties.generalCategory == .decimalNumber
          ? .letter : .punct
      }
    }
  }
}
