// A trie of words in one flat array: a step is one load and one comparison.

/// A trie whose node `n` with children at `base` keeps the child for `code` at `base + code`.
///
/// Codes are dense numbers for characters. Slots 0..<codeCount are the root's children, code by code,
/// so a walk starts at `nodes[code]` without a comparison. No two nodes share a base, so a slot's
/// label alone tells whether it belongs to the node one comes from.
struct DoubleArray: Sendable {
  /// Base 32 bits, unit flag 1 bit, value 15 bits, label 16 bits from the top down.
  typealias Node = UInt64

  /// The label of a slot nothing is in; no code reaches it.
  static let empty: Node = 0xFFFF
  static let largestValue = 0x7FFE

  let nodes: [Node]

  @inline(__always) static func label(_ node: Node) -> UInt32 { UInt32(truncatingIfNeeded: node & 0xFFFF) }
  /// Cost + 1; 0 where no word ends here.
  @inline(__always) static func value(_ node: Node) -> UInt32 { UInt32(truncatingIfNeeded: node >> 16 & 0x7FFF) }
  @inline(__always) static func isUnit(_ node: Node) -> Bool { node & 0x8000_0000 != 0 }
  /// 0 where the node has no children.
  @inline(__always) static func base(_ node: Node) -> Int { Int(truncatingIfNeeded: node >> 32) }

  init(nodes: [Node]) { self.nodes = nodes }

  /// Whether every walk over codes below `codeCount` stays inside the array, whatever the bytes it was read from held.
  func isClosed(codeCount: Int) -> Bool {
    guard nodes.count > codeCount else { return false }
    let limit = UInt64(nodes.count - codeCount)
    // A slot labelled 0 would let a walk go on behind the code that ends a run.
    return nodes.withUnsafeBufferPointer { nodes in
      var widest: UInt64 = 0
      var endsSeen = 0
      for node in nodes {
        widest = max(widest, node >> 32)
        endsSeen += node & 0xFFFF == 0 ? 1 : 0
      }
      return widest <= limit && endsSeen == 1 && nodes[0] == 0
    }
  }
}

/// A word to be put into a `DoubleArray`: a range of the shared code buffer and what is known of it.
struct TrieEntry {
  var start: Int32
  var count: Int32
  /// Cost + 1, 0 for none.
  var value: UInt16
  var isUnit: Bool
}

/// Places the nodes of a trie so that they share one array with few holes.
struct DoubleArrayBuilder {
  private let codes: [UInt16]
  private let entries: [TrieEntry]
  private let codeCount: Int
  private var nodes: [DoubleArray.Node]
  private var baseTaken: [Bool]
  /// Where to begin looking, by number of children: below it most tries failed.
  private var firstFree: [Int]
  /// The next free slot at or after each slot, path-compressed.
  private var nextFree: [Int32]

  /// `entries` in an order where words with a common beginning stand together, none twice.
  init(codes: [UInt16], entries: [TrieEntry], codeCount: Int) {
    self.codes = codes
    self.entries = entries
    self.codeCount = codeCount
    nodes = []
    baseTaken = []
    nextFree = []
    firstFree = Array(repeating: codeCount, count: 8)
    grow(to: codeCount * 2 + entries.count * 2)
    for code in 0..<codeCount { nodes[code] = UInt64(code) }
  }

  /// `digitCost` is what a run of Arabic digits costs, which is in no list of words.
  mutating func build(digitCost: UInt16) -> DoubleArray {
    nodes[Int(SegmentationDictionary.Code.arabic)] |= UInt64(digitCost + 1) << 16
    // Level by level: the widest nodes come first, the narrow ones fill the holes they leave.
    var level: [(slot: Int, range: Range<Int>)] = []
    for (code, range) in children(0..<entries.count, depth: 0) { level.append((Int(code), range)) }
    var depth = 1
    while !level.isEmpty {
      var next: [(slot: Int, range: Range<Int>)] = []
      for (slot, range) in level {
        var range = range
        let first = entries[range.lowerBound]
        if Int(first.count) == depth {
          nodes[slot] |= UInt64(first.value) << 16 | (first.isUnit ? 0x8000_0000 : 0)
          range = range.lowerBound + 1..<range.upperBound
        }
        let children = children(range, depth: depth)
        guard !children.isEmpty else { continue }
        let base = place(children.map { Int($0.code) })
        nodes[slot] |= UInt64(base) << 32
        for (code, range) in children { next.append((base + Int(code), range)) }
      }
      level = next
      depth += 1
    }
    var last = nodes.count
    while last > codeCount, nodes[last - 1] == DoubleArray.empty { last -= 1 }
    // Room behind the last base for any code.
    return DoubleArray(
      nodes: Array(nodes[..<last])
        + Array(repeating: DoubleArray.empty, count: codeCount))
  }

  /// The entries of `range` grouped by their code at `depth`.
  private func children(
    _ range: Range<Int>, depth: Int
  ) -> [(code: UInt16, range: Range<Int>)] {
    var result: [(code: UInt16, range: Range<Int>)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let code = codes[Int(entries[start].start) + depth]
      var end = start + 1
      while end < range.upperBound, codes[Int(entries[end].start) + depth] == code { end += 1 }
      result.append((code, start..<end))
      start = end
    }
    return result
  }

  /// Finds a base that puts every code on a free slot, and takes the slots.
  private mutating func place(_ codes: [Int]) -> Int {
    let lowest = codes.min()!
    let highest = codes.max()!
    let width = min(codes.count, firstFree.count) - 1
    var tries = 0
    var slot = free(from: max(firstFree[width], lowest + 1))
    while true {
      let base = slot - lowest
      if base + highest >= nodes.count { grow(to: base + highest + nodes.count / 4 + 1) }
      if !baseTaken[base], codes.allSatisfy({ nodes[base + $0] == DoubleArray.empty }) {
        take(base, codes)
        return base
      }
      tries += 1
      // Crowded: the next node of this width need not try these again.
      if tries % 64 == 0 { firstFree[width] = slot }
      slot = free(from: slot + 1)
    }
  }

  private mutating func take(_ base: Int, _ codes: [Int]) {
    baseTaken[base] = true
    for code in codes {
      nodes[base + code] = UInt64(code)
      nextFree[base + code] = Int32(base + code + 1)
    }
  }

  private mutating func free(from slot: Int) -> Int {
    if slot >= nodes.count { grow(to: slot + nodes.count / 4 + 1) }
    var found = slot
    while found < nodes.count, nextFree[found] != Int32(found) { found = Int(nextFree[found]) }
    if found >= nodes.count { grow(to: found + nodes.count / 4 + 1) }
    var walk = slot
    while walk < found {
      let next = Int(nextFree[walk])
      nextFree[walk] = Int32(found)
      walk = next
    }
    return found
  }

  private mutating func grow(to count: Int) {
    guard count > nodes.count else { return }
    let old = nodes.count
    nodes += Array(repeating: DoubleArray.empty, count: count - old)
    baseTaken += Array(repeating: false, count: count - old)
    nextFree += (old..<count).map(Int32.init)
  }
}
