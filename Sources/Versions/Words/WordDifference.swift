// The words that lead from one text to another.

import HanText
import Legislation

/// Aligns two rows of words so that what they share is worth most, less a price for every place where they
/// part: a lone word between two changes that both texts have by chance is then part of the change.
struct WordDifference {
  private let old: WordTokens
  private let new: WordTokens
  /// Stretches both have, in order.
  private var shared: [(old: Int, new: Int, count: Int)] = []

  /// What it costs to part, in characters.
  private static let parting: Float = 1.5
  /// Cells of a table, a byte each.
  private static let mostCells = 16_000_000

  init(_ old: WordTokens, _ new: WordTokens) {
    (self.old, self.new) = (old, new)
    align(0..<old.count, 0..<new.count)
    slide()
  }

  /// The changes in the order of reading; what was deleted stands before what was put in its place.
  var changes: [TextChange] {
    var result: [TextChange] = []
    var (i, j) = (0, 0)
    func part(_ oldEnd: Int, _ newEnd: Int) {
      if i < oldEnd { result.append(TextChange(.delete, old.string(i..<oldEnd))) }
      if j < newEnd { result.append(TextChange(.insert, new.string(j..<newEnd))) }
    }
    for stretch in shared where stretch.count > 0 {
      part(stretch.old, stretch.new)
      (i, j) = (stretch.old + stretch.count, stretch.new + stretch.count)
      result.append(TextChange(.equal, new.string(stretch.new..<j)))
    }
    part(old.count, new.count)
    return result
  }

  /// Moves what was only put in or left out to where it begins behind a line, a sentence or at least a comma:
  /// 甲[。乙]。 is 甲。[乙。]
  private mutating func slide() {
    for index in shared.indices.dropFirst() {
      let (before, after) = (shared[index - 1], shared[index])
      let gaps = (
        before.old + before.count..<after.old, before.new + before.count..<after.new
      )
      guard gaps.0.isEmpty != gaps.1.isEmpty else { continue }
      let (tokens, gap) = gaps.0.isEmpty ? (new, gaps.1) : (old, gaps.0)
      var best = (shift: 0, score: tokens.breakBefore(gap.lowerBound))
      var shift = 0
      while shift < after.count,
        tokens.ids[gap.lowerBound + shift] == tokens.ids[gap.upperBound + shift]
      {
        shift += 1
        let score = tokens.breakBefore(gap.lowerBound + shift)
        if score > best.score { best = (shift, score) }
      }
      shift = 0
      while -shift < before.count,
        tokens.ids[gap.lowerBound + shift - 1] == tokens.ids[gap.upperBound + shift - 1]
      {
        shift -= 1
        let score = tokens.breakBefore(gap.lowerBound + shift)
        if score > best.score { best = (shift, score) }
      }
      shared[index - 1].count += best.shift
      shared[index] = (after.old + best.shift, after.new + best.shift, after.count - best.shift)
    }
  }

  private mutating func share(_ i: Int, _ j: Int, _ count: Int) {
    guard count > 0 else { return }
    if let last = shared.last, last.old + last.count == i, last.new + last.count == j {
      shared[shared.count - 1].count += count
    } else {
      shared.append((i, j, count))
    }
  }

  private mutating func align(_ a: Range<Int>, _ b: Range<Int>) {
    var prefix = 0
    while prefix < min(a.count, b.count),
      old.ids[a.lowerBound + prefix] == new.ids[b.lowerBound + prefix]
    { prefix += 1 }
    var suffix = 0
    while suffix < min(a.count, b.count) - prefix,
      old.ids[a.upperBound - 1 - suffix] == new.ids[b.upperBound - 1 - suffix]
    { suffix += 1 }
    let (c, d) = (
      a.lowerBound + prefix..<a.upperBound - suffix, b.lowerBound + prefix..<b.upperBound - suffix
    )
    share(a.lowerBound, b.lowerBound, prefix)
    if !c.isEmpty, !d.isEmpty {
      if (c.count + 1) * (d.count + 1) <= Self.mostCells { fill(c, d) } else { divide(c, d) }
    }
    share(c.upperBound, d.upperBound, suffix)
  }

