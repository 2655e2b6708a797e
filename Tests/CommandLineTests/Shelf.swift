// A library and the folder of texts it is made from, small enough for one test.

import Foundation
import HanText
import Testing

/// A folder with texts and a library beside them.
///
/// Making a dictionary takes longest, so every library begins as a copy of one made of an empty
/// folder.
final class Shelf: Sendable {
  /// The day questions are asked on, unless a test says otherwise.
  static let day = "2026-06-01"

  let folder: Folder

  var library: String { folder.path("shelf.tiaowen") }
  var texts: String { folder.path("texts") }

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(atPath: texts, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Shared.empty.get(), toPath: library)
  }

  /// With texts by name, indexed at once.
  convenience init(_ texts: [String: String]) throws {
    try self.init()
    for (name, text) in texts { try write(name, text) }
    let outcome = try index()
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try folder.write("texts/" + name, text)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.path("texts/" + name))
  }

  func index(_ more: String...) throws -> Program.Outcome {
    try Program.run(Program.process(["index", texts, "--library", library] + more))
  }

  /// Runs a command on the library.
  func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(
      Program.process([arguments[0], "--library", library] + arguments.dropFirst()))
  }

  /// Asks as a script does. Nothing found is an answer; any other failure is not.
  func search(_ query: String, _ options: String...) throws -> Answer {
    try Self.search(query, options, library: library)
  }

  static func search(_ query: String, _ options: [String], library: String) throws -> Answer {
    var arguments = ["search", "--library", library, "--format", "json"] + options
    if !options.contains("--as-of") { arguments += ["--as-of", day] }
    let outcome = try Program.run(Program.process(arguments + ["--", query]))
    try #require(outcome.status <= 1, "\(query): \(outcome.errors)")
    let answer = try decode(Answer.self, outcome.output)
    #expect(outcome.status == (answer.hits.isEmpty ? 1 : 0))
    return answer
  }

  func counts() throws -> Counts {
    try decode(Counts.self, run("status", "--format", "json").output)
  }

  func list(asOf day: String = Shelf.day) throws -> [Listed] {
    let outcome = try run("list", "--format", "jsonl", "--as-of", day)
    return try outcome.output.split(separator: "\n").map { try decode(Listed.self, $0) }
  }
}

/// Libraries that many tests read, made once.
enum Shared {
  private static let folder = Result { try Folder() }

  /// A library with a dictionary and no texts.
  static let empty: Result<String, any Error> = Result {
    let folder = try Shared.folder.get()
    let path = folder.path("empty.tiaowen")
    let outcome = try Program.run("index", folder.path(""), "--library", path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return path
  }

  /// The library of `Corpus/`.
  static let corpus: Result<String, any Error> = Result {
    let path = try Shared.folder.get().path("corpus.tiaowen")
    try FileManager.default.copyItem(atPath: empty.get(), toPath: path)
    let outcome = try Program.run("index", Program.corpus, "--library", path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return path
  }

  static func search(_ query: String, _ options: String...) throws -> Answer {
    try Shelf.search(query, options, library: corpus.get())
  }
}

/// A regulation as the collections print them.
///
/// `articles` are the texts without 第X条; a line feed parts 款.
func regulation(
  _ title: String, published: String? = nil, effective: String? = nil, amended: String? = nil,
  issuer: String = "青屿市算法局", articles: [String]
) -> String {
  var text = "# \(title)\n\n"
  if let published { text += "\(han(published)) \(issuer)令第3号公布\n\n" }
  if let amended { text += "\(han(amended)) \(issuer)令第9号修订\n\n" }
  if let effective { text += "\(han(effective)) 施行\n\n" }
  text += "<!-- INFO END -->\n\n"
  for (number, article) in articles.enumerated() {
    let lines = article.split(separator: "\n").joined(separator: "\n\n")
    text += "第\(ChineseNumeral.format(number + 1))条 \(lines)\n\n"
  }
  return text
}

/// 2024-03-01 as 2024年3月1日.
private func han(_ date: String) -> String {
  let parts = date.split(separator: "-").compactMap { Int($0) }
  return "\(parts[0])年\(parts[1])月\(parts[2])日"
}
