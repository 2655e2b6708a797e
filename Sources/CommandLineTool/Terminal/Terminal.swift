// What the output goes to: a terminal with a width and colours, or a pipe with neither.

import Foundation

/// The standard streams as far as output depends on them.
struct Terminal {
  /// Whether standard output is a terminal.
  static let isInteractive = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is one; the progress bar goes there.
  static let hasInteractiveErrors = isatty(STDERR_FILENO) == 1

  /// Columns of the terminal; 80 where there is none.
  static var width: Int {
    var size = winsize()
    for stream in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 80
  }

  /// Whether to colour: a terminal, and neither `NO_COLOR` (https://no-color.org) nor a dumb one.
  static let hasColour: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }()

  /// One line on standard error.
  static func complain(_ message: String) { printError(message + "\n") }

  /// Text on standard error; where that is closed or full there is nobody to tell.
  static func printError(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, written))
    }
  }
}

/// A way to make a piece of text stand out, in ANSI codes.
enum Style: String {
  case title = "1"
  case hit = "1;31"
  case faint = "2"
  case label = "36"
  case good = "32"
  case warning = "33"
  case deleted = "31;9"
  case inserted = "32;4"

  func callAsFunction(_ text: String) -> String {
    Terminal.hasColour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
