// Noun phrases that name who bears a norm: where they end, and whether they name a party at all.

import HanText
import Legislation

/// Reads noun phrases in the bytes of a passage.
struct PhraseReader {
  let bytes: [UInt8]
  /// Brackets, quotations and titles, which are part of the phrase around them.
  let nested: [ByteRange]
  private let openings = OpeningMemo()

  init(bytes: [UInt8], nested: [ByteRange]) {
    self.bytes = bytes
    self.nested = nested
  }

  /// Whether `range` ends in the name of a role or body.
  func namesParty(_ range: ByteRange) -> Bool {
    let bare = withoutBracket(range)
    guard !bare.isEmpty else { return false }
    guard let role = NormWords.roles.word(bytes, ending: bare) else {
      return NormWords.exact.isWord(bytes, bare)
    }
    let thing = NormWords.things.word(bytes, ending: bare)
    return thing.map { $0.utf8.count < role.utf8.count } ?? true
  }

  /// Whether `range` as a whole names a party: also a place that acts by its government.
  func namesWhole(_ range: ByteRange) -> Bool {
    namesParty(range) || NormWords.areas.word(bytes, ending: range) != nil
  }

  /// `range` without a bracket at its end: 税务机关（以下简称…）.
  func withoutBracket(_ range: ByteRange) -> ByteRange {
    guard let last = nested.last(where: { $0.upperBound == range.upperBound }),
      last.lowerBound > range.lowerBound, opensBracket(scalar(bytes, at: last.lowerBound).value)
    else { return range }
    return range.lowerBound..<last.lowerBound
  }

  /// Where a bracket or quotation that begins at `i` ends.
  func nestedEnd(at i: Int) -> Int? {
    let k = nested.partitioningIndex { $0.lowerBound >= i }
    return k < nested.count && nested[k].lowerBound == i ? nested[k].upperBound : nil
  }

  /// Whether a predicate begins at `i`.
  func opensPredicate(at i: Int, before end: Int) -> Bool {
    if let name = nameLength(at: i, before: end) {
      // 为民政府: a longer opener wins over a name.
      guard let verb = NormWords.verbs.word(bytes, at: i, before: end),
        verb.utf8.count >= name
      else { return false }
      return true
    }
    return NormWords.verbs.word(bytes, at: i, before: end) != nil
      || NormWords.openingAdverbs.word(bytes, at: i, before: end) != nil
      || NormWords.prepositions.word(bytes, at: i, before: end) != nil
  }

  /// The bytes of what begins like an opener at `i` and is part of a name; nil where nothing does.
  func nameLength(at i: Int, before end: Int) -> Int? {
    if let name = NormWords.notOpeners.word(bytes, at: i, before: end) { return name.utf8.count }
    // 被处罚人, 用火单位: one or two characters between the opener and a head.
    guard NormWords.markers.word(bytes, at: i, before: end) != nil else { return nil }
    for length in [6, 9] where i + length < end {
      if let head = NormWords.heads.word(bytes, at: i + length, before: end),
        NormWords.bodies.word(bytes, at: i + 3, before: end) == nil
      {
        return length + head.utf8.count
      }
    }
    return nil
  }

  /// Whether a preposition begins at `i`.
  func opensPreposition(at i: Int, before end: Int) -> Bool {
    nameLength(at: i, before: end) == nil
      && NormWords.prepositions.word(bytes, at: i, before: end) != nil
  }

  /// The party that opens `range` and has its predicate behind it: 当事人|请求…, 公务员|在受处分期间.
  ///
  /// `isGoverned` where 由 or 对 stands in front, so that no predicate can.
  func opening(_ range: ByteRange, isGoverned: Bool = false) -> ByteRange? {
    openings.opening(range, isGoverned) { readOpening(range, isGoverned) }
  }

  private func readOpening(_ range: ByteRange, _ isGoverned: Bool) -> ByteRange? {
    let end = range.upperBound
    var i = range.lowerBound
    guard i < end, isGoverned || !isGoverning(at: i, before: end),
      !bytes.has("以及", at: i, before: end)
    else { return nil }
    // A predicate in front makes a relative clause, which needs its 的.
    var needsOf =
      !isGoverned && opensRelative(at: i, before: end) && !namesPartyAt(i, before: end)
    // 在审查中|对嫌疑人: the preposition in front governs no party's own clause.
    let isAside =
      !isGoverned && NormWords.asides.word(bytes, at: i, before: end) != nil
      && nameLength(at: i, before: end) == nil
    let mustAct = isGoverned && bytes.ends(0..<i, with: "由")
    var steps = 0
    var lastWasOf = false
    var named: ByteRange?
    // Where a verb ends whose characters are no break of their own: 代为.
    var verbEnd = i
    while i < end, steps < Self.reach {
      steps += 1
      if i >= verbEnd, let verb = NormWords.verbs.word(bytes, at: i, before: end) {
        verbEnd = i + verb.utf8.count
      }
      if let close = nestedEnd(at: i) {
        i = close
      } else {
        i += scalar(bytes, at: i).length
      }
      let head = range.lowerBound..<i
      if isAside, needsOf, bytes.has("对", at: i, before: end),
        nameLength(at: i, before: end) == nil
      {
        return nil
      }
      if bytes.ends(head, with: "的") {
        needsOf = false
        lastWasOf = true
        continue
      }
      defer { lastWasOf = false }
      if i < end, i >= verbEnd, !lastWasOf, !needsOf,
        NormWords.breaks.word(bytes, at: i, before: end) != nil,
        // 行为人
        NormWords.insides.word(bytes, at: max(0, i - 3), before: end) == nil,
        nameLength(at: i, before: end) == nil,
        !namesParty(head)
      {
        return nil
      }
      // 组织 in front of a verb is one itself.
      guard !needsOf, i - range.lowerBound > 3, namesParty(head),
        !NormWords.verbs.isWord(bytes, head),
        // 造成他人|损害: an object.
        NormWords.anybody.word(bytes, ending: head).map({ $0.utf8.count == head.count }) ?? true
      else { continue }
      if i == end { return head }
      // 甲与乙发生的争议, 甲与乙之间: a thing between parties.
      if bytes.has("与", at: i, before: end), bytes.find("的", in: i..<end) == nil,
        bytes.find("之间", in: i..<end) == nil
      {
        return head
      }
      guard opensPredicate(at: i, before: end) else {
        if mustAct, !goesOn(at: i, before: end), !isNominal(head, before: end) { named = head }
        continue
      }
      if isAttributive(at: i, before: end) || isNominal(head, before: end) { continue }
      return head
    }
    // 由甲联手乙…: behind 由 a predicate must stand, even one that no list knows.
    return named
  }

