// The command `tiaowen`: the list of its subcommands.

import ArgumentParser
import Tiaowen

@main
struct TiaowenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiaowen",
    abstract: "Read, search and compare Chinese regulations and commentary.",
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, ListCommand.self, StatusCommand.self,
      ParseCommand.self, TokenizeCommand.self,
    ])
}
