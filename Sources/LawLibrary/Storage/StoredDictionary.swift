// The dictionary a library was built with, kept in the library: words are cut alike on both sides.

import Foundation
import GRDB
import HanText

/// What texts and questions are analysed with.
struct Words: Sendable {
  let dictionary: SegmentationDictionary
  let folding: FoldingTable
  /// Whether the library's texts were last analysed with another dictionary.
  let isNew: Bool

  init(_ dictionary: SegmentationDictionary, isNew: Bool) {
    self.dictionary = dictionary
    self.isNew = isNew
    folding = FoldingTable(script: dictionary.script)
  }

  func analyzer() -> Analyzer {
    Analyzer(folding: folding, segmenter: Segmenter(dictionary: dictionary))
  }
}

extension Words {
  /// For writing: the library's dictionary, built anew where there is none yet, or where the lexicon
  /// or ICU is another now.
  static func prepared(in db: Database, lexicon: String?, path: String) throws -> Words {
    let user = try lexicon ?? storedLexicon(db)
    let merged = try mergedLexicon(user)
    let fingerprint = SegmentationDictionary.fingerprint(lexicon: merged)
    if let stored = try stored(db, path: path), stored.fingerprint == fingerprint {
      return Words(stored, isNew: false)
    }
    let dictionary = SegmentationDictionary(lexicon: merged)
    try put(db, asset: "dictionary", dictionary.serialized())
    try put(db, asset: "lexicon", Array((user ?? "").utf8))
    let terms = user.map { _ in merged.terms.count - Lexicon.shipped.terms.count } ?? 0
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('lexicon', ?)",
      arguments: ["\(fingerprint), \(terms) terms of your own"])
    return Words(dictionary, isNew: true)
  }

  /// For asking: the library's dictionary; another lexicon or ICU now than then is an error.
  static func reading(_ db: Database, lexicon: String?, path: String) throws -> Words {
    guard let stored = try stored(db, path: path) else {
      throw LibraryError.unreadable(path: path, reason: "nothing was indexed yet")
    }
    let merged = try mergedLexicon(try lexicon ?? storedLexicon(db))
    guard stored.fingerprint == SegmentationDictionary.fingerprint(lexicon: merged) else {
      let other = lexicon == nil ? "dictionary (ICU or tiaowen is another release)" : "lexicon"
      throw LibraryError.otherDictionary(path: path, reason: "built with another \(other)")
    }
    return Words(stored, isNew: false)
  }

  private static func stored(_ db: Database, path: String) throws -> SegmentationDictionary? {
    do {
      return try db.firstRow("SELECT bytes FROM asset WHERE name = 'dictionary'", []) { row in
        try row.withUnsafeData(atIndex: 0) { data in
          try (data ?? Data()).withUnsafeBytes { try SegmentationDictionary(serialized: $0) }
        }
      }
    } catch is DictionaryFileError {
      throw LibraryError.unreadable(path: path, reason: "damaged dictionary; index again")
    }
  }

  private static func storedLexicon(_ db: Database) throws -> String? {
    try asset(db, "lexicon").flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }

  private static func mergedLexicon(_ user: String?) throws -> Lexicon {
    guard let user else { return .shipped }
    do {
      return try Lexicon.shipped.merging(Lexicon(parsing: user))
    } catch {
      throw LibraryError.unreadable(path: "lexicon", reason: error.description)
    }
  }

  private static func asset(_ db: Database, _ name: String) throws -> [UInt8]? {
    try db.firstRow("SELECT bytes FROM asset WHERE name = ?", [name]) { try $0.bytes(0) }
  }

  private static func put(_ db: Database, asset name: String, _ bytes: [UInt8]) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO asset (name, bytes) VALUES (?, ?)",
      arguments: [name, Data(bytes)])
  }
}
