// One pass over the bytes: runs of ideographs go to the lattice, all else is cut where it stands.

/// Reads a range scalar by scalar and collects its tokens.
struct TokenScan {
  let bytes: UnsafePointer<UInt8>
  let end: Int
  /// Code by scalar of the Basic Multilingual Plane.
  let codes: UnsafePointer<UInt16>
  var lattice: Lattice
  var tokens: [Token]

  private var grammar: Bool { lattice.numbers != nil }

  /// A title is at most this long, in bytes; beyond, 《 is a mark like any other.
  private static let longestTitle = 900

  init(
    bytes: UnsafePointer<UInt8>, end: Int, codes: UnsafePointer<UInt16>, lattice: Lattice,
    tokens: [Token]
  ) {
    (self.bytes, self.end, self.codes, self.lattice) = (bytes, end, codes, lattice)
    self.tokens = tokens
  }

  mutating func run(from start: Int) {
    var p = start
    while p < end {
      if bytes[p] & 0xF0 == 0xE0, p + 2 < end {
        let scalar = readScalar(bytes, p, end).scalar
        let code = codes[Int(scalar)]
        if code >= lattice.kanaStart {
          push(code, p, p + 3)
          p += 3
          continue
        }
      }
      p = step(p)
    }
    finish()
  }

  /// Takes what is no plain ideograph; gives where to go on.
  private mutating func step(_ p: Int) -> Int {
    let (scalar, length) = readScalar(bytes, p, end)
    let next = p + length
    let code = scalar < 0x10000 ? codes[Int(scalar)] : 0
    // ○ counts as a zero for the grammar only.
    if code != 0, grammar || scalar >= 0x2E80 {
      if grammar, code == SegmentationDictionary.Code.ordinal,
        let end = AddressScanner(bytes: bytes, end: end).address(at: p)
      {
        finish()
        tokens.append(Token(start: p, end: end, kind: .address))
        return end
      }
      push(code, p, next)
      return next
    }
    switch ScalarClass(scalar) {
    case .digit: return number(p)
    case .letter:
      finish()
      let end = wordEnd(next)
      tokens.append(Token(start: p, end: end, kind: .latin))
      return end
    case .ideograph:
      push(SegmentationDictionary.Code.unknown, p, next)
      return next
    case .lineFeed:
      finish()
      return next
    case .space:
      if !(grammar && joinsNumber(next)) { finish() }
      return next
    case .titleOpen:
      finish()
      let end = grammar ? titleEnd(p) : nil
      tokens.append(Token(start: p, end: end ?? next, kind: end == nil ? .punct : .title))
      return end ?? next
    case .punct:
      finish()
      tokens.append(Token(start: p, end: next, kind: .punct))
      return next
    }
  }

  @inline(__always)
  private mutating func push(_ code: UInt16, _ start: Int, _ end: Int) {
    if lattice.isFull { lattice.shift(into: &tokens) }
    lattice.append(code, start, end)
  }

  @inline(__always)
  private mutating func finish() { lattice.finish(into: &tokens) }

  /// Whether the one space before `p` stands between a number and its neighbour: 5 万元, 2022 年 11 月.
  private func joinsNumber(_ p: Int) -> Bool {
    guard lattice.count > 0, p < end else { return false }
    let (scalar, _) = readScalar(bytes, p, end)
    if ScalarClass(scalar) == .digit { return true }
    let last = lattice.codes[lattice.count - 1]
    return last == SegmentationDictionary.Code.arabic && scalar < 0x10000
      && codes[Int(scalar)] != 0
  }

