// Where mentions stand: on which line, and whether inside words quoted from elsewhere.

import HanText

/// Numbers of lines by UTF-8 byte, asked for in text order.
struct LineNumbers {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number(at offset: Int) -> Int {
    while at < offset {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
    return line
  }
}

/// What the text tells in the words of other instruments, in UTF-8 bytes.
struct OthersWords {
  private var ranges: [ByteRange] = []

  /// Adds what a claim quotes, and what it says where that can't be the text's own.
  mutating func add(_ claim: Claim, withStatement: Bool) {
    ranges += claim.quotations.map(\.range) + claim.embedded
    if withStatement, let statement = claim.statement { ranges.append(statement) }
  }

  func hold(_ range: ByteRange) -> Bool {
    ranges.suffix(16).contains {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }
  }
}
