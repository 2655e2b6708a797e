// `tiaowen parse`: the structure of files, as a tree, JSON lines, or their source text.

import ArgumentParser
import Foundation
import HanText
import Interchange
import Legislation

struct ParseCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case tree, jsonl, text
  }

  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Show the structure of regulations and commentary.")

  @Argument(help: "Files to read; - is standard input.")
  var files: [String]

  @Option(help: "tree, jsonl or text.")
  var format: Format = .tree

  func run() throws {
    var failed = false
    for file in files {
      do {
        let source = try readSource(file)
        FileHandle.standardOutput.write(Data(output(of: source, file: file).utf8))
      } catch {
        failed = true
        FileHandle.standardError.write(Data("tiaowen: \(file): \(describe(error))\n".utf8))
      }
    }
    if failed { throw ExitCode(65) }
  }

  private func output(of source: SourceText, file: String) -> String {
    switch format {
    case .text: return source.string
    case .jsonl: return ParsedDocument(parsing: source).json(file: file) + "\n"
    case .tree: return ParsedDocument(parsing: source).report(width: terminalWidth())
    }
  }

  private func describe(_ error: any Error) -> String {
    (error as? DecodingError)?.description ?? error.localizedDescription
  }
}

/// Reads and decodes a file, or standard input for `-`.
func readSource(_ file: String) throws -> SourceText {
  let data =
    file == "-"
    ? FileHandle.standardInput.readDataToEndOfFile()
    : try Data(contentsOf: URL(fileURLWithPath: file))
  return try SourceText(decoding: [UInt8](data))
}

/// The columns of the terminal, 100 where there is none.
private func terminalWidth() -> Int {
  var size = winsize()
  guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
  return Int(size.ws_col)
}
