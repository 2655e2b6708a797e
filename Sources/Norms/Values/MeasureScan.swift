// The words of a sanction that tell its acts, in text order: what measures are read from.

import HanText
import Legislation

/// A word, an amount or a length of time of a sanction.
struct MeasureEvent {
  enum Role {
    case word(MeasureWords.Tag)
    case amount(Amount)
    case time(TimeSpan, isWithin: Bool)
  }

  let role: Role
  let range: ByteRange
}

/// A stretch of a sanction between two marks.
struct MeasureClause {
  let range: ByteRange
  let events: [MeasureEvent]
  /// Whether it says when, not what: …的，, …之日起，.
  let isAntecedent: Bool
}

/// Cuts a sanction into clauses and their events. Titles, quotations and notes hold none.
struct MeasureScan {
  let bytes: [UInt8]
  let range: ByteRange

  /// The clauses that hold any.
  func clauses() -> [MeasureClause] {
    var clauses: [MeasureClause] = []
    var events: [MeasureEvent] = []
    var start = range.lowerBound
    var i = start
    func close(at end: Int) {
      if !events.isEmpty {
        let isAntecedent = MeasureWords.antecedents.word(bytes, ending: start..<end) != nil
        clauses.append(
          MeasureClause(range: start..<end, events: events, isAntecedent: isAntecedent))
      }
      events.removeAll()
    }
    let leads = Self.leads
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      if let mark = Self.mark(next.value) {
        switch mark {
        case .stop:
          close(at: i)
          i += next.length
          start = i
        case .opening(let closing): i = skip(to: closing, from: i + next.length)
        }
      } else if leads.mayBegin(next.value), let event = event(at: i, next.value, from: start) {
        events.append(event)
        i = event.range.upperBound
        // What a thing is counted by is no word of a sanction: 每处五十元.
        if case .word(.each) = event.role, event.range.count == next.length, i < range.upperBound {
          i += scalar(bytes, at: i).length
        }
      } else {
        i += next.length
      }
    }
    close(at: range.upperBound)
    return clauses
  }

  /// What a word, an amount or a length of time may begin with.
  private static let leads = LeadTable { scalar in
    MeasureWords.lexicon.mayBegin(scalar) || TimeReader.mayBegin(scalar)
  }

  private func event(at i: Int, _ lead: UInt32, from start: Int) -> MeasureEvent? {
    let word = MeasureWords.lexicon.match(bytes, at: i, lead: lead, before: range.upperBound)
    if case .shield? = word?.tag, !isAmount(at: i, lead) {
      return MeasureEvent(role: .word(.shield), range: i..<word!.end)
    }
    if TimeReader.mayBegin(lead), !ValueNumber.goesOn(bytes, at: i, from: start) {
      if let amount = AmountReader(bytes: bytes, end: range.upperBound).amount(at: i),
        amount.unit != .points || follows(.points, before: i, from: start)
      {
        return MeasureEvent(role: .amount(amount), range: amount.range)
      }
      if let time = TimeReader(bytes: bytes, end: range.upperBound).span(at: i) {
        return MeasureEvent(
          role: .time(time.span, isWithin: time.isWithin), range: i..<time.end)
      }
    }
    return word.map { MeasureEvent(role: .word($0.tag), range: i..<$0.end) }
  }

  private func isAmount(at i: Int, _ lead: UInt32) -> Bool {
    ValueNumber.mayBegin(lead)
      && AmountReader(bytes: bytes, end: range.upperBound).amount(at: i) != nil
  }

  /// Whether 记 or its like stands right before.
  private func follows(_ tag: MeasureWords.Tag, before i: Int, from start: Int) -> Bool {
    guard i > start else { return false }
    let last = scalar(bytes, before: i)
    if case .points? = MeasureWords.lexicon.match(bytes, at: i - last.length, before: i)?.tag {
      return true
    }
    return false
  }

  private enum Mark {
    case stop
    case opening(closing: UInt32)
  }

  @inline(__always)
  private static func mark(_ value: UInt32) -> Mark? {
    switch value {
    case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3002, 0xFF1A, 0x3A, 0xFF01, 0xFF1F, 0x0A: .stop
    case 0xFF08: .opening(closing: 0xFF09)
    case 0x28: .opening(closing: 0x29)
    case 0x300A: .opening(closing: 0x300B)
    case 0x201C: .opening(closing: 0x201D)
    default: nil
    }
  }

  /// One past the mark that closes; right behind the one that opens where none does.
  private func skip(to closing: UInt32, from start: Int) -> Int {
    var i = start
    // What is longer is no note but a bracket that never closes.
    let end = min(range.upperBound, start + 900)
    while i < end {
      let next = scalar(bytes, at: i)
      i += next.length
      if next.value == closing { return i }
    }
    return start
  }
}
