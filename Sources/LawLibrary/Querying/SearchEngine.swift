// The segments of a library as one index, and which of their documents belong to which version.

import Foundation
import GRDB
import HanText
import Legislation
import SearchIndex

/// What search needs of a library beyond its catalogue; made when the first question comes.
final class SearchEngine {
  let words: Words
  let searcher: Searcher
  let questions: QuestionTerms
  private let segments: [OpenSegment]

  /// A segment and its versions in the order of their documents.
  private struct OpenSegment {
    var id: Int64
    var documentCount: Int
    var extents: [Extent]
  }

  /// Throws `LibraryError`, `SearchIndexError` or SQLite's errors.
  init(_ queue: DatabaseQueue, path: String, lexicon: String?) throws {
    words = try Words.reading(queue, lexicon: lexicon, path: path)
    let open = try queue.inDatabase { db in
      try Row.fetchAll(db, sql: "SELECT id, documents FROM segment ORDER BY id").map { row in
        let (id, documents) = (try row.value(0) as Int64, try row.value(1) as Int)
        let extents = try Row.fetchAll(
          db, sql: "SELECT version, first, count FROM extent WHERE segment = ? ORDER BY first",
          arguments: [id])
        return OpenSegment(
          id: id, documentCount: documents,
          extents: try extents.map { row in
            let extent = try Extent(version: row.value(0), first: row.value(1), count: row.value(2))
            guard 0...documents ~= extent.first, 0...(documents - extent.first) ~= extent.count
            else {
              throw DamagedRow()
            }
            return extent
          })
      }
    }
    questions = QuestionTerms(words)
    segments = open
    searcher = Searcher(
      try open.map { (try Segment(DatabaseChunks(queue: queue, segment: $0.id)), nil) })
  }

  /// The documents of the versions that pass.
  func documents(where passes: (Int64) -> Bool) -> [DocumentSet] {
    segments.map { segment in
      var set = DocumentSet(documentCount: segment.documentCount)
      for extent in segment.extents where passes(extent.version) {
        for document in extent.first..<extent.first + extent.count { set.insert(document) }
      }
      return set
    }
  }

  /// The documents that stand for provisions, given by their rows; other rows are passed over.
  func documents(ofProvisions ids: [Int64]) throws -> [DocumentSet] {
    var sets = segments.map { DocumentSet(documentCount: $0.documentCount) }
    let wanted = Dictionary(grouping: ids, by: Schema.version(ofProvision:))
    for (number, segment) in segments.enumerated() {
      for extent in segment.extents {
        guard let ids = wanted[extent.version] else { continue }
        let documents = extent.first..<extent.first + extent.count
        for id in ids {
          if let document = try document(named: id, in: documents, segment: number) {
            sets[number].insert(document)
          }
        }
      }
    }
    return sets
  }

  /// The documents of a version stand in the order of their provisions.
  private func document(named id: Int64, in range: Range<Int>, segment: Int) throws -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let found = try name(of: Hit(segment: segment, document: middle, score: 0)).provision
      if found == id { return middle }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The version a hit belongs to.
  func version(of hit: Hit) -> Int64? {
    let extents = segments[hit.segment].extents
    var (low, high) = (0, extents.count)
    while low < high {
      let middle = (low + high) / 2
      let extent = extents[middle]
      if hit.document < extent.first {
        high = middle
      } else if hit.document >= extent.first + extent.count {
        low = middle + 1
      } else {
        return extent.version
      }
    }
    return nil
  }

  func name(of hit: Hit) throws -> DocumentName {
    guard let name = DocumentName(bytes: try searcher.identifier(of: hit)) else {
      throw SearchIndexError.corrupted(chunk: 0, reason: "a document has no name")
    }
    return name
  }
}
