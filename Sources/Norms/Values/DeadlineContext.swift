// What stands before a length of time: 不得超过, 提前, and the event that it is counted from.

import HanText
import Legislation

/// The words right before a length that say how it limits.
struct TimePrefix {
  let bytes: [UInt8]
  /// The clause's words before the prefix.
  private let lead: ByteRange
  /// How the words limit; nil where they don't.
  let relation: Deadline.Relation?

  /// Where the prefix begins.
  var start: Int { lead.upperBound }

  init(bytes: [UInt8], clause: Int, before place: Int) {
    self.bytes = bytes
    var lead = trimmed(bytes, clause..<max(clause, place))
    lead = clause..<lead.upperBound
    var relation: Deadline.Relation?
    // 最长不得超过, 至少提前: no prefix has more words.
    for _ in 0..<3 {
      let word: Bytes
      if let found = DeadlineWords.atMost.word(bytes, ending: lead) {
        (word, relation) = (found, relation ?? .atMost)
      } else if let found = DeadlineWords.atLeast.word(bytes, ending: lead) {
        (word, relation) = (found, relation ?? .atLeast)
      } else if let found = DeadlineWords.advance.word(bytes, ending: lead) {
        (word, relation) = (found, .before)
      } else if relation == nil, let found = DeadlineWords.extend.word(bytes, ending: lead) {
        (word, relation) = (found, .extended)
      } else {
        break
      }
      lead = clause..<lead.upperBound - word.utf8.count
    }
    self.lead = lead
    self.relation = relation
  }

  /// Whether the words before show that nothing has to be done by then: 连续三年, 第三日.
  var isNoLimit: Bool {
    DeadlineWords.notLimit.word(bytes, ending: lead) != nil
      && DeadlineWords.full.word(bytes, ending: lead) == nil
  }

  /// Whether 禁止 stands right before.
  var isBan: Bool { DeadlineWords.banBefore.word(bytes, ending: lead) != nil }

  /// Whether the clause speaks of terms of office, penalties or ages.
  var isNever: Bool { DeadlineWords.never.occurs(bytes, in: near(240)) }

  /// The clause's last words before the length, at most so many bytes.
  private func near(_ room: Int) -> ByteRange {
    var from = max(lead.lowerBound, start - room)
    while from < start, bytes[from] & 0xC0 == 0x80 { from += 1 }
    return from..<start
  }

  /// How something is kept or shown that long: 公示七日, 至少保存三年.
  var kept: Deadline.Relation? {
    guard let word = DeadlineWords.keep.word(bytes, ending: lead) else { return nil }
    let before = lead.lowerBound..<lead.upperBound - word.utf8.count
    return DeadlineWords.atLeast.word(bytes, ending: before) != nil ? .atLeast : .exactly
  }

  /// Whether something is kept or shown, said at most so many bytes before.
  func keeps(within room: Int) -> Bool {
    DeadlineWords.keep.occurs(bytes, in: near(room))
  }
}

/// Finds the event that a length is counted from.
struct TimeEvent {
  let bytes: [UInt8]
  let sentence: Int
  let clause: Int

  /// An event's words, and where they begin with their 自.
  typealias Found = (start: Int, event: ByteRange)

  /// Room for an event, in bytes.
  private static let longest = 240

  /// 自收到申请之日起.
  func since(before place: Int) -> Found? {
    stems(before: place).lazy.compactMap(since(ending:)).first
  }

  private func since(ending words: ByteRange) -> Found? {
    guard let word = DeadlineWords.since.word(bytes, ending: words) else { return nil }
    let close = words.upperBound - word.utf8.count
    let from = start(of: close)
    if let open = border(in: from..<close, opensOnly: true) {
      return open.upperBound < close ? (open.lowerBound, open.upperBound..<close) : nil
    }
    let first = border(in: from..<close, opensOnly: false)?.upperBound ?? from
    return first < close ? (first, first..<close) : nil
  }

  /// 收到申请后.
  func after(before place: Int) -> Found? {
    stems(before: place).lazy.compactMap(after(ending:)).first
  }

