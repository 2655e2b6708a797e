// What two versions of an instrument ask, compared duty by duty.

import Legislation
import Norms

/// The duties, prohibitions, permissions, competences and sanctions that changed between two versions.
///
/// ```swift
/// let old = ParsedDocument(parsing: SourceText("示例规定\n第一条　船长应当在十五日内报告。"))
/// let new = ParsedDocument(parsing: SourceText("示例规定\n第一条　船长应当在十日内报告。"))
/// let duties = DutyChanges(Alignment(old: old, new: new), old: old, new: new)
/// print(duties.changes[0].kind, duties.changes[0].reasons[0].text)  // tightened 期限由十五日改为十日
/// ```
///
/// A norm whose words stayed, or in which only references follow the new numbers, is no change.
public struct DutyChanges: Sendable {
  /// The norms of the two versions.
  public let old: [Norm]
  public let new: [Norm]
  /// In the order of the new version, what was dropped where it stood.
  public let changes: [DutyChange]

  public init(_ alignment: Alignment, old: ParsedDocument, new: ParsedDocument) {
    self.old = NormFinder().norms(in: old)
    self.new = NormFinder().norms(in: new)
    var rows: (old: [ArticleKey: Int], new: [ArticleKey: Int]) = ([:], [:])
    for (index, row) in alignment.rows.enumerated() {
      for key in row.old { rows.old[key] = index }
      for key in row.new { rows.new[key] = index }
    }
    let before = NormReading(
      self.old, parties: Self.parties(of: self.old, in: old),
      from: PhraseSource(old, OwnReference.all(in: old), carriedBy: alignment), rows: rows.old
    ).norms
    let after = NormReading(
      self.new, parties: Self.parties(of: self.new, in: new), from: PhraseSource(new),
      rows: rows.new
    ).norms
    changes = DutySorting(before, after).changes
  }

  private static func parties(of norms: [Norm], in document: ParsedDocument) -> [[[String]]] {
    var names = NormParties(PartyNames(of: document), in: document)
    return norms.map { names.parties(of: $0) }
  }
}

/// Tells what became of each norm.
private struct DutySorting {
  private let old: [ComparedNorm]
  private let new: [ComparedNorm]
  private let oldOfRow: [Int: [Int]]
  private let newOfRow: [Int: [Int]]
  /// From how alike two conditions are of one breach.
  private static let sameBreach = 0.7
  /// Characters from which an action is the same wherever it stands.
  private static let tellingAction = 12

  init(_ old: [ComparedNorm], _ new: [ComparedNorm]) {
    (self.old, self.new) = (old, new)
    oldOfRow = Dictionary(grouping: old.indices) { old[$0].row ?? -1 }
    newOfRow = Dictionary(grouping: new.indices) { new[$0].row ?? -1 }
  }

  var changes: [DutyChange] {
    var placed: [(place: (Int, Int, Int), change: DutyChange)] = []
    let pairs = NormMatcher(old, new).pairs
    var comparer = DutyComparer()
    for (i, j) in pairs {
      let rest = (
        others(i, in: old, oldOfRow[new[j].row ?? -1]),
        others(j, in: new, newOfRow[old[i].row ?? -1])
      )
      if let change = comparer.change(old[i], new[j], rest) {
        placed.append(((new[j].row ?? -1, j, 1), change))
      }
    }
    let (oldOfPair, newOfPair) = (Self.byPair(old), Self.byPair(new))
    let newOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.old, $0.new) })
    let oldOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.new, $0.old) })
    for i in old.indices
    where newOf[i] == nil
      && !isHeld(old[i], in: new, newOfRow, newOfPair, { oldOf[$0].map { old[$0] } })
    {
      placed.append(
        (
          (old[i].row ?? -1, place(ofDropped: i, pairs), 0),
          DutyChange(kind: .dropped, old: old[i].indices, new: [], reasons: [])
        ))
    }
    for j in new.indices
    where oldOf[j] == nil
      && !isHeld(new[j], in: old, oldOfRow, oldOfPair, { newOf[$0].map { new[$0] } })
    {
      placed.append(
        (
          (new[j].row ?? -1, j, 1),
          DutyChange(kind: .added, old: [], new: new[j].indices, reasons: [])
        ))
    }
    return placed.sorted { $0.place < $1.place }.map(\.change)
  }

  /// The norms by the pairs of neighbouring characters in what they ask.
  private static func byPair(_ norms: [ComparedNorm]) -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    for (place, norm) in norms.enumerated() {
      for pair in norm.action.pairs { places[pair, default: []].append(place) }
    }
    return places
  }

  /// Right before the norm that the next old one became, where that stands in the same article.
  private func place(ofDropped i: Int, _ pairs: [(old: Int, new: Int)]) -> Int {
    pairs.first { $0.old > i && new[$0.new].row == old[i].row }?.new ?? .max
  }

  private func others(_ index: Int, in norms: [ComparedNorm], _ row: [Int]?) -> [ComparedNorm] {
    (row ?? []).filter { $0 != index }.map { norms[$0] }
  }

  /// Whether all that a norm asks is asked by one of the other version, and was not by what that one goes
  /// with: two readings of one sentence are no change. Short ones are looked for in the same article alone.
  private func isHeld(
    _ norm: ComparedNorm, in others: [ComparedNorm], _ ofRow: [Int: [Int]],
    _ ofPair: [UInt64: [Int]], _ counterpart: (Int) -> ComparedNorm?
  ) -> Bool {
    let isTelling = norm.norm.kind != .sanction && norm.action.scalars.count >= Self.tellingAction
    // Who says all of it says its rarest pair of characters.
    let places =
      isTelling
      ? norm.action.pairs.map { ofPair[$0] ?? [] }.min { $0.count < $1.count } ?? []
      : norm.row.flatMap { ofRow[$0] } ?? []
    return places.contains { place in
      let other = others[place]
      guard other.norm.kind == norm.norm.kind, norm.action.stands(in: other.action),
        counterpart(place).map({ !norm.action.stands(in: $0.action) }) ?? true
      else { return false }
      // The same punishment for another breach is another.
      guard norm.norm.kind == .sanction, let condition = norm.condition else { return true }
      return other.condition.map { condition.likeness(to: $0) >= Self.sameBreach } ?? false
    }
  }
}
