// tiaowen terms: the terms that texts define, what they mean and where they are used.

import ArgumentParser
import Foundation
import Tiaowen

struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "List the terms that texts define, with every use inside their scope.")

  @Argument(help: "Files to read; - is standard input.") var files: [String]
  @Option(help: "table or jsonl.") var format: ListFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    try readDocuments(files, paging: !noPager) { document, file in
      let terms = document.terms()
      switch format {
      case .table: return document.termReport(terms, width: Terminal.width)
      case .jsonl:
        printOut(terms.map { $0.json(file: file) }.joined())
        return ""
      }
    }
  }
}
