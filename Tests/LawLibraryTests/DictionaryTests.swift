// A library and the dictionary it was built with belong together.

import Foundation
import Testing

@testable import LawLibrary

@Suite struct DictionaryTests {
  @Test func anotherLexiconAsksToIndexAgain() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.tiaowen").path
    let text = folder.appendingPathComponent("a.txt")
    try "灯船须知\n\n第一条 灯船应当系缆。\n".write(to: text, atomically: true, encoding: .utf8)
    var request = IndexRequest(paths: [text.path])
    request.lexicon = "系缆灯船\n"
    _ = try Library.index(request, into: path)

    // A question of ten characters, so that its words are asked for.
    let question = SearchRequest(query: "灯船应当怎样系缆才算稳妥", asOf: "2026-06-01")
    #expect(try Library(path: path).search(question).total == 1)
    #expect(try Library(path: path, lexicon: "系缆灯船\n").search(question).total == 1)
    let error = #expect(throws: LibraryError.self) {
      try Library(path: path, lexicon: "别的词\n").search(question)
    }
    #expect(error?.description.hasSuffix("built with another lexicon; index again") == true)
  }

  @Test func everyErrorIsOneLine() {
    let errors: [LibraryError] = [
      .missing(path: "a"), .unreadable(path: "a", reason: "b"),
      .newerFormat(path: "a", found: 9, known: 1), .locked(path: "a", holder: "process 3"),
      .unwritable(path: "a", reason: "b"), .otherDictionary(path: "a", reason: "b"),
      .unsupported("a"), .notFound("a"),
    ]
    for error in errors {
      #expect(!error.description.contains("\n") && error.description.contains("a"))
    }
  }
}
