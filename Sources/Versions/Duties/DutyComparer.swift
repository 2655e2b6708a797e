// What differs between a norm and what became of it.

import HanText
import Legislation
import Norms

/// Compares norms that go together, part by part.
struct DutyComparer {
  private var cutter = WordCutter()
  /// What else the articles of the two norms say.
  private var others: (old: [ComparedNorm], new: [ComparedNorm]) = ([], [])

  /// Contents and conditions less alike say something else, whatever else can be told of them.
  private static let sameContent = 0.75
  /// A condition or an exception of which the other provision has so much may stand there in other words.
  private static let saidElsewhere = 0.5

  /// Nil where both say the same.
  mutating func change(
    _ old: ComparedNorm, _ new: ComparedNorm, _ others: (old: [ComparedNorm], new: [ComparedNorm])
  ) -> DutyChange? {
    self.others = others
    var reasons = modality(old, new)
    reasons += DeadlineComparison(old, new).reasons
    if new.norm.kind == .sanction, old.norm.kind == .sanction {
      var measures = MeasureComparison(old, new)
      reasons += measures.reasons()
    }
    reasons += exceptions(old, new) + conditions(old, new) + lists(old, new)
    let parties = parties(old, new)
    // The words of a sanction are its measures, and whom they strike.
    let isTold =
      new.norm.kind == .sanction
      && (!parties.isEmpty || reasons.contains { $0.code.isOfMeasure })
    if !isTold { reasons += contents(old, new) }
    reasons += parties
    guard !reasons.isEmpty else { return nil }
    // A difference that no rule tells must be small beside those that are told.
    let isCertain =
      !reasons.contains(where: \.isVague)
      && (!reasons.contains { $0.code == .contentChanged } || isAlike(old.content, new.content))
      && (!reasons.contains { $0.code == .conditionChanged }
        || isAlike(old.condition, new.condition))
      && isSameBreach(old, new)
    return DutyChange(old: old.indices, new: new.indices, reasons: reasons, isCertain: isCertain)
  }

  /// Whether what a graver step of a sanction goes on from is one breach in both versions.
  private func isSameBreach(_ old: ComparedNorm, _ new: ComparedNorm) -> Bool {
    guard old.isGraver, new.isGraver else { return true }
    return isAlike(old.breach(among: others.old), new.breach(among: others.new))
  }

  private func isAlike(_ old: NormPhrase?, _ new: NormPhrase?) -> Bool {
    guard let old, let new else { return true }
    return old.likeness(to: new) >= Self.sameContent
  }

  // MARK: - Parts

  private func modality(_ old: ComparedNorm, _ new: ComparedNorm) -> [DutyReason] {
    guard old.norm.kind != new.norm.kind else { return [] }
    let direction: DutyReason.Direction =
      switch (old.norm.kind, new.norm.kind) {
      case (.permission, .duty), (.permission, .prohibition): .tighter
      case (.duty, .permission), (.prohibition, .permission): .looser
      default: .unknown
      }
    return [
      DutyReason(
        .modality, direction, "由“\(old.trigger.string)”改为“\(new.trigger.string)”")
    ]
  }

  private mutating func exceptions(_ old: ComparedNorm, _ new: ComparedNorm) -> [DutyReason] {
    // An exception frees from a duty, and takes from a permission.
    let more = new.norm.direction(ofMore: .looser)
    switch (old.exception, new.exception) {
    case (nil, _) where new.exceptionAsks, (_, nil) where old.exceptionAsks: return []
    // It may have stood among the other words.
    case (nil, let added?):
      let isNew = added.share(in: old.provision) < Self.saidElsewhere
      return [
        DutyReason(.exceptionAdded, isNew ? more : .unknown, "增加例外：\(added.string.clause)")
      ]
    case (let removed?, nil):
      let isGone = removed.share(in: new.provision) < Self.saidElsewhere
      return [
        DutyReason(
          .exceptionRemoved, isGone ? more.reversed : .unknown, "删去例外：\(removed.string.clause)")
      ]
    case (let before?, let after?) where !before.says(after):
      return [DutyReason(.exceptionChanged, .unknown, "例外" + words(before, after))]
    default: return []
    }
  }

