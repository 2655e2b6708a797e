// tiaowen citations: what texts cite.

import ArgumentParser
import Foundation
import Tiaowen

struct CitationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citations",
    abstract: "List what texts cite: each mention and the provisions it means.")

  @Argument(help: "Files to read; - is standard input.") var files: [String]
  @Option(help: "table or jsonl.") var format: Format = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  enum Format: String, CaseIterable, ExpressibleByArgument { case table, jsonl }

  func run() throws {
    let finder = CitationFinder()
    var failed = false
    var table = ""
    for file in files {
      do {
        let document = ParsedDocument(parsing: try readSource(file))
        let mentions = document.mentions(finder.citations(in: document))
        switch format {
        case .jsonl: for mention in mentions { printOut(mention.json(file: file)) }
        case .table: table += document.citationReport(mentions, width: Terminal.width)
        }
      } catch let error as InputError {
        Terminal.complain("tiaowen: \(error)")
        failed = true
      }
    }
    if !table.isEmpty { page(table, paging: !noPager) }
    if failed { throw ExitCode(65) }
  }
}
