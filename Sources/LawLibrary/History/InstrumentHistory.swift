// What made an instrument what it is: its acts in order, each with the version the library has of it or none.

import Foundation
import GRDB
import Legislation

/// An instrument's acts, from its adoption on, as the histories of all its texts and the decisions in the
/// library tell of them.
public struct InstrumentHistory: Sendable {
  /// An act and what the library has of it.
  public struct Step: Sendable {
    public internal(set) var act: LegislativeAct
    /// Nil where the library lacks the text that the act made.
    public internal(set) var version: VersionSummary?
    public internal(set) var decisions: [AmendingDecision] = []
    /// What the version is on the day asked for.
    public internal(set) var validity: Validity?
    /// What changed since the version before that the library has, in one line.
    public internal(set) var summary: String?
    /// The acts since that version of which the library has no text; the changes are theirs too.
    public internal(set) var missing: [LegislativeAct] = []
  }

  public let instrument: InstrumentSummary
  /// In order of time.
  public internal(set) var steps: [Step]
  /// Versions of which no day is known, in no order.
  public internal(set) var undated: [VersionSummary]

  /// The versions the library has, one an act, in order of time; where none has a day, the first there is.
  public var versions: [VersionSummary] {
    let dated = steps.compactMap(\.version)
    return dated.isEmpty ? Array(undated.prefix(1)) : dated
  }

  /// The title as the newest version has it.
  public var title: String { versions.last?.title ?? instrument.title }

  /// The acts on `day` or before that came after those of `version` and of which the library has no text;
  /// where the version itself is of a later day, the last act before that day.
  public func missing(after version: VersionSummary, asOf day: String) -> [LegislativeAct] {
    let place = steps.firstIndex { $0.version?.dates.date == version.dates.date } ?? -1
    let known = steps.enumerated().filter { ($1.act.effective ?? $1.act.last) <= day }
    let later = known.filter { $0.offset > place && $0.element.version == nil }
    if !later.isEmpty || place < 0 { return later.map(\.element.act) }
    guard let start = version.dates.turn, start > day else { return [] }
    // Nothing the library has was in force: what was is the last act of the day.
    return known.last.map { $0.element.version == nil ? [$0.element.act] : [] } ?? []
  }

  /// The act whose text was in force on a day; nil before the first.
  func step(inForceOn day: String) -> Step? {
    steps.last { ($0.version?.dates.turn ?? $0.act.effective ?? $0.act.last) <= day }
  }

  /// 库中没有2017年6月27日修正的版本, of acts of which the library has no text; nil for none.
  public static func note(of missing: [LegislativeAct]) -> String? {
    guard !missing.isEmpty else { return nil }
    let named = missing.suffix(3).map(\.label).joined(separator: "、")
    let count = missing.count > 3 ? "等\(missing.count)个" : "的"
    return "库中没有\(named)\(count)版本"
  }

  /// The acts between two versions of which the library has no text.
  public func missing(
    between old: VersionSummary, and new: VersionSummary
  ) -> [LegislativeAct] {
    guard let start = steps.firstIndex(where: { $0.version?.id == old.id }),
      let end = steps.firstIndex(where: { $0.version?.id == new.id }), start < end
    else { return [] }
    return steps[start + 1..<end].filter { $0.version == nil }.map(\.act)
  }
}

extension Library {
  /// What made the instrument that an address names, each version with its status on `day` and what changed
  /// in it. Throws `LibraryError.notFound`.
  public func instrumentHistory(of text: String, asOf day: String) throws -> InstrumentHistory {
    var history = try history(of: instrument(named: lawName(of: text)))
    var before: VersionSummary?
    for index in history.steps.indices {
      guard let version = history.steps[index].version else { continue }
      history.steps[index].validity = try validity(ofVersion: version.id, asOf: day)
      if let before {
        history.steps[index].summary = try map(from: before, to: version).alignment.summary
        history.steps[index].missing = history.missing(between: before, and: version)
      }
      before = version
    }
    return history
  }

  /// What made an instrument, with the decisions in the library that amended it.
  func history(of instrument: InstrumentSummary) throws -> InstrumentHistory {
    if let known = histories[instrument.id] { return known }
    var history = try ownHistory(of: instrument)
    for decision in try amendingDecisions(of: instrument) { history.steps.add(decision) }
    history.steps.sort()
    histories[instrument.id] = history
    return history
  }

