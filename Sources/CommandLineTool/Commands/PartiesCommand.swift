// tiaowen parties: who bears the norms of a library, and how many.

import ArgumentParser
import Foundation
import Tiaowen

struct PartiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties",
    abstract: "List who bears the norms of a library, with counts by kind.",
    discussion: """
      Near names count together: 有关军事机关 as 军事机关, a short name as what its instrument says it is short \
      for, 市人民政府 also under 各级人民政府. The table lists parties that stand by themselves, with the most \
      frequent names under them; jsonl and csv list every party, with the phrases of the texts.
      """)

  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp("Only of instruments of this title or part of one.", valueName: "title"))
  var law: String?
  @Option(
    help: ArgumentHelp("Only norms of this kind; may be given more than once.", valueName: "kind"))
  var kind: [NormKind] = []
  @Option(help: "How many parties; 40 in a table unless given, else all.") var limit: Int?
  @Option(
    help: ArgumentHelp(
      "Ask the versions in force on this day; today unless given.", valueName: "date"))
  var asOf: Day?
  @Option(help: "table, jsonl or csv.") var format: RowFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard limit ?? 0 >= 0 else { throw ValidationError("--limit counts from 0.") }
  }

  func run() throws {
    try reportingErrors {
      var request = PartyRequest(asOf: asOf?.text ?? Day.today)
      request.law = law
      request.kinds = Set(kind)
      let parties = try Library(path: library.path).parties(request)
      switch format {
      case .table:
        page(
          PartyTable(parties, limit: limit ?? 40, width: Terminal.width).text, paging: !noPager)
      case .jsonl: printOut(parties.prefix(limit ?? .max).map(\.json).joined())
      case .csv:
        printOut(
          ListedParty.csvHeadings + parties.prefix(limit ?? .max).map(\.csv).joined())
      }
    }
  }
}

enum RowFormat: String, CaseIterable, ExpressibleByArgument {
  case table, jsonl, csv
}