  private func after(ending words: ByteRange) -> Found? {
    guard DeadlineWords.notAfter.word(bytes, ending: words) == nil,
      let word = DeadlineWords.afterEvent.word(bytes, ending: words)
    else { return nil }
    return named(before: words.upperBound - word.utf8.count, from: sentence)
  }

  /// 有效期届满前: the event without 前.
  func ahead(before place: Int) -> Found? {
    let words = clause..<max(clause, place)
    guard DeadlineWords.notAfter.word(bytes, ending: words) == nil,
      let word = DeadlineWords.beforeEvent.word(bytes, ending: words)
    else { return nil }
    return named(before: words.upperBound - word.utf8.count, from: clause)
  }

  /// Whether 前 stands right before.
  func isAhead(before place: Int) -> Bool {
    DeadlineWords.beforeEvent.word(bytes, ending: clause..<max(clause, place)) != nil
  }

  /// The event that has no mark of its own: 会议举行的三十日前; with `needsOpening` only behind 在: 在开挖三日内.
  func named(before place: Int, needsOpening: Bool = false) -> Found? {
    var close = place
    if bytes.ends(clause..<max(clause, close), with: "的") { close -= ("的" as Bytes).utf8.count }
    return named(before: close, from: clause, needsOpening: needsOpening)
  }

  private func named(before close: Int, from first: Int, needsOpening: Bool = false) -> Found? {
    let from = max(first, start(of: close))
    guard from < close else { return nil }
    let border = border(in: from..<close, opensOnly: false)
    let begin = border?.upperBound ?? from
    // 后 alone, or behind one character, names no event.
    guard close - begin >= 6, close - begin <= Self.longest else { return nil }
    if needsOpening, border.map({ DeadlineWords.openings.isWord(bytes, $0) }) != true { return nil }
    return (border.map { isOpen($0) ? $0.lowerBound : begin } ?? begin, begin..<close)
  }

  /// Whether it is 自 or 从, which belong to the time limit.
  private func isOpen(_ word: ByteRange) -> Bool {
    if case .open? = DeadlineWords.borders.match(
      bytes, at: word.lowerBound, before: word.upperBound)?.tag
    {
      return true
    }
    return false
  }

  /// Where an event may end: right before `place` or in front of 应当在, and where somebody stands in between,
  /// at the end of the clause before: 收到申请后，登记机关应当在五日内….
  private func stems(before place: Int) -> [ByteRange] {
    var words = sentence..<max(sentence, place)
    for _ in 0..<5 {
      guard let word = DeadlineWords.filler.word(bytes, ending: words) else { break }
      words = sentence..<words.upperBound - word.utf8.count
    }
    let subject = words.upperBound - clause
    guard words.upperBound < place, clause > sentence, (1...Self.subject).contains(subject) else {
      return [words]
    }
    return [words, sentence..<clause - scalar(bytes, before: clause).length]
  }

  /// Room for whoever has to act, in bytes.
  private static let subject = 90

  /// The first character an event that ends at `close` may begin at.
  private func start(of close: Int) -> Int {
    var from = max(sentence, close - Self.longest)
    while from < close, bytes[from] & 0xC0 == 0x80 { from += 1 }
    return from
  }

  /// The last word in `range` that an event begins behind.
  private func border(in range: ByteRange, opensOnly: Bool) -> ByteRange? {
    var found: ByteRange?
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      guard
        let word = DeadlineWords.borders.match(
          bytes, at: i, lead: next.value, before: range.upperBound)
      else {
        i += next.length
        continue
      }
      switch word.tag {
      case .open: found = i..<word.end
      case .boundary where !opensOnly: found = i..<word.end
      case .boundary, .stays: break
      }
      i = word.end
    }
    return found
  }
}

extension DeadlineWords.Tag {
  /// Whether it stands behind a length: 内, 前, 以上.
  var isSide: Bool {
    switch self {
    case .within, .before, .after, .above, .below: true
    default: false
    }
  }
}
