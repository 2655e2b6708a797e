// How far `index` has come, on one line of the terminal that is wiped when it is done.

import Foundation

/// A progress bar on standard error; silent where that is no terminal.
struct ProgressBar {
  private let start = Date()
  private var drawn = Date.distantPast

  /// Shows `done` of `total` bytes and the name of what is being read.
  mutating func show(done: Int, total: Int, item: String) {
    guard Terminal.hasInteractiveErrors, Date().timeIntervalSince(drawn) > 0.05 else { return }
    drawn = Date()
    let share = total > 0 ? Double(done) / Double(total) : 0
    let cells = 24
    let full = Int(share * Double(cells))
    let bar = String(repeating: "━", count: full) + String(repeating: "─", count: cells - full)
    let seconds = Date().timeIntervalSince(start)
    let left = share > 0.02 ? Int(seconds / share - seconds + 0.5) : nil
    let figures = "\(bar) \(Int(share * 100)) %" + (left.map { "  \($0) s left" } ?? "") + "  "
    let name = item.clipped(to: max(8, Terminal.width - figures.columns - 1))
    Terminal.printError("\r\u{1B}[K\(figures)\(name)")
  }

  func finish() {
    guard Terminal.hasInteractiveErrors else { return }
    Terminal.printError("\r\u{1B}[K")
  }
}
