// How many terminal columns text takes: a Han character takes two.

extension StringProtocol {
  /// Columns on a terminal (East Asian wide and full-width forms count two, UAX #11).
  public var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// The longest start of the text that fits into `limit` columns, with an ellipsis where cut.
  public func clipped(to limit: Int) -> String {
    guard columns > limit else { return String(self) }
    var used = 0
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard used + scalar.columns <= limit - 1 else { break }
      used += scalar.columns
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// The text filled with spaces to `width` columns.
  public func padded(to width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - columns))
  }
}

extension Unicode.Scalar {
  /// Columns on a terminal: 0, 1 or 2.
  public var columns: Int {
    switch value {
    case 0..<0x20, 0x7F, 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

/// Rows of text set in columns that line up on a terminal.
public struct Table {
  private var rows: [[String]] = []

  public init() {}

  public mutating func append(_ cells: String...) { rows.append(cells) }

  /// The rows, each column as wide as its widest cell, the last one cut to what the width leaves.
  public func lines(width: Int) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        if column == row.count - 1 {
          line += cell.clipped(to: max(8, width - line.columns))
        } else {
          line += cell.padded(to: widths[column]) + "  "
        }
      }
      return line
    }
  }
}