  /// What the texts of an instrument themselves tell of what made it.
  func ownHistory(of instrument: InstrumentSummary) throws -> InstrumentHistory {
    let histories = try storedHistories(of: instrument)
    var steps: [InstrumentHistory.Step] = []
    var undated: [VersionSummary] = []
    var bare: [VersionSummary] = []
    for version in instrument.versions {
      let acts = LegislativeAct.acts(of: histories[version.id] ?? [])
      let isOwn = acts.last.map { version.isMade(by: $0) } ?? false
      for act in isOwn ? acts.dropLast() : acts[...] { steps.add(act) }
      if let own = acts.last, isOwn {
        steps.add(own, version: version)
      } else {
        bare.append(version)
      }
    }
    for version in bare {
      if version.date == nil { undated.append(version) } else { steps.add(version) }
    }
    steps.sort()
    return InstrumentHistory(instrument: instrument, steps: steps, undated: undated)
  }

  private func storedHistories(of instrument: InstrumentSummary) throws -> [Int64: [StoredEvent]] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, history FROM version WHERE instrument = ?", arguments: [instrument.id])
      return try rows.reduce(into: [:]) { found, row in
        let json: String = try row.value(1)
        found[try row.value(0)] = try JSONDecoder().decode(
          [StoredEvent].self, from: Data(json.utf8))
      }
    }
  }
}

extension VersionSummary {
  /// Whether it is of the day of the last act its history tells of, not of a later one.
  fileprivate func isMade(by last: LegislativeAct) -> Bool {
    guard let date else { return true }
    return days(from: last.last, to: date).map { $0 <= LegislativeAct.longestGap } ?? false
  }
}

extension [InstrumentHistory.Step] {
  fileprivate mutating func sort() {
    sort { ($0.act.first, $0.act.last) < ($1.act.first, $1.act.last) }
  }

  /// Adds an act, or what is new of one that is there.
  fileprivate mutating func add(_ act: LegislativeAct, version: VersionSummary? = nil) {
    guard let known = firstIndex(where: { $0.act.isSame(as: act) }) else {
      append(InstrumentHistory.Step(act: act, version: version))
      return
    }
    self[known].act.merge(act)
    if let version { hold(version, at: known) }
  }

  /// Of the same version from two files the longer answers.
  private mutating func hold(_ version: VersionSummary, at index: Int) {
    if let held = self[index].version,
      (held.dates.length, version.id) >= (version.dates.length, held.id)
    {
      return
    }
    self[index].version = version
  }

  /// Adds a version of which only the day is known: to the act of that day, or to the last before it that may
  /// have been made public on it.
  fileprivate mutating func add(_ version: VersionSummary) {
    guard let date = version.date else { return }
    let own = LegislativeAct(date: date, event: version.event ?? "", effective: version.dates.start)
    let near = indices.compactMap { index -> (index: Int, gap: Int)? in
      guard let gap = days(from: self[index].act.last, to: date),
        0...LegislativeAct.longestGap ~= gap
      else { return nil }
      return (index, gap)
    }
    let nearest = near.min { $0.gap < $1.gap }
    if let nearest, !contains(where: { $0.act.isSame(as: own) }) {
      hold(version, at: nearest.index)
    } else {
      add(own, version: version)
    }
  }

  /// Adds a decision to the act it is, within the time a text may take to be made public.
  fileprivate mutating func add(_ decision: AmendingDecision) {
    guard let date = decision.date else { return }
    let act = LegislativeAct(
      date: date, event: HistoryWords.changed, effective: decision.effective)
    let near = indices.compactMap { index -> (index: Int, gap: Int)? in
      guard self[index].act.isAmendment || index > 0,
        let gap = self[index].act.gap(to: date), gap <= Self.publicationGap
      else { return nil }
      return (index, gap)
    }
    if let nearest = near.min(by: { $0.gap < $1.gap }) {
      self[nearest.index].decisions.append(decision)
      self[nearest.index].act.effective =
        self[nearest.index].act.effective ?? decision.effective
    } else {
      append(InstrumentHistory.Step(act: act, version: nil, decisions: [decision]))
    }
  }

  /// Days between a decision's adoption and its being made public, either of which a history may give.
  private static let publicationGap = 45
}
