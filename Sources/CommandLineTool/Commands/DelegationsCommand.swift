// tiaowen delegations: who owes the rules that texts leave to others.

import ArgumentParser
import Foundation
import Tiaowen

struct DelegationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delegations",
    abstract: "List the rules that texts leave to others: who owes them, and where it says so.",
    discussion: """
      Of files where they are named (- is standard input), else of a library. There each rule comes with \
      the instruments of the library that say they are made under the same law, by the body that owes the \
      rule or one of its kind; whether one of them is the rule is for you to tell.
      """)

  @Argument(help: "Files to read; - is standard input.") var files: [String] = []
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp("Only of instruments of this title or part of one.", valueName: "name"))
  var law: String?
  @Option(
    help: ArgumentHelp(
      "Ask the versions in force on this day; today unless given.", valueName: "date"))
  var asOf: Day?
  @Option(help: "table or jsonl.") var format: ListFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard files.isEmpty || (library.library == nil && law == nil && asOf == nil) else {
      throw ValidationError("Name files, or ask a library, not both.")
    }
  }

  func run() throws {
    guard files.isEmpty else {
      return try readDocuments(files, paging: !noPager) { document, file in
        let delegations = document.delegations()
        switch format {
        case .table: return document.delegationReport(delegations, width: Terminal.width)
        case .jsonl:
          printOut(delegations.map { $0.json(file: file) }.joined())
          return ""
        }
      }
    }
    try reportingErrors {
      let rules = try Library(path: library.path).owedRules(
        of: law, asOf: asOf?.text ?? Day.today)
      switch format {
      case .table: page(table(rules), paging: !noPager)
      case .jsonl: printOut(rules.map(\.json).joined())
      }
    }
  }

  private func table(_ rules: [OwedRule]) -> String {
    let width = Terminal.width
    var output = ""
    var instrument: String?
    for rule in rules {
      if rule.instrument != instrument {
        instrument = rule.instrument
        output += Style.title(rule.instrument.bracketedTitle.clipped(to: width)) + "\n"
      }
      for line in rule.delegation.head.wrapped(to: width - 2) { output += "  \(line)\n" }
      for line in rule.delegation.text.oneLine.wrapped(to: width - 4) { output += "    \(line)\n" }
      let style: Style = rule.candidates.isEmpty ? .warning : .good
      output += "    " + style(rule.answer.clipped(to: width - 4)) + "\n"
    }
    let met = rules.count { !$0.candidates.isEmpty }
    let summary = "\(counted(rules.count, "delegation")), \(met) with instruments that may answer"
    return output + Style.faint(summary) + "\n"
  }
}
