// tiaowen history: a provision through all versions of its instrument, or what made an instrument.

import ArgumentParser
import Foundation
import Tiaowen

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Follow a provision through the versions of its instrument.",
    discussion: """
      An article, or a 款 or 项 of one (民事诉讼法第五十八条), is followed through all versions in the library, \
      over new numbers, splits and mergers, to where it was inserted or deleted. A title alone lists what made \
      the instrument. Numbers are those of the newest version, of the one in ADDRESS \
      (网络安全法@2016-11-07第二十一条), or with --as-of of the one in force that day. Versions that the texts \
      tell of and the library lacks are named.
      """)

  @Argument(help: "The address.") var address: [String]
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp("The address has the numbers in force on this day.", valueName: "date"))
  var asOf: Day?
  @Flag(help: "Show the words that changed from each version to the next.") var diff = false
  @Option(help: "table, json or markdown.") var format: HistoryFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard !address.isEmpty else { throw ValidationError("Say what to follow.") }
  }

  func run() throws {
    try reportingErrors {
      let library = try Library(path: library.path)
      let text = address.joined(separator: " ")
      let day = asOf?.text ?? Day.today
      if Address(text).path.isEmpty {
        let history = try library.instrumentHistory(of: text, asOf: day)
        switch format {
        case .json: printOut(history.json(asOf: day))
        case .markdown: printOut(history.markdown)
        case .table: page(HistoryTable(history).text, paging: !noPager)
        }
      } else {
        let history = try library.history(of: text, numbering: asOf?.text, asOf: day)
        switch format {
        case .json: printOut(history.json(asOf: day))
        case .markdown: printOut(history.markdown(showingChanges: diff))
        case .table: page(HistoryTable(history, showingChanges: diff).text, paging: !noPager)
        }
      }
    }
  }
}

enum HistoryFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, markdown
}
