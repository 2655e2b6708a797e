// tiaowen delegations: who owes the rules that texts leave to others.

import ArgumentParser
import Foundation
import Tiaowen

struct DelegationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delegations",
    abstract: "List the rules that texts leave to others: who owes them, and where it says so.")

  @Argument(help: "Files to read; - is standard input.") var files: [String] = []
  @Option(help: "table or jsonl.") var format: ListFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    try readDocuments(files, paging: !noPager) { document, file in
      let delegations = document.delegations()
      switch format {
      case .table: return document.delegationReport(delegations, width: Terminal.width)
      case .jsonl:
        printOut(delegations.map { $0.json(file: file) }.joined())
        return ""
      }
    }
  }
}
