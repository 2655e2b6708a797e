// A comparison on a terminal: old and new in one text, what both share cut to what a reader needs of it.

import Versions

extension ComparisonTable.Row {
  /// A stretch of a line, all of it shared, gone or new.
  public struct Piece: Sendable, Hashable {
    public var text: String
    public var operation: TextChange.Operation
  }

  /// What both versions share is cut to so many characters beside each change.
  private static let context = 20

  /// The text of the row in lines of at most `width` columns. With `marked`, what is gone stands in [-…-] and
  /// what is new in {+…+}, for output without colours. A row that is whole new or gone is shown whole.
  public func lines(width: Int, marked: Bool) -> [[Piece]] {
    var pieces: [Piece] = []
    for (place, change) in changes.enumerated() {
      let isWhole = changes.count == 1
      switch change.operation {
      case .equal:
        let text = isWhole ? change.text : cut(change.text, place == 0, place == changes.count - 1)
        pieces.append(Piece(text: text, operation: .equal))
      case .delete:
        pieces.append(
          Piece(
            text: marked && !isWhole ? "[-\(change.text.trimmingLineEnd)-]" : change.text,
            operation: .delete))
      case .insert:
        pieces.append(
          Piece(
            text: marked && !isWhole ? "{+\(change.text.trimmingLineEnd)+}" : change.text,
            operation: .insert))
      }
    }
    return wrapped(pieces, width: width)
  }

  /// Shared text without its middle.
  private func cut(_ text: String, _ isFirst: Bool, _ isLast: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let head = isFirst ? 0 : Self.context
    let tail = isLast ? 0 : Self.context
    guard scalars.count > head + tail + 6 else { return text }
    func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part))
    }
    return string(scalars[..<head]) + "…" + string(scalars[(scalars.count - tail)...])
  }

  private func wrapped(_ pieces: [Piece], width: Int) -> [[Piece]] {
    var lines: [[Piece]] = [[]]
    var used = 0
    for piece in pieces {
      var text = String.UnicodeScalarView()
      func close() {
        if !text.isEmpty {
          lines[lines.count - 1].append(Piece(text: String(text), operation: piece.operation))
        }
        text = String.UnicodeScalarView()
      }
      for scalar in piece.text.unicodeScalars {
        if scalar == "\n" || used + scalar.columns > width {
          close()
          // A line that is still empty is used.
          if !lines[lines.count - 1].isEmpty { lines.append([]) }
          used = 0
          if scalar == "\n" { continue }
        }
        text.append(scalar)
        used += scalar.columns
      }
      close()
    }
    return lines.filter { !$0.isEmpty }
  }
}
