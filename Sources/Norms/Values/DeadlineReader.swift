// The time limits of a norm: by when, how long before, how long at least, how often.

import HanText
import Legislation

/// Reads time limits.
///
/// Ages, terms of office, penalties and bare dates are no time limits.
public enum DeadlineReader {
  /// The time limits in `range` of `bytes`, a passage's words in UTF-8, in text order. Ranges of the deadlines
  /// are of `bytes`.
  public static func deadlines(in bytes: [UInt8], _ range: ByteRange) -> [Deadline] {
    var reading = DeadlineReading(bytes: bytes, range: range)
    reading.read()
    return reading.deadlines
  }
}

private struct DeadlineReading {
  let bytes: [UInt8]
  let range: ByteRange
  private(set) var deadlines: [Deadline] = []
  /// Where the clause that is being read begins, and its sentence.
  private var clause: Int
  private var sentence: Int

  init(bytes: [UInt8], range: ByteRange) {
    (self.bytes, self.range) = (bytes, range)
    (clause, sentence) = (range.lowerBound, range.lowerBound)
  }

  /// What a time limit may begin with.
  private static let leads = LeadTable { scalar in
    DeadlineWords.lexicon.mayBegin(scalar) || TimeReader.mayBegin(scalar)
  }

  private var end: Int { range.upperBound }

  mutating func read() {
    let leads = Self.leads
    var i = range.lowerBound
    while i < end {
      let next = scalar(bytes, at: i)
      if leads.mayBegin(next.value), let after = self.next(at: i, next.value) {
        i = after
        continue
      }
      i += next.length
      switch next.value {
      case 0xFF0C, 0x2C: clause = i
      case 0xFF1B, 0x3B, 0x3002, 0xFF1A, 0x3A, 0x0A: (clause, sentence) = (i, i)
      // No time limit stands in a title.
      case 0x300A: i = titleEnd(from: i)
      default: break
      }
    }
  }

  /// Where to read on behind what begins at `i`; nil where nothing does.
  private mutating func next(at i: Int, _ lead: UInt32) -> Int? {
    let word = DeadlineWords.lexicon.match(bytes, at: i, lead: lead, before: end)
    switch word?.tag {
    case .immediate:
      if !isNegated(i) { add(.immediately, i..<word!.end) }
      return word!.end
    case .sameDay:
      if !bytes.has("的", at: word!.end, before: end) {
        add(.within, i..<word!.end, TimeLength(1, .day))
      }
      return word!.end
    case .every: return every(at: i, after: word!.end)
    case .yearEnd, .monthEnd:
      if let before = before(at: word!.end) {
        add(.by, i..<before, date: CalendarDay(isEnd: true))
        return before
      }
      return word!.end
    case .monthName:
      let day = afterParticle(word!.end)
      if let date = CalendarReader(bytes: bytes, end: end).date(at: day, isDayEnough: true),
        let before = before(at: date.end)
      {
        add(.by, i..<before, date: date.day)
        return before
      }
      return word!.end
    case .word: return word!.end
    default: break
    }
    guard TimeReader.mayBegin(lead) else { return nil }
    if let date = CalendarReader(bytes: bytes, end: end).date(at: i) {
      if let before = before(at: date.end) { add(.by, i..<before, date: date.day) }
      return before(at: date.end) ?? date.end
    }
    if let length = TimeReader(bytes: bytes, end: end).length(at: i) {
      return limit(length.length, i..<length.end)
    }
    return readNumber(bytes, at: i, before: end)?.end
  }

  private mutating func add(
    _ relation: Deadline.Relation, _ range: ByteRange, _ length: TimeLength? = nil,
    date: CalendarDay? = nil, event: ByteRange? = nil
  ) {
    deadlines.append(
      Deadline(relation: relation, length: length, date: date, event: event, range: range))
  }

  /// 每半年, 每年三月底前.
  private mutating func every(at start: Int, after i: Int) -> Int {
    let length: TimeLength
    var stop: Int
    if let unit = DeadlineWords.lexicon.match(bytes, at: i, before: end),
      case .unit(let name) = unit.tag
    {
      (length, stop) = (TimeLength(1, name), unit.end)
    } else if let month = DeadlineWords.lexicon.match(bytes, at: i, before: end),
      case .calendar(.month) = month.tag
    {
      (length, stop) = (TimeLength(1, .month), month.end)
    } else if let unit = TimeWords.lexicon.match(bytes, at: i, before: end),
      case .unit(let name) = unit.tag
    {
      (length, stop) = (TimeLength(1, name), unit.end)
    } else if let read = TimeReader(bytes: bytes, end: end).length(at: i) {
      (length, stop) = read
    } else {
      return i
    }
    let next = afterParticle(stop)
    if length.count == 1, length.unit == .year || length.unit == .month,
      var date = CalendarReader(bytes: bytes, end: end).date(at: next, isDayEnough: true)
    {
      if let before = before(at: date.end) {
        date.day.every = length.unit
        add(.by, start..<before, date: date.day)
        return before
      }
      stop = date.end
    }
    // 每年三百元 is a price.
    guard AmountReader(bytes: bytes, end: end).amount(at: stop) == nil else { return stop }
    let event = events.since(before: start) ?? events.after(before: start)
    add(.every, (event?.start ?? start)..<stop, length, event: event?.event)
    return stop
  }

