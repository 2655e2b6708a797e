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

/// What the text tells of other instruments, in UTF-8 bytes.
struct OthersWords {
  private var quoted: [ByteRange] = []
  private var told: [ByteRange] = []

  mutating func add(_ claim: Claim) {
    quoted += claim.quotations.map(\.range) + claim.embedded
    if let statement = claim.statement { told.append(statement) }
  }

  /// Whether a mention stands in words quoted from another instrument.
  func quote(_ range: ByteRange) -> Bool { hold(range, quoted) }

  /// Whether a mention stands in what is said of another instrument.
  func tell(_ range: ByteRange) -> Bool { hold(range, told) }

  private func hold(_ range: ByteRange, _ ranges: [ByteRange]) -> Bool {
    ranges.suffix(16).contains {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }
  }
}
