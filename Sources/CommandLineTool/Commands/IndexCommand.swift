// tiaowen index: files and folders into a library.

import ArgumentParser
import Foundation
import Tiaowen

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read files and folders into a library.",
    discussion: """
      Folders are read with all they hold: Markdown and text (.md .txt), and records (.jsonl, one \
      {"id","law","date","article","text"} a line). Only what changed since the last run is read \
      again. A run is done whole or not at all.
      """)

  @Argument(help: "Files and folders.") var paths: [String]
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp(
      "Terms of your own, one a line with an optional cost; jieba's lists are read too.",
      valueName: "file"))
  var lexicon: String?
  @Flag(help: "Drop what the library has of files that are gone.") var prune = false
  @Option(help: ArgumentHelp("Seconds to wait for another writer.", valueName: "seconds"))
  var wait = 30.0

  func run() throws {
    try reportingErrors {
      var request = IndexRequest(paths: paths)
      request.prunes = prune
      request.patience = wait
      if let lexicon { request.lexicon = try readText(lexicon) }
      var bar = ProgressBar()
      let start = Date()
      let report = try Library.index(request, into: library.path) { progress in
        bar.show(done: progress.done, total: progress.total, item: progress.item)
      } waiting: { holder in
        Terminal.complain("tiaowen: \(library.path) is being written by \(holder); waiting")
      }
      bar.finish()
      for failure in report.failures {
        Terminal.complain("tiaowen: \(failure.path): \(failure.reason)")
      }
      printOut(summary(report, seconds: Date().timeIntervalSince(start)))
      if !report.failures.isEmpty { throw ExitCode(65) }
    }
  }

  private func summary(_ report: IndexReport, seconds: Double) -> String {
    let counts = [
      ("added", report.added), ("replaced", report.replaced), ("unchanged", report.unchanged),
      ("same bytes as another", report.duplicates), ("dropped", report.removed),
      ("gone but kept (--prune drops them)", report.gone),
      ("unreadable", report.failures.count),
    ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    var text = "\(library.path): "
    text += counts.isEmpty ? "nothing to read" : "files: " + counts.joined(separator: ", ")
    if report.documents > 0 {
      text += String(
        format: "; %d provisions, %.1f MB in %.1f s", report.documents,
        Double(report.bytes) / 1e6, seconds)
    }
    text += "\n"
    if !report.skipped.isEmpty {
      let endings = report.skipped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      text += "passed over, no reader for them: \(endings.joined(separator: ", "))\n"
    }
    if report.warnings > 0 {
      text += "\(report.warnings) warnings: tiaowen status --warnings\n"
    }
    return text
  }
}
