// The marks that amending touches: what ends a line, what parts clauses and list members, what only differs in shape.

import Legislation

enum Punctuation {
  static let enumerationComma: UInt32 = 0x3001  // 、
  static let comma: UInt32 = 0xFF0C  // ，
  static let semicolon: UInt32 = 0xFF1B  // ；
  static let colon: UInt32 = 0xFF1A  // ：
  static let stop: UInt32 = 0x3002  // 。

  /// A scalar as it is looked for: width and shape evened out. White space and what has no width give nil.
  static func evened(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F: value + 0xFEE0
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: value - 0xFEE0
    case _ where isSpace(value): nil
    default: evenedMark(value) ?? value
    }
  }

  /// 、 ， ； ： 。 of either width.
  static func parts(_ value: UInt32) -> Bool {
    switch evened(value) {
    case enumerationComma, comma, semicolon, colon, stop: true
    default: false
    }
  }

  /// 。！？
  static func endsSentence(_ value: UInt32) -> Bool {
    switch evened(value) {
    case stop, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  /// ” and ）, which stand behind the mark that ends their sentence.
  static func closes(_ value: UInt32) -> Bool {
    switch value {
    case 0x201D, 0x2019, 0xFF09, 0x29: true
    default: false
    }
  }

  /// What may end a line of an article: 。 ； ： or a closing bracket or quotation mark.
  static func endsLine(_ value: UInt32) -> Bool {
    switch evened(value) {
    case stop, semicolon, colon, 0xFF09, 0xFF01, 0xFF1F, 0x22, 0x3E: true
    default: false
    }
  }
}
