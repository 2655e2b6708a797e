// tiaowen compare: which article became which, what changed inside, and what that means for whom.

import ArgumentParser
import Tiaowen

struct CompareCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, markdown, html, csv }

  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what changed from one version of an instrument to another.",
    discussion: """
      Articles are matched by what they say, wherever they moved; width, spaces, quotation marks and brackets \
      are no change. - is standard input. Versions of a library are named by title and date, \
      网络安全法@2016-11-07; a title alone compares its two newest versions. Two folders are compared \
      instrument by instrument. With --duties, \
      what changed for whom: duties that are new (新增) or gone (取消), ask for more (收紧) or less (放宽), or \
      where that can't be told (变动).
      """)

  @Argument(help: "The older version: a file, one of the library, or a folder.") var old: String
  @Argument(help: "The newer version, or a folder.") var new: String?
  @OptionGroup var library: LibraryOptions
  @Option(
    help: """
      table or json; as a comparison table (新旧条文对照表) markdown, html or csv.
      """)
  var format: Format = .table
  @Option(
    help: ArgumentHelp(
      "Of markdown and html: 2, old and new, or 3, with what became of each article.",
      valueName: "number"))
  var columns = 2
  @Flag(help: "Show what did not change too; html always does.") var all = false
  @Flag(help: "Show which duties are new, gone, tightened or loosened, by party.") var duties =
    false
  @Option(help: ArgumentHelp("With --duties: only what this party bears.", valueName: "name"))
  var bearer: String?
  @Flag(help: "Begin csv with a byte order mark, as Excel wants it.") var bom = false
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard columns == 2 || columns == 3 else { throw ValidationError("--columns is 2 or 3.") }
    guard columns == 2 || format == .markdown || format == .html, columns == 2 || !duties else {
      throw ValidationError("--columns goes with --format markdown or html.")
    }
    guard bearer == nil || duties else { throw ValidationError("--bearer goes with --duties.") }
    guard !duties || format != .html else {
      throw ValidationError("--duties are shown as table, json, csv or markdown.")
    }
    if let bearer, bearer.allSatisfy(\.isWhitespace) {
      throw ValidationError("--bearer needs a name.")
    }
    guard !bom || format == .csv else { throw ValidationError("--bom goes with --format csv.") }
  }

  func run() throws {
    try reportingErrors {
      do {
        if let new, isFolder(old), isFolder(new) { return try compareFolders(old, new) }
        let texts = try ComparedTexts(old, new, in: library)
        warn(texts)
        show(texts)
      } catch let error as InputError {
        Terminal.complain("tiaowen: \(error)")
        throw ExitCode(65)
      }
    }
  }

  /// Texts of two instruments can be compared, but hardly should.
  private func warn(_ texts: ComparedTexts) {
    let titles = [texts.old, texts.new].map(\.document.metadata.title)
    guard !titles.contains(""), !areVersions(titles[0], titles[1]) else { return }
    Terminal.complain("tiaowen: warning: \(titles[0]) and \(titles[1]) may not be one instrument")
  }

  private func show(_ texts: ComparedTexts) {
    let (before, after) = (texts.old.document, texts.new.document)
    let comparison = VersionComparison(old: before, new: after)
    if duties {
      return show(DutyComparison(comparison, old: before, new: after, bearer: bearer), texts)
    }
    if format == .json {
      return printOut(comparison.json(oldFile: texts.old.name, newFile: texts.new.name) + "\n")
    }
    let table = ComparisonTable(comparison, old: before, new: after)
    switch format {
    case .table, .json:
      let view = ComparisonView(table, title: comparison.heading, all: all, width: Terminal.width)
      page(view.text, paging: !noPager)
    case .markdown: printOut(table.markdown(remarks: columns == 3, all: all))
    case .html: printOut(table.html(remarks: columns == 3))
    case .csv: printOut(table.csv(all: all, byteOrderMark: bom))
    }
  }

  private func show(_ comparison: DutyComparison, _ texts: ComparedTexts) {
    switch format {
    case .table, .html:
      page(DutyChangeTable(comparison, width: Terminal.width).text, paging: !noPager)
    case .json:
      printOut(comparison.json(oldFile: texts.old.name, newFile: texts.new.name) + "\n")
    case .csv: printOut(comparison.csv(byteOrderMark: bom))
    case .markdown: printOut(comparison.markdown)
    }
  }

  private func compareFolders(_ old: String, _ new: String) throws {
    guard !duties else {
      throw LibraryError.unsupported("--duties compares two texts, not folders")
    }
    let comparison = try FolderComparison(old: old, new: new)
    switch format {
    case .table:
      page(FolderComparisonView(comparison, width: Terminal.width).text, paging: !noPager)
    case .json: printOut(comparison.table.json + "\n")
    case .markdown: printOut(comparison.table.markdown)
    case .html: printOut(comparison.table.html)
    case .csv: printOut(comparison.table.csv(byteOrderMark: bom))
    }
    if comparison.hasFailed { throw ExitCode(65) }
  }
}
