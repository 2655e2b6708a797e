// When a norm holds, and when it does not: its condition and its exception.

import HanText
import Legislation

extension NormReader {
  func setCondition(
    _ norm: inout Norm, _ front: Front, _ operation: Operator, _ segment: Segment, _ before: Norm?
  ) {
    let isContrast =
      NormWords.contrasts.word(
        bytes, at: operation.zone, before: operation.trigger.range.lowerBound) != nil
    if let condition = front.condition, !isCase(condition, operation) {
      norm.condition = passage.source(trimmed(bytes, condition))
      norm.reasons.append(Reason(.condition, "the clauses in front of the trigger"))
    } else if let condition = front.subject.condition, !hasAgent(operation) {
      norm.condition = passage.source(condition)
      norm.reasons.append(Reason(.condition, "the words between the subject and the trigger"))
    } else if isContrast {
      return
    } else if front.target != nil || operation.head?.target != nil,
      let first = discourse.firstCondition, first.sentence == segment.sentence
    {
      norm.condition = first.range
      norm.reasons.append(Reason(.condition, "carried over from the sentence's first norm"))
    } else if let before, let carried = before.condition {
      norm.condition = carried
      norm.reasons.append(Reason(.condition, "carried over from the norm in front"))
    } else if let carried = discourse.condition, carried.sentence == segment.sentence,
      discourse.conditionLeads || front.subject.isEmpty && front.subjectClause == nil
    {
      norm.condition = carried.range
      norm.reasons.append(Reason(.condition, "carried over from the segment in front"))
    }
  }

  /// 权利质权案件，可以由…管辖: what somebody deals with.
  private func isCase(_ condition: ByteRange, _ operation: Operator) -> Bool {
    hasAgent(operation) && bytes.ends(condition, with: "案件")
      && bytes.find("，", in: condition) == nil
  }

  /// 应当由…
  private func hasAgent(_ operation: Operator) -> Bool {
    bytes.has("由", at: operation.trigger.range.upperBound, before: passage.range.upperBound)
  }

  func setException(
    _ norm: inout Norm, _ operation: Operator, _ front: Front, _ action: ByteRange,
    _ segment: Segment, _ following: Segment?
  ) {
    if let exclusion = front.exclusion {
      norm.exception = passage.source(exclusion)
      norm.reasons.append(Reason(.exception, "除…外 in front of the trigger"))
      return
    }
    // ，但…: up to the segment's end.
    let behind = segment.clauses.first {
      $0.range.lowerBound >= action.upperBound
    }
    if let behind {
      let isContrast =
        NormWords.contrasts.word(
          bytes, at: behind.range.lowerBound, before: behind.range.upperBound)
        != nil
      if isContrast || behind.role == .exclusion {
        norm.exception = passage.source(behind.range.lowerBound..<segment.range.upperBound)
        norm.reasons.append(Reason(.exception, "但 behind the action"))
      }
      return
    }
    // ；但是… or 。…除外。
    guard let following, let first = following.clauses.first else { return }
    let isContrast =
      NormWords.contrasts.word(bytes, at: first.range.lowerBound, before: first.range.upperBound)
      != nil
    if isContrast || (following.clauses.last?.role == .exclusion && following.clauses.count <= 2) {
      norm.exception = passage.source(following.range)
      norm.reasons.append(Reason(.exception, "但 or 除外 behind the action"))
    }
  }
}
