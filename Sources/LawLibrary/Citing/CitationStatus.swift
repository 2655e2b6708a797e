// What a library's citations lack: instruments it does not hold, and mentions that lead nowhere.

import GRDB
import Interchange
import Legislation

/// Counts of citations, and what could not be resolved.
public struct CitationStatus: Sendable, Encodable {
  /// How many places cite something.
  public var mentions: Int
  /// How many provisions and instruments they point at.
  public var targets: Int
  /// Instruments cited but not in the library, the most cited first.
  public var absent: [CitedTitle]
  /// How many mentions, or targets of them, lead nowhere.
  public var unresolved: Int
  /// How many for each reason: `no-target`, `no-such-provision-here`, `no-such-provision-there`.
  public var unresolvedByReason: [String: Int]
  /// Where they are asked for, text by text.
  public var unresolvedBySource: [SourceMentions]

  /// A title with how many mentions point at it.
  public struct CitedTitle: Sendable, Encodable {
    public var title: String
    public var mentions: Int
  }

  /// The unresolved mentions of one text.
  public struct SourceMentions: Sendable, Encodable {
    /// The file it was read from, or its title.
    public var source: String
    /// `reason: label mention → target`
    public var mentions: [String]
  }
}

/// Why a mention leads nowhere.
private enum UnresolvedReason: String {
  /// 前款 in the first 款.
  case noTarget = "no-target"
  /// The citing text has no such provision.
  case notHere = "no-such-provision-here"
  /// No version of the cited instrument has such a provision.
  case notThere = "no-such-provision-there"
}

/// A mention that leads nowhere, by its row.
private struct Unresolved {
  var citation: Int64
  var reason: UnresolvedReason
  /// Nil where there is no target.
  var target: StoredTarget?
}

extension Library {
  /// Counts, and the unresolved mentions text by text where they are asked for.
  func citationStatus(listingUnresolved: Bool) throws -> CitationStatus {
    // The day plays no part: a provision counts as held in any version.
    let reader = try CitationReader(self, asOf: "")
    let unresolved = try self.unresolved(reader)
    let absent = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, title, count(DISTINCT citation) FROM citation_target
          JOIN cited ON cited.id = cited WHERE own = 0 GROUP BY cited ORDER BY 3 DESC, 2
          """
      ).compactMap { row in
        reader.links.instrument(named: try row.value(0)) == nil
          ? CitationStatus.CitedTitle(title: try row.value(1), mentions: try row.value(2)) : nil
      }
    }
    return try CitationStatus(
      mentions: count("citation"), targets: count("citation_target"), absent: absent,
      unresolved: unresolved.count,
      unresolvedByReason: Dictionary(
        unresolved.map { ($0.reason.rawValue, 1) }, uniquingKeysWith: +),
      unresolvedBySource: listingUnresolved ? listed(unresolved, reader) : [])
  }

  private func count(_ table: String) throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  private func unresolved(_ reader: CitationReader) throws -> [Unresolved] {
    let (empty, targets) = try read { db in
      (
        try Int64.fetchAll(
          db, sql: "SELECT id FROM citation WHERE id NOT IN (SELECT citation FROM citation_target)"),
        try Row.fetchAll(
          db,
          sql: """
            SELECT citation, cited, key, title, own, eid, last FROM citation_target
            JOIN cited ON cited.id = cited WHERE eid <> '' ORDER BY citation
            """
        ).map { row in
          (
            citation: try row.value(0) as Int64,
            target: StoredTarget(
              cited: try row.value(1), key: try row.value(2), title: try row.value(3),
              isOwn: try row.value(4), span: CitedSpan(eId: try row.value(5), last: row[6]))
          )
        }
      )
    }
    var unresolved = empty.map { Unresolved(citation: $0, reason: .noTarget) }
    for (citation, target) in targets {
      guard let version = reader.catalogue.version(Schema.version(ofCitation: citation)),
        try reader.link(target, in: version).holding == .missing
      else { continue }
      unresolved.append(
        Unresolved(
          citation: citation, reason: target.isOwn ? .notHere : .notThere, target: target))
    }
    return unresolved.sorted { $0.citation < $1.citation }
  }

  private func listed(
    _ unresolved: [Unresolved], _ reader: CitationReader
  ) throws -> [CitationStatus.SourceMentions] {
    let byVersion = Dictionary(grouping: unresolved) { Schema.version(ofCitation: $0.citation) }
    let found = try byVersion.map { id, unresolved in
      let ids = Set(unresolved.map(\.citation)).sorted()
      let version = try reader.read(ids, of: id, asked: nil) { _, _ in nil }
      let mentions = Dictionary(uniqueKeysWithValues: zip(ids, version.mentions))
      return CitationStatus.SourceMentions(
        source: version.sources.first ?? version.title,
        mentions: unresolved.compactMap { item in
          mentions[item.citation].map { found in
            let target = item.target.map { target in
              " → " + (target.isOwn ? "" : target.title.bracketedTitle)
                + target.span.target(in: .itself).span
            }
            return
              "\(item.reason.rawValue): \(found.mention.place) \(found.mention.words)\(target ?? "")"
          }
        })
    }
    return found.sorted { $0.source < $1.source }
  }
}
