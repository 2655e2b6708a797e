// One target looked up in the library: which instrument, which version, and whether the provision is there.

import Citations
import GRDB
import HanText
import Legislation

extension Verifier {
  /// Looks a target up in the library; a provision that is there goes on to be judged.
  func look(
    up target: CitationTarget, of title: String, _ cited: CitedVersion?, _ words: ClaimedWords,
    writtenOn writing: WritingDay?, for blank: CheckedCitation
  ) throws -> PendingCheck {
    var check = blank
    func settled(_ verdict: Verdict, _ reason: String?) -> PendingCheck {
      PendingCheck(check: check.with(verdict, reason))
    }
    let instrument: InstrumentSummary
    switch find(title) {
    case .found(let found): instrument = found
    case .several(let titles):
      return settled(.unchecked, "库中有不止一部：" + titles.prefix(3).map(\.bracketedTitle).joined())
    case .none(let near):
      if let repeal = instruments.repeal(of: title, asOf: day) {
        let by = repeal.by.map { "由\($0.bracketedTitle)" } ?? ""
        let event = "\(chineseDate(repeal.date))\(by)废止"
        // A title may be given again to a new instrument: what is cited after its repeal may be that one.
        return try library.cites(title, after: repeal.date)
          ? settled(.unchecked, "库中没有；同名法规\(event)，此后的文本仍在引用这一名称")
          : settled(.repealed, "\(event)；原文不在库中")
      }
      let hint = near.isEmpty ? "" : "；名称相近的有" + near.map(\.bracketedTitle).joined()
      return settled(.unchecked, "库中没有\(title.bracketedTitle)" + hint)
    }
    check.instrument = instrument.title
    let version: VersionSummary
    switch try choose(instrument, cited) {
    case .version(let chosen): version = chosen
    case .none(let reason): return settled(.unchecked, reason)
    }
    check.version = version.date
    let validity = try library.validity(ofVersion: version.id, asOf: day)
    var end: String?
    switch validity {
    case .repealed, .amended: end = try reason(validity, instrument, version)
    default: break
    }
    let shelf = try shelf(of: version)
    if target.path.isEmpty || check.citation.isOpen {
      if let end { return settled(.repealed, end) }
      if check.citation.isOpen { return settled(.unchecked, "只说有关规定，没有指明条款") }
      let place = words.longQuotation.map { words in
        shelf.place(of: words.folded, folding).map { "引文是\($0)的文字" } ?? "引文不在其中"
      }
      return settled(
        .unchecked, ["没有指明条款", validity.label, place].compactMap(\.self).joined(separator: "；"))
    }
    let isRepealed = if case .repealed = validity { true } else { false }
    if !isRepealed,
      let older = try olderNumber(
        target, version, of: instrument, words, writtenOn: writing, for: check)
    {
      return older
    }
    let gap = InstrumentHistory.note(
      of: try library.history(of: instrument).missing(after: version, asOf: day))
    switch shelf.look(up: target) {
    case .unknown(let reason): return settled(.unchecked, reason)
    case .missing(let reason):
      if isRepealed, let end { return settled(.repealed, end + "；" + reason) }
      let other = try otherVersion(of: instrument, than: version) {
        if case .found = $0.look(up: target) { true } else { false }
      }
      let parts = [reason, other.map { "\($0)的版本有" }, gap]
      return settled(.missing, parts.compactMap(\.self).joined(separator: "；"))
    case .found(let texts):
      if let end {
        let isKept = try !isRepealed && isUnchanged(texts, target, in: instrument)
        return settled(.repealed, end + (isKept ? "；条文未变" : ""))
      }
      check.reason = gap
      if case .pending = validity {
        check.reason = [validity.label, gap].compactMap(\.self).joined(separator: "；")
      }
      check.verdict = .exists
      return PendingCheck(
        check: check, text: ComparedText(texts.joined(separator: "\n"), folding),
        looked: (instrument, version))
    }
  }

  /// Whether the version of the day says the same under the same number.
  private func isUnchanged(
    _ texts: [String], _ target: CitationTarget, in instrument: InstrumentSummary
  ) throws -> Bool {
    guard let current = instrument.current(asOf: day).first,
      case .found(let now) = try shelf(of: current).look(up: target)
    else { return false }
    let words = [texts, now].map { ComparedText($0.joined(separator: "\n"), folding).folded }
    return words[0] == words[1]
  }

  /// The instrument a title means, looked for once.
  private func find(_ title: String) -> CitedInstruments.Answer {
    if let answer = answers[title] { return answer }
    let answer = instruments.find(title)
    answers[title] = answer
    return answer
  }