  private mutating func conditions(_ old: ComparedNorm, _ new: ComparedNorm) -> [DutyReason] {
    // A condition fewer, or a wider one, catches more.
    let wider = new.norm.direction(ofMore: .tighter)
    switch (old.condition, new.condition) {
    case (nil, let added?):
      // It may have stood among the other words, or been said before and held on.
      let isCertain =
        old.content.says(new.content) && added.isAntecedent && !added.stands(in: old.action)
        && !others.old.contains { $0.condition.map { added.stands(in: $0) } ?? false }
        && added.share(in: old.provision) < Self.saidElsewhere
      return [
        DutyReason(
          .conditionAdded, isCertain ? wider.reversed : .unknown, "增加条件：\(added.string.clause)")
      ]
    case (let removed?, nil):
      let isCertain =
        old.content.says(new.content) && removed.isAntecedent && !removed.stands(in: new.action)
        && !others.new.contains { $0.condition.map { removed.stands(in: $0) } ?? false }
        && removed.share(in: new.provision) < Self.saidElsewhere
      return [
        DutyReason(
          .conditionRemoved, isCertain ? wider : .unknown, "删去条件：\(removed.string.clause)")
      ]
    case (let before?, let after?) where !before.says(after):
      return compare(conditions: before, after, wider)
    default: return []
    }
  }

  private mutating func compare(
    conditions old: NormPhrase, _ new: NormPhrase, _ wider: DutyReason.Direction
  ) -> [DutyReason] {
    switch MemberComparison(old.withoutParticle, new.withoutParticle).outcome {
    case .same: return []
    case .added(let members):
      // What the article said before, of another norm, was held on to.
      let added = members.filter { member in
        !others.old.contains { $0.condition.map { member.phrase.stands(in: $0) } ?? false }
      }
      if added.isEmpty { return [] }
      if added.count == members.count, added.allSatisfy({ $0.isMember && !$0.isMoment }) {
        return [DutyReason(.conditionWidened, wider, "条件增加：\(added.words)")]
      }
      if added.allSatisfy(\.isGraver) {
        return [DutyReason(.conditionNarrowed, wider.reversed, "条件增加限制：\(added.words)")]
      }
    case .removed(let members):
      let removed = members.filter { member in
        !others.new.contains { $0.condition.map { member.phrase.stands(in: $0) } ?? false }
      }
      if removed.isEmpty { return [] }
      if removed.count == members.count, removed.allSatisfy({ $0.isMember && !$0.isMoment }) {
        return [DutyReason(.conditionNarrowed, wider.reversed, "条件减少：\(removed.words)")]
      }
      if removed.allSatisfy(\.isGraver) {
        return [DutyReason(.conditionWidened, wider, "条件删去限制：\(removed.words)")]
      }
    case .other: break
    }
    return [DutyReason(.conditionChanged, .unknown, "条件" + words(old, new))]
  }

  private mutating func contents(_ old: ComparedNorm, _ new: ComparedNorm) -> [DutyReason] {
    guard !old.content.says(new.content) else { return [] }
    if new.norm.kind == .sanction,
      old.content.without(DutyWords.light).says(new.content.without(DutyWords.light))
    {
      return []
    }
    let more = new.norm.direction(ofMore: .tighter)
    switch MemberComparison(old.content, new.content).outcome {
    case .same: return []
    case .added(let members):
      // Two readings of one text: another norm of the old article says it.
      let added = members.filter { member in !others.old.contains { new.isSaid(member, by: $0) } }
      guard !added.isEmpty else { return [] }
      let isTold = new.norm.tells(added)
      return [DutyReason(.contentAdded, isTold ? more : .unknown, "增加：\(added.words)")]
    case .removed(let members):
      let removed = members.filter { member in !others.new.contains { old.isSaid(member, by: $0) } }
      guard !removed.isEmpty else { return [] }
      let isTold = new.norm.tells(removed)
      return [DutyReason(.contentRemoved, isTold ? more.reversed : .unknown, "删去：\(removed.words)")]
    case .other:
      return [DutyReason(.contentChanged, .unknown, "内容" + words(old.content, new.content))]
    }
  }

  private mutating func lists(_ old: ComparedNorm, _ new: ComparedNorm) -> [DutyReason] {
    guard let before = old.list, let after = new.list else { return [] }
    let comparison = ListComparison(before, after, kind: new.norm)
    return comparison.reasons { words($0, $1) }
  }

