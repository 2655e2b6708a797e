// Numbers with their units, dates and fractions as words of the lattice.

/// Finds the numbers that begin at a symbol of a run.
///
/// They compete with the dictionary's words instead of cutting before them, so that 统一日期, 万一
/// and 十分 stay what they are.
struct NumberGrammar: Sendable {
  /// By code, for codes below `kanaStart`.
  private let signs: [NumeralSign?]
  private let year, month, day, dayInSpeech: UInt16
  private let part, of, point, over, many, ordinal: UInt16

  /// Costs on the dictionary's scale (a common word 60, a rare one 130).
  private enum Cost {
    static let plain = 30
    /// 三个, 一年: no cheaper than the dictionary's own 一个, 一年.
    static let single = 50
    /// A numeral with a multiplier and no unit: 二十.
    static let bare = 60
  }

  init(_ dictionary: SegmentationDictionary) {
    var signs: [NumeralSign?] = Array(repeating: nil, count: Int(dictionary.kanaStart))
    for (i, scalar) in NumeralTable.shared.scalars.enumerated() {
      signs[Int(SegmentationDictionary.Code.firstNumeral) + i] = NumeralTable.shared.sign(scalar)
    }
    self.signs = signs
    func code(_ scalar: Unicode.Scalar) -> UInt16 { dictionary.codes[Int(scalar.value)] }
    (year, month, day, dayInSpeech) = (code("年"), code("月"), code("日"), code("号"))
    (part, of, point) = (code("分"), code("之"), code("点"))
    (over, many, ordinal) = (code("余"), code("多"), code("第"))
  }

  /// Calls `body` with the end and cost of each number that begins at `start`. The last symbol
  /// ends the run.
  func forEachNumber(
    in symbols: UnsafeBufferPointer<UInt16>, trie: TriePointers, at start: Int,
    _ body: (_ end: Int, _ cost: Int) -> Void
  ) {
    // Inside a numeral, or behind its 第, no other begins.
    if start > 0, isNumeral(symbols[start - 1]) || symbols[start - 1] == ordinal { return }
    let first = symbols[start] == ordinal ? start + 1 : start
    let numeral = numeral(symbols, first)
    let arabic = symbols[first] == SegmentationDictionary.Code.arabic
    // 第一 and 第三人 are the dictionary's; 第12号 and 第二十次 are not.
    if first > start, !arabic, numeral.end < first + 2 { return }
    if first == start, let end = fraction(symbols, numeral.end) {
      body(end, Cost.plain)
      return
    }
    guard numeral.shape != .none else { return }
    if let end = date(symbols, numeral.end) { body(end, Cost.plain / 2) }
    var p = numeral.end
    let cost = numeral.shape == .single ? Cost.single : Cost.plain
    switch numeral.shape {
    case .none: return
    case .digits:
      if numeral.end - first >= 4 || arabic { body(p, Cost.plain) }
    case .multiplied:
      if numeral.end > first + 1 { body(p, arabic ? Cost.plain : Cost.bare) }
    case .single: break
    }
    if symbols[p] == over || symbols[p] == many { p += 1 }
    if let end = decimals(symbols, p) {
      body(end, Cost.bare)
      p = end
    }
    // 十分 is a word; so many minutes or cents are not written with a lone 十.
    if numeral.end == first + 1, symbols[p] == part, isMultiplier(symbols[first]) { return }
    var node = trie.nodes[Int(symbols[p])]
    while p < symbols.count - 1 {
      p += 1
      if DoubleArray.isUnit(node) { body(p, cost) }
      let base = DoubleArray.base(node)
      let slot = base + Int(symbols[p])
      guard base != 0, trie.labels[slot] == symbols[p] else { break }
      node = trie.nodes[slot]
    }
  }

  private enum Shape { case none, single, digits, multiplied }

  @inline(__always)
  private func isNumeral(_ code: UInt16) -> Bool {
    code >= SegmentationDictionary.Code.arabic && code < ordinal
  }

  private func isMultiplier(_ code: UInt16) -> Bool {
    if code < ordinal, case .multiplier = signs[Int(code)] { return true }
    return false
  }

  /// The numeral at `start`, by how it is written; Arabic digits may have 万 and 亿 behind them.
  private func numeral(
    _ symbols: UnsafeBufferPointer<UInt16>, _ start: Int
  ) -> (end: Int, shape: Shape) {
    var p = start
    if symbols[p] == SegmentationDictionary.Code.arabic {
      p += 1
      for _ in 0..<3 where isMultiplier(symbols[p]) { p += 1 }
      return isNumeral(symbols[p]) ? (p, .none) : (p, .digits)
    }
    var reader = NumeralReader()
    var wellFormed = true
    while isNumeral(symbols[p]) {
      guard let sign = signs[Int(symbols[p])] else { return (p, .none) }
      wellFormed = wellFormed && reader.read(sign, arabic: false)
      p += 1
    }
    guard wellFormed, p > start else { return (p, .none) }
    if reader.style == .multiplied { return (p, .multiplied) }
    return (p, p == start + 1 ? .single : .digits)
  }

  /// The end of 点五 in 三点五倍; not 点五十, a time of day.
  private func decimals(_ symbols: UnsafeBufferPointer<UInt16>, _ start: Int) -> Int? {
    guard symbols[start] == point else { return nil }
    var p = start + 1
    while isNumeral(symbols[p]), !isMultiplier(symbols[p]), p - start < ChineseNumeral.longest {
      p += 1
    }
    return p > start + 1 && !isNumeral(symbols[p]) ? p : nil
  }

  /// 百分之五, 三分之二, 千分之3, 百分之三点五: the end, where one stands here.
  private func fraction(
    _ symbols: UnsafeBufferPointer<UInt16>, _ end: Int
  ) -> Int? {
    guard end + 2 < symbols.count, symbols[end] == part, symbols[end + 1] == of else { return nil }
    var p = end + 2
    let first = p
    while isNumeral(symbols[p]), p - first < ChineseNumeral.longest { p += 1 }
    guard p > first else { return nil }
    if symbols[p] == point, isNumeral(symbols[p + 1]) {
      p += 1
      while isNumeral(symbols[p]), p - first < ChineseNumeral.longest { p += 1 }
    }
    return p
  }

  /// …年…月, …年…月…日, …月…日 behind the first numeral, which ends at `end`.
  private func date(_ symbols: UnsafeBufferPointer<UInt16>, _ end: Int) -> Int? {
    var p = end
    var last: Int?
    if symbols[p] == year {
      let month = numeral(symbols, p + 1)
      guard month.shape != .none, symbols[month.end] == self.month else { return nil }
      p = month.end
      last = p + 1
    }
    guard symbols[p] == month else { return last }
    let day = numeral(symbols, p + 1)
    guard day.shape != .none, symbols[day.end] == self.day || symbols[day.end] == dayInSpeech
    else { return last }
    return day.end + 1
  }
}
