// tiaowen citations: what texts cite.

import ArgumentParser
import Foundation
import Tiaowen

struct CitationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citations",
    abstract: "List what texts cite: each mention and the provisions it means.")

  @Argument(help: "Files to read; - is standard input.") var files: [String]
  @Option(help: "jsonl.") var format: Format = .jsonl

  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl }

  func run() throws {
    var failed = false
    let finder = CitationFinder()
    for file in files {
      do {
        let document = ParsedDocument(parsing: try readSource(file))
        printOut(document.json(finder.citations(in: document), file: file))
      } catch let error as InputError {
        Terminal.complain("tiaowen: \(error)")
        failed = true
      }
    }
    if failed { throw ExitCode(65) }
  }
}
