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

/// Reads files one after another and shows what `body` makes of them together; one that can't be read is
/// reported, and the rest go on.
func readDocuments(
  _ files: [String], paging: Bool, _ body: (ParsedDocument, String) -> String
) throws {
  var failed = false
  var text = ""
  for file in files {
    do {
      text += body(ParsedDocument(parsing: try readSource(file)), file)
    } catch let error as InputError {
      Terminal.complain("tiaowen: \(error)")
      failed = true
    }
  }
  if !text.isEmpty { page(text, paging: paging) }
  if failed { throw ExitCode(65) }
}
