// On a terminal: colours, the pager, the width; `script` plays the terminal.

import Foundation
import Testing

@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no script(1) here")
)
struct TerminalTests {
  /// Runs the program on a terminal of its own and gives what appears there.
  private func onTerminal(
    _ command: String, _ environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    let defaults = ["TERM": "xterm", "COLUMNS": "80", "LIBRARY": try Shared.corpus.get()]
    let process = Program.process(
      ["-qec", "'\(Program.url.path)' \(command) --library \"$LIBRARY\"", "/dev/null"],
      environment: defaults.merging(environment) { $1 })
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    return try Program.run(process)
  }

  @Test func coloursOnATerminalOnly() throws {
    let coloured = try onTerminal("search '\"显式标识\"' --limit 1 --no-pager")
    #expect(coloured.output.contains("\u{1B}[1;31m显式标识\u{1B}[0m"), "\(coloured.output)")
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = try onTerminal("search '\"显式标识\"' --limit 1 --no-pager", environment)
      #expect(plain.output.contains("显式标识") && !plain.output.contains("\u{1B}"))
    }
  }

  /// A pager talks to the terminal; one in the background would be stopped and never end.
  @Test func thePagerStandsInTheForeground() throws {
    let folder = try Folder()
    let pager = try folder.write("pager", "#!/bin/sh\nstty sane < /dev/tty\ncat\necho paged\n")
    chmod(pager, 0o755)
    let paged = try onTerminal("list", ["PAGER": pager])
    #expect(paged.status == 0 && paged.output.contains("paged"), "\(paged)")
    #expect(paged.output.contains("13 instruments"))
    for odd in ["no-such-pager", "head -n 1"] {
      let outcome = try onTerminal("list", ["PAGER": odd])
      #expect(outcome.status == 0 && !outcome.output.contains("paged"), "\(odd): \(outcome)")
    }
    #expect(try !onTerminal("list --no-pager", ["PAGER": pager]).output.contains("paged"))
  }
}
