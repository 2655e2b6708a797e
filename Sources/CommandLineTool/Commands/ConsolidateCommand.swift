// tiaowen consolidate: an amending decision applied to an old version.

import ArgumentParser
import Tiaowen

struct ConsolidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consolidate",
    abstract: "Apply an amending decision to an old version and print the new text.")

  @Argument(help: "The old version; - is standard input.") var old: String
  @Argument(help: "The decision or 修正案; one on many instruments is applied to this one.")
  var decision: String
  @Option(help: "markdown or json.") var format: ConsolidateFormat = .markdown

  func run() throws {
    try reportingErrors {
      let oldDocument = ParsedDocument(parsing: try readSource(old))
      let decisionDocument = ParsedDocument(parsing: try readSource(decision))
      let new = Consolidation(of: oldDocument, by: decisionDocument)
      switch format {
      case .markdown: printOut(new.markdown)
      case .json: printOut(new.json(old: old, decision: decisionDocument, file: decision))
      }
      for discrepancy in new.discrepancies {
        Terminal.complain("tiaowen: \(decision): \(discrepancy.place) \(discrepancy.message)")
      }
    }
  }
}

enum ConsolidateFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown, json
}
