// The marks that amending touches: what ends a line, what parts clauses and list members, what only differs in shape.

enum Punctuation {
  static let enumerationComma: UInt32 = 0x3001  // 、
  static let comma: UInt32 = 0xFF0C  // ，
  static let semicolon: UInt32 = 0xFF1B  // ；
  static let colon: UInt32 = 0xFF1A  // ：
  static let stop: UInt32 = 0x3002  // 。

  /// A mark as it is compared: width and shape evened out. Zero-width and white space scalars give nil.
  static func evened(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x2C: comma
    case 0x3B: semicolon
    case 0x3A: colon
    case 0x28: 0xFF08
    case 0x29: 0xFF09
    case 0x3008, 0x3C: 0x300A
    case 0x3009, 0x3E: 0x300B
    case 0x201C, 0x201D, 0x2018, 0x2019, 0xFF02, 0x27, 0x300C, 0x300D, 0x300E, 0x300F: 0x22
    case 0xFF10...0xFF19: value - 0xFF10 + 0x30
    case 0x20, 0x09...0x0D, 0x3000, 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
      0xFEFF:
      nil
    default: value
    }
  }

  /// 、 ， ； ： 。 of either width.
  static func parts(_ value: UInt32) -> Bool {
    switch evened(value) {
    case enumerationComma, comma, semicolon, colon, stop: true
    default: false
    }
  }

  /// What may end a line of an article: 。 ； ： or a closing bracket or quotation mark.
  static func endsLine(_ value: UInt32) -> Bool {
    switch evened(value) {
    case stop, semicolon, colon, 0xFF09, 0x22, 0x300B, 0xFF01, 0xFF1F, 0x3F, 0x21: true
    default: false
    }
  }
}
