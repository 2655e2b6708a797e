// The library of Corpus/ that citations are verified against, made once.

import Foundation
import HanText
import Legislation
import Synchronization
import Testing

@testable import LawLibrary

enum VerificationShelf {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let corpus = Result { try library(of: [root.appendingPathComponent("Corpus").path]) }

  /// A library made of files, in a folder that goes when the tests end.
  static func library(of paths: [String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    made.withLock { $0.append(folder) }
    let path = folder.appendingPathComponent("shelf.tiaowen").path
    _ = try Library.index(IndexRequest(paths: paths), into: path)
    return path
  }

  private static let made: Mutex<[URL]> = {
    atexit {
      for url in VerificationShelf.made.withLock({ $0 }) {
        try? FileManager.default.removeItem(at: url)
      }
    }
    return Mutex([])
  }()

  static func check(_ text: String, asOf day: String = "2026-06-01") throws -> [CheckedCitation] {
    try check(text, asOf: day, in: corpus.get())
  }

  static func check(_ text: String, asOf day: String, in library: String) throws
    -> [CheckedCitation]
  {
    try Verifier(Library(path: library), asOf: day)
      .check(ParsedDocument(parsing: SourceText(text)))
  }
}
