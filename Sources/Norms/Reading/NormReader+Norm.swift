// Builds a norm of an operator, part by part, and remembers what later ones may take from it.

import HanText
import Legislation

extension NormReader {
  /// Builds the norm of an operator. `previous` is the operator in front of it in the segment and `before` its
  /// norm; `until` is where the next operator's words begin.
  mutating func norm(
    _ operation: Operator, _ segment: Segment, previous: Operator?, before: Norm?, until: Int?,
    _ following: Segment?
  ) -> Norm {
    let trigger = operation.trigger.range
    var norm = Norm(
      node: passage.node, kind: operation.kind, trigger: passage.source(trigger), bearers: [],
      isImplicit: false, topic: nil, action: passage.source(trigger), condition: nil,
      exception: nil, authorities: [], measures: [], deadlines: [], reasons: [])
    let front = front(of: operation, segment)
    let action = action(of: operation, segment, until: until)
    norm.action = passage.source(action)
    if operation.kind == .competence, action.isEmpty {
      // 解释由甲部门负责, 甲对其安全负责
      if let matter = front.subject.matter ?? matter(front, operation, segment) {
        norm.action = passage.source(matter)
      }
    }
    setCondition(&norm, front, operation, segment, before)
    if operation.isSanction {
      setSanctionParties(&norm, operation, front, action, segment, previous, before)
    } else {
      setParties(&norm, operation, front, action, segment, previous, before)
    }
    setException(&norm, operation, front, action, segment, following)
    if operation.isSanction {
      norm.measures = MeasureReader.measures(in: bytes, action).map { $0.mapped(passage.source) }
    }
    norm.deadlines = DeadlineReader.deadlines(
      in: bytes, min(operation.zone, action.lowerBound)..<action.upperBound
    ).map { $0.mapped(passage.source) }
    remember(norm, operation, front, segment)
    return norm
  }

  private mutating func remember(
    _ norm: Norm, _ operation: Operator, _ front: Front, _ segment: Segment
  ) {
    if let condition = norm.condition {
      if discourse.condition?.range != condition {
        discourse.conditionLeads =
          front.opening == nil && front.clauseTopic == nil && front.subjectClause == nil
          && front.condition != nil
      }
      discourse.condition = (condition, segment.sentence)
      if discourse.firstCondition?.sentence != segment.sentence {
        discourse.firstCondition = discourse.condition
      }
    }
    if norm.kind == .sanction {
      if !norm.authorities.isEmpty {
        discourse.authorities = norm.authorities
        discourse.imposing = segment.sentence
      }
      discourse.tellsBreach = true
    } else if !norm.bearers.isEmpty, !norm.isImplicit {
      discourse.remember(
        norm.bearers, names: named)
    }
  }
}
