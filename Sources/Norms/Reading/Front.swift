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
  /// The parties that are the clauses right behind that one: 机关，单位，应当….
  var moreSubjects: [ByteRange] = []
  /// 证书由主管部门颁发，颁发前应当…: who acts in a clause in front.
  var agent: ByteRange?
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
  private static let nobody = NormWords.clauses["nobody"]

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
    var excluded = 0..<0
    for (k, clause) in front.clauses.enumerated() where !excluded.contains(k) {
      if let exclusion = longExclusion(from: k, front.clauses) {
        front.exclusion = exclusion.words
        excluded = exclusion.clauses
        continue
      }
      if clause.words.isEmpty {
        // 但是，…: what stands in front is another statement.
        if NormWords.contrasts.isWord(bytes, clause.range) {
          (first, last, isContrast) = (nil, nil, true)
        }
        continue
      }
      // …，但甲认为有必要时，可以…: what stands in front is another statement.
      if clause.role == .moment, clause.words != clause.range,
        NormWords.contrasts.word(
          bytes, at: clause.range.lowerBound, before: clause.range.upperBound) != nil
      {
        (first, last, isContrast) = (nil, nil, true)
      }
      switch clause.role {
      case .exclusion: front.exclusion = clause.words
      case .antecedent:
        first = first ?? k
        last = k
      case .basis, .moment, .plain:
        if !leadsAntecedent(k, front), readsAside(clause, &front) || endsAside(k, front) {
          continue
        }
        if let party = front.subject.party, k == front.clauses.count - 1,
          clause.words == clause.range, phrases.namesParty(clause.words),
          !phrases.opensPredicate(at: clause.words.lowerBound, before: clause.words.upperBound),
          phrases.opening(clause.words).map({ $0 == clause.words }) ?? true
        {
          front.subject.party = clause.words.lowerBound..<party.upperBound
          continue
        }
        // 采购货物的机关，承担工程的单位，应当…: parties with a comma between.
        if let first = front.subjectClause, first + front.moreSubjects.count == k - 1,
          clause.role == .plain, clause.words == clause.range,
          phrases.namesParty(front.clauses[first].words), phrases.namesParty(clause.words),
          phrases.opening(clause.words).map({ $0 == clause.words }) ?? true
        {
          let isMore = bytes.has("以及", at: clause.words.lowerBound, before: clause.words.upperBound)
          front.moreSubjects.append(
            clause.words.lowerBound + (isMore ? 6 : 0)..<clause.words.upperBound)
          continue
        }
        if !hasSubject, front.subjectClause == nil, isSubjectClause(clause, k, front) {
          front.subjectClause = k
          continue
        }
        if clause.role == .basis, !opensWithParty(clause), !leadsAntecedent(k, front) { continue }
        // 高级职称由省级机关评定，评定前应当…: who acts, and no condition.
        if clause.role == .plain, clause.words == clause.range,
          let agent = subjects.agent(in: clause.words)
        {
          if !hasSubject { front.agent = agent }
          continue
        }
        if clause.role == .plain, let party = copulaSubject(clause) {
          if !hasSubject { front.opening = (party, k) }
          continue
        }
        if isContrast, clause.role == .plain { continue }
        // 文明乘车，主动让座，不得…; 鼓励企业委托专家，专家应当…: what is told beside the norm.
        if clause.role == .plain, isBeside(clause) {
          (first, last) = (nil, nil)
          continue
        }
        // 范围明确的设施，主管机关可以…; 国家鼓励设立基金，任何单位不得…: what is spoken of, no condition.
        if hasSubject, clause.role == .plain, first == nil, isStatement(clause, k, front) {
          isContrast = true
          continue
        }
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
      guard front.clauses[k].role != .basis || opensWithParty(front.clauses[k]),
        front.clauses[k].role != .exclusion,
        !isConsent(front.clauses[k]), let party = phrases.opening(front.clauses[k].words),
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
      guard !isPassive(party.upperBound..<front.clauses[k].range.upperBound),
        // 国家尚未规定的: the state bears no norm of what is not.
        front.clauses[k].role != .antecedent || !Self.nobody.isWord(bytes, party),
        !isRuling(party, front.clauses[k].words)
      else { continue }
      front.opening = (party, k)
      if k == first {
        let rest = party.upperBound..<front.clauses[k].range.upperBound
        front.condition = party.upperBound..<front.clauses[last].range.upperBound
        // 甲对申请材料，应当…; 甲根据实际情况，可以…: to what it applies, by which right.
        if front.clauses[k].role == .plain, !tellsWhen(rest) {
          front.condition =
            first == last
            ? nil
            : bytes.has("对", at: rest.lowerBound, before: rest.upperBound)
              && front.clauses[k + 1].role == .antecedent
              ? party.upperBound..<front.clauses[last].range.upperBound
              : front.clauses[k + 1].words.lowerBound..<front.clauses[last].range.upperBound
        }
      }
      return
    }
    if let holder = rightHolder(front.clauses[first].words) {
      front.opening = (holder, first)
      return
    }
    if first == last, front.clauses[last].role == .plain || front.clauses[last].role == .moment,
      let parts = thing(opening: front.clauses[last].words)
    {
      front.clauseTopic = parts.topic
      front.condition = parts.condition
    }
  }
}
