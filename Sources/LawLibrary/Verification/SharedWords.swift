// How much of a statement is in the words of a provision, in their order.

/// Compares a statement with the provision it is about.
enum SharedWords {
  /// Scalars beyond these are not looked at, so that the table stays small.
  private static let mostOfStatement = 600
  private static let mostOfText = 12_000

  /// The share (0…1) of the statement's scalars that stand in the text in the same order, in runs of two
  /// or more: two-character words are what Chinese legal prose is made of, and single characters meet by
  /// chance. Punctuation does not count.
  static func share(of statement: ComparedText, in text: ComparedText) -> Double {
    let statement = statement.words().folded.prefix(mostOfStatement)
    let text = text.words().folded.prefix(mostOfText)
    guard !statement.isEmpty, !text.isEmpty else { return 0 }
    let width = text.count + 1
    // The best sum of runs up to a cell, and the best that ends in a run there; three rows at a time.
    var best = [[Int32]](repeating: Array(repeating: 0, count: width), count: 3)
    var inRun = [[Int32]](repeating: Array(repeating: -1, count: width), count: 3)
    for row in 1...statement.count {
      let (now, last, beforeLast) = (row % 3, (row + 2) % 3, (row + 1) % 3)
      let scalar = statement[row - 1]
      best[now][0] = 0
      inRun[now][0] = -1
      for column in 1..<width {
        var run: Int32 = -1
        if scalar == text[column - 1] {
          if inRun[last][column - 1] > 0 { run = inRun[last][column - 1] + 1 }
          if row > 1, column > 1, statement[row - 2] == text[column - 2] {
            run = max(run, best[beforeLast][column - 2] + 2)
          }
        }
        inRun[now][column] = run
        best[now][column] = max(best[last][column], best[now][column - 1], run)
      }
    }
    return Double(best[statement.count % 3][width - 1]) / Double(statement.count)
  }
}
