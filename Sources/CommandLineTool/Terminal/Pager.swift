// Long answers on a terminal go through the user's pager.

import Foundation

/// Prints `text`, through `$PAGER` (else `less`) where standard output is a terminal that it would
/// not fit on, and `paging` is not switched off.
func page(_ text: String, paging: Bool = true) {
  var size = winsize()
  let rows = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_row) : 24
  let lines = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  guard paging, Terminal.isInteractive, lines >= rows else {
    printOut(text)
    return
  }
  let named = ProcessInfo.processInfo.environment["PAGER"] ?? ""
  let command = named.split(separator: " ").isEmpty ? "less" : named
  let program = command.split(separator: " ")[0]
  setenv("LESS", "FRX", 0)
  setenv("LESSCHARSET", "utf-8", 0)
  // Not through `Process`: its children are process groups of their own, and the terminal stops a
  // pager that is not in the foreground.
  guard let pager = popen("command -v \(program) >/dev/null && exec \(command) || exec cat", "w")
  else {
    printOut(text)
    return
  }
  // The reader may leave before the end; what is not read is not missed.
  fputs(text, pager)
  pclose(pager)
}

/// Writes text to standard output, all of it or the process ends: quietly where the reader has
/// gone, with status 73 where the output can't be written.
func printOut(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if written > 0 {
      bytes = bytes.dropFirst(written)
    } else if errno == EINTR {
      continue
    } else if errno == EPIPE {
      exit(0)
    } else {
      Terminal.complain("tiaowen: standard output: \(String(cString: strerror(errno)))")
      exit(73)
    }
  }
}
