// The cheapest way to cut a run of symbols into words: ICU's algorithm over a faster trie.

/// Symbols of one run and the best cut up to each of them. A symbol is a character, or a run of
/// Arabic digits.
///
/// Costs, ties and the rule for katakana are those of ICU's `CjkBreakEngine`: a character that is
/// no word costs 255, of two equal ways the one whose last word begins earlier is taken. Numbers
/// come in as further words.
struct Lattice {
  /// Longer runs are cut in windows of this many symbols.
  static let capacity = 2048
  /// No word or number is longer, in symbols: beyond this a window's end is not felt.
  static let longestEdge = 128

  let trie: TriePointers
  let codes: UnsafeMutablePointer<UInt16>
  /// Start and end of each symbol in bytes, packed.
  let spans: UnsafeMutablePointer<UInt64>
  /// Cost 32 bits, previous symbol 24 bits, kind 8 bits.
  let best: UnsafeMutablePointer<UInt64>
  /// For each symbol the trie's slot of the two-symbol beginning there, 0 where no word begins so.
  let pairs: UnsafeMutablePointer<UInt32>
  let kanaStart: UInt16
  let kanaEnd: UInt16
  /// nil where grammar is off.
  let numbers: NumberGrammar?
  /// ICU's words for the run and which of them comes next, where ICU's dictionary could not be
  /// read.
  let fallback: FallbackWords?
  private(set) var count = 0

  enum Edge {
    static let number: UInt64 = 0
    static let word: UInt64 = 1
  }

  init(
    trie: TriePointers, codes: UnsafeMutablePointer<UInt16>,
    spans: UnsafeMutablePointer<UInt64>, best: UnsafeMutablePointer<UInt64>,
    pairs: UnsafeMutablePointer<UInt32>,
    kanaStart: UInt16, kanaEnd: UInt16, numbers: NumberGrammar?,
    fallback: FallbackWords?
  ) {
    (self.trie, self.codes, self.spans, self.best) = (trie, codes, spans, best)
    (self.kanaStart, self.kanaEnd, self.numbers) = (kanaStart, kanaEnd, numbers)
    (self.pairs, self.fallback) = (pairs, fallback)
  }

  var isFull: Bool {
    @inline(__always) get { count == Self.capacity }
  }

  @inline(__always)
  mutating func append(_ code: UInt16, _ start: Int, _ end: Int) {
    codes[count] = code
    let start = UInt64(UInt32(truncatingIfNeeded: start))
    spans[count] = start << 32 | UInt64(UInt32(truncatingIfNeeded: end))
    count += 1
  }

  @inline(__always) func start(_ i: Int) -> Int { Int(spans[i] >> 32) }
  @inline(__always) func end(_ i: Int) -> Int { Int(spans[i] & 0xFFFF_FFFF) }

  /// Cuts all symbols and empties the run.
  mutating func finish(into tokens: inout [Token]) {
    guard count > 0 else { return }
    if count == 1 {
      emit(0, 1, Edge.word, &tokens)
    } else {
      _ = search(trackingCuts: false)
      trace(upTo: count, into: &tokens)
    }
    count = 0
  }

  /// Cuts a full window up to where no word can cross, and keeps the rest.
  mutating func shift(into tokens: inout [Token]) {
    let cut = search(trackingCuts: true)
    trace(upTo: cut, into: &tokens)
    let rest = count - cut
    for i in 0..<rest {
      codes[i] = codes[cut + i]
      spans[i] = spans[cut + i]
    }
    count = rest
  }

  /// Fills `best`; gives the last place before the window's end that no edge crosses, else one
  /// that will do.
  @inline(__always)
  private func search(trackingCuts: Bool) -> Int {
    let n = count
    codes[n] = SegmentationDictionary.Code.end
    best[0] = 0
    for i in 1...n { best[i] = .max }
    findPairs()
    fallback?.cut(from: start(0), to: end(n - 1))
    var reach = 0
    var cut = 0
    let lastCut = n - Self.longestEdge
    for i in 0..<n {
      let here = best[i] & 0xFFFF_FFFF_0000_0000 | UInt64(i) << 8 | Edge.word
      let code = codes[i]
      if trackingCuts, reach <= i, i <= lastCut, code >= kanaEnd, i > 0, codes[i - 1] >= kanaEnd {
        cut = i
      }
      var node = trie.nodes[Int(code)]
      let single = DoubleArray.value(node)
      best[i + 1] = min(best[i + 1], here + UInt64(single == 0 ? 255 : single - 1) << 32)
      if code < kanaEnd { addSpecialEdges(i, here, code, &reach) }
      if fallback != nil { addFallbackEdge(i, here, &reach) }
      var slot = Int(pairs[i])
      if slot == 0 { continue }
      var k = i + 2
      while true {
        node = trie.nodes[slot]
        let value = DoubleArray.value(node)
        if value != 0 {
          best[k] = min(best[k], here + UInt64(value - 1) << 32)
          if trackingCuts { reach = max(reach, k) }
        }
        let base = DoubleArray.base(node)
        if base == 0 { break }
        slot = base &+ Int(codes[k])
        if trie.labels[slot] != codes[k] { break }
        k &+= 1
      }
    }
    return cut > 0 ? cut : max(lastCut, 1)
  }

