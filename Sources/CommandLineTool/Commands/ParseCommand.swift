// tiaowen parse: the structure of files, as a tree, JSON lines, or their source text.

import ArgumentParser
import Foundation
import Tiaowen

struct ParseCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case tree, jsonl, text }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show the structure of regulations and commentary.",
    discussion: "Files are read as UTF-8, UTF-16, GB18030 or Big5; - is standard input.")

  @Argument(help: "Files to read; - is standard input.") var files: [String]
  @Option(help: "tree, jsonl or text.") var format: Format = .tree
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    var failed = false
    var tree = ""
    for file in files {
      do {
        let source = try readSource(file)
        switch format {
        case .text: printOut(source.string)
        case .jsonl: printOut(ParsedDocument(parsing: source).json(file: file) + "\n")
        case .tree: tree += ParsedDocument(parsing: source).report(width: Terminal.width)
        }
      } catch let error as InputError {
        Terminal.complain("tiaowen: \(error)")
        failed = true
      }
    }
    if !tree.isEmpty { page(tree, paging: !noPager) }
    if failed { throw ExitCode(65) }
  }
}
