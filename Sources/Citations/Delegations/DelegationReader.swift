// Delegations in one line: each verb of making a rule is asked who makes it and what.

import HanText
import Legislation

/// A delegation as a line gives it. Ranges are in the passage's bytes.
struct DelegatingClause {
  var range: ByteRange
  var owners: [ByteRange]
  var subject: ByteRange?
  var mode: DelegationMode
  var verb: ByteRange
}

/// Reads the delegations in a passage.
struct DelegationReader {
  let bytes: [UInt8]
  let range: ByteRange

  static let words = WordClasses(PackageResources.DelegationWords_txt)
  static let make = words["make"]
  static let fix = words["fix"]
  static let rules = words["rule"]
  static let texts = words["text"]
  static let plans = words["plan"]
  static let details = words["detail"]
  static let permits = words["permit"]
  static let breaks = words["break"]
  static let bases = words["basis"]
  static let basisEnds = words["basis-end"]
  static let selves = words["self"]

  init(passage: Passage) {
    bytes = passage.bytes
    range = passage.unquoted
  }

  /// Hands over each delegation.
  func read(_ body: (DelegatingClause) -> Void) {
    guard Self.make.occurs(bytes, in: range) || Self.fix.occurs(bytes, in: range) else { return }
    let clauses = Clauses(bytes, range)
    for sentence in clauses.parts(of: range, at: [.stop, .semicolon]) {
      var start = sentence.lowerBound
      // What a delegation has taken; ，报国务院批准后公布 behind it is no other one.
      var taken = start
      while start < sentence.upperBound,
        let verb = nextVerb(in: start..<sentence.upperBound)
      {
        start = verb.range.upperBound
        let rest = around(verb.range, in: taken..<sentence.upperBound)
        guard !isAttribute(verb.range, rest) else { continue }
        if let clause = passive(verb, in: rest, clauses) ?? separate(verb, in: rest, clauses)
          ?? active(verb, in: rest, clauses)
        {
          body(clause)
          taken = max(verb.range.upperBound, clause.range.upperBound)
          start = taken
        }
      }
    }
  }

  struct Verb {
    let range: ByteRange
    /// Whether it only settles a matter (确定, 公布).
    let fixes: Bool
    /// Whether it may be the noun 规定.
    let mayBeNoun: Bool
  }

  private func nextVerb(in part: ByteRange) -> Verb? {
    // Window by window: either kind of verb may be far away.
    var start = part.lowerBound
    while start < part.upperBound {
      let end = min(part.upperBound, start + Self.reach)
      if let verb = firstVerb(in: start..<end) { return verb }
      guard end < part.upperBound else { return nil }
      start = end - Self.longestVerb
    }
    return nil
  }

  /// How far a delegation reaches on each side of its verb, in bytes: 300 characters.
  private static let reach = 900
  /// Bytes that windows share, so that no verb is cut in two.
  private static let longestVerb = 30

