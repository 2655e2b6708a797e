// Whether a sanction became harder or milder, as the one who is punished feels it.

import HanText
import Legislation
import Norms

/// A measure with its words.
struct ComparedMeasure {
  let measure: Measure
  let words: NormPhrase
  /// Without amounts, and without the words that tell nothing of its kind.
  let core: NormPhrase
  /// What stands between it and the measure before: ，对直接负责的主管人员.
  let lead: NormPhrase

  /// `start` is where the measure before ends, or the action begins.
  init(_ measure: Measure, after start: Int, _ source: PhraseSource) {
    self.measure = measure
    lead = source.phrase(min(start, measure.range.lowerBound)..<measure.range.lowerBound)
    words = source.phrase(measure.range)
    var text = source.phrase(measure.range, without: measure.amounts.map(\.range)).text
    while let word = DutyWords.light.word(text, at: 0, before: text.count) {
      text.removeFirst(word.utf8.count)
    }
    core = NormPhrase(text)
  }
}

/// Compares the measures of two sanctions.
struct MeasureComparison {
  private let old: [ComparedMeasure]
  private let new: [ComparedMeasure]
  private var found: [DutyReason] = []

  init(_ old: ComparedNorm, _ new: ComparedNorm) {
    (self.old, self.new) = (old.measures, new.measures)
  }

  mutating func reasons() -> [DutyReason] {
    var candidates: [CandidatePair] = []
    for (i, a) in old.enumerated() {
      for (j, b) in new.enumerated() where a.measure.kind == b.measure.kind {
        // Whom it strikes tells more than how much it is.
        let lead = a.lead.isEmpty && b.lead.isEmpty ? 1 : a.lead.likeness(to: b.lead)
        let place = Double(abs(i - j)) / Double(old.count + new.count)
        candidates.append(
          CandidatePair(
            old: i, new: j, weight: 1 + lead + 0.5 * a.core.likeness(to: b.core) - 0.5 * place))
      }
    }
    let pairs = BestPairs(candidates).chosen.map { candidates[$0] }
    let (kept, come) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    for pair in pairs { compare(old[pair.old], new[pair.new]) }
    for (j, measure) in new.enumerated() where !come.contains(j) {
      add(.measureAdded, measure.isMild ? .looser : .tighter, "增加处罚：\(measure.words.string.clause)")
    }
    for (i, measure) in old.enumerated() where !kept.contains(i) {
      add(
        .measureRemoved, measure.isMild ? .tighter : .looser, "删去处罚：\(measure.words.string.clause)")
    }
    return found
  }

  private mutating func add(
    _ code: DutyReason.Code, _ direction: DutyReason.Direction, _ text: String
  ) {
    found.append(DutyReason(code, direction, text))
  }

  private mutating func compare(_ a: ComparedMeasure, _ b: ComparedMeasure) {
    let count = found.count
    let name = b.measure.kind.amountName
    if a.measure.isDiscretionary != b.measure.isDiscretionary {
      if b.measure.isDiscretionary {
        add(.measureFreed, .looser, "由应当改为可以：\(b.words.string.clause)")
      } else {
        add(.measureBound, .tighter, "由可以改为应当：\(b.words.string.clause)")
      }
    }
    compareAmounts(a, b, name)
    if a.measure.duration != b.measure.duration { compareDurations(a, b, name) }
    if found.count == count, !a.core.says(b.core) {
      let direction: DutyReason.Direction =
        switch MemberComparison(a.core, b.core).outcome {
        case .added(let members) where members.allSatisfy(\.isMember): .tighter
        case .removed(let members) where members.allSatisfy(\.isMember): .looser
        default: .unknown
        }
      add(.measureChanged, direction, "处罚由“\(a.words.string.clause)”改为“\(b.words.string.clause)”")
    }
  }

  // MARK: - Amounts

  private mutating func compareAmounts(
    _ a: ComparedMeasure, _ b: ComparedMeasure, _ name: String
  ) {
    var before = a.measure.amounts
    for amount in b.measure.amounts {
      if let at = before.firstIndex(where: { $0.isReckoned(like: amount) }) {
        compare(before.remove(at: at), amount, name)
      } else if amount.isCap {
        add(.amountChanged, .looser, "增加\(name)上限：\(amount)")
      } else {
        add(.amountChanged, .unknown, "增加\(name)幅度：\(amount)")
      }
    }
    for amount in before {
      add(
        .amountChanged, amount.isCap ? .tighter : .unknown,
        "删去\(name)\(amount.isCap ? "上限" : "幅度")：\(amount)")
    }
  }

