// A library open for questions: one file, seen as it was when it was opened.

import Foundation
import GRDB
import HanText
import Legislation

/// A library file open for reading.
///
/// It is a snapshot: `index` may write a new state meanwhile, and an open library goes on answering
/// from the one it saw.
///
/// ```swift
/// let library = try Library(path: "rules.tiaowen")
/// let result = try library.search(SearchRequest(query: "深度合成 备案"))
/// for hit in result.hits { print(hit.citation, hit.text) }
/// ```
public final class Library {
  /// Where the file is.
  public let path: String
  let queue: DatabaseQueue
  let timeline: Timeline
  private let lexicon: String?
  private var openEngine: SearchEngine?
  private var wholeCatalogue: Catalogue?
  private var texts: [Int64: VersionText] = [:]
  /// Made with the first question that compares texts.
  lazy var folding = FoldingTable()
  var histories: [Int64: InstrumentHistory] = [:]
  var maps: [VersionPair: ProvisionMap] = [:]

  /// Opens the library at `path`. A `lexicon`, a file's text, must be the one it was built with;
  /// nil takes the library's own. Throws `LibraryError`.
  public init(path: String, lexicon: String? = nil) throws {
    self.path = path
    self.lexicon = lexicon
    let queue = try DatabaseQueue.reading(path)
    self.queue = queue
    timeline = try translatingErrors(path: path) {
      try queue.inDatabase { db in
        // A transaction for the whole life holds the snapshot.
        try db.execute(sql: "BEGIN")
        return try Timeline(db)
      }
    }
  }

  /// Runs a read in the snapshot.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try translatingErrors(path: path) { try queue.inDatabase(body) }
  }

  /// The search index, opened with the first question.
  func engine() throws -> SearchEngine {
    if let openEngine { return openEngine }
    let engine = try translatingErrors(path: path) {
      try SearchEngine(queue, path: path, lexicon: lexicon)
    }
    openEngine = engine
    return engine
  }

  /// All instruments, read when they are first asked for.
  func catalogue() throws -> Catalogue {
    if let wholeCatalogue { return wholeCatalogue }
    let catalogue = try read { try Catalogue($0) }
    wholeCatalogue = catalogue
    return catalogue
  }

  /// The instruments of some versions only: what a page of hits needs.
  func catalogue(ofVersions ids: some Sequence<Int64>) throws -> Catalogue {
    if let wholeCatalogue { return wholeCatalogue }
    return try read { try Catalogue($0, instruments: Set(ids.compactMap(timeline.instrument))) }
  }

  /// The instruments whose title a person may mean by `name`; all where it is nil. Sorted by title.
  public func instruments(named name: String? = nil) throws -> [InstrumentSummary] {
    guard let name else { return try catalogue().instruments }
    return try catalogue().instruments(named: name)
  }

  /// What a version is on `day` (`YYYY-MM-DD`).
  public func validity(ofVersion id: Int64, asOf day: String) throws -> Validity {
    try catalogue().validity(of: id, asOf: day)
  }

  /// The files a version was read from.
  public func sources(ofVersion id: Int64) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT path FROM origin JOIN source ON source.id = origin.source
          WHERE origin.version = ? ORDER BY path
          """, arguments: [id])
    }
  }

  /// The text and provisions of a version.
  func text(ofVersion id: Int64) throws -> VersionText {
    if let text = texts[id] { return text }
    let text = try read { try VersionText(version: id, in: $0) }
    if texts.count > 64 { texts.removeAll() }
    texts[id] = text
    return text
  }
}