  /// Where words come from that are quoted from a provision and not its own.
  func elsewhere(_ pending: PendingCheck, _ words: ComparedText) throws -> String? {
    guard let (instrument, version) = pending.looked, let target = pending.check.target,
      words.count > 1
    else { return nil }
    let other = try otherVersion(of: instrument, than: version) { shelf in
      guard case .found(let texts) = shelf.look(up: target) else { return false }
      let text = ComparedText(texts.joined(separator: "\n"), folding)
      return QuotationCheck.isFound(words.folded, in: text.folded)
    }
    var place: String?
    if words.count >= ClaimedWords.longTerm {
      place = try shelf(of: version).place(of: words.folded, folding)
    }
    switch (other, place) {
    case (let other?, let place?): return "引文与\(other)的版本一致；现在是\(place)的文字"
    case (let other?, nil): return "引文与\(other)的版本一致，与所核版本不符"
    case (nil, let place?): return "引文是\(place)的文字"
    case (nil, nil): return nil
    }
  }

  private enum Choice {
    case version(VersionSummary)
    case none(String)
  }

  /// The version a citation is checked against: the one it names, else the one of the day.
  private func choose(
    _ instrument: InstrumentSummary, _ cited: CitedVersion?
  ) throws -> Choice {
    let current = instrument.current(asOf: day)
    guard var version = current.first else { return .none("库中没有这部法规的文本") }
    if current.count > 1 { return .none("库中有几个没有日期的版本，无从选定") }
    switch cited {
    case .year(let year, let isNote):
      let named = instrument.versions.filter { version in
        [version.date, version.effective, version.published].contains {
          $0?.hasPrefix("\(year)-") == true
        }
      }
      if let last = named.last {
        // 2021年《…》 may name the year of the version in force.
        version = named.contains { $0.id == version.id } ? version : last
      } else if try isNote || madeWithoutText(instrument, in: year) {
        return .none("库中没有\(year)年的版本")
      }
    case .former:
      guard let place = instrument.versions.firstIndex(where: { $0.id == version.id }) else {
        break
      }
      guard place > 0 else {
        // 原《…》 may also be an instrument that is repealed as a whole.
        guard let state = try? library.validity(ofVersion: version.id, asOf: day),
          case .repealed = state
        else { return .none("库中没有修改前的版本") }
        break
      }
      version = instrument.versions[place - 1]
    case nil: break
    }
    if let date = version.date, date > day {
      return .none("库中最早的版本是\(chineseDate(date))的，晚于所问的日子")
    }
    return .version(version)
  }

  /// Whether an act of a year is told of that the library has no text of.
  private func madeWithoutText(_ instrument: InstrumentSummary, in year: Int) throws -> Bool {
    try library.history(of: instrument).steps.contains {
      $0.version == nil && $0.act.last.hasPrefix("\(year)-")
    }
  }

  private func reason(
    _ validity: Validity, _ instrument: InstrumentSummary, _ version: VersionSummary
  ) throws -> String {
    switch validity {
    case .repealed(let date):
      let by = try library.catalogue().repeal(
        ofKey: instrument.key, own: instrument.id, after: version.date, asOf: day)
      let title = try by.flatMap { try library.catalogue().title(of: $0.by) }
      return (date.map(chineseDate) ?? "") + (title.map { "由\($0.bracketedTitle)" } ?? "") + "废止"
    case .amended(let date):
      let place = version.date.map { chineseDate($0) + "的版本" } ?? "这个版本"
      return place + (date.map { "，\(chineseDate($0))起" } ?? "") + "已被修改后的版本取代"
    default: return validity.label
    }
  }

  /// The date of another version that passes a test, the latest first.
  private func otherVersion(
    of instrument: InstrumentSummary, than version: VersionSummary,
    where passes: (ProvisionShelf) -> Bool
  ) throws -> String? {
    for other in instrument.versions.reversed().prefix(6) where other.id != version.id {
      if let date = other.date, passes(try shelf(of: other)) { return chineseDate(date) }
    }
    return nil
  }

  func shelf(of version: VersionSummary) throws -> ProvisionShelf {
    if let shelf = shelves[version.id] { return shelf }
    let shelf = ProvisionShelf(try library.text(ofVersion: version.id))
    if shelves.count > 64 { shelves.removeAll() }
    shelves[version.id] = shelf
    return shelf
  }
}

extension Library {
  /// Whether a text made after `day` (`YYYY-MM-DD`) cites an instrument by a title.
  fileprivate func cites(_ title: String, after day: String) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM cited JOIN citation_target ON citation_target.cited = cited.id
            JOIN version ON version.id = citation >> \(Schema.ordinalBits)
            WHERE cited.key = ? AND version.date > ?)
          """, arguments: [titleKey(title), day]) ?? false
    }
  }
}