  /// Whether a name goes on at `i`: 的, a joint.
  private func goesOn(at i: Int, before end: Int) -> Bool {
    if bytes.has("的", at: i, before: end) { return true }
    guard let joint = NormWords.joints.word(bytes, at: i, before: end) else { return false }
    return !bytes.has("由", at: i + joint.utf8.count, before: end)
  }

  /// Whether a preposition that no party's own name begins with stands at `i`.
  func isGoverning(at i: Int, before end: Int) -> Bool {
    guard let word = NormWords.governing.word(bytes, at: i, before: end),
      nameLength(at: i, before: end) == nil
    else { return false }
    // 从事 is no 从, 当场 no 当.
    return [NormWords.verbs, NormWords.openingAdverbs].allSatisfy { longer in
      longer.word(bytes, at: i, before: end).map { $0.utf8.count <= word.utf8.count } ?? true
    }
  }

  /// Whether what begins at `i` governs what follows: a preposition, an adverb, or a verb that makes no name.
  func opensRelative(at i: Int, before end: Int) -> Bool {
    guard nameLength(at: i, before: end) == nil else { return false }
    return NormWords.prepositions.word(bytes, at: i, before: end) != nil
      || NormWords.openingAdverbs.word(bytes, at: i, before: end) != nil
      || NormWords.transitives.word(bytes, at: i, before: end) != nil
  }

  /// Whether a role begins at `i`: 代表, 组织, 管理 may be verb and noun.
  private func namesPartyAt(_ i: Int, before end: Int) -> Bool {
    guard let role = NormWords.roles.word(bytes, at: i, before: end) else { return false }
    // 组织 and 代表 are verbs in front of what they govern.
    return NormWords.verbs.word(bytes, at: i, before: end).map { $0.utf8.count < role.utf8.count }
      ?? true
  }

  /// 行政机关|委托的组织: the verb makes a relative clause whose head is another party.
  private func isAttributive(at i: Int, before end: Int) -> Bool {
    guard let verb = NormWords.attributives.word(bytes, at: i, before: end) else { return false }
    // 国家规定的标准: relative whatever the head is.
    if bytes.has("的", at: i + verb.utf8.count, before: end) { return true }
    let limit = min(end, i + verb.utf8.count + 36)
    guard let of = bytes.find("的", in: i + verb.utf8.count..<limit), of + 3 < end else {
      return false
    }
    // The head must be a party near behind 的.
    var k = of + 3
    for _ in 0..<14 where k < end {
      k += scalar(bytes, at: k).length
      if namesParty(of + 3..<k), k == end || opensPredicate(at: k, before: end) { return true }
    }
    return false
  }

  /// 国务院|备案审查机构, 村民委员|会: the words behind a body are more of its name.
  private func isNominal(_ head: ByteRange, before end: Int) -> Bool {
    var k = head.upperBound
    let isPerson = NormWords.persons.word(bytes, ending: head) != nil
    let canGoOn = NormWords.nominals.word(bytes, at: k, before: end) != nil
    for step in 0..<10 where k < end {
      if step > 0, step < 3, let role = NormWords.roles.word(bytes, ending: head.lowerBound..<k),
        role.utf8.count > k - head.upperBound
      {
        return true
      }
      if bytes.has("的", at: k, before: end) {
        return canGoOn && step > 1 && namesParty(head.lowerBound..<k)
      }
      if step > 0, isGoverning(at: k, before: end) { return false }
      k += scalar(bytes, at: k).length
      let longer = head.lowerBound..<k
      guard canGoOn || step == 0, namesParty(longer),
        NormWords.anybody.word(bytes, ending: longer) == nil
      else { continue }
      if isPerson, step > 0, NormWords.persons.word(bytes, ending: longer) != nil { continue }
      // One character more makes another word only of a longer name: 委员|会.
      if step == 0, !canGoOn {
        let role = NormWords.roles.word(bytes, ending: longer)
        guard let role, role.utf8.count > 6 || isLone(head) else { return false }
        return true
      }
      if k == end || opensPredicate(at: k, before: end) { return true }
    }
    return false
  }

  /// 商|会: whether a name ends in a role of one character, which a longer role may begin with.
  private func isLone(_ head: ByteRange) -> Bool {
    NormWords.roles.word(bytes, ending: head).map { $0.utf8.count == 3 } ?? false
  }

  /// How far a party's name reaches, in scalars.
  private static let reach = 90
}
