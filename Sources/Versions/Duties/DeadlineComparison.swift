// Whether time limits became shorter or longer.

import HanText
import Norms

/// Compares the time limits of two norms, as their bearer feels them.
struct DeadlineComparison {
  private(set) var reasons: [DutyReason] = []
  private let old: ComparedNorm
  private let new: ComparedNorm

  init(_ old: ComparedNorm, _ new: ComparedNorm) {
    (self.old, self.new) = (old, new)
    var before = old.deadlines
    var after = new.deadlines
    // Those that say the same, then those of one kind, then what is left, in the order of the text.
    let passes: [(TimeLimit, TimeLimit) -> Bool] = [
      { $0.value == $1.value && $0.saysEvent(of: $1) }, { $0.value == $1.value },
      { $0.value.relation == $1.value.relation }, { _, _ in true },
    ]
    var pairs: [(TimeLimit, TimeLimit)] = []
    for goTogether in passes {
      var rest: [TimeLimit] = []
      for limit in before {
        if let at = after.firstIndex(where: { goTogether(limit, $0) }) {
          pairs.append((limit, after.remove(at: at)))
        } else {
          rest.append(limit)
        }
      }
      before = rest
    }
    for (a, b) in pairs { compare(a, b) }
    for limit in after {
      one(limit, .deadlineAdded, limit.direction(ofBeing: new.norm.kind), "增加期限：")
    }
    for limit in before {
      one(limit, .deadlineRemoved, limit.direction(ofBeing: new.norm.kind).reversed, "删去期限：")
    }
  }

  private mutating func one(
    _ limit: TimeLimit, _ code: DutyReason.Code, _ direction: DutyReason.Direction, _ lead: String
  ) {
    reasons.append(DutyReason(code, direction, lead + limit.words.string.clause))
  }

  private mutating func compare(_ a: TimeLimit, _ b: TimeLimit) {
    guard !a.isAsLong(as: b) else {
      if !a.saysEvent(of: b) {
        let (before, after) = (a.words.string.clause, b.words.string.clause)
        reasons.append(DutyReason(.deadlineChanged, .unknown, "期限的起算由“\(before)”改为“\(after)”"))
      }
      return
    }
    let (before, after) = parted(a.words.string.clause, b.words.string.clause)
    let text = "期限由\(before)改为\(after)"
    guard let longer = b.longer(than: a) else {
      reasons.append(DutyReason(.deadlineChanged, .unknown, text))
      return
    }
    // What is counted from another day can't be told by its length.
    let direction: DutyReason.Direction =
      a.saysEvent(of: b) ? b.direction(ofBeingLonger: longer, new.norm.kind) : .unknown
    reasons.append(DutyReason(longer ? .deadlineLengthened : .deadlineShortened, direction, text))
  }

  /// The two without what both begin with, cut before a number.
  private func parted(_ a: String, _ b: String) -> (String, String) {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var shared = 0
    while shared < min(x.count, y.count), x[shared] == y[shared] { shared += 1 }
    while shared > 0, ChineseNumeral.isSign(x[shared - 1].value) { shared -= 1 }
    guard shared > 0, shared < min(x.count, y.count),
      ChineseNumeral.isSign(x[shared].value), ChineseNumeral.isSign(y[shared].value)
    else { return (a, b) }
    func rest(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars[shared...]))
    }
    return (rest(x), rest(y))
  }
}

/// A time limit with its words.
struct TimeLimit {
  /// Compared as a value: relation, length and date.
  struct Value: Hashable {
    let relation: Deadline.Relation
    let length: TimeLength?
    let date: CalendarDay?
  }

  let value: Value
  let words: NormPhrase
  let event: NormPhrase?

  init(_ deadline: Deadline, _ source: PhraseSource) {
    value = Value(relation: deadline.relation, length: deadline.length, date: deadline.date)
    words = source.phrase(deadline.range)
    event = deadline.event.map { source.phrase($0) }
  }

  /// 及时, which names no time.
  private var isPrompt: Bool { words.begins(with: DutyWords.prompt) }

  /// Whether both count from the same event, or one does not say from which.
  func saysEvent(of other: TimeLimit) -> Bool {
    guard let event, let otherEvent = other.event else { return true }
    return event.says(otherEvent)
  }

  /// Whether both say the same, in whatever units.
  func isAsLong(as other: TimeLimit) -> Bool {
    guard value != other.value else { return true }
    guard value.relation == other.value.relation, let a = value.length, let b = other.value.length
    else { return false }
    return a.compared(to: b) == 0
  }

  /// Whether it is longer than another: nil where that can't be told.
  func longer(than other: TimeLimit) -> Bool? {
    switch (other.value.relation, value.relation) {
    case (.immediately, .within): return other.isPrompt ? nil : true
    case (.within, .immediately): return isPrompt ? nil : false
    case (let a, let b) where a == b: break
    default: return nil
    }
    if let before = other.value.length, let after = value.length {
      return after.compared(to: before).flatMap { $0 == 0 ? nil : $0 > 0 }
    }
    if let before = other.value.date, let after = value.date { return after.isLater(than: before) }
    return nil
  }

  /// What it means for the bearer of a norm that this limit is longer or shorter now.
  func direction(ofBeingLonger isLonger: Bool, _ kind: NormKind) -> DutyReason.Direction {
    let longer: DutyReason.Direction =
      switch (value.relation, kind) {
      case (_, .competence): .unknown
      // Time to act in.
      case (.within, _), (.immediately, _), (.atMost, _), (.by, _), (.extended, _): .looser
      // How often it comes round.
      case (.every, .permission): .unknown
      case (.every, _): .looser
      // How long it binds, how long before one must act.
      case (.before, _), (.atLeast, _), (.during, _): .tighter
      case (.after, .permission): .tighter
      case (.after, _), (.exactly, _): .unknown
      }
    return isLonger ? longer : longer.reversed
  }

  /// What it means for the bearer that this limit is set where there was none.
  func direction(ofBeing kind: NormKind) -> DutyReason.Direction {
    guard kind == .duty else { return .unknown }
    return switch value.relation {
    case .within, .immediately, .atMost, .by, .before, .atLeast, .every: .tighter
    case .extended: .looser
    case .after, .exactly, .during: .unknown
    }
  }
}

extension CalendarDay {
  /// Whether it comes later in the year or month; nil where that can't be told.
  fileprivate func isLater(than other: CalendarDay) -> Bool? {
    guard year == other.year, every == other.every else { return nil }
    let (a, b) = (
      (month ?? 0, isEnd ? 31 : day ?? 0), (other.month ?? 0, other.isEnd ? 31 : other.day ?? 0)
    )
    guard (month == nil) == (other.month == nil), a != b else { return nil }
    return a > b
  }
}
