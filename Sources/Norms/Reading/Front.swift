// What stands in front of a trigger: conditions, subjects, exceptions, and words aside.

import HanText
import Legislation

/// What stands in front of a trigger, from where its own words begin.
struct Front {
  /// The clauses in front of the trigger's.
  var clauses: [Clause]
  /// The subject in the trigger's own clause.
  var subject: Subject
  /// A subject that is a clause by itself: 人员，应当….
  var subjectClause: Int?
  /// The party that opens a condition.
  var opening: (party: ByteRange, clause: Int)?
  /// The condition, from its first clause to its last.
  var condition: ByteRange?
  /// A topic whose own predicate is a clause in front: 维护费专项用于保养，不得….
  var clauseTopic: ByteRange?
  /// 由X对Y批评教育，并责令…: who imposes, told in a clause in front.
  var authority: ByteRange?
  /// 对直接责任人员，…: on whom, told in a clause in front.
  var target: ByteRange?
  var exclusion: ByteRange?

  /// How many clauses in front of a trigger are read at most.
  private static let reach = 64

  /// The first clause that is read in front of a clause.
  static func first(of clause: Int) -> Int { max(0, clause - reach) }
}

extension NormReader {
  func front(of operation: Operator, _ segment: Segment) -> Front {
    let own = segment.clauses[operation.clause]
    let start = max(own.words.lowerBound, operation.zone)
    let trigger = operation.trigger.range
    var words = window(bytes, before: trigger.lowerBound, from: min(start, trigger.lowerBound))
    if start < trigger.lowerBound { words = Clause.skipConnectives(bytes, words) }
    var subject = Subject.none
    if operation.head == nil, operation.zone < trigger.lowerBound {
      subject = subjects.subject(in: words)
    }
    let clauses = Array(
      segment.clauses[Front.first(of: operation.clause)..<operation.clause]
        .filter { $0.range.lowerBound >= operation.zone })
    var front = Front(
      clauses: clauses, subject: subject, subjectClause: nil, opening: nil, condition: nil,
      exclusion: subject.exclusion)
    readClauses(&front, own.range.lowerBound..<max(own.range.lowerBound, trigger.lowerBound))
    return front
  }

  /// Tells conditions, subjects and exceptions among the clauses in front.
  private func readClauses(_ front: inout Front, _ trigger: ByteRange) {
    var first: Int?
    var last: Int?
    var isContrast =
      NormWords.contrasts.word(bytes, at: trigger.lowerBound, before: trigger.upperBound) != nil
    let hasSubject = front.subject.party != nil || front.subject.topic != nil
    for (k, clause) in front.clauses.enumerated() {
      if clause.words.isEmpty {
        // 但是，…: what stands in front is another statement.
        if NormWords.contrasts.isWord(bytes, clause.range) {
          (first, last, isContrast) = (nil, nil, true)
        }
        continue
      }
      switch clause.role {
      case .exclusion: front.exclusion = clause.words
      case .antecedent:
        first = first ?? k
        last = k
      case .basis, .moment, .plain:
        if readsAside(clause, &front) { continue }
        if let party = front.subject.party, k == front.clauses.count - 1,
          clause.words == clause.range, phrases.namesParty(clause.words),
          !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
          phrases.opening(clause.words).map({ $0 == clause.words }) ?? true
        {
          front.subject.party = clause.words.lowerBound..<party.upperBound
          continue
        }
        if !hasSubject, front.subjectClause == nil, isSubjectClause(clause, k, front) {
          front.subjectClause = k
          continue
        }
        if clause.role == .basis { continue }
        if clause.role == .plain, let party = copulaSubject(clause) {
          if !hasSubject { front.opening = (party, k) }
          continue
        }
        if isContrast, clause.role == .plain { continue }
        // …的，收养关系无效，由…: a statement behind the antecedent.
        if clause.role == .plain, let last, front.clauses[last].role == .antecedent,
          !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
          phrases.opening(clause.words) == nil
        {
          continue
        }
        first = first ?? k
        last = k
      }
    }
    guard let first, let last else { return }
    front.condition =
      front.clauses[first].words.lowerBound..<front.clauses[last].range.upperBound
    guard !hasSubject, front.subjectClause == nil, front.opening == nil else { return }
    for k in stride(from: last, through: first, by: -1) {
      guard front.clauses[k].role != .basis, front.clauses[k].role != .exclusion,
        let party = phrases.opening(front.clauses[k].words),
        party.upperBound < front.clauses[k].range.upperBound
      else {
        // 女方因…丧失…的，处理抚养问题，应当: another does what the last clause says.
        if k == last, front.clauses[k].role == .plain,
          front.clauses[first..<last].contains(where: { $0.role == .antecedent })
        {
          return
        }
        continue
      }
      guard !isPassive(party.upperBound..<front.clauses[k].range.upperBound) else { continue }
      front.opening = (party, k)
      if k == first {
        front.condition = party.upperBound..<front.clauses[last].range.upperBound
      }
      return
    }
    if first == last, front.clauses[last].role == .plain || front.clauses[last].role == .moment,
      let parts = thing(opening: front.clauses[last].words)
    {
      front.clauseTopic = parts.topic
      front.condition = parts.condition
    }
  }

