// The measures of a sanction: what is done to whoever breaks the rule, each act by itself.

import HanText
import Legislation

/// Reads the measures of a sanction.
public enum MeasureReader {
  /// The measures in `range` of `bytes`, a passage's words in UTF-8: what is imposed, from the first verb of the
  /// sanction to its end. Ranges of the measures are of `bytes`.
  public static func measures(in bytes: [UInt8], _ range: ByteRange) -> [Measure] {
    guard !range.isEmpty else { return [] }
    var reading = MeasureReading(bytes: bytes)
    for clause in MeasureScan(bytes: bytes, range: range).clauses() {
      reading.read(clause, isFirst: clause.range.lowerBound == range.lowerBound)
    }
    return reading.measures
  }
}

/// Reads one clause after the other.
private struct MeasureReading {
  let bytes: [UInt8]
  private(set) var measures: [Measure] = []
  private var clause: ByteRange = 0..<0
  private var isDiscretionary = false
  /// Whether 可以 stood in a clause that says nothing else.
  private var carriesPermit = false
  /// The verb whose objects are read, from its first of several (并处或者单处).
  private var impose: ByteRange?
  /// How many measures stood before the clause's first such verb.
  private var imposed: Int?
  private var times: [(span: TimeSpan, range: ByteRange)] = []
  private var lifelong: ByteRange?
  private var values: AmountContext
  private var links = Links()
  /// The measure that is being read, whose end is not known.
  private var open: Open?

  private struct Open {
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

