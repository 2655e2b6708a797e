// tiaowen citations: what texts cite, and who in a library cites what.

import ArgumentParser
import Foundation
import Tiaowen

struct CitationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citations",
    abstract: "List what texts cite, or who in a library cites a provision.",
    discussion: """
      With files, each mention of a provision or an instrument and what it means; - is standard input. \
      With --to or --from, the mentions a library has. ADDRESS is written as people write it: a title, \
      网络安全法第二十一条, 某条例第二章, 某规定第三条至第五条. Who cites a provision holds mentions of what \
      stands inside it, and of runs and chapters around it.
      """)

  @Argument(help: "Files to read; - is standard input.") var files: [String] = []
  @Option(help: ArgumentHelp("Who cites this.", valueName: "address")) var to: String?
  @Option(help: ArgumentHelp("What this cites.", valueName: "address")) var from: String?
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp(
      "Ask the versions in force on this day; today unless given.", valueName: "date"))
  var asOf: Day?
  @Flag(help: "Ask every version, not the one in force alone.") var allVersions = false
  @Option(help: "table or jsonl; of a library also dot, graphml or mermaid.")
  var format: CitationsFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    switch (files.isEmpty, to, from) {
    case (true, nil, nil):
      throw ValidationError("Say which files to read, or ask a library with --to or --from.")
    case (true, _?, nil), (true, nil, _?): break
    case (true, _?, _?): throw ValidationError("Ask --to or --from, not both.")
    case (false, nil, nil):
      guard format == .table || format == .jsonl else {
        throw ValidationError("--format \(format.rawValue) goes with --to or --from.")
      }
      guard library.library == nil else {
        throw ValidationError("--library goes with --to or --from.")
      }
    case (false, _, _): throw ValidationError("Name files, or ask --to or --from, not both.")
    }
  }

  func run() throws {
    try reportingErrors {
      if files.isEmpty { try ask() } else { try readFiles() }
    }
  }

  private func readFiles() throws {
    let finder = CitationFinder()
    try readDocuments(files, paging: !noPager) { document, file in
      let mentions = document.mentions(finder.citations(in: document))
      guard format == .jsonl else {
        return document.citationReport(mentions, width: Terminal.width)
      }
      printOut(mentions.map { $0.json(file: file) }.joined())
      return ""
    }
  }

  private func ask() throws {
    let library = try Library(path: library.path)
    var request = CitationRequest(address: to ?? from ?? "", asOf: asOf?.text ?? Day.today)
    request.allVersions = allVersions
    let answer = try to == nil ? library.citations(from: request) : library.citations(to: request)
    guard !answer.versions.isEmpty else {
      let nothing = to == nil ? "cites nothing" : "cited nowhere in the library"
      let lack = answer.holding == .missing ? ", and there is no such provision" : ""
      throw LibraryError.notFound("\(answer.asked): \(nothing)\(lack)")
    }
    switch format {
    case .table: page(CitationTable(answer, width: Terminal.width).text, paging: !noPager)
    case .jsonl: printOut(answer.jsonLines)
    case .dot: printOut(answer.graph.dot)
    case .graphml: printOut(answer.graph.graphML)
    case .mermaid: printOut(answer.graph.mermaid)
    }
  }
}

enum CitationsFormat: String, CaseIterable, ExpressibleByArgument {
  case table, jsonl, dot, graphml, mermaid
}
