// tiaowen compare: which article became which, and what changed inside.

import ArgumentParser
import Tiaowen

struct CompareCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, markdown, html, csv }

  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what changed from one version of an instrument to another.",
    discussion: """
      Articles are matched by what they say, wherever they moved; width, spaces, quotation marks and brackets \
      are no change. - is standard input.
      """)

  @Argument(help: "The older version.") var old: String
  @Argument(help: "The newer version.") var new: String
  @Flag(help: "Show which duties are new, gone, tightened or loosened, by party.") var duties = false
  @Option(
    help: ArgumentHelp("With --duties: only what this party bears.", valueName: "name"))
  var bearer: String?
  @Option(help: "table or json; of duties also csv and markdown.") var format: Format = .table
  @Flag(help: "Begin csv with a byte order mark, as Excel wants it.") var bom = false
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    let (before, after): (ParsedDocument, ParsedDocument)
    do {
      before = ParsedDocument(parsing: try readSource(old))
      after = ParsedDocument(parsing: try readSource(new))
    } catch let error as InputError {
      Terminal.complain("tiaowen: \(error)")
      throw ExitCode(65)
    }
    let comparison = VersionComparison(old: before, new: after)
    if duties {
      return show(DutyComparison(comparison, old: before, new: after, bearer: bearer))
    }
    switch format {
    case .json: printOut(comparison.json(oldFile: old, newFile: new) + "\n")
    default: page(comparison.summary + "\n", paging: !noPager)
    }
  }

  private func show(_ comparison: DutyComparison) {
    switch format {
    case .table, .html:
      page(DutyChangeTable(comparison, width: Terminal.width).text, paging: !noPager)
    case .json: printOut(comparison.json(oldFile: old, newFile: new) + "\n")
    case .csv: printOut(comparison.csv(byteOrderMark: bom))
    case .markdown: printOut(comparison.markdown)
    }
  }
}
