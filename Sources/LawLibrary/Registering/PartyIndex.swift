// The names of parties in a library: which ones a person means, and which come near.

import GRDB
import Norms

/// Looks names up in the tables of one library.
struct PartyIndex {
  let db: Database

  /// The rows of the parties a question means, with all that stand under them.
  func parties(meant question: PartyQuestion) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for name in question.parties {
      // UNION, not UNION ALL: a damaged file may hold a circle.
      found.formUnion(
        try Int64.fetchAll(
          db,
          sql: """
            WITH RECURSIVE under(id) AS (
              SELECT id FROM party WHERE name = ?
              UNION SELECT party.id FROM party JOIN under ON party.parent = under.id)
            SELECT id FROM under
            """, arguments: [name]))
    }
    return found
  }

  /// The norms that a party bears, in the order of their ids.
  func norms(borneBy question: PartyQuestion) throws -> [Int64] {
    var norms: Set<Int64> = []
    for party in try parties(meant: question) {
      norms.formUnion(
        try Int64.fetchAll(
          db.cachedStatement(sql: "SELECT norm FROM norm_bearer WHERE party = ?"),
          arguments: [party]))
    }
    norms.formUnion(
      try Int64.fetchAll(
        db,
        sql: """
          SELECT norm FROM norm_bearer JOIN party ON party.id = phrase WHERE name = ?
          """, arguments: [question.name]))
    return norms.sorted()
  }

  /// A few names that hold the characters of the one asked for in order, are held in it, or share many
  /// pairs of characters with it, the likeliest first.
  func names(near name: String, limit: Int = 5) throws -> [String] {
    let asked = name.scalarPairs
    guard !asked.isEmpty else { return [] }
    let names = try Row.fetchCursor(
      db, sql: "SELECT name FROM party WHERE id IN (SELECT party FROM norm_bearer)")
    var near: [(name: String, score: Double)] = []
    while let row = try names.next() {
      let other: String = try row.value(0)
      let pairs = other.scalarPairs
      let shared = asked.intersection(pairs).count
      guard shared > 0 else { continue }
      let likeness = Double(2 * shared) / Double(asked.count + pairs.count)
      let bonus = other.holdsInOrder(name) || name.holdsInOrder(other) ? 0.5 : 0
      if likeness + bonus >= 0.4 { near.append((other, likeness + bonus)) }
    }
    return near.sorted { ($1.score, $0.name) < ($0.score, $1.name) }.prefix(limit).map(\.name)
  }
}

extension Library {
  /// The rows of the provisions with a norm that a party bears, and of those they stand in.
  func provisions(boundBy party: String) throws -> [Int64] {
    let norms = try read { try PartyIndex(db: $0).norms(borneBy: PartyQuestion(party)) }
    let provisions = try read { db in
      var found: Set<Int64> = []
      let place = try db.cachedStatement(sql: "SELECT ordinal FROM norm WHERE id = ?")
      let above = try db.cachedStatement(sql: "SELECT parent FROM provision WHERE id = ?")
      for norm in norms {
        guard let ordinal = try Int.fetchOne(place, arguments: [norm]) else { throw DamagedRow() }
        var next: Int64? = Schema.provisionID(
          version: Schema.version(ofProvision: norm), ordinal: ordinal)
        while let id = next, found.insert(id).inserted {
          next = try Int64.fetchOne(above, arguments: [id])
        }
      }
      return found
    }
    return provisions.sorted()
  }
}

extension String {
  /// Its pairs of neighbouring scalars.
  var scalarPairs: Set<[Unicode.Scalar]> {
    let scalars = Array(unicodeScalars)
    return Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] })
  }
}
