// Citations by the numbers of an older version: how it shows, and what they are called now.

import Citations
import HanText
import Legislation

extension Verifier {
  /// How it shows that a text means an older version.
  private enum Sign {
    /// It says so: 2016年《…》, 修改前的第七条.
    case said
    /// Words quoted are the older version's.
    case quoted
    /// It was written before the newer one.
    case written(String)
    /// The newer one has no such number.
    case lacking
  }

  /// The verdict on a target that is named as an older version has it and called otherwise now, or gone; nil
  /// where nothing tells so, or it is called the same.
  ///
  /// Words quoted decide first, what the text says of the version and when it was written after them; a
  /// number that only older versions have is theirs. Where the library lacks the version that a text knew, its
  /// numbers are not checked. `version` is the one the citation is checked against.
  func olderNumber(
    _ target: CitationTarget, _ version: VersionSummary, of instrument: InstrumentSummary,
    _ words: ClaimedWords, writtenOn writing: WritingDay?, for check: CheckedCitation
  ) throws -> PendingCheck? {
    guard let current = instrument.current(asOf: day).first else { return nil }
    if version.id != current.id {
      return try settle(target, as: .said, in: version, current, instrument, check)
    }
    let answer = try shelf(of: current).look(up: target)
    let older = instrument.versions.filter { ($0.date ?? "") < (current.date ?? "") }
      .reversed().prefix(Self.mostOlder)
    if let quotation = words.longQuotation {
      func isFound(_ texts: [String]) -> Bool {
        QuotationCheck(
          quotation, in: ComparedText(texts.joined(separator: "\n"), folding)
        ).outcome.isVerbatim
      }
      if case .found(let texts) = answer, isFound(texts) { return nil }
      for other in older {
        guard case .found(let texts) = try shelf(of: other).look(up: target), isFound(texts) else {
          continue
        }
        return try settle(target, as: .quoted, in: other, current, instrument, check)
      }
    }
    if let writing,
      let step = try writing.step(of: library.history(of: instrument), before: current)
    {
      if let known = step.version {
        let sign = Sign.written(writing.day)
        if let found = try settle(target, as: sign, in: known, current, instrument, check) {
          return found
        }
      } else if case .found(let texts) = answer, words.isStated(in: texts, folding) {
        return nil
      } else {
        let reason = "本文写于\(chineseDate(writing.day))，库中没有当时的版本（\(step.act.label)），条号未能核对"
        return PendingCheck(check: check.with(.unchecked, reason))
      }
    }
    guard case .missing = answer else { return nil }
    for other in older {
      let found = try settle(target, as: .lacking, in: other, current, instrument, check)
      if let found { return found }
    }
    return nil
  }

  /// So many older versions are looked at, the latest first.
  private static let mostOlder = 6

  /// What a target of an older version is now; nil where that version lacks it, or it is called the same.
  private func settle(
    _ target: CitationTarget, as sign: Sign, in old: VersionSummary, _ current: VersionSummary,
    _ instrument: InstrumentSummary, _ blank: CheckedCitation
  ) throws -> PendingCheck? {
    guard case .found(let texts) = try shelf(of: old).look(up: target) else { return nil }
    var check = blank
    check.version = current.date
    let place = "\(old.date.map(chineseDate) ?? "")版本的\(target.span)"
    let start =
      switch sign {
      case .said: place
      case .quoted: "引文是\(place)的文字"
      case .written(let day): "本文写于\(chineseDate(day))，只据此判断所指是\(place)"
      case .lacking: "现在没有\(target.span)，所指应是\(place)"
      }
    switch try library.carry(target, from: old, to: current, of: instrument) {
    case .same, .unknown: return nil
    case .deleted(let version, let isExact):
      let year = (version.date ?? "").prefix(4)
      let event = version.event ?? HistoryWords.changed
      let words = isExact ? "已于\(year)年\(event)时删去" : "在\(year)年\(event)的版本里已经删去"
      return PendingCheck(check: check.with(.missing, "\(start)，\(words)"))
    case .renumbered(let addresses, let isChanged):
      let now = CitationTarget(carrying: target, to: addresses)
      let names =
        target.through != nil ? now.span : addresses.map(\.chinese).joined(separator: "、")
      check = check.with(.renumbered, "\(start)，现为\(names)\(isChanged ? "，文字有修改" : "")")
      check.now = now
      return PendingCheck(
        check: check, text: ComparedText(texts.joined(separator: "\n"), folding),
        looked: (instrument, old))
    }
  }
}

extension QuotationCheck.Outcome {
  /// Whether the quotation is the text's own words, punctuation and marked omissions aside.
  var isVerbatim: Bool { self == .exact || self == .punctuation || self == .excerpt }
}
