// tiaowen duties: who must, must not or may do what, in files or across a library.

import ArgumentParser
import Foundation
import Tiaowen

struct DutiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "List who must, must not or may do what, and what follows a breach.",
    discussion: """
      With files, each norm with who bears it, its condition and its exception; - is standard input. \
      Without, the register of one party across the instruments of a library that are in force (--bearer), \
      or the norms of one instrument (--law). NAME is a phrase of a text, 深度合成服务提供者, or a party as \
      `tiaowen parties` lists it, with all near names. An id stays when the same text is read again. \
      Several files serve each other: a sanction of one follows the breach of another's provision. For \
      commentary --library names where to look for the provision that a sentence paraphrases: 意引 with the share \
      of its words, or 未找到.
      """)

  @Argument(help: "Files to read; - is standard input.") var files: [String] = []
  @Option(help: ArgumentHelp("Only what this party bears.", valueName: "name")) var bearer: String?
  @Option(
    help: ArgumentHelp("Only norms of this kind; may be given more than once.", valueName: "kind"))
  var kind: [NormKind] = []
  @Option(help: ArgumentHelp("Only the norm with this id.", valueName: "id")) var id: String?
  @Flag(help: "Say which rule set each field; of files.") var explain = false
  @OptionGroup var library: LibraryOptions
  @Option(
    help: ArgumentHelp("Only of instruments of this title or part of one.", valueName: "title"))
  var law: String?
  @Option(
    help: ArgumentHelp(
      "Ask the versions in force on this day; today unless given.", valueName: "date"))
  var asOf: Day?
  @Option(help: "table or jsonl; as a matrix of parties and instruments csv, markdown or html.")
  var format: DutiesFormat = .table
  @Flag(help: "Begin csv with a byte order mark, as Excel wants it.") var bom = false
  @Flag(help: "Print at once, without a pager.") var noPager = false

  func validate() throws {
    if files.isEmpty {
      guard bearer != nil || law != nil || id != nil || library.library != nil && format != .table
      else {
        throw ValidationError("Say which files to read, or ask a library with --bearer or --law.")
      }
      guard !explain else { throw ValidationError("--explain goes with files.") }
    } else {
      guard law == nil, asOf == nil || library.library != nil else {
        throw ValidationError("--law and --as-of ask a library, not files.")
      }
      guard !explain || format == .table || format == .jsonl else {
        throw ValidationError("--explain goes with --format table or jsonl.")
      }
    }
    guard !bom || format == .csv else { throw ValidationError("--bom goes with --format csv.") }
    if let bearer, bearer.allSatisfy(\.isWhitespace) {
      throw ValidationError("--bearer needs a name.")
    }
  }

  func run() throws {
    try reportingErrors {
      if files.isEmpty { try ask() } else { try readFiles() }
    }
  }

  private func readFiles() throws {
    var filter = NormFilter()
    filter.bearer = bearer
    filter.kinds = Set(kind)
    filter.id = id
    var matrix = ResponsibilityMatrix()
    defer { show(matrix) }
    let finder = try library.library.map {
      try ClauseFinder(Library(path: $0), asOf: asOf?.text ?? Day.today)
    }
    var texts = NormTexts()
    defer { show(matrix) }
    try readDocuments(files, paging: !noPager) {
      texts.append($0, file: $1)
    } showing: {
      texts.join()
      if let finder { try texts.find(clauses: finder) }
      return texts.texts.map { text in
        let norms = filter.passing(text.norms)
        switch format {
        case .table:
          return text.document.normReport(norms, width: Terminal.width, explaining: explain)
        case .jsonl:
          printOut(norms.map { $0.json(file: text.file, explaining: explain) }.joined())
        case .csv, .markdown, .html:
          let title = text.document.metadata.title
          matrix.append(
            norms, of: ResponsibilityMatrix.Instrument(title: title.isEmpty ? text.file : title),
            bearer: bearer.map(PartyQuestion.init))
        }
        return ""
      }.joined()
    }
  }

  private func show(_ matrix: ResponsibilityMatrix) {
    switch format {
    case .table, .jsonl: break
    case .csv: printOut(matrix.csv(byteOrderMark: bom))
    case .markdown: printOut(matrix.markdown)
    case .html: printOut(matrix.html)
    }
  }

  private func ask() throws {
    var request = RegisterRequest(asOf: asOf?.text ?? Day.today)
    request.bearer = bearer
    request.kinds = Set(kind)
    request.law = law
    request.id = id
    let register = try Library(path: library.path).duties(of: request)
    switch format {
    case .table: page(RegisterTable(register, width: Terminal.width).text, paging: !noPager)
    case .jsonl: printOut(register.jsonLines)
    case .csv, .markdown, .html: show(register.matrix)
    }
  }
}

enum DutiesFormat: String, CaseIterable, ExpressibleByArgument {
  case table, jsonl, csv, markdown, html
}

extension NormKind: ExpressibleByArgument {}
