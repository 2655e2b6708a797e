// tiaowen list: what a library holds.

import ArgumentParser
import Foundation
import Tiaowen

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the instruments of a library and their versions.",
    discussion: "NAME is a title or part of one; without it everything is listed.")

  @Argument(help: "A title, or part of one.") var name: String?
  @OptionGroup var library: LibraryOptions
  @Option(help: "The day the status is asked for; today unless given.") var asOf: Day?
  @Option(help: "table or jsonl.") var format: ListFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    try reportingErrors {
      let library = try Library(path: library.path)
      let day = asOf?.text ?? Day.today
      let instruments = try library.instruments(named: name)
      guard !instruments.isEmpty || name == nil else {
        throw LibraryError.notFound("\(library.path): no instrument is called \(name ?? "")")
      }
      switch format {
      case .table: page(try table(instruments, in: library, on: day), paging: !noPager)
      case .jsonl: printOut(try lines(instruments, in: library, on: day))
      }
    }
  }

  private func table(
    _ instruments: [InstrumentSummary], in library: Library, on day: String
  ) throws -> String {
    var output = ""
    for instrument in instruments {
      output += Style.title(instrument.title.clipped(to: Terminal.width)) + "\n"
      for version in instrument.versions {
        let validity = try library.validity(ofVersion: version.id, asOf: day)
        let parts = [
          version.date ?? "no date   ", validity.label, version.number ?? "",
          version.issuers.joined(separator: " "),
        ].filter { !$0.isEmpty }
        let line = "  " + parts.joined(separator: "  ")
        output += validity.style(line.clipped(to: Terminal.width)) + "\n"
      }
    }
    let versions = instruments.reduce(0) { $0 + $1.versions.count }
    let counts = [counted(instruments.count, "instrument"), counted(versions, "version")]
    return output + Style.faint(counts.joined(separator: ", ")) + "\n"
  }

  private func lines(
    _ instruments: [InstrumentSummary], in library: Library, on day: String
  ) throws -> String {
    struct Line: Encodable {
      var instrument, title: String
      var version, published, effective, number: String?
      var status: String
      var genre, rank: String
      var issuer: [String]
      var warnings: Int
      var sha256: String
      var sources: [String]
    }
    return try instruments.flatMap { instrument in
      try instrument.versions.map { version in
        try jsonLine(
          Line(
            instrument: instrument.title, title: version.title, version: version.date,
            published: version.published, effective: version.effective, number: version.number,
            status: try library.validity(ofVersion: version.id, asOf: day).name,
            genre: version.genre,
            rank: version.rank, issuer: version.issuers, warnings: version.warningCount,
            sha256: version.hash, sources: try library.sources(ofVersion: version.id)))
      }
    }.joined()
  }
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl
}

extension Validity {
  /// The colour a status is shown in.
  var style: Style {
    switch self {
    case .inForce: .good
    case .amended, .pending: .warning
    case .repealed: .hit
    case .unknown: .faint
    }
  }
}
