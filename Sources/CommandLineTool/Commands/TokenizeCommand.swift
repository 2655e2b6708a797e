// tiaowen tokenize: how a text is cut into words.

import ArgumentParser
import Foundation
import Tiaowen

struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut text into words.",
    discussion: """
      One word a line: word, start and end in Unicode scalars, and kind (han latin number address \
      title punct). Without a file, or for -, standard input is read.
      """)

  @Argument(help: "Files to read; - is standard input.") var files: [String] = []
  @Option(help: "tiaowen, or icu for ICU's own breaker.") var tokenizer: Tokenizer = .tiaowen
  @Option(
    help: ArgumentHelp(
      "Terms of your own, one a line with an optional cost; jieba's lists are read too.",
      valueName: "file"))
  var lexicon: String?
  @Option(help: "tsv or jsonl.") var format: Format = .tsv

  enum Tokenizer: String, ExpressibleByArgument, CaseIterable { case tiaowen, icu }
  enum Format: String, ExpressibleByArgument, CaseIterable { case tsv, jsonl }

  func validate() throws {
    guard lexicon == nil || tokenizer == .tiaowen else {
      throw ValidationError("--lexicon is for the tiaowen tokenizer.")
    }
  }

  func run() throws {
    try reportingErrors {
      let tokens = try tokenFunction()
      var failed = false
      for file in files.isEmpty ? ["-"] : files {
        do {
          let source = try readSource(file)
          printOut(lines(tokens(source), of: source, in: file))
        } catch let error as InputError {
          Terminal.complain("tiaowen: \(error)")
          failed = true
        }
      }
      if failed { throw ExitCode(65) }
    }
  }

  private func tokenFunction() throws -> (SourceText) -> [Token] {
    guard tokenizer == .tiaowen else {
      guard let icu = ICUSegmenter() else {
        throw LibraryError.unsupported("ICU has no word rules here")
      }
      return icu.tokens(of:)
    }
    guard let lexicon else {
      return Segmenter(dictionary: DictionaryCache.dictionary()).tokens(of:)
    }
    let user: Lexicon
    do {
      user = try Lexicon(parsing: readText(lexicon))
    } catch let error as Lexicon.ParseError {
      throw LibraryError.unreadable(path: lexicon, reason: error.description)
    }
    return Segmenter(dictionary: SegmentationDictionary(lexicon: .shipped.merging(user)))
      .tokens(of:)
  }

  private func lines(_ tokens: [Token], of source: SourceText, in file: String) -> String {
    struct Line: Encodable {
      var file, word: String
      var range: [Int]
      var kind: String
    }
    var offsets = ScalarOffsets(source)
    var output = ""
    for token in tokens {
      let word = source.string(token.range)
      let range = offsets.scalars(token.range)
      switch format {
      case .tsv:
        output += "\(word)\t\(range.lowerBound)\t\(range.upperBound)\t\(token.kind.name)\n"
      case .jsonl:
        let line = Line(
          file: file, word: word, range: [range.lowerBound, range.upperBound], kind: token.kind.name
        )
        output += (try? jsonLine(line)) ?? ""
      }
    }
    return output
  }
}
