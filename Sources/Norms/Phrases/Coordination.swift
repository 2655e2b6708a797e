// Which parts of a phrase bear a norm each by themselves.

import HanText
import Legislation

/// The parts of a phrase that names parties.
struct Coordination {
  /// Each party by itself.
  let names: [ByteRange]
  /// The relative clause that all of them share, without its 的; then it is a condition.
  let sharedClause: ByteRange?

  private static let words = WordClasses(PackageResources.Coordination_txt)
  private static let shared = words["shared"]
  private static let joints = words["joint"]
  private static let wholes = words["whole"]
  private static let generic = words["generic"]
  private static let persons = words["person"]
  private static let sums = words["sum"]
  private static let otherOpeners = words["other"]
  private static let strongJoints = words["strong-joint"]
  private static let notOwners = words["not-owner"]
  private static let names = words["name"]

  /// Parts the phrase `range`, which names a party as a whole.
  init(_ phrases: PhraseReader, _ range: ByteRange) {
    let bytes = phrases.bytes
    let whole = Coordination(whole: range)
    // 甲政府及其教育、卫生等部门: parted in front of 其, whatever the rest is.
    if let and = bytes.find("及其", in: range),
      !bytes.has("他", at: and + 6, before: range.upperBound),
      phrases.namesParty(range.lowerBound..<and), phrases.namesParty(and + 3..<range.upperBound)
    {
      let rest =
        Self.hasSum(phrases, and + 3..<range.upperBound)
        ? [and + 3..<range.upperBound]
        : Self.parts(phrases, and + 3..<range.upperBound)
      let all = Coordination(phrases, range.lowerBound..<and).names + rest
      names = Self.ownersShareHead(phrases, all) ? [range] : all
      sharedClause = nil
      return
    }
    // 债务人、担保人等负有义务的人: a list closed by what they have in common.
    if let sum = bytes.find("等", in: range), let of = bytes.find("的", in: sum..<range.upperBound),
      phrases.opensPredicate(at: sum + 3, before: range.upperBound),
      bytes.find("、", in: range.lowerBound..<sum) != nil,
      NormWords.generic.isWord(bytes, of + 3..<range.upperBound)
    {
      self = whole
      return
    }
    if Self.hasSum(phrases, range), let parted = Self.sumBehind(phrases, range) {
      self = parted
      return
    }
    if Self.hasSum(phrases, range) {
      self = whole
      return
    }
    // 机关、单位负责人: the pair shares its head.
    if let pair = Self.wholes.word(bytes, at: range.lowerBound, before: range.upperBound),
      pair.utf8.count < range.count,
      Self.persons.isWord(bytes, range.lowerBound + pair.utf8.count..<range.upperBound)
    {
      self = whole
      return
    }
    // 其配偶和子女: one 其 over several.
    if bytes.has("其", at: range.lowerBound, before: range.upperBound),
      Self.notOwners.word(bytes, at: range.lowerBound, before: range.upperBound) == nil
    {
      self = whole
      return
    }
    let names = Self.parts(phrases, range)
    guard names.count > 1 else {
      self = whole
      return
    }
    if Self.ownersShareHead(phrases, names) {
      self = whole
      return
    }
    if let clause = Self.relative(phrases, names) {
      let heads = [clause.upperBound + 3..<names[0].upperBound] + names.dropFirst()
      if heads.allSatisfy({ Self.generic.isWord(bytes, $0) }) {
        self = whole
      } else {
        self.names = heads
        sharedClause = clause
      }
      return
    }
    self.names = names
    sharedClause = nil
  }

  /// 甲政府和乙、丙等部门: a party in front of a list that is one party.
  private static func sumBehind(_ phrases: PhraseReader, _ range: ByteRange) -> Coordination? {
    let bytes = phrases.bytes
    let isSum = sums.word(bytes, ending: phrases.withoutBracket(range)) != nil
    var i = range.lowerBound
    while i < range.upperBound {
      if let joint = strongJoints.word(bytes, at: i, before: range.upperBound),
        phrases.namesParty(range.lowerBound..<i), bytes.find("的", in: range) == nil,
        isSum
          ? bytes.find("、", in: i..<range.upperBound) != nil
          : otherOpeners.word(bytes, at: i + joint.utf8.count, before: range.upperBound) != nil
      {
        return Coordination(
          names: Coordination(phrases, range.lowerBound..<i).names
            + [i + joint.utf8.count..<range.upperBound])
      }
      i += scalar(bytes, at: i).length
    }
    return nil
  }

