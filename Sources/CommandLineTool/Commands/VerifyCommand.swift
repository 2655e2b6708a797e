// tiaowen verify: do the provisions a text cites exist, and do they say what is quoted?

import ArgumentParser
import Foundation
import Tiaowen

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check what texts cite against a library.",
    discussion: """
      Each citation gets a verdict: 确证 the provision is there, and words quoted are its words; 不存在 \
      there is no such provision; 已废止 the instrument or the version is repealed or superseded; 引文不符 \
      quoted words differ; 已重编号 the text knew an older version, and the provision has another number now; \
      意引 a paraphrase, with the share of its words that the provision has; 未核 not \
      checked, with the reason. The status is 1 where anything is 不存在, 已废止 or 引文不符; with --strict \
      also where anything is 未核.
      """)

  @Argument(help: "Files to read; - is standard input.") var files: [String]
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp("The day verdicts hold for; today unless given.", valueName: "date"))
  var asOf: Day?
  @Flag(help: "Fail also where something was not checked.") var strict = false
  @Option(help: "table or jsonl.") var format: ListFormat = .table
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func run() throws {
    try reportingErrors {
      let library = try Library(path: library.path)
      let verifier = try Verifier(library, asOf: asOf?.text ?? Day.today)
      var table = VerdictTable(width: Terminal.width)
      var unreadable = 0
      var counts: [Verdict: Int] = [:]
      for file in files {
        do {
          let checks = try verifier.check(ParsedDocument(parsing: try readSource(file)))
          for check in checks { counts[check.verdict, default: 0] += 1 }
          switch format {
          case .table: table.append(checks, of: files.count > 1 ? file : nil)
          case .jsonl: printOut(checks.map { $0.json(file: file) }.joined())
          }
        } catch let error as InputError {
          Terminal.complain("tiaowen: \(error)")
          unreadable += 1
        }
      }
      if format == .table, unreadable < files.count { page(table.text, paging: !noPager) }
      let unchecked = counts[.unchecked] ?? 0
      if unchecked > 0 {
        Terminal.complain("tiaowen: \(counted(unchecked, "citation")) not checked (未核)")
      }
      if unreadable > 0 { throw ExitCode(65) }
      if counts.contains(where: { $0.key.fails }) || strict && unchecked > 0 { throw ExitCode(1) }
    }
  }
}