  /// A run of digits with what belongs to it; behind it come a unit or the next token.
  private mutating func number(_ p: Int) -> Int {
    var q = digitsEnd(p)
    if let date = NumericDate(bytes: bytes, end: end).end(at: p, firstEnd: q) {
      q = date
    } else {
      q = groupsEnd(q)
    }
    guard q < end else { return take(p, q, asSymbol: grammar) }
    let (scalar, length) = readScalar(bytes, q, end)
    switch scalar {
    case 0x25, 0xFF05, 0x2030, 0x2103: return take(p, q + length, asSymbol: false)  // % ％ ‰ ℃
    default: break
    }
    if ScalarClass(scalar) == .letter, scalar >= 0x10000 || codes[Int(scalar)] == 0 {
      finish()
      let end = wordEnd(q)
      tokens.append(Token(start: p, end: end, kind: .latin))
      return end
    }
    return take(p, q, asSymbol: grammar)
  }

  private mutating func take(_ start: Int, _ end: Int, asSymbol: Bool) -> Int {
    if asSymbol {
      push(SegmentationDictionary.Code.arabic, start, end)
    } else {
      finish()
      tokens.append(Token(start: start, end: end, kind: .number))
    }
    return end
  }

  private func digitsEnd(_ start: Int) -> Int {
    var p = start
    while p < end {
      let (scalar, length) = readScalar(bytes, p, end)
      guard NumeralTable.isArabic(scalar) else { break }
      p += length
    }
    return p
  }

  /// Behind the first digits: ,000 groups, decimals, 17:30.
  private func groupsEnd(_ start: Int) -> Int {
    var p = start
    while p < end {
      let (mark, length) = readScalar(bytes, p, end)
      let digits = digitsEnd(p + length)
      let count = digits - p - length
      switch mark {
      case 0x2C where count == 3: p = digits
      case 0x2E where count > 0, 0xFF0E where count > 0: p = digits
      case 0x3A where count == 2, 0xFF1A where count == 2 && p - start < 3: p = digits
      default: return p
      }
    }
    return p
  }

  /// The end of a word of letters and digits, with single marks inside it: PM2.5, e-mail, O'Neill.
  private func wordEnd(_ start: Int) -> Int {
    var p = start
    while p < end {
      let (scalar, length) = readScalar(bytes, p, end)
      if isWordScalar(scalar) {
        p += length
        continue
      }
      guard scalar < 0x80, Self.joiners.contains(UInt8(scalar)), p + 1 < end,
        isWordScalar(readScalar(bytes, p + 1, end).scalar)
      else { break }
      p += 1
    }
    return p
  }

  private static let joiners: [UInt8] = Array(".-_@'&".utf8)

  private func isWordScalar(_ scalar: UInt32) -> Bool {
    if scalar < 0x10000, codes[Int(scalar)] != 0 { return false }
    let kind = ScalarClass(scalar)
    return kind == .letter || kind == .digit
  }

  /// The end of 《…》 at `start` with titles inside it; nil where it does not close on its line.
  private func titleEnd(_ start: Int) -> Int? {
    let limit = min(end, start + Self.longestTitle)
    var depth = 0
    var p = start
    while p < limit {
      let (scalar, length) = readScalar(bytes, p, limit)
      p += length
      switch scalar {
      case Mark.titleOpen: depth += 1
      case Mark.titleClose:
        depth -= 1
        if depth == 0 { return p }
      case 0x0A: return nil
      default: break
      }
    }
    return nil
  }
}

/// Dates in figures: 2022-11-25, 2022/1/13.
private struct NumericDate {
  let bytes: UnsafePointer<UInt8>
  let end: Int

  /// The end of a date whose year ends at `firstEnd`.
  func end(at start: Int, firstEnd: Int) -> Int? {
    guard firstEnd - start == 4, firstEnd < end else { return nil }
    let mark = bytes[firstEnd]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"),
      let month = oneOrTwoDigits(firstEnd + 1), month < end, bytes[month] == mark,
      let day = oneOrTwoDigits(month + 1)
    else { return nil }
    return day
  }

  private func oneOrTwoDigits(_ start: Int) -> Int? {
    var p = start
    while p < end, p < start + 3, bytes[p] >= 0x30, bytes[p] <= 0x39 { p += 1 }
    return p > start && p < start + 3 ? p : nil
  }
}