  private func parties(_ old: ComparedNorm, _ new: ComparedNorm) -> [DutyReason] {
    var reasons: [DutyReason] = []
    let (before, after) = (old.parties, new.parties)
    if !before.isEmpty, !after.isEmpty {
      let gone = before.filter { party in !after.contains { isSameParty(party, $0) } }
      let come = after.filter { party in !before.contains { isSameParty(party, $0) } }
      // Who is punished beside others is a matter of the sanction itself.
      let more: DutyReason.Direction = new.norm.kind == .sanction ? .tighter : .unknown
      if !gone.isEmpty, !come.isEmpty {
        reasons.append(
          DutyReason(
            .bearerChanged, .unknown,
            "主体由“\(gone.joined(separator: "、"))”改为“\(come.joined(separator: "、"))”"))
      } else if !come.isEmpty {
        reasons.append(
          DutyReason(.bearerAdded, more, "增加主体：\(come.joined(separator: "、"))"))
      } else if !gone.isEmpty {
        reasons.append(
          DutyReason(.bearerRemoved, more.reversed, "减少主体：\(gone.joined(separator: "、"))"))
      }
    }
    if !old.authorities.isEmpty, !new.authorities.isEmpty,
      !old.authorities.contains(where: { party in
        new.authorities.contains { isSameParty(party, $0) }
      })
    {
      reasons.append(
        DutyReason(
          .authorityChanged, .unknown,
          "机关由“\(old.authorities.joined(separator: "、"))”改为“\(new.authorities.joined(separator: "、"))”"
        ))
    }
    return reasons
  }

  // MARK: - Words

  /// How many changes of words are told one by one.
  private static let mostWords = 4

  /// ：“网信部门”改为“国家网信部门”；删去“及时”
  private mutating func words(_ old: NormPhrase, _ new: NormPhrase) -> String {
    let changes = cutter.changes(from: old.text, to: new.text)
    var told: [String] = []
    var i = 0
    while i < changes.count {
      let change = changes[i]
      i += 1
      let text = change.text.clause
      guard change.operation != .equal, !text.isEmpty else { continue }
      if change.operation == .delete, i < changes.count, changes[i].operation == .insert,
        !changes[i].text.clause.isEmpty
      {
        told.append("“\(text)”改为“\(changes[i].text.clause)”")
        i += 1
      } else {
        told.append(change.operation == .delete ? "删去“\(text)”" : "增加“\(text)”")
      }
    }
    guard !told.isEmpty, told.count <= Self.mostWords else { return "改动" }
    return "：" + told.joined(separator: "；")
  }
}

extension ComparedNorm {
  /// The breach that a graver step goes on from: the last one told before it in its provision.
  fileprivate func breach(among others: [ComparedNorm]) -> NormPhrase? {
    others.last {
      $0.norm.kind == .sanction && $0.norm.node == norm.node && !$0.isGraver
        && $0.norm.trigger.lowerBound < norm.trigger.lowerBound
    }?.condition
  }

  /// Whether another norm of its kind says what one of its members does.
  fileprivate func isSaid(_ member: TextMember, by other: ComparedNorm) -> Bool {
    other.norm.kind == norm.kind && member.phrase.stands(in: other.action)
  }
}

extension Norm {
  /// Whether members more or fewer tell which way it goes: one more way to do what must be done is no burden.
  fileprivate func tells(_ members: [TextMember]) -> Bool {
    switch kind {
    case .prohibition: members.allSatisfy { $0.isMember || $0.isAct }
    case .permission:
      members.allSatisfy { $0.isMember || $0.isAct && !$0.phrase.begins(with: DutyWords.also) }
    default: members.allSatisfy { ($0.isMember || $0.isAct) && !$0.isChoice }
    }
  }

  /// Which way it goes for the bearer that the norm covers more, given what it would be for a duty.
  func direction(ofMore duty: DutyReason.Direction) -> DutyReason.Direction {
    switch kind {
    case .duty, .prohibition, .sanction: duty
    case .permission: duty.reversed
    case .competence: .unknown
    }
  }
}

extension DutyReason {
  /// Whether something was added or left out, and which way that goes can't be told.
  fileprivate var isVague: Bool {
    direction == .unknown && (code == .contentAdded || code == .contentRemoved)
  }
}

extension DutyReason.Code {
  /// Whether it tells what a sanction's words differ in.
  var isOfMeasure: Bool {
    switch self {
    case .amountRaised, .amountLowered, .amountChanged, .measureAdded, .measureRemoved,
      .measureChanged,
      .measureBound, .measureFreed, .durationRaised, .durationLowered, .durationChanged:
      true
    default: false
    }
  }
}

extension String {
  /// Without white space and the marks at its ends, in one line.
  var clause: String {
    let bytes = Array(utf8)
    var (start, end) = (0, bytes.count)
    func isMark(_ value: UInt32) -> Bool {
      isSpace(value) || [0xFF0C, 0x3002, 0xFF1B, 0x3001, 0xFF1A, 0x2C, 0x3B].contains(value)
    }
    while start < end {
      let next = scalar(bytes, at: start)
      guard isMark(next.value) else { break }
      start += next.length
    }
    while end > start {
      let last = scalar(bytes, before: end)
      guard isMark(last.value) else { break }
      end -= last.length
    }
    return String(decoding: bytes[start..<end].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
