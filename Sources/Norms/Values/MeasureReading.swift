// One clause of a sanction after the other, each word by what it is.

import HanText
import Legislation

/// Reads one clause after the other.
struct MeasureReading {
  let bytes: [UInt8]
  var measures: [Measure] = []
  var clause: ByteRange = 0..<0
  var isDiscretionary = false
  /// Whether 可以 stood in a clause that says nothing else.
  var carriesPermit = false
  /// The verb whose objects are read, from its first of several (并处或者单处).
  var impose: ByteRange?
  /// How many measures stood before the clause's first such verb.
  var imposed: Int?
  var times: [(span: TimeSpan, range: ByteRange)] = []
  var lifelong: ByteRange?
  var values: AmountContext
  var links = Links()
  /// The measure that is being read, whose end is not known.
  var open: Open?

  struct Open {
    var measure: Measure
    var frame: MeasureWords.Frame?
    var hasObject = false
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    values = AmountContext(bytes: bytes)
  }

  mutating func read(_ clause: MeasureClause, isFirst: Bool) {
    // 可以自责令改正之日起，…: the modal goes on to the act.
    guard !clause.isAntecedent else {
      if clause.events.contains(where: \.isPermit), !bytes.ends(clause.range, with: "的") {
        carriesPermit = true
      }
      return
    }
    self.clause = clause.range
    isDiscretionary = carriesPermit || (isFirst && followsPermit(clause.range.lowerBound))
    let count = measures.count
    (impose, imposed, times, lifelong) = (nil, nil, [], nil)
    (values, links) = (AmountContext(bytes: bytes), Links())
    for (i, event) in clause.events.enumerated() {
      read(event, next: i + 1 < clause.events.count ? clause.events[i + 1] : nil)
      links.add(event)
    }
    closeOpen(at: clause.range.upperBound)
    closeFine(at: clause.range.upperBound)
    // 可以根据情节轻重，给予警告
    carriesPermit = isDiscretionary && measures.count == count
  }

  mutating func read(_ event: MeasureEvent, next: MeasureEvent?) {
    switch event.role {
    case .amount(let amount): take(amount)
    case .time(let span, let isWithin): take(span, event.range, isWithin)
    // What is forbidden is no measure: 不得转移、销毁.
    case .word(let tag) where open?.measure.kind == .ban && tag.isAct: break
    case .word(let tag):
      switch tag {
      case .impose: begin(impose: event.range)
      case .grant: if !isOrderOpen { begin(impose: event.range) }
      case .noun(let kind): take(noun: kind, event.range, next: next)
      case .act(let kind): begin(act: kind, frame: nil, event.range)
      case .frame(.bear) where open?.measure.kind == .costs: break
      case .frame(let frame): begin(act: frame.fallback, frame: frame, event.range)
      case .object(let frame, let kind): take(object: kind, of: frame, event.range)
      case .costs: begin(act: .costs, frame: nil, event.range)
      case .edge: if links.joint(before: event.range) != nil { closeOpen(before: event.range) }
      case .permit:
        if links.joint(before: event.range) != nil { closeOpen(before: event.range) }
        values.endPer(at: event.range.lowerBound)
        isDiscretionary = true
      case .by:
        values.endPer(at: event.range.lowerBound)
        values.begin(at: event.range.lowerBound)
        values.basisStart = event.range.upperBound
      case .each: values.beginPer(at: event.range.lowerBound)
      case .daily:
        values.endPer(at: event.range.lowerBound)
        values.begin(at: event.range.lowerBound)
        values.isDaily = true
      case .lifelong: lifelong = event.range
      case .paper:
        if open?.measure.kind == .seizure { open!.measure.kind = .licenceSuspension }
      case .limit:
        // 责令改正，限期安装: an order goes on.
        let isFirst =
          event.range.lowerBound == clause.lowerBound || links.joint(before: event.range) != nil
        if open == nil, impose == nil, !measures.isEmpty, isFirst {
          open = Open(measure: Measure(kind: .order, range: event.range), frame: .order)
          open!.measure.isDiscretionary = isDiscretionary
        }
      case .adverb, .joint, .passive, .points, .shield: break
      }
    }
  }

  /// Whether 责令 waits for what it orders.
  var isOrderOpen: Bool { open?.frame == .order && open?.hasObject == false }

  /// Whether 可以 stands right before the sanction.
  private func followsPermit(_ start: Int) -> Bool {
    var i = start
    for _ in 0..<2 where i > 0 {
      i -= scalar(bytes, before: i).length
      if let word = MeasureWords.lexicon.match(bytes, at: i, before: start), word.end == start,
        case .permit = word.tag
      {
        return true
      }
    }
    return false
  }

  /// Whether 的 ends the clause's words before byte `end`.
  func followsParticle(_ end: Int) -> Bool {
    bytes.ends(clause.lowerBound..<max(clause.lowerBound, end), with: "的")
  }
}

extension MeasureEvent {
  fileprivate var isPermit: Bool {
    if case .word(.permit) = role { return true }
    return false
  }

  /// Whether it says how much or how long of a measure.
  func isValue(of kind: MeasureKind) -> Bool {
    switch role {
    case .amount: kind.hasAmounts
    case .time: kind.hasDuration
    case .word: false
    }
  }
}

extension MeasureWords.Frame {
  /// What the verb does where no object tells.
  fileprivate var fallback: MeasureKind {
    switch self {
    case .order: .order
    case .bear: .liability
    case .record: .creditRecord
    case .lower: .downgrade
    }
  }
}