  private init(names: [ByteRange]) {
    self.names = names
    sharedClause = nil
  }

  private static func hasSum(_ phrases: PhraseReader, _ range: ByteRange) -> Bool {
    let bare = phrases.withoutBracket(range)
    return wholes.word(phrases.bytes, ending: bare) != nil
      || sums.word(phrases.bytes, ending: bare) != nil
  }

  private init(whole: ByteRange) {
    names = [whole]
    sharedClause = nil
  }

  /// The parts between joints, joined again where a part names no party: 铁路、交通、民航部门.
  private static func parts(_ phrases: PhraseReader, _ range: ByteRange) -> [ByteRange] {
    let bytes = phrases.bytes
    var names: [ByteRange] = []
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      if let close = phrases.nestedEnd(at: i) {
        i = close
        continue
      }
      guard let joint = joints.word(bytes, at: i, before: range.upperBound), i > start else {
        i += scalar(bytes, at: i).length
        continue
      }
      let after = i + joint.utf8.count
      if phrases.namesParty(start..<i), isOpen(phrases, after..<range.upperBound),
        // 公安厅、局: a lone character shares the name in front.
        scalarCount(bytes, after..<range.upperBound) > 1
      {
        names.append(start..<i)
        // 及其 parts before 其.
        start = bytes.ends(i..<after, with: "其") ? after - 3 : after
      }
      i = after
    }
    names.append(start..<range.upperBound)
    return names
  }

  /// Whether what follows a joint is another party, and not more of a name or of a relative clause.
  private static func isOpen(_ phrases: PhraseReader, _ rest: ByteRange) -> Bool {
    !rest.isEmpty && phrases.namesParty(rest)
  }

  /// 甲部门和乙部门的工作人员: the owners share one head.
  private static func ownersShareHead(_ phrases: PhraseReader, _ names: [ByteRange]) -> Bool {
    let bytes = phrases.bytes
    guard let last = names.last, let person = persons.word(bytes, ending: last) else {
      return false
    }
    let owner = last.lowerBound..<last.upperBound - person.utf8.count
    guard persons.word(bytes, ending: names[0]) == nil else { return false }
    // 甲政府及有关部门工作人员
    if names.count == 2, shared.words.contains(person), !owner.isEmpty, phrases.namesParty(owner),
      Self.strongJoints.word(bytes, at: names[0].upperBound, before: last.lowerBound) != nil,
      !bytes.has("其", at: last.lowerBound, before: last.upperBound)
        || notOwners.word(bytes, at: last.lowerBound, before: last.upperBound) != nil
    {
      return true
    }
    return bytes.ends(owner, with: "的")
      && phrases.namesParty(owner.lowerBound..<owner.upperBound - 3)
  }

  /// Whether words in front of 的 are the name of an owner and no clause.
  private static func isOwner(_ phrases: PhraseReader, _ words: ByteRange) -> Bool {
    let isShort = scalarCount(phrases.bytes, words) <= 4
    return phrases.opening(words) == words && isShort
      || isShort
        && NormWords.verbs.word(phrases.bytes, at: words.lowerBound, before: words.upperBound)
          .map {
            scalarCount(phrases.bytes, words.lowerBound + $0.utf8.count..<words.upperBound) <= 1
          }
          ?? false
  }

  /// The relative clause in front of the first part, where the others have none.
  private static func relative(_ phrases: PhraseReader, _ names: [ByteRange]) -> ByteRange? {
    let bytes = phrases.bytes
    let first = names[0]
    guard phrases.opensPredicate(at: first.lowerBound, before: first.upperBound),
      !names.dropFirst().contains(where: { bytes.find("的", in: $0) != nil }),
      var of = bytes.find("的", in: first)
    else { return nil }
    while let next = bytes.find("的", in: of + 3..<first.upperBound) { of = next }
    // 直接负责的主管人员 is a name, 被执行的人 nothing without its clause.
    // 发行人的控股股东, 复制品的出版者: a verb and one character are a name.
    guard scalarCount(bytes, of + 3..<first.upperBound) > 1,
      !isOwner(phrases, first.lowerBound..<of),
      Self.names.word(bytes, at: first.lowerBound, before: first.upperBound) == nil
    else { return nil }
    return first.lowerBound..<of
  }
}
