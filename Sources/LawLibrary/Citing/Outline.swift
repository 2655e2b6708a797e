// The provisions of a stored version without their text: enough to tell what an address covers.

import GRDB
import Legislation

/// The provisions of a version in the order of its text.
struct Outline: Sendable {
  private struct Place: Sendable {
    var eId: String
    /// UTF-8 bytes of the version's text.
    var start: Int
    var stop: Int
  }

  private let places: [Place]
  private let numbers: [String: Int]
  /// The last step of an eId → the provisions that end in it, in order.
  private let byLastStep: [Substring: [Int]]
  /// Whether it is made of records: then nothing is known below the article.
  private let isOfRecords: Bool

  init(version: Int64, in db: Database) throws {
    let ids = Schema.ids(ofVersion: version)
    var places: [Place] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT eid, start, stop FROM provision WHERE id >= ? AND id < ? ORDER BY id"),
      arguments: [ids.lowerBound, ids.upperBound])
    while let row = try rows.next() {
      places.append(try Place(eId: row.value(0), start: row.value(1), stop: row.value(2)))
    }
    self.places = places
    numbers = Dictionary(
      places.enumerated().map { ($1.eId, $0) }, uniquingKeysWith: { first, _ in first })
    byLastStep = Dictionary(grouping: places.indices) { CitedSpan.lastStep(places[$0].eId) }
    let form = try String.fetchOne(
      db, sql: "SELECT form FROM version WHERE id = ?", arguments: [version])
    isOfRecords = form == VersionForm.records.rawValue
  }

  /// The ordinals of all provisions.
  var all: Range<Int> { places.indices }

  /// The ordinals a run of addresses covers, what stands inside them included; nil where the text has no
  /// such provision. A whole instrument is no run.
  func ordinals(of span: CitedSpan) -> Range<Int>? {
    guard let first = ordinal(of: span.eId) else { return nil }
    guard let lastEId = span.lastEId else { return first..<end(of: first) }
    guard let last = ordinal(of: lastEId), first <= last else { return nil }
    return first..<end(of: last)
  }

  /// Whether the text has the provisions of a run, its first and its last. Records tell of articles only.
  func holding(of span: CitedSpan) -> TargetHolding {
    if span.isWhole || ordinals(of: span) != nil { return .held }
    guard isOfRecords else { return .missing }
    let isBelowArticle = span.article != span
    let mayBeThere = isBelowArticle ? ordinals(of: span.article) != nil : !span.isOfArticles
    return mayBeThere ? .unknown : .missing
  }

  /// The provision at an eId, or the first that it abbreviates: an item without its 款, a chapter
  /// without its 编.
  private func ordinal(of eId: String) -> Int? {
    if let number = numbers[eId] { return number }
    let steps = CitedSpan.steps(eId)
    guard let alike = byLastStep[CitedSpan.lastStep(eId)] else { return nil }
    var scope = places.indices
    // An article is named in full, and what it holds stands in it.
    let article = CitedSpan(eId: eId, last: nil).article.eId
    if article != eId {
      guard let above = numbers[article] else { return nil }
      scope = above..<end(of: above)
    }
    return alike[alike.partitioningIndex { $0 >= scope.lowerBound }...]
      .prefix { $0 < scope.upperBound }
      .first { abbreviates(steps, CitedSpan.steps(places[$0].eId)) }
  }

  private func abbreviates(_ steps: [Substring], _ whole: [Substring]) -> Bool {
    // What stands in an attachment is found there only.
    guard whole.last == steps.last,
      !(whole.first?.hasPrefix("att_") ?? false) || whole.first == steps.first
    else { return false }
    var rest = steps[...]
    for step in whole where rest.first == step { rest.removeFirst() }
    return rest.isEmpty
  }

  private func end(of ordinal: Int) -> Int {
    let stop = places[ordinal].stop
    return places[(ordinal + 1)...].partitioningIndex { $0.start >= stop }
  }
}
