// The dictionary a library was built with, kept in the library: words are cut alike on both sides.

import Foundation
import GRDB
import HanText
import Synchronization

/// What texts and questions are analysed with.
///
/// Folding is always at hand. The dictionary, some megabytes, is loaded when words are first needed: most
/// short questions never need it.
final class Words: Sendable {
  let folding: FoldingTable
  /// Whether the library's texts were last analysed with another dictionary.
  let isNew: Bool
  private let loaded: Mutex<SegmentationDictionary?>
  private let load: @Sendable () throws -> SegmentationDictionary

  private init(_ dictionary: SegmentationDictionary, isNew: Bool) {
    folding = FoldingTable(script: dictionary.script)
    self.isNew = isNew
    loaded = Mutex(dictionary)
    load = { dictionary }
  }

  private init(
    script: ScriptFolding, load: @escaping @Sendable () throws -> SegmentationDictionary
  ) {
    folding = FoldingTable(script: script)
    isNew = false
    loaded = Mutex(nil)
    self.load = load
  }

  /// The dictionary. Throws `LibraryError` where the library's is damaged.
  func dictionary() throws -> SegmentationDictionary {
    try loaded.withLock { loaded in
      if let loaded { return loaded }
      let dictionary = try load()
      loaded = dictionary
      return dictionary
    }
  }

  func terms() throws -> WordTerms {
    WordTerms(segmenter: Segmenter(dictionary: try dictionary()), folding: folding)
  }
}

extension Words {
  /// For writing: the library's dictionary, built anew where there is none yet, or where the lexicon
  /// or ICU is another now.
  static func prepared(in db: Database, lexicon: String?, path: String) throws -> Words {
    let user = try lexicon ?? storedLexicon(db)
    let merged = try mergedLexicon(user)
    let fingerprint = SegmentationDictionary.fingerprint(lexicon: merged)
    if try storedFingerprint(db) == fingerprint.description {
      return Words(try storedDictionary(db, path: path), isNew: false)
    }
    let dictionary = SegmentationDictionary(lexicon: merged)
    try put(db, asset: "dictionary", dictionary.serialized())
    try put(db, asset: "script", dictionary.script.serialized())
    try put(db, asset: "lexicon", Array((user ?? "").utf8))
    try put(db, "dictionary", fingerprint.description)
    let terms = user == nil ? 0 : merged.terms.count - Lexicon.shipped.terms.count
    try put(db, "lexicon", "\(fingerprint), \(terms) terms of your own")
    return Words(dictionary, isNew: true)
  }

  /// For asking: the library's dictionary; another lexicon or ICU now than then is an error.
  static func reading(_ queue: DatabaseQueue, lexicon: String?, path: String) throws -> Words {
    let script = try queue.inDatabase { db in
      guard let stored = try storedFingerprint(db), let script = try asset(db, "script") else {
        throw LibraryError.unreadable(path: path, reason: "nothing was indexed yet")
      }
      let merged = try mergedLexicon(try lexicon ?? storedLexicon(db))
      guard stored == SegmentationDictionary.fingerprint(lexicon: merged).description else {
        let other = lexicon == nil ? "dictionary (ICU or tiaowen is another release)" : "lexicon"
        throw LibraryError.otherDictionary(path: path, reason: "built with another \(other)")
      }
      return ScriptFolding(serialized: script)
    }
    guard let script else {
      throw LibraryError.unreadable(path: path, reason: "damaged dictionary; index again")
    }
    return Words(script: script) {
      try queue.inDatabase { try storedDictionary($0, path: path) }
    }
  }

  private static func storedDictionary(
    _ db: Database, path: String
  ) throws -> SegmentationDictionary {
    let dictionary = try? db.firstRow("SELECT bytes FROM asset WHERE name = 'dictionary'", []) {
      row in
      try row.withUnsafeData(atIndex: 0) { data in
        try (data ?? Data()).withUnsafeBytes { try SegmentationDictionary(serialized: $0) }
      }
    }
    guard let dictionary else {
      throw LibraryError.unreadable(path: path, reason: "damaged dictionary; index again")
    }
    return dictionary
  }

  private static func storedFingerprint(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'dictionary'")
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

  private static func put(_ db: Database, _ name: String, _ value: String) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", arguments: [name, value])
  }
}
