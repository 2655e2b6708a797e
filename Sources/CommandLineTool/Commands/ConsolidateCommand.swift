// tiaowen consolidate: an amending decision applied to an old version.

import ArgumentParser
import Tiaowen

struct ConsolidateCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, table, json }

  static let configuration = CommandConfiguration(
    commandName: "consolidate",
    abstract: "Apply an amending decision to an old version and print the new text.",
    discussion: """
      Numbers in a decision are those of the old version; articles it does not name fill the numbers that are \
      left, and references in carried-over text follow. A decision on many instruments is applied to the one \
      given. What can't be applied is left as it was and reported on standard error; --format table says what \
      each point did and which point made each article. - is standard input.
      """)

  @Argument(help: "The old version.") var old: String
  @Argument(help: "The decision or 修正案.") var decision: String
  @Option(
    help: ArgumentHelp("The officially republished text: say where it differs.", valueName: "new"))
  var against: String?
  @Option(help: "markdown, table or json.") var format: Format = .markdown
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard [old, decision, against].count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Only one of the files can be standard input.")
    }
  }

  func run() throws {
    try reportingErrors {
      let oldDocument = ParsedDocument(parsing: try readSource(old))
      let decisionDocument = ParsedDocument(parsing: try readSource(decision))
      let official = try against.map { ParsedDocument(parsing: try readSource($0)) }
      let title = oldDocument.metadata.title
      var new = Consolidation(of: oldDocument, by: decisionDocument)
      guard !new.amendsNothing else {
        let amended = new.amended.prefix(3).map { "《\($0)》" }.joined(separator: "、")
        throw InputError(
          file: decision,
          reason: "does not amend 《\(title)》" + (amended.isEmpty ? "" : ", but \(amended)"))
      }
      if let official { new.compare(with: official) }
      switch format {
      case .markdown: printOut(new.markdown)
      case .json: printOut(new.json(old: old, oldDocument, decision: decision, decisionDocument))
      case .table:
        page(
          new.report(
            title: title, decision: decisionDocument.metadata.title, width: Terminal.width),
          paging: !noPager)
      }
      guard format == .markdown else { return }
      for discrepancy in new.discrepancies {
        let file = discrepancy.kind == .differs ? against ?? decision : decision
        Terminal.complain("tiaowen: \(file): \(discrepancy.line)")
      }
    }
  }
}
