// tiaowen compare: which article became which, and what changed inside.

import ArgumentParser
import Tiaowen

struct CompareCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what changed from one version of an instrument to another.",
    discussion: """
      Articles are matched by what they say, wherever they moved; width, spaces, quotation marks and brackets \
      are no change. - is standard input.
      """)

  @Argument(help: "The older version.") var old: String
  @Argument(help: "The newer version.") var new: String
  @Option(help: "table or json.") var format: Format = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    let comparison: VersionComparison
    do {
      comparison = VersionComparison(
        old: ParsedDocument(parsing: try readSource(old)),
        new: ParsedDocument(parsing: try readSource(new)))
    } catch let error as InputError {
      Terminal.complain("tiaowen: \(error)")
      throw ExitCode(65)
    }
    switch format {
    case .json: printOut(comparison.json(oldFile: old, newFile: new) + "\n")
    case .table: page(comparison.summary + "\n", paging: !noPager)
    }
  }
}