  /// The first step of every walk at once: these loads miss the cache most, and here none waits
  /// for another.
  @inline(__always)
  private func findPairs() {
    for i in 0..<count {
      let base = DoubleArray.base(trie.nodes[Int(codes[i])])
      let slot = base &+ Int(codes[i + 1])
      let found = trie.labels[slot] == codes[i + 1] && base != 0
      pairs[i] = found ? UInt32(truncatingIfNeeded: slot) : 0
    }
  }

  /// Edges that come from no dictionary: katakana runs and numbers.
  @inline(never)
  private func addSpecialEdges(_ i: Int, _ here: UInt64, _ code: UInt16, _ reach: inout Int) {
    if code >= kanaStart {
      if i == 0 || !isKatakana(codes[i - 1]) { addKatakana(i, here, &reach) }
      return
    }
    guard let numbers, code >= SegmentationDictionary.Code.arabic else { return }
    let symbols = UnsafeBufferPointer(start: codes, count: count + 1)
    numbers.forEachNumber(in: symbols, trie: trie, at: i) { end, cost in
      best[end] = min(best[end], (here &- Edge.word) + UInt64(cost) << 32 | Edge.number)
      reach = max(reach, end)
    }
  }

  /// ICU's word at a symbol, dear enough for the lexicon to win.
  @inline(never)
  private func addFallbackEdge(_ i: Int, _ here: UInt64, _ reach: inout Int) {
    guard let wordEnd = fallback?.end(ofWordAt: start(i)) else { return }
    var k = i + 1
    while k < count, end(k - 1) < wordEnd { k += 1 }
    guard end(k - 1) == wordEnd else { return }
    best[k] = min(best[k], here + FallbackWords.cost << 32)
    reach = max(reach, k)
  }

  private func isKatakana(_ code: UInt16) -> Bool { code >= kanaStart && code < kanaEnd }

  /// ICU's cost of a katakana run taken as one word, by its length.
  private static let katakanaCosts: [UInt64] = [8192, 984, 408, 240, 204, 252, 300, 372, 480]
  private static let longestKatakana = 20

  private func addKatakana(_ i: Int, _ here: UInt64, _ reach: inout Int) {
    var length = 1
    while i + length < count, length < Self.longestKatakana, isKatakana(codes[i + length]) {
      length += 1
    }
    guard length < Self.longestKatakana else { return }
    let cost = length < Self.katakanaCosts.count ? Self.katakanaCosts[length] : 8192
    best[i + length] = min(best[i + length], here + cost << 32)
    reach = max(reach, i + length)
  }

  /// Follows the best way back from `end` and emits its words in order.
  private func trace(upTo end: Int, into tokens: inout [Token]) {
    // The way is turned round in place: each entry then tells where its word ends.
    var at = end
    var next = 0
    var nextEdge = Edge.word
    while at > 0 {
      let entry = best[at]
      let previous = Int(entry >> 8 & 0xFF_FFFF)
      best[at] = UInt64(next) << 8 | nextEdge
      (next, nextEdge, at) = (at, entry & 0xFF, previous)
    }
    var start = 0
    while start < end {
      emit(start, next, nextEdge, &tokens)
      start = next
      nextEdge = best[next] & 0xFF
      next = Int(best[next] >> 8)
    }
  }

  @inline(__always)
  private func emit(_ first: Int, _ next: Int, _ edge: UInt64, _ tokens: inout [Token]) {
    var kind = edge == Edge.number ? TokenKind.number : .han
    if next == first + 1, codes[first] < kanaStart, isLoneNumeral(first) { kind = .number }
    tokens.append(Token(start: start(first), end: end(next - 1), kind: kind))
  }

  /// A sign of a numeral that the grammar left alone is a number, but not one of a row as in 三三两两.
  private func isLoneNumeral(_ i: Int) -> Bool {
    numbers != nil && isNumeral(codes[i]) && !(i > 0 && isNumeral(codes[i - 1]))
      && !(i + 1 < count && isNumeral(codes[i + 1]))
  }

  private func isNumeral(_ code: UInt16) -> Bool {
    code >= SegmentationDictionary.Code.arabic && code < SegmentationDictionary.Code.ordinal
  }
}
