// What a norm asks: from its trigger to where something else begins.

import HanText
import Legislation

extension NormReader {
  private static let reports = NormWords.clauses["report"]

  func action(of operation: Operator, _ segment: Segment, until: Int?) -> ByteRange {
    var start = operation.trigger.range.upperBound
    if operation.head != nil {
      start = sanctions.actionStart(
        operation.trigger.range, from: segment.clauses[operation.clause].range.lowerBound)
    }
    if operation.kind == .sanction, operation.head == nil {
      while bytes.has("依法", at: start, before: segment.range.upperBound) { start += 6 }
    }
    let limit = until ?? segment.range.upperBound
    var end = min(segment.clauses[operation.clause].range.upperBound, limit)
    for k in segment.clauses.indices.dropFirst(operation.clause + 1) {
      let clause = segment.clauses[k]
      guard clause.range.upperBound <= limit,
        continues(clause, operation) || isOnlyBasis(start..<end, clause)
      else { break }
      // 当…时，其报价…: what follows is said of something else.
      if clause.role == .moment, k + 1 < segment.clauses.count, operation.kind != .sanction,
        segment.clauses[k + 1].range.upperBound <= limit,
        hasOwnSubject(segment.clauses[k + 1], operation)
      {
        break
      }
      end = clause.range.upperBound
    }
    if until == nil, operation.kind == .duty,
      let only = segment.clauses.indices.dropFirst(operation.clause + 1).prefix(2).first(where: {
        bytes.has("方可", at: segment.clauses[$0].words.lowerBound, before: segment.range.upperBound)
      })
    {
      end = max(end, segment.clauses[only].range.upperBound)
    }
    if end == segment.range.upperBound, segment.end == .colon, until == nil,
      scalarCount(bytes, start..<max(start, end)) <= 3
    {
      // 应当包括：…
      end = marksAfter(end)
    }
    return trimmedEnd(start..<max(start, end))
  }

  /// The end of the sentence or segment behind a colon.
  private func marksAfter(_ i: Int) -> Int {
    marks.first(
      [.stop, .semicolon], in: min(passage.range.upperBound, i + 3)..<passage.range.upperBound)?
      .range.lowerBound ?? passage.range.upperBound
  }

  private func trimmedEnd(_ range: ByteRange) -> ByteRange {
    var range = trimmed(bytes, range)
    for _ in 0..<3 where bytes.ends(range, with: "，") || bytes.ends(range, with: "、") {
      range = range.lowerBound..<range.upperBound - 3
    }
    return range
  }

  /// 可以根据申请，由主管部门收回: the action so far only says by which right.
  private func isOnlyBasis(_ action: ByteRange, _ next: Clause) -> Bool {
    NormWords.bases.word(bytes, at: action.lowerBound, before: action.upperBound) != nil
      && bytes.find("，", in: action) == nil
      && bytes.has("由", at: next.words.lowerBound, before: next.words.upperBound)
  }

  /// Whether a clause goes on with what the trigger governs.
  private func continues(_ clause: Clause, _ operation: Operator) -> Bool {
    if NormWords.contrasts.word(bytes, at: clause.range.lowerBound, before: clause.range.upperBound)
      != nil
    {
      return false
    }
    switch clause.role {
    case .exclusion, .antecedent: return false
    case .basis, .moment, .plain: break
    }
    if operation.kind == .sanction { return true }
    // 主管 takes one matter, and no verb behind a comma.
    if bytes.ends(operation.trigger.range, with: "主管") { return false }
    return !hasOwnSubject(clause, operation)
  }

  private func hasOwnSubject(_ clause: Clause, _ operation: Operator) -> Bool {
    let words = clause.words
    if bytes.has("由", at: words.lowerBound, before: words.upperBound) {
      return operation.kind != .duty
    }
    if isCommentary,
      Self.reports.word(bytes, at: words.lowerBound, before: words.upperBound) != nil
    {
      return true
    }
    // 并, 或者: the subject is shared.
    if words.lowerBound > clause.range.lowerBound { return false }
    // 逾期存放的费用由家属承担
    if bytes.find("费用由", in: words) != nil { return true }
    // 以…日期，为送达日期
    if bytes.has("以", at: words.lowerBound, before: words.upperBound),
      bytes.has("为", at: words.upperBound + 3, before: passage.range.upperBound)
    {
      return true
    }
    if let by = bytes.find("由", in: words), scalarCount(bytes, words.lowerBound..<by) <= 12,
      !phrases.opensPredicate(at: words.lowerBound, before: words.upperBound),
      !bytes.ends(words.lowerBound..<by, with: "理")
    {
      return true
    }
    if NormWords.ownSubjects.word(
      bytes, at: clause.words.lowerBound, before: clause.words.upperBound) != nil
    {
      return true
    }
    guard let party = phrases.opening(clause.words), party.upperBound < clause.words.upperBound
    else { return false }
    return scalarCount(bytes, party) <= 14
      && !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound)
  }

  /// What a party is in charge of where it stands between the party and 负责.
  func matter(
    _ front: Front, _ operation: Operator, _ segment: Segment
  ) -> ByteRange? {
    guard let party = front.subject.party else { return nil }
    let rest = party.upperBound..<operation.trigger.range.lowerBound
    guard let at = bytes.find("对", in: rest), at + 3 < rest.upperBound else { return nil }
    return at + 3..<rest.upperBound
  }
}
