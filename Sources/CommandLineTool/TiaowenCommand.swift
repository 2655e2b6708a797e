// The command `tiaowen`: the list of its subcommands.

import ArgumentParser
import Foundation
import Tiaowen

@main
struct TiaowenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiaowen",
    abstract: "Read, search and compare Chinese regulations and commentary.",
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, ListCommand.self, StatusCommand.self,
      ParseCommand.self, TokenizeCommand.self, CitationsCommand.self, VerifyCommand.self, HistoryCommand.self,
      TermsCommand.self, DelegationsCommand.self, DutiesCommand.self, PartiesCommand.self,
      CompareCommand.self, ConsolidateCommand.self,
    ])

  /// Runs the command line. Wrong usage is one line, as every error is.
  static func main() {
    // A reader that leaves and a limit on file sizes are errors of a write, not ends of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure, !(error is ExitCode) else {
        // Help and completion scripts are output like any other.
        guard exitCode(for: error).isSuccess else { exit(withError: error) }
        printOut(fullMessage(for: error) + "\n")
        return
      }
      let lines = message(for: error).split(separator: "\n")
      // Values to choose from come as a list, - one a line.
      let line = lines.map { $0.hasPrefix("  - ") ? $0.dropFirst(4) : $0 }.joined(separator: " ")
      Terminal.complain("tiaowen: \(line.isEmpty ? "wrong usage; see tiaowen --help" : line)")
      exit(withError: ExitCode.validationFailure)
    }
  }
}