  /// What a length limits, by the words around it; where to read on.
  private mutating func limit(_ length: TimeLength, _ place: ByteRange) -> Int {
    let suffix = DeadlineWords.lexicon.match(bytes, at: place.upperBound, before: end)
    let prefix = TimePrefix(bytes: bytes, clause: clause, before: place.lowerBound)
    let stop = suffix.map { $0.tag.isSide ? $0.end : place.upperBound } ?? place.upperBound
    guard !prefix.isNoLimit else { return stop }
    var event = events.since(before: prefix.start) ?? events.after(before: prefix.start)
    // The years before something are times to look back on.
    let ahead = event == nil && length.unit != .year ? events.ahead(before: prefix.start) : nil
    var relation: Deadline.Relation?
    switch suffix?.tag {
    case .within:
      let isBan = prefix.isBan || DeadlineWords.ban.word(bytes, at: stop, before: end) != nil
      relation = isBan ? .during : .within
      // 届满前三十日内 is no 届满三十日前: what it counts back from keeps its 前.
      event = event ?? ahead.map { ($0.start, $0.start..<prefix.start) }
      if event == nil, events.isAhead(before: prefix.start) { relation = nil }
      event = event ?? events.named(before: prefix.start, needsOpening: true)
      // 两年内受到三次处罚的, 五日内不答复的: no more than when.
      if event == nil, isAntecedent(stop) { relation = nil }
    case .before:
      if !bytes.has("的", at: stop, before: end) { relation = .before }
      event = events.named(before: prefix.start)
    case .after: relation = .after
    case .above:
      let isKept =
        prefix.relation == .atLeast || prefix.keeps(within: 48)
        || DeadlineWords.behind.first(bytes, in: stop..<min(end, stop + 12)) != nil
      if isKept, !prefix.isNever { relation = .atLeast }
    case .below: break
    default:
      relation = prefix.relation ?? (ahead != nil ? .before : nil) ?? prefix.kept
      if prefix.isNever { relation = nil }
      // 不得超过自收到之日起三个月
      if relation == nil, let event {
        let before = clause..<max(clause, event.start)
        relation = DeadlineWords.atMost.word(bytes, ending: before) != nil ? .atMost : nil
      }
      event = event ?? ahead
    }
    if let relation {
      add(relation, (event?.start ?? prefix.start)..<stop, length, event: event?.event)
    }
    return stop
  }

  /// Whether the clause that goes on at `i` tells what happened within a time.
  private func isAntecedent(_ i: Int) -> Bool {
    if DeadlineWords.happened.word(bytes, at: i, before: end) != nil { return true }
    // A clause that goes on for longer is no mere antecedent.
    var (stop, k) = (i, i)
    let end = min(end, i + 300)
    while k < end {
      let next = scalar(bytes, at: k)
      if [0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3002].contains(next.value) {
        stop = k
        break
      }
      k += next.length
      stop = k
    }
    return bytes.ends(i..<stop, with: "的")
  }

  /// Behind 的, if it stands here.
  private func afterParticle(_ i: Int) -> Int {
    bytes.has("的", at: i, before: end) ? i + ("的" as Bytes).utf8.count : i
  }

  /// Reads events, none of which reaches back over the time limit before.
  private var events: TimeEvent {
    let floor = deadlines.last?.range.upperBound ?? sentence
    return TimeEvent(bytes: bytes, sentence: max(sentence, floor), clause: max(clause, floor))
  }

  /// The end of 前 behind a date.
  private func before(at i: Int) -> Int? {
    if let word = DeadlineWords.lexicon.match(bytes, at: i, before: end), case .before = word.tag {
      return word.end
    }
    return nil
  }

  /// 未及时, 不立即.
  private func isNegated(_ start: Int) -> Bool {
    DeadlineWords.negated.word(bytes, ending: clause..<max(clause, start)) != nil
  }

  private func titleEnd(from start: Int) -> Int {
    let mark: Bytes = "》"
    return bytes.find(mark, in: start..<min(end, start + 300)).map { $0 + mark.utf8.count } ?? start
  }
}