  /// Cuts long texts at words that each has once, as far as those keep their order (patience).
  private mutating func divide(_ a: Range<Int>, _ b: Range<Int>) {
    var places: [Int32: (old: Int, new: Int)] = [:]
    for i in a { places[old.ids[i]] = places[old.ids[i]] == nil ? (i, -1) : (-1, -1) }
    for j in b {
      guard let place = places[new.ids[j]], place.old >= 0 else { continue }
      places[new.ids[j]] = place.new < 0 ? (place.old, j) : (-1, -1)
    }
    let pairs = places.values.filter { $0.old >= 0 && $0.new >= 0 }
      .sorted { $0.old < $1.old }
      .map { CandidatePair(old: $0.old, new: $0.new, weight: Double(old.worths[$0.old])) }
    var (i, j) = (a.lowerBound, b.lowerBound)
    for index in heaviestChain(pairs) {
      alignPiece(i..<pairs[index].old, j..<pairs[index].new)
      share(pairs[index].old, pairs[index].new, 1)
      (i, j) = (pairs[index].old + 1, pairs[index].new + 1)
    }
    alignPiece(i..<a.upperBound, j..<b.upperBound)
  }

  /// A piece that is still too long has nothing rare in common, and is exchanged whole.
  private mutating func alignPiece(_ a: Range<Int>, _ b: Range<Int>) {
    guard !a.isEmpty, !b.isEmpty, (a.count + 1) * (b.count + 1) <= Self.mostCells else { return }
    fill(a, b)
  }

  /// The optimum by dynamic programming with affine gaps (Gotoh 1982).
  private mutating func fill(_ a: Range<Int>, _ b: Range<Int>) {
    let width = b.count + 1
    // Of each cell, how the best that ends in a shared word and the best that ends parted were reached; see
    // `Step`.
    var table = [UInt8](repeating: 0, count: (a.count + 1) * width)
    let never = -Float.infinity
    var joinedAbove = [Float](repeating: never, count: width)
    var partedAbove = joinedAbove
    var (joined, parted) = (joinedAbove, partedAbove)
    for row in 0...a.count {
      for column in 0..<width {
        if row == 0, column == 0 {
          (joined[0], parted[0]) = (0, never)
          continue
        }
        var cell: UInt8 = 0
        var bestJoined = never
        if row > 0, column > 0,
          old.ids[a.lowerBound + row - 1] == new.ids[b.lowerBound + column - 1]
        {
          let worth = old.worths[a.lowerBound + row - 1]
          bestJoined = joinedAbove[column - 1] + worth
          if partedAbove[column - 1] + worth > bestJoined {
            bestJoined = partedAbove[column - 1] + worth
            cell |= Step.joinsParted
          }
        }
        var bestParted = never
        var step: UInt8 = 0
        func offer(_ value: Float, _ candidate: UInt8) {
          if value > bestParted { (bestParted, step) = (value, candidate) }
        }
        if column > 0 {
          offer(parted[column - 1], Step.insert)
          offer(joined[column - 1] - Self.parting, Step.insert | Step.fromJoined)
        }
        if row > 0 {
          offer(partedAbove[column], Step.delete)
          offer(joinedAbove[column] - Self.parting, Step.delete | Step.fromJoined)
        }
        joined[column] = bestJoined
        parted[column] = bestParted
        table[row * width + column] = cell | step
      }
      swap(&joined, &joinedAbove)
      swap(&parted, &partedAbove)
    }
    trace(table, a, b, isParted: partedAbove[b.count] > joinedAbove[b.count])
  }

  private enum Step {
    /// The word shared follows words that are not.
    static let joinsParted: UInt8 = 1
    /// The last word not shared is the new text's, or the old one's.
    static let insert: UInt8 = 2
    static let delete: UInt8 = 4
    /// It follows a word shared.
    static let fromJoined: UInt8 = 8
  }

  private mutating func trace(_ table: [UInt8], _ a: Range<Int>, _ b: Range<Int>, isParted: Bool) {
    var (row, column, isParted) = (a.count, b.count, isParted)
    var pairs: [(Int, Int)] = []
    while row > 0 || column > 0 {
      let cell = table[row * (b.count + 1) + column]
      if isParted {
        isParted = cell & Step.fromJoined == 0
        if cell & Step.insert != 0 { column -= 1 } else { row -= 1 }
      } else {
        (row, column) = (row - 1, column - 1)
        pairs.append((a.lowerBound + row, b.lowerBound + column))
        isParted = cell & Step.joinsParted != 0
      }
    }
    for (i, j) in pairs.reversed() { share(i, j, 1) }
  }
}
