// Addresses of provisions in running text: 第一百二十条之一第二款第（三）项, 第 12 条.

/// Finds where an address ends, and its levels.
struct AddressScanner {
  let bytes: UnsafePointer<UInt8>
  let end: Int

  /// One level of an address: 第十九条, 第（三）项, 第一百二十条之一.
  struct Level {
    /// Scalar of the level's sign: 条 款 项 目 章 节 编; of 分编 its first.
    var sign: UInt32
    var number: Int
    /// What follows 之, at most two deep; 0 for none.
    var branch: Int
    var end: Int
  }

  /// The end of the address that begins with 第 at `start`; nil where none does.
  func address(at start: Int) -> Int? {
    var p = start
    while p < end, let level = level(at: p) { p = level.end }
    return p > start ? p : nil
  }

  /// The level that begins with 第 at `start`.
  func level(at start: Int) -> Level? {
    var p = start
    guard accept(Mark.ordinal, &p) else { return nil }
    skipSpaces(&p)
    let bracketed = accept(0xFF08, &p) || accept(0x28, &p)
    if bracketed { skipSpaces(&p) }
    guard let number = numeral(&p) else { return nil }
    var branch = 0
    if !bracketed, accept(0x2D, &p) {
      guard let value = numeral(&p) else { return nil }
      branch = value
    }
    if bracketed {
      skipSpaces(&p)
      guard accept(0xFF09, &p) || accept(0x29, &p) else { return nil }
    }
    skipSpaces(&p)
    guard p < end else { return nil }
    let (sign, length) = readScalar(bytes, p, end)
    p += length
    switch sign {
    case Mark.article, 0x6B3E, 0x7AE0, 0x8282, 0x7F16: break  // 条 款 章 节 编
    case 0x5206: guard accept(0x7F16, &p) else { return nil }  // 分编
    case 0x9879, 0x76EE:  // 项 目
      // 项目, 目标, 目录 and 目的 are words, unless an address goes on: 第一项第二目.
      if continuesWord(sign, p) { return nil }
    default: return nil
    }
    // 之 leads to a branch only before a numeral: 第一百二十条之一, but 第三条之规定.
    for _ in 0..<2 {
      var q = p
      guard accept(Mark.branch, &q), let value = numeral(&q) else { break }
      p = q
      if branch == 0 { branch = value }
    }
    return Level(sign: sign, number: number, branch: branch, end: p)
  }

  private func continuesWord(_ sign: UInt32, _ p: Int) -> Bool {
    guard p < end else { return false }
    let next = readScalar(bytes, p, end).scalar
    if sign == 0x9879 { return next == 0x76EE }
    return next == 0x6807 || next == 0x7684 || next == 0x5F55
  }

  private func accept(_ scalar: UInt32, _ p: inout Int) -> Bool {
    guard p < end else { return false }
    let (next, length) = readScalar(bytes, p, end)
    guard next == scalar else { return false }
    p += length
    return true
  }

  /// Passes up to three spaces, as text extracted from PDF has them around numbers.
  private func skipSpaces(_ p: inout Int) {
    for _ in 0..<3 where !(accept(0x20, &p) || accept(0x3000, &p) || accept(0xA0, &p)) { return }
  }

  /// Passes a well-formed numeral.
  private func numeral(_ p: inout Int) -> Int? {
    var reader = NumeralReader()
    while p < end {
      let (scalar, length) = readScalar(bytes, p, end)
      guard let sign = NumeralTable.shared.sign(scalar) else { break }
      guard reader.read(sign, arabic: NumeralTable.isArabic(scalar)) else { return nil }
      p += length
    }
    return reader.value
  }
}