  /// 维护费|专项用于保养, 沿海滩涂|未经批准: a thing with a predicate of its own.
  private func thing(
    opening words: ByteRange
  ) -> (topic: ByteRange, condition: ByteRange)? {
    guard !phrases.opensRelative(at: words.lowerBound, before: words.upperBound),
      let cut = subjects.thingEnd(words)
    else { return nil }
    return (words.lowerBound..<cut, cut..<words.upperBound)
  }

  /// Clauses in front that are no condition: 由甲部门批评教育, 对责任人员.
  private func readsAside(_ clause: Clause, _ front: inout Front) -> Bool {
    let words = clause.words
    if bytes.has("由", at: words.lowerBound, before: words.upperBound),
      !bytes.has("由于", at: words.lowerBound, before: words.upperBound),
      let body = phrases.opening(words.lowerBound + 3..<words.upperBound, isGoverned: true)
    {
      front.authority = body
      if bytes.has("对", at: body.upperBound, before: words.upperBound) {
        front.target = phrases.opening(body.upperBound + 3..<words.upperBound, isGoverned: true)
      }
      return true
    }
    if bytes.has("对", at: words.lowerBound, before: words.upperBound),
      NormWords.moments.word(bytes, ending: words) == nil
    {
      let start =
        bytes.has("对于", at: words.lowerBound, before: words.upperBound)
        ? words.lowerBound + 6 : words.lowerBound + 3
      if phrases.namesParty(start..<words.upperBound) { front.target = start..<words.upperBound }
      return true
    }
    return false
  }

  /// 甲是…的主体: who the clause is about; it says nothing of when.
  private func copulaSubject(_ clause: Clause) -> ByteRange? {
    guard let party = phrases.opening(clause.words),
      NormWords.copulas.word(
        bytes, at: party.upperBound, before: clause.words.upperBound) != nil
    else { return nil }
    return party
  }

  /// 死亡, 无法通知: what happens to a party that is not the norm's.
  private func isPassive(_ predicate: ByteRange) -> Bool {
    NormWords.passives.word(
      bytes, at: predicate.lowerBound, before: predicate.upperBound) != nil
  }

  /// Whether a clause is a noun phrase that the trigger's clause is about.
  private func isSubjectClause(_ clause: Clause, _ k: Int, _ front: Front) -> Bool {
    if k == 0, front.clauses.count > 1, scalarCount(bytes, clause.words) <= 12,
      !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
      phrases.opening(clause.words) == nil, clause.role == .plain,
      NormWords.caseOpeners.word(
        bytes, at: front.clauses[1].words.lowerBound, before: front.clauses[1].words.upperBound)
        != nil
    {
      return true
    }
    let opens = phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound)
    if phrases.namesParty(clause.words),
      !phrases.isGoverning(at: clause.words.lowerBound, before: clause.words.upperBound)
        || bytes.has("以", at: clause.words.lowerBound, before: clause.words.upperBound)
    {
      if copulaSubject(clause) != nil { return false }
      if opens, bytes.find("的", in: clause.words) == nil { return false }
      let opening = phrases.opening(clause.words)
      return opening == nil || opening == clause.words
        || bytes.find("的", in: opening!.upperBound..<clause.words.upperBound) != nil
    }
    guard k == front.clauses.count - 1,
      !phrases.isGoverning(at: clause.words.lowerBound, before: clause.words.upperBound),
      NormWords.moments.word(bytes, ending: clause.words) == nil
    else { return false }
    if bytes.ends(clause.words, with: "等") { return phrases.opening(clause.words) == nil }
    if !opens, bytes.find("的", in: clause.words) == nil, phrases.opening(clause.words) == nil {
      return subjects.endsLikeThing(clause.words)
    }
    guard clause.words == clause.range, subjects.hasHeadBehindOf(clause.words) else { return false }
    if bytes.ends(clause.words, with: "的行为") { return true }
    guard let party = phrases.opening(clause.words) else {
      return !opens || subjects.isRelativeOf(clause.words)
    }
    // 任何单位使用的装置, not 单位作出涉及安全的决策.
    guard
      let verb = NormWords.attributives.word(
        bytes, at: party.upperBound, before: clause.words.upperBound),
      let of = bytes.find("的", in: party.upperBound..<clause.words.upperBound)
    else { return false }
    return of <= party.upperBound + verb.utf8.count + 6
  }
}