  private mutating func compare(_ a: Amount, _ b: Amount, _ name: String) {
    guard a.lower != b.lower || a.upper != b.upper else { return }
    // A fixed sum has one end.
    if a.lower == a.upper, b.lower == b.upper, let before = a.lower, let after = b.lower {
      return end(name, "", before, after, a.unit)
    }
    switch (a.lower, b.lower) {
    case (let before?, let after?) where before != after: end(name, "下限", before, after, a.unit)
    case (nil, let after?): add(.amountRaised, .tighter, "\(name)增加下限：\(words(after, a.unit))")
    case (let before?, nil): add(.amountLowered, .looser, "\(name)取消下限：\(words(before, a.unit))")
    default: break
    }
    switch (a.upper, b.upper) {
    case (let before?, let after?) where before != after: end(name, "上限", before, after, a.unit)
    case (nil, let after?): add(.amountLowered, .looser, "\(name)增加上限：\(words(after, a.unit))")
    case (let before?, nil): add(.amountRaised, .tighter, "\(name)取消上限：\(words(before, a.unit))")
    default: break
    }
  }

  private mutating func end(
    _ name: String, _ end: String, _ before: Ratio, _ after: Ratio, _ unit: Amount.Unit
  ) {
    let isRaised = after > before
    let verb = isRaised ? "提高到" : "降低到"
    add(
      isRaised ? .amountRaised : .amountLowered, isRaised ? .tighter : .looser,
      "\(name)\(end)由\(words(before, unit))\(verb)\(words(after, unit))")
  }

  /// 50万元, 500元, 3 倍, 5%
  private func words(_ value: Ratio, _ unit: Amount.Unit) -> String {
    if unit == .yuan {
      guard let yuan = value.whole, yuan >= 10_000, yuan.isMultiple(of: 1_000) else {
        return "\(value)元"
      }
      let rest = yuan % 10_000 / 1_000
      return "\(yuan / 10_000)\(rest > 0 ? ".\(rest)" : "")万元"
    }
    return Amount(
      stored: unit, lower: value, upper: value, excludesUpper: false, isCap: false, isDaily: false,
      basis: nil, per: nil, range: 0..<0
    ).description
  }

  // MARK: - Durations

  private mutating func compareDurations(
    _ a: ComparedMeasure, _ b: ComparedMeasure, _ name: String
  ) {
    guard let before = a.measure.duration, let after = b.measure.duration else {
      return add(
        .durationChanged, .unknown, "处罚期限由“\(a.words.string.clause)”改为“\(b.words.string.clause)”")
    }
    // A longer end at either side is harder; an open one is told of the upper side only.
    let ends = [(before.lower, after.lower), (before.upper, after.upper)].map { pair -> Int? in
      guard let old = pair.0, let new = pair.1 else { return pair.0 == pair.1 ? 0 : nil }
      return new.compared(to: old)
    }
    let signs = Set(ends.compactMap { $0 }).subtracting([0])
    let text = "\(name)期限由\(before)改为\(after)"
    guard !ends.contains(nil), signs.count == 1, before.isLifelong == after.isLifelong,
      let sign = signs.first
    else { return add(.durationChanged, .unknown, text) }
    add(sign > 0 ? .durationRaised : .durationLowered, sign > 0 ? .tighter : .looser, text)
  }
}

extension ComparedMeasure {
  /// Whether it is a favour: 从轻、减轻、不予处罚.
  fileprivate var isMild: Bool { measure.kind == .mitigation }
}

extension Amount {
  /// Whether its ends can be compared with another's.
  fileprivate func isReckoned(like other: Amount) -> Bool {
    unit == other.unit && isCap == other.isCap && isDaily == other.isDaily
      && (per == nil) == (other.per == nil)
  }
}

extension MeasureKind {
  /// What its amounts and lengths are called.
  fileprivate var amountName: String {
    switch self {
    case .fine: "罚款"
    case .dailyFine: "按日罚款"
    case .surcharge: "加处罚款"
    case .lateFee: "滞纳金"
    case .criminalFine: "罚金"
    case .compensation: "赔偿"
    case .detention: "拘留"
    case .imprisonment: "有期徒刑"
    case .criminalDetention: "拘役"
    case .publicSurveillance: "管制"
    case .licenceSuspension: "暂扣"
    case .businessSuspension: "停业"
    case .ban, .disqualification: "禁止从业"
    case .deprivationOfRights: "剥夺政治权利"
    default: "处罚"
    }
  }
}
