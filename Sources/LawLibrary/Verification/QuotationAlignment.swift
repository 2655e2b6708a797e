// The cheapest way to read a quotation as a stretch of a text with words left out, put in or exchanged.

/// A quotation laid along a stretch of a text.
///
/// Leaving out a long piece costs little more than a short one (affine gaps, Gotoh 1982), so that the words
/// after an omission are still found; what stands before and after the stretch costs nothing.
struct QuotationAlignment {
  enum Step { case equal, delete, insert }

  /// Where the stretch begins in the text.
  let start: Int
  /// In order; `delete` takes a scalar of the text, `insert` one of the quotation.
  let steps: [Step]

  private static let insertion: Int32 = 64
  private static let opening: Int32 = 48
  private static let extending: Int32 = 1
  /// Cells of the table, a byte each.
  private static let mostCells = 8_000_000

  /// Nil where the two are too long.
  init?(_ quotation: [UInt32], in text: [UInt32]) {
    let (rows, columns) = (quotation.count, text.count)
    guard rows > 0, columns > 0, (rows + 1) * (columns + 1) <= Self.mostCells else { return nil }
    // Bits 0–1: how the cell is best reached (equal, insert, delete); bit 2: whether a deletion that
    // ends here goes on from the one before.
    var table = [UInt8](repeating: 0, count: (rows + 1) * (columns + 1))
    var above = [Int32](repeating: 0, count: columns + 1)
    var current = above
    for row in 1...rows {
      let base = row * (columns + 1)
      current[0] = Int32(row) * Self.insertion
      table[base] = 1
      var deletion = Int32.max / 2
      for column in 1...columns {
        var choice: UInt8 = 1
        var best = above[column] + Self.insertion
        if quotation[row - 1] == text[column - 1], above[column - 1] <= best {
          (best, choice) = (above[column - 1], 0)
        }
        let opened = current[column - 1] + Self.opening + Self.extending
        let extended = deletion + Self.extending
        deletion = min(opened, extended)
        if extended < opened { choice |= 4 }
        if deletion < best {
          best = deletion
          choice = choice & 4 | 2
        }
        current[column] = best
        table[base + column] = choice
      }
      swap(&above, &current)
    }
    var column = above.indices.min { (above[$0], $0) < (above[$1], $1) }!
    var row = rows
    var steps: [Step] = []
    var inDeletion = false
    while row > 0 {
      let cell = table[row * (columns + 1) + column]
      if inDeletion || cell & 3 == 2 {
        steps.append(.delete)
        inDeletion = cell & 4 != 0
        column -= 1
      } else if cell & 3 == 0 {
        steps.append(.equal)
        (row, column) = (row - 1, column - 1)
      } else {
        steps.append(.insert)
        row -= 1
      }
    }
    start = column
    self.steps = steps.reversed()
  }

  /// The share of the quotation that is the text's.
  var likeness: Double {
    let equal = steps.count { $0 == .equal }
    let inserted = steps.count { $0 == .insert }
    return Double(equal) / Double(max(1, equal + inserted))
  }

  /// Whether nothing but whole clauses of the text are left out; `boundaries` tells where its clauses
  /// begin.
  func isAbridgement(of text: [UInt32], _ boundaries: [Bool]) -> Bool {
    guard !steps.contains(.insert) else { return false }
    var at = start
    var i = 0
    while i < steps.count {
      guard steps[i] == .delete else {
        (at, i) = (at + 1, i + 1)
        continue
      }
      var end = at
      while i < steps.count, steps[i] == .delete { (end, i) = (end + 1, i + 1) }
      guard isWholeClauses(at..<end, text, boundaries) else { return false }
      at = end
    }
    return true
  }

  /// Whether a stretch, or one that leaves out the same when slid along, begins and ends with clauses.
  private func isWholeClauses(_ range: Range<Int>, _ text: [UInt32], _ boundaries: [Bool]) -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > 0, text[low - 1] == text[high - 1] { (low, high) = (low - 1, high - 1) }
    while true {
      if boundaries[low], boundaries[high] { return true }
      guard low < range.upperBound, high < text.count, text[low] == text[high] else { return false }
      (low, high) = (low + 1, high + 1)
    }
  }

  /// The steps as pieces of text. One scalar alone between two changes is part of the change.
  func edits(_ quotation: ComparedText, _ text: ComparedText) -> [QuotationEdit] {
    var edits: [QuotationEdit] = []
    var (row, column) = (0, start)
    var i = 0
    while i < steps.count {
      var end = i
      if steps[i] == .equal {
        while end < steps.count, steps[end] == .equal { end += 1 }
        edits.append(
          QuotationEdit(operation: .equal, text: text.string(column..<column + end - i)))
        (row, column, i) = (row + end - i, column + end - i, end)
        continue
      }
      let (firstRow, firstColumn) = (row, column)
      while end < steps.count {
        // A lone scalar the two share by chance.
        if steps[end] == .equal {
          guard end + 1 < steps.count, steps[end + 1] != .equal else { break }
          (row, column) = (row + 1, column + 1)
        } else if steps[end] == .delete {
          column += 1
        } else {
          row += 1
        }
        end += 1
      }
      if column > firstColumn {
        edits.append(QuotationEdit(operation: .delete, text: text.string(firstColumn..<column)))
      }
      if row > firstRow {
        edits.append(QuotationEdit(operation: .insert, text: quotation.string(firstRow..<row)))
      }
      i = end
    }
    return edits
  }
}
