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
      are no change. - is standard input. Versions of a library are named by title and date, \
      网络安全法@2016-11-07; a title alone compares its two newest versions.
      """)

  @Argument(help: "The older version: a file, or one of the library.") var old: String
  @Argument(help: "The newer version.") var new: String?
  @OptionGroup var library: LibraryOptions
  @Option(help: "table or json.") var format: Format = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    try reportingErrors {
      let texts: ComparedTexts
      do {
        texts = try ComparedTexts(old, new, in: library)
      } catch let error as InputError {
        Terminal.complain("tiaowen: \(error)")
        throw ExitCode(65)
      }
      show(VersionComparison(old: texts.old.document, new: texts.new.document), of: texts)
    }
  }

  private func show(_ comparison: VersionComparison, of texts: ComparedTexts) {
    switch format {
    case .json: printOut(comparison.json(oldFile: texts.old.name, newFile: texts.new.name) + "\n")
    case .table: page(comparison.summary + "\n", paging: !noPager)
    }
  }
}
