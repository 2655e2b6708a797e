// The command `tiaowen`: the list of its subcommands.

import ArgumentParser

@main
struct TiaowenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiaowen",
    abstract: "Read, search and compare Chinese regulations and commentary.",
    subcommands: [ParseCommand.self])
}