  /// The part of `sentence` that a delegation with `verb` can take up.
  private func around(_ verb: ByteRange, in sentence: ByteRange) -> ByteRange {
    var start = max(sentence.lowerBound, verb.lowerBound - Self.reach)
    while start < verb.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(sentence.upperBound, verb.upperBound + Self.reach)
    while end > verb.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private func firstVerb(in part: ByteRange) -> Verb? {
    let made = Self.make.first(bytes, in: part)
    let fixed = Self.fix.first(bytes, in: part)
    guard let first = [made, fixed].compactMap({ $0 }).min(by: { $0.at < $1.at }) else {
      return nil
    }
    return Verb(
      range: first.at..<first.at + first.word.utf8.count,
      fixes: made.map { $0.at > first.at } ?? true,
      mayBeNoun: bytes.ends(first.at..<first.at + first.word.utf8.count, with: "规定"))
  }

  /// 国务院规定的, 制定机关: the verb belongs to a noun behind it.
  private func isAttribute(_ verb: ByteRange, _ sentence: ByteRange) -> Bool {
    let end = sentence.upperBound
    return Self.words["-behind"].word(bytes, at: verb.upperBound, before: end) != nil
      || Self.words["-before"].word(bytes, ending: sentence.lowerBound..<verb.lowerBound) != nil
  }

  /// …由国务院制定
  private func passive(_ verb: Verb, in sentence: ByteRange, _ clauses: Clauses)
    -> DelegatingClause?
  {
    guard let by = by(before: verb.range.lowerBound, in: sentence) else { return nil }
    let between = by + 3..<verb.range.lowerBound
    var owner = OwnerReader(reader: self).owners(at: between.lowerBound, before: between.upperBound)
    guard !owner.names.isEmpty else { return nil }
    // 由国务院授权省级人民政府规定: the rule is the latter's.
    if bytes.has("授权", at: owner.end, before: between.upperBound) {
      let other = OwnerReader(reader: self).owners(at: owner.end + 6, before: between.upperBound)
      if !other.names.isEmpty { owner = other }
    }
    let middle = owner.end..<verb.range.lowerBound
    // 由公安机关责令改正，…: another verb has the owner already.
    guard isModifier(middle) else { return nil }
    if verb.mayBeNoun, isObjectOfBasis(verb.range, in: middle, sentence) { return nil }
    let subject: ByteRange
    if endsClause(verb.range, sentence) {
      guard let before = self.subject(before: by, in: sentence, clauses), !isBare(before) else {
        return nil
      }
      subject = before
    } else {
      // 由国务院制定具体办法
      subject = object(after: verb.range.upperBound, in: sentence, clauses)
      guard Self.rules.word(bytes, ending: subject) != nil else { return nil }
    }
    guard fits(subject, verb) else { return nil }
    return DelegatingClause(
      range: min(by, subject.lowerBound)..<max(verb.range.upperBound, subject.upperBound),
      owners: owner.names, subject: subject,
      mode: isPermitted(before: by, middle) ? .may : .must, verb: withAdverb(verb.range, sentence))
  }

  /// The last 由 before the verb that begins an owner: 理由 and 自由 are words of their own.
  private func by(before end: Int, in sentence: ByteRange) -> Int? {
    var found: Int?
    var start = sentence.lowerBound
    while let at = bytes.find("由", in: start..<end) {
      start = at + 3
      if Self.words["-by"].word(bytes, ending: sentence.lowerBound..<at) != nil { continue }
      found = at
    }
    return found
  }

  /// The words between the owner and the verb, where they only say how: 会同…, 根据…, 另行.
  private func isModifier(_ middle: ByteRange) -> Bool {
    let words = trimmed(bytes, middle)
    guard !words.isEmpty else { return true }
    guard scalarCount(bytes, words) <= 70 else { return false }
    var start = words.lowerBound
    if bytes.has("，", at: start, before: words.upperBound) { start += 3 }
    return start == words.upperBound
      || Self.words["way"].word(bytes, at: start, before: words.upperBound) != nil
  }

  /// 依照本法有关规定执行: the noun, not the verb.
  private func isObjectOfBasis(_ verb: ByteRange, in middle: ByteRange, _ sentence: ByteRange)
    -> Bool
  {
    guard let basis = Self.bases.last(bytes, in: middle) else { return false }
    let after = basis.at + basis.word.utf8.count..<verb.lowerBound
    if Self.words["noun"].word(bytes, ending: after) != nil { return true }
    if trimmed(bytes, verb.upperBound..<sentence.upperBound).isEmpty { return false }
    return Self.basisEnds.word(bytes, ending: after) == nil
  }

  private func isPermitted(before by: Int, _ middle: ByteRange) -> Bool {
    Self.words["permit-by"].word(bytes, ending: range.lowerBound..<by) != nil
      || Self.words["permit-by"].occurs(bytes, in: middle)
  }

  /// 旁听办法另行规定
  private func separate(_ verb: Verb, in sentence: ByteRange, _ clauses: Clauses)
    -> DelegatingClause?
  {
    let whole = withAdverb(verb.range, sentence)
    guard whole != verb.range, !verb.fixes,
      let subject = subject(before: whole.lowerBound, in: sentence, clauses),
      Self.rules.word(bytes, ending: subject) != nil
    else { return nil }
    return DelegatingClause(
      range: subject.lowerBound..<whole.upperBound, owners: [], subject: subject, mode: .must,
      verb: whole)
  }

  /// 国务院可以根据本法制定实施条例
  private func active(_ verb: Verb, in sentence: ByteRange, _ clauses: Clauses) -> DelegatingClause?
  {
    guard !verb.fixes, !verb.mayBeNoun || verb.range.count > 6 else { return nil }
    let object = object(after: verb.range.upperBound, in: sentence, clauses)
    // 《某办法实施细则》
    let name = bytes.ends(object, with: "》") ? object.lowerBound..<object.upperBound - 3 : object
    let says =
      verb.range.count > 6 || Self.texts.word(bytes, ending: name) != nil
      || Self.words["specific"].occurs(bytes, in: name)
        && Self.rules.word(bytes, ending: name) != nil
    guard says, Self.plans.word(bytes, ending: object) == nil else { return nil }
    guard
      let owner = OwnerReader(reader: self).subject(
        before: verb.range.lowerBound, in: sentence, clauses)
    else { return nil }
    let before = owner.end..<verb.range.lowerBound
    guard !Self.words["forbid"].occurs(bytes, in: before) else { return nil }
    let citesSelf = Self.selves.first(bytes, in: before) != nil
    let hasModal =
      Self.words["oblige"].first(bytes, in: before) != nil
      || Self.permits.first(bytes, in: before) != nil
    let isDetail = Self.details.first(bytes, in: object) != nil
    guard citesSelf || hasModal || isDetail else { return nil }
    var names = owner.names
    if let with = bytes.find("会同", in: before) {
      names += OwnerReader(reader: self).owners(at: with + 6, before: before.upperBound).names
    }
    let first = names.first?.lowerBound ?? verb.range.lowerBound
    return DelegatingClause(
      range: first..<max(object.upperBound, verb.range.upperBound), owners: names,
      subject: object.isEmpty ? nil : object,
      mode: Self.words["may"].occurs(bytes, in: before) ? .may : .must,
      verb: withAdverb(verb.range, sentence))
  }
}
