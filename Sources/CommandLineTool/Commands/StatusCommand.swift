// tiaowen status: counts, and what in a library deserves a look.

import ArgumentParser
import Foundation
import Tiaowen

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Say what a library holds, which files have warnings, and which citations lead nowhere.")

  @OptionGroup var library: LibraryOptions
  @Flag(help: "List every file with warnings, each warning a line.") var warnings = false
  @Flag(help: "List the citations that lead nowhere and every cited instrument not in the library.")
  var citations = false
  @Option(help: "table or json.") var format: StatusFormat = .table

  func run() throws {
    try reportingErrors {
      let library = try Library(path: library.path)
      let status = try library.status(
        listingWarnings: warnings || format == .json, listingCitations: citations || format == .json
      )
      if format == .json {
        printOut(try jsonLine(status))
        return
      }
      var table = Table()
      table.append("library", library.path)
      table.append("size", "\((status.bytes + 512 * 1024) / (1024 * 1024)) MB")
      table.append("instruments", "\(status.instruments)")
      table.append("versions", "\(status.versions)")
      table.append("provisions", "\(status.provisions)")
      table.append("searchable", "\(status.documents) in \(counted(status.segments, "segment"))")
      table.append("lexicon", status.lexicon)
      table.append("warnings", "\(status.warnings) in \(status.versionsWithWarnings) versions")
      printOut(table.lines(width: Terminal.width).joined(separator: "\n") + "\n")
      printCounts(status.warningsByCode)
      printCitations(status.citations)
      if warnings {
        for file in status.filesWithWarnings {
          printOut(Style.title(file.source) + "\n")
          for warning in file.warnings { printOut("  \(warning)\n") }
        }
      }
    }
  }

  private func printCitations(_ status: CitationStatus) {
    printOut("citations    \(status.mentions) mentions, \(status.targets) targets\n")
    printOut("unresolved   \(status.unresolved)\n")
    printCounts(status.unresolvedByReason)
    printOut("cited only   \(counted(status.absent.count, "instrument"))\n")
    // The most cited are what to add first.
    for cited in citations ? status.absent : Array(status.absent.prefix(5)) {
      let count = String(cited.mentions).padded(to: 6)
      printOut("  \(count) \(cited.title.clipped(to: max(20, Terminal.width - 9)))\n")
    }
    guard citations else { return }
    for source in status.unresolvedBySource {
      printOut(Style.title(source.source) + "\n")
      for mention in source.mentions { printOut("  \(mention)\n") }
    }
  }

  private func printCounts(_ counts: [String: Int]) {
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      printOut("  \(String(count).padded(to: 6)) \(name)\n")
    }
  }
}

enum StatusFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

/// A value as one line of JSON, as scripts read it.
func jsonLine(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
