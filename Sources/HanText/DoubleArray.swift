// A trie of words in one flat array: a step is one load and one comparison.

/// A trie whose node `n` with children at `base` keeps the child for `code` at `base + code`.
///
/// Codes are dense numbers for characters. Slots 0..<codeCount are the root's children, code by
/// code, so a walk starts at `nodes[code]` without a comparison. No two nodes share a base, so a
/// slot's label alone tells whether it belongs to the node one comes from. Labels stand in an
/// array of their own: most steps fail, and a failing one then touches the smaller array only.
struct DoubleArray: Sendable {
  /// Base 22 bits, unit flag 1 bit, value 9 bits from the top down.
  typealias Node = UInt32

  /// The label of a slot nothing is in; no code reaches it.
  static let empty: UInt16 = 0xFFFF
  static let largestBase = 0x3F_FFFF
  static let unitFlag: Node = 0x200

  let labels: [UInt16]
  let nodes: [Node]

  /// Cost + 1; 0 where no word ends here.
  @inline(__always) static func value(_ node: Node) -> UInt32 { node & 0x1FF }
  @inline(__always) static func isUnit(_ node: Node) -> Bool { node & unitFlag != 0 }
  /// 0 where the node has no children.
  @inline(__always) static func base(_ node: Node) -> Int { Int(node >> 10) }

  /// Both arrays by pointer during one call.
  func withPointers(_ body: (TriePointers) -> Void) {
    labels.withUnsafeBufferPointer { labels in
      nodes.withUnsafeBufferPointer { nodes in
        body(TriePointers(labels: labels.baseAddress!, nodes: nodes.baseAddress!))
      }
    }
  }

  /// Whether every walk over codes below `codeCount` stays inside the arrays, whatever the bytes
  /// they were read from held.
  func isClosed(codeCount: Int) -> Bool {
    guard nodes.count > codeCount, labels.count == nodes.count else { return false }
    // A second slot labelled 0 would let a walk go on behind the code that ends a run.
    let widest = nodes.withUnsafeBufferPointer { $0.reduce(0) { max($0, $1 >> 10) } }
    let ends = labels.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 == 0 ? 1 : 0) } }
    return Int(widest) <= nodes.count - codeCount && ends == 1 && labels[0] == 0 && nodes[0] == 0
  }
}

/// The arrays of a `DoubleArray` during one call.
struct TriePointers {
  let labels: UnsafePointer<UInt16>
  let nodes: UnsafePointer<DoubleArray.Node>
}

/// A word to be put into a `DoubleArray`: a range of the shared code buffer and what is known of
/// it.
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
  private var labels: [UInt16]
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
    labels = []
    nodes = []
    baseTaken = []
    nextFree = []
    firstFree = Array(repeating: codeCount, count: 8)
    grow(to: codeCount * 2 + entries.count * 2)
    for code in 0..<codeCount { labels[code] = UInt16(code) }
  }

  /// `digitCost` is what a run of Arabic digits costs, which is in no list of words.
  mutating func build(digitCost: UInt16) -> DoubleArray {
    nodes[Int(SegmentationDictionary.Code.arabic)] |= UInt32(digitCost + 1)
    // Level by level, the widest nodes first: the narrow ones fill the holes they leave.
    var level = children(0..<entries.count, depth: 0).map { (slot: Int($0.code), range: $0.range) }
    var depth = 1
    while !level.isEmpty {
      var parents: [(slot: Int, children: [Child])] = []
      for (slot, range) in level {
        var range = range
        let first = entries[range.lowerBound]
        if Int(first.count) == depth {
          nodes[slot] |= UInt32(first.value) | (first.isUnit ? DoubleArray.unitFlag : 0)
          range = range.lowerBound + 1..<range.upperBound
        }
        let children = children(range, depth: depth)
        if !children.isEmpty { parents.append((slot, children)) }
      }
      parents.sort { ($1.children.count, $0.slot) < ($0.children.count, $1.slot) }
      level = []
      for (slot, children) in parents {
        let base = place(children.map { Int($0.code) })
        // 4 million slots hold some ten times ICU's dictionary; words beyond are left out.
        guard base <= DoubleArray.largestBase else { continue }
        nodes[slot] |= UInt32(base) << 10
        for child in children { level.append((base + Int(child.code), child.range)) }
      }
      depth += 1
    }
    var last = labels.count
    while last > codeCount, labels[last - 1] == DoubleArray.empty { last -= 1 }
    // Room behind the last base for any code.
    return DoubleArray(
      labels: labels[..<last] + Array(repeating: DoubleArray.empty, count: codeCount),
      nodes: nodes[..<last] + Array(repeating: 0, count: codeCount))
  }

  /// A node to be placed and the entries that go through it.
  private typealias Child = (code: UInt16, range: Range<Int>)

  /// The entries of `range` grouped by their code at `depth`.
  private func children(_ range: Range<Int>, depth: Int) -> [Child] {
    var result: [Child] = []
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
      if !baseTaken[base], codes.allSatisfy({ labels[base + $0] == DoubleArray.empty }) {
        take(base, codes)
        return base
      }
      tries += 1
      // Crowded: the next node of this width need not try these again.
      if tries % 256 == 0 { firstFree[width] = slot }
      slot = free(from: slot + 1)
    }
  }

  private mutating func take(_ base: Int, _ codes: [Int]) {
    baseTaken[base] = true
    for code in codes {
      labels[base + code] = UInt16(code)
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
    labels += Array(repeating: DoubleArray.empty, count: count - old)
    nodes += Array(repeating: 0, count: count - old)
    baseTaken += Array(repeating: false, count: count - old)
    nextFree += (old..<count).map(Int32.init)
  }
}
