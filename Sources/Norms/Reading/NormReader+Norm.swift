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
    if operation.isSanction, counting == nil,
      Self.following.first(bytes, in: operation.zone..<max(operation.zone, action.upperBound))
        != nil
    {
      counting = norm
    }
    remember(norm, operation, front, segment)
    return norm
  }

  /// Remembers who a statement is about that makes no norm: 中心受理申请。必要时，可以…
  mutating func remember(_ segment: Segment) {
    if let party = subject(of: segment), !Self.nobody.isWord(bytes, party) {
      let names = Coordination(phrases, party).names
      discourse.speaker = (names.map(passage.source), names.map { Array(bytes[$0]) })
    }
    // 工作人员滥用职权的，由上级处理；构成犯罪的，追究…: whose breach it is.
    guard
      let breach = segment.clauses.first(where: {
        $0.role == .antecedent || sanctions.tellsBreach($0.range)
      }), sanctions.tellsBreach(breach.range), let party = phrases.opening(breach.words),
      party.upperBound < breach.range.upperBound
    else { return }
    discourse.violators = Coordination(phrases, party).names.map(passage.source)
    discourse.violation = segment.sentence
  }

  /// Who acts in a statement, or whom it encourages.
  private func subject(of segment: Segment) -> ByteRange? {
    guard let words = segment.clauses.last?.words else { return nil }
    if let word = Self.promoting.word(bytes, at: words.lowerBound, before: words.upperBound) {
      return phrases.opening(
        words.lowerBound + word.utf8.count..<words.upperBound, isGoverned: true)
    }
    return segment.clauses.lazy.compactMap { clause -> ByteRange? in
      let words = clause.words
      guard !phrases.opensPredicate(at: words.lowerBound, before: words.upperBound),
        let party = phrases.opening(words), party.upperBound < words.upperBound
      else { return nil }
      return party
    }.last
  }

  private static let following = NormWords.clauses["following"]
  private static let promoting = NormWords.clauses["promote"]
  private static let nobody = NormWords.clauses["nobody"]

  private mutating func remember(
    _ norm: Norm, _ operation: Operator, _ front: Front, _ segment: Segment
  ) {
    discourse.last = (norm, segment.sentence)
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
      discourse.speaker = nil
      discourse.remember(
        norm.bearers, names: named)
    }
  }
}
