// Counts of a library, and the files whose text did not fit.

import Foundation
import GRDB

/// What a library holds.
public struct LibraryStatus: Sendable, Encodable {
  /// Bytes of the file.
  public var bytes: Int
  public var instruments: Int
  public var versions: Int
  public var provisions: Int
  /// Provisions that search answers with.
  public var documents: Int
  public var segments: Int
  /// Which dictionary and lexicon the words were cut with.
  public var lexicon: String
  public var warnings: Int
  public var versionsWithWarnings: Int
  public var warningsByCode: [String: Int]
  public var filesWithWarnings: [FileWarnings]
  /// What the texts cite, and what of it leads nowhere.
  public var citations: CitationStatus

  /// The warnings of one file.
  public struct FileWarnings: Sendable, Encodable {
    public var source: String
    /// `code: message (range in Unicode scalars)`
    public var warnings: [String]
  }
}

/// A warning as the version table keeps it.
struct StoredWarning: Codable {
  var code: String
  var message: String
  /// `[start, end)` in Unicode scalars of the source text.
  var range: [Int]
}

extension Library {
  /// Counts; the warnings and the unresolved citations file by file where they are asked for.
  public func status(listingWarnings: Bool, listingCitations: Bool) throws -> LibraryStatus {
    let instruments = try catalogue().instruments.count
    let citations = try citationStatus(listingUnresolved: listingCitations)
    return try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      var byCode: [String: Int] = [:]
      var files: [LibraryStatus.FileWarnings] = []
      var total = 0
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT warnings, coalesce(min(path), title) FROM version
          LEFT JOIN origin ON origin.version = version.id LEFT JOIN source ON source.id = origin.source
          WHERE warnings <> '[]' GROUP BY version.id ORDER BY 2
          """)
      for row in rows {
        let json: String = try row.value(0)
        let warnings = try JSONDecoder().decode([StoredWarning].self, from: Data(json.utf8))
        total += warnings.count
        for warning in warnings { byCode[warning.code, default: 0] += 1 }
        if listingWarnings {
          files.append(
            LibraryStatus.FileWarnings(
              source: try row.value(1),
              warnings: warnings.map {
                "\($0.code): \($0.message) (\($0.range.map(String.init).joined(separator: "–")))"
              }))
        }
      }
      let size = try count("PRAGMA page_count") * count("PRAGMA page_size")
      return LibraryStatus(
        bytes: size, instruments: instruments,
        versions: try count("SELECT count(*) FROM version"),
        provisions: try count("SELECT count(*) FROM provision"),
        documents: try count("SELECT coalesce(sum(count), 0) FROM extent"),
        segments: try count("SELECT count(*) FROM segment"),
        lexicon: try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'lexicon'")
          ?? "",
        warnings: total, versionsWithWarnings: rows.count, warningsByCode: byCode,
        filesWithWarnings: files, citations: citations)
    }
  }
}
