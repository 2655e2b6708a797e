// tiaowen search: one question, or a file of them.

import ArgumentParser
import Foundation
import Tiaowen

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find provisions.",
    discussion: """
      Words are ranked, more of them matched is better; "…" must occur literally, -word must not. \
      AND OR NOT ( ) combine, A NEAR/款 B asks for both in one 款 (also 条, 句), and title: article: \
      issuer: ask for a field. Answers come from the version in force, else the latest.
      """)

  @Argument(help: "The question.") var query: [String] = []
  @OptionGroup var library: LibraryOptions
  @OptionGroup var filters: FilterOptions
  @Option(
    help: ArgumentHelp(
      "Insist on this lexicon; the library must have been built with it.", valueName: "file"))
  var lexicon: String?
  @Option(help: "How many hits.") var limit = 10
  @Option(help: "How many hits to pass over.") var offset = 0
  @Option(help: "table, json or trec.") var format: SearchFormat = .table
  @Flag(help: "Print each hit ready to paste: 《…》第十九条第一款（2022年11月25日公布）.") var cite = false
  @Flag(help: "Count the hits of each instrument.") var counts = false
  @Flag(help: "Match traditional and simplified characters alike, inside quotes too.")
  var foldScript = false
  @Option(
    help: ArgumentHelp(
      "Answer every qid<TAB>query line of a file; ids in p are literal.", valueName: "file"))
  var queries: String?
  @Option(help: ArgumentHelp("With --queries: how often to answer them all.", visibility: .hidden))
  var passes = 1
  @Option(
    help: ArgumentHelp(
      "With --queries: where to write the milliseconds of each.", visibility: .hidden))
  var timings: String?
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    guard queries != nil || !query.isEmpty else { throw ValidationError("Say what to look for.") }
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset count from 0.")
    }
    guard passes >= 1 else { throw ValidationError("--passes counts from 1.") }
    guard timings == nil || queries != nil else {
      throw ValidationError("--timings goes with --queries.")
    }
  }

  func run() throws {
    try reportingErrors {
      let library = try Library(path: library.path, lexicon: lexicon.map(readText))
      if let queries {
        try answer(readText(queries), in: library)
      } else {
        try answer(request(query.joined(separator: " ")), in: library)
      }
    }
  }

  private func request(_ query: String) -> SearchRequest {
    var request = SearchRequest(query: query, asOf: filters.asOf?.text ?? Day.today)
    request.limit = limit
    request.offset = offset
    request.law = filters.law
    request.issuer = filters.issuer
    request.since = filters.since?.text
    request.until = filters.until?.text
    request.rank = filters.level
    request.allVersions = filters.allVersions
    request.foldsScript = foldScript
    request.countsInstruments = counts
    return request
  }

  private func answer(_ request: SearchRequest, in library: Library) throws {
    let result = try library.search(request)
    switch format {
    case .json: printOut(try jsonLine(SearchOutput(result)))
    case .trec: printOut(trecLines(result.hits, question: "1"))
    case .table:
      page(
        cite ? citations(result) : SearchTable(result, width: Terminal.width).text, paging: !noPager
      )
    }
    if result.hits.isEmpty { throw ExitCode(1) }
  }

  private func citations(_ result: SearchAnswer) -> String {
    result.hits.map { $0.citation + "\n" }.joined()
  }

  private func trecLines(_ hits: [SearchHit], question: String) -> String {
    hits.enumerated().map { rank, hit in
      "\(question) Q0 \(hit.name) \(rank + 1) \(hit.score) tiaowen\n"
    }.joined()
  }

  /// Answers a file of questions in one process, as scorers and benchmarks ask them.
  private func answer(_ file: String, in library: Library) throws {
    let lines = file.split(whereSeparator: \.isNewline).compactMap { line -> (String, String)? in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    let scope = try library.scope(for: request(""))
    var passesMS: [[Double]] = []
    let clock = ContinuousClock()
    for pass in 1...passes {
      var output = ""
      var milliseconds: [Double] = []
      for (id, text) in lines {
        let start = clock.now
        let hits = try library.ranking(
          text, isLiteral: id.hasPrefix("p"), limit: limit, within: scope)
        let time = clock.now - start
        milliseconds.append(
          Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
        guard pass == passes, format == .trec else { continue }
        for (rank, hit) in hits.enumerated() {
          output += "\(id) Q0 \(hit.name) \(rank + 1) \(hit.score) tiaowen\n"
        }
      }
      passesMS.append(milliseconds)
      printOut(output)
    }
    if let timings {
      let json = try jsonLine(Timings(qids: lines.map(\.0), passes: passesMS))
      do {
        try json.write(toFile: timings, atomically: true, encoding: .utf8)
      } catch {
        Terminal.complain("tiaowen: \(timings): cannot be written")
        throw ExitCode(73)
      }
    }
  }
}

/// The milliseconds of each question in each pass, as CONTRACT.md shapes them.
private struct Timings: Encodable {
  var qids: [String]
  var passes: [[Double]]

  enum CodingKeys: String, CodingKey {
    case qids
    case passes = "passes_ms"
  }
}

/// Which versions of which instruments a question is asked of.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this instrument: its title, or part of it.", valueName: "title"))
  var law: String?
  @Option(help: ArgumentHelp("Only what this body issued.", valueName: "name")) var issuer: String?
  @Option(help: ArgumentHelp("Only versions of this day or later.", valueName: "date")) var since:
    Day?
  @Option(help: ArgumentHelp("Only versions of this day or earlier.", valueName: "date")) var until:
    Day?
  @Option(
    help: ArgumentHelp(
      "Only instruments of this rank: \(InstrumentRank.allCases.map(\.name).joined(separator: " ")).",
      valueName: "rank"))
  var level: InstrumentRank?
  @Option(help: ArgumentHelp("The day that in force means; today unless given.", valueName: "date"))
  var asOf: Day?
  @Flag(help: "Search every version, not the one in force alone.") var allVersions = false
}

enum SearchFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, trec
}

extension InstrumentRank: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