  private mutating func read(_ event: MeasureEvent, next: MeasureEvent?) {
    switch event.role {
    case .amount(let amount): take(amount)
    case .time(let span, let isWithin): take(span, event.range, isWithin)
    // What is forbidden is no measure: 不得转移、销毁.
    case .word(let tag) where open?.measure.kind == .ban && tag.isAct: break
    case .word(let tag):
      switch tag {
      case .impose: begin(impose: event.range)
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
  private var isOrderOpen: Bool { open?.frame == .order && open?.hasObject == false }

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
  private func followsParticle(_ end: Int) -> Bool {
    bytes.ends(clause.lowerBound..<max(clause.lowerBound, end), with: "的")
  }
}

// MARK: Verbs with objects: 处…罚款, 给予警告

extension MeasureReading {
  private mutating func begin(impose verb: ByteRange) {
    // 责令其予以纠正: what is ordered.
    if isOrderOpen, !bytes.has("并", at: verb.lowerBound, before: verb.upperBound) { return }
    // 处 behind 没有违法所得的: what stands before is an antecedent.
    if followsParticle(links.start(of: verb)) { values.amounts.removeAll() }
    // 对个人处一千元、对单位处五千元罚款: two fines.
    if let first = impose, let start = values.start, start >= first.lowerBound {
      closeFine(at: values.basisStart ?? verb.lowerBound)
    }
    if let first = impose, measures.count == imposed, open == nil, values.amounts.isEmpty {
      impose = first.lowerBound..<verb.upperBound
    } else {
      closeOpen(before: verb)
      impose = verb
      imposed = imposed ?? measures.count
    }
    values.endPer(at: verb.lowerBound)
    values.basisStart = verb.upperBound
  }

  private mutating func take(noun kind: MeasureKind, _ word: ByteRange, next: MeasureEvent?) {
    guard !links.isPassive(before: word), !isOrderOpen || impose != nil else { return }
    // 通报 and 公告 are acts of many kinds where nobody imposes them.
    if kind == .publication, impose == nil { return }
    // 给予警告直至吊销许可证的处罚 names them all once more.
    if kind == .penalty || kind == .discipline, followsParticle(word.lowerBound),
      open != nil || (kind == .penalty && imposed.map { measures.count > $0 } ?? false)
    {
      closeOpen(at: word.lowerBound - Bytes("的").utf8.count)
      return
    }
    closeOpen(before: word)
    if kind == .discipline, extendDiscipline(to: word.upperBound) { return }
    values.endPer(at: word.lowerBound)
    var measure = Measure(kind: kind, range: word)
    measure.isDiscretionary = isDiscretionary
    var start = links.start(of: word, adverbsOnly: true)
    if let impose,
      measures.count == imposed
        || measures.last.map({ $0.range.upperBound < impose.lowerBound }) ?? true
    {
      start = min(start, impose.lowerBound)
    }
    if kind.hasAmounts {
      start = min(start, values.start ?? start)
      measure.amounts = values.take()
    } else if kind.hasDuration, let time = times.last {
      start = min(start, time.range.lowerBound)
      measure.duration = time.span
      times.removeAll()
    }
    measure.range = start..<word.upperBound
    // 罚款五百元: the amount follows its noun.
    if let next, next.range.lowerBound - word.upperBound <= Self.near, next.isValue(of: kind) {
      open = Open(measure: measure)
      values.basisStart = word.upperBound
    } else {
      measures.append(measure)
    }
  }

  /// Room for 人民币 between a noun and its amount, in bytes.
  private static let near = 9

  /// 警告、记过处分 and 降级、撤职或者开除的处分 are one measure.
  private mutating func extendDiscipline(to end: Int) -> Bool {
    guard let imposed, measures.count > imposed, let last = measures.last,
      last.kind == .discipline || last.kind == .warning,
      last.range.lowerBound >= clause.lowerBound
    else { return false }
    measures[measures.count - 1].kind = .discipline
    measures[measures.count - 1].range = last.range.lowerBound..<end
    return true
  }
}

// MARK: Verbs that are measures: 没收…, 责令…

extension MeasureReading {
  private mutating func begin(
    act kind: MeasureKind, frame: MeasureWords.Frame?, _ verb: ByteRange
  ) {
    guard !links.isPassive(before: verb),
      !bytes.has("的", at: verb.upperBound, before: clause.upperBound)
    else { return }
    if let current = open, links.joint(before: verb) == nil {
      // 没收销毁: one act in two words.
      if current.measure.range.upperBound == verb.lowerBound, current.frame == nil {
        open!.measure.range = current.measure.range.lowerBound..<verb.upperBound
        return
      }
      // 责令收回: the act is the object.
      if current.frame == .order, !current.hasObject, kind != .ban {
        (open!.measure.kind, open!.hasObject) = (kind, true)
        return
      }
    }
    closeOpen(before: verb)
    var start = links.start(of: verb, adverbsOnly: true)
    // 予以取缔, 处以吊销: the verb in front adds nothing but its place.
    if let impose, impose.upperBound == verb.lowerBound { start = impose.lowerBound }
    impose = nil
    var measure = Measure(kind: kind, range: start..<verb.upperBound)
    measure.isDiscretionary = isDiscretionary
    if kind == .ban || kind == .disqualification {
      if let time = times.last {
        measure.duration = time.span
        measure.range = min(start, time.range.lowerBound)..<verb.upperBound
      }
      if let lifelong {
        measure.duration = TimeSpan(
          lower: measure.duration?.lower, upper: measure.duration?.upper, isLifelong: true)
        measure.range = min(measure.range.lowerBound, lifelong.lowerBound)..<verb.upperBound
      }
    }
    (times, lifelong) = ([], nil)
    open = Open(measure: measure, frame: frame)
    values.basisStart = verb.upperBound
  }

  private mutating func take(
    object kind: MeasureKind, of frame: MeasureWords.Frame, _ word: ByteRange
  ) {
    if let current = open, let verb = current.frame {
      guard verb == frame else { return }
      if !current.hasObject || current.measure.kind == .liability {
        open!.measure.kind = kind
        open!.hasObject = true
        values.basisStart = word.upperBound
      } else if frame == .order, kind != current.measure.kind, links.joint(before: word) != nil {
        closeOpen(before: word)
        begin(object: kind, word)
      }
    } else if open == nil, frame == .order,
      links.isFirst(word, in: clause) || links.joint(before: word) != nil
        || (impose != nil && kind == .businessSuspension)
    {
      // 限期拆除: an order that goes on in a clause of its own; 给予停止执业的处罚.
      begin(object: kind, word)
    }
  }

  private mutating func begin(object kind: MeasureKind, _ word: ByteRange) {
    let start = min(
      links.start(of: word, adverbsOnly: true), impose?.lowerBound ?? word.lowerBound)
    impose = nil
    var measure = Measure(kind: kind, range: start..<word.upperBound)
    measure.isDiscretionary = isDiscretionary
    // 一年内暂停承接业务
    if kind.hasDuration, let time = times.last, times.count == 1 {
      measure.duration = time.span
      measure.range = min(start, time.range.lowerBound)..<word.upperBound
      times.removeAll()
    }
    open = Open(measure: measure, frame: .order, hasObject: true)
    values.basisStart = word.upperBound
  }

  private mutating func closeOpen(at end: Int) {
    guard var current = open else { return }
    open = nil
    let start = current.measure.range.lowerBound
    current.measure.range = trimmed(bytes, start..<max(end, current.measure.range.upperBound))
    if let frame = current.frame, frame != .order, !current.hasObject { return }
    // 但罚款不得低于二千元 limits the fine before.
    if current.measure.amounts.first?.isCap == true, let last = measures.last, last.kind.hasAmounts
    {
      measures[measures.count - 1].amounts += current.measure.amounts
      return
    }
    // 禁止其五年内直至终身从事: also behind its verb.
    if current.measure.kind == .ban, lifelong != nil {
      let span = current.measure.duration
      current.measure.duration = TimeSpan(lower: span?.lower, upper: span?.upper, isLifelong: true)
      lifelong = nil
    }
    measures.append(current.measure)
  }

  /// Ends the open measure in front of `next`, at the joint before it if there is one.
  private mutating func closeOpen(before next: ByteRange) {
    closeOpen(at: links.start(of: next))
  }
}

// MARK: Values

extension MeasureReading {
  private mutating func take(_ amount: Amount) {
    // 没收非法所得或者五千元以下罚款
    if open?.frame == nil, amount.unit == .yuan, links.joint(before: amount.range) != nil,
      open?.measure.kind.hasAmounts == false
    {
      closeOpen(before: amount.range)
    }
    let amount = values.placed(amount)
    if amount.unit == .points {
      closeOpen(before: amount.range)
      let start = amount.range.lowerBound - scalar(bytes, before: amount.range.lowerBound).length
      var measure = Measure(kind: .points, range: start..<amount.range.upperBound)
      (measure.isDiscretionary, measure.amounts) = (isDiscretionary, [amount])
      measures.append(measure)
    } else if open != nil {
      open!.measure.amounts.append(amount)
      open!.measure.range = open!.measure.range.lowerBound..<amount.range.upperBound
    } else {
      values.amounts.append(amount)
    }
  }

  private mutating func take(_ span: TimeSpan, _ range: ByteRange, _ isWithin: Bool) {
    if let measure = open?.measure, measure.kind.hasDuration, measure.duration == nil,
      !isWithin || measure.kind == .ban
    {
      open!.measure.duration = span
      open!.measure.range = measure.range.lowerBound..<range.upperBound
    } else {
      times.append((span, range))
    }
  }

  /// What the clause's verb imposes by its amount alone, and a cap on what stood before.
  private mutating func closeFine(at end: Int) {
    let amounts = values.amounts
    guard let first = amounts.first else { return }
    if let impose {
      var measure = Measure(kind: .fine, range: impose.lowerBound..<end)
      (measure.isDiscretionary, measure.amounts) = (isDiscretionary, amounts)
      measures.append(measure)
    } else if first.isCap, let last = measures.last, last.kind.hasAmounts {
      measures[measures.count - 1].amounts += amounts
    }
    values.amounts.removeAll()
  }
}

extension MeasureEvent {
  fileprivate var isPermit: Bool {
    if case .word(.permit) = role { return true }
    return false
  }

  /// Whether it says how much or how long of a measure.
  fileprivate func isValue(of kind: MeasureKind) -> Bool {
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
