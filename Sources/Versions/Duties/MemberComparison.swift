// Whether a text only got members more, or lost some: 不得买卖、出租 → 不得买卖、出租、出借.

import HanText
import Legislation

/// One member of a list in a sentence, or one clause.
struct TextMember {
  let phrase: NormPhrase
  /// Whether 、 or a conjunction parts it from another that both texts have.
  let isMember: Bool
  /// Whether 或 does.
  let isChoice: Bool
  /// Whether it is a whole clause.
  let isClause: Bool

  /// Whether it is a clause of its own that asks for more: ，并公布结果.
  var isAct: Bool { isClause && !phrase.begins(with: DutyWords.manner) }

  /// Whether it says a time: 开庭后.
  var isMoment: Bool {
    DutyWords.moment.word(phrase.text, ending: trimmed(phrase.text, 0..<phrase.text.count)) != nil
  }

  /// Whether it is a clause that makes a breach graver: ，情节严重的.
  var isGraver: Bool { isClause && phrase.begins(with: DutyWords.graver) }
}

extension [TextMember] {
  /// For people.
  var words: String { map { $0.phrase.string.clause }.joined(separator: "、") }
}

/// Compares two texts member by member.
struct MemberComparison {
  enum Outcome {
    case same
    case added([TextMember])
    case removed([TextMember])
    case other
  }

  let outcome: Outcome

  init(_ old: NormPhrase, _ new: NormPhrase) {
    if old.without(DutyWords.particle).says(new.without(DutyWords.particle)) {
      outcome = .same
    } else if let member = Self.inserted(into: old, giving: new) {
      outcome = .added([member])
    } else if let member = Self.inserted(into: new, giving: old) {
      outcome = .removed([member])
    } else {
      let (before, after) = (Self.members(old), Self.members(new))
      if let extra = Self.extra(in: after, over: before) {
        outcome = extra.isEmpty ? .same : .added(extra)
      } else if let extra = Self.extra(in: before, over: after) {
        outcome = .removed(extra)
      } else {
        outcome = .other
      }
    }
  }

  // MARK: - One stretch

  /// What was put into one place of a text, where a joint parts it from what stood there: 、虚假评价 in
  /// 虚假交易、虚假评价等方式.
  private static func inserted(into short: NormPhrase, giving long: NormPhrase) -> TextMember? {
    let (a, b) = (short.scalars, long.scalars)
    let count = b.count - a.count
    guard count > 0, !a.isEmpty else { return nil }
    var prefix = 0
    while prefix < a.count, a[prefix] == b[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < a.count, a[a.count - 1 - suffix] == b[b.count - 1 - suffix] { suffix += 1 }
    guard prefix + suffix >= a.count else { return nil }
    // Where both sides are alike, the stretch may be shifted: the place with a joint tells.
    for start in (a.count - suffix...prefix).reversed() {
      let stretch = Array(String(scalars: b[start..<start + count]).utf8)
      let all = 0..<stretch.count
      // 共和国 holds no joint.
      let begins = DutyWords.whole.word(stretch, at: 0, before: stretch.count) != nil
      let ends = DutyWords.whole.word(stretch, ending: all) != nil
      let lead = begins ? nil : DutyWords.joint(stretch, at: 0, before: stretch.count)
      let tail = ends ? nil : DutyWords.joint(stretch, ending: all)
      guard let joint = lead ?? tail, joint.utf8.count < stretch.count else { continue }
      let scalars = String(decoding: joint.utf8, as: UTF8.self).unicodeScalars.count
      let words =
        lead != nil ? start + scalars..<start + count : start..<start + count - scalars
      return TextMember(
        phrase: NormPhrase(long.words(words)),
        isMember: !namesOffice(b[(start + count)...]),
        isChoice: isChoice(around: start..<start + count, b), isClause: false)
    }
    return nil
  }

  /// How far behind a member the end of a body's name is looked for.
  private static let longestName = 10

  /// Whether the name of a body goes on: what was put in is part of it.
  private static func namesOffice(_ rest: ArraySlice<UInt32>) -> Bool {
    let name = rest.prefix(longestName).prefix(while: isWord)
    let bytes = Array(String(scalars: name).utf8)
    // A name ends before 的 and what it joins.
    let end =
      (0..<bytes.count).first {
        DutyWords.particle.word(bytes, at: $0, before: bytes.count) != nil
          || DutyWords.joint(bytes, at: $0, before: bytes.count) != nil
      } ?? bytes.count
    return DutyWords.office.occurs(bytes, in: 0..<end)
  }

  /// Whether 或 stands in the clause around a stretch.
  private static func isChoice(around stretch: Range<Int>, _ scalars: [UInt32]) -> Bool {
    let comma: UInt32 = 0x2C
    let start = scalars[..<stretch.lowerBound].lastIndex(of: comma) ?? 0
    let end = scalars[stretch.upperBound...].firstIndex(of: comma) ?? scalars.count
    let clause = Array(String(scalars: scalars[start..<end]).utf8)
    return DutyWords.or.occurs(clause, in: 0..<clause.count)
  }

  // MARK: - Member by member

  private enum Joint { case end, and, or, comma }

  private struct Piece {
    let phrase: NormPhrase
    let before: Joint
    let after: Joint
  }

  /// What the longer row has beside the shorter one, which must stand in it in order; nil where it does not.
  private static func extra(in long: [Piece], over short: [Piece]) -> [TextMember]? {
    guard long.count >= short.count else { return nil }
    var isExtra: [Bool] = []
    var next = 0
    for piece in long {
      let isShared = next < short.count && piece.phrase.says(short[next].phrase)
      if isShared { next += 1 }
      isExtra.append(!isShared)
    }
    guard next == short.count else { return nil }
    var members: [TextMember] = []
    var i = 0
    while i < long.count {
      guard isExtra[i] else {
        i += 1
        continue
      }
      var end = i
      while end < long.count, isExtra[end] { end += 1 }
      // A run is of a list where a joint ties it to a member that both texts have.
      let ties = [i > 0 ? long[i].before : .end, end < long.count ? long[end - 1].after : .end]
      let isMember = ties.contains(.and) || ties.contains(.or)
      for piece in long[i..<end] {
        members.append(
          TextMember(
            phrase: piece.phrase, isMember: isMember,
            isChoice: piece.before == .or || piece.after == .or, isClause: !isMember))
      }
      i = end
    }
    return members
  }

  private static func members(_ phrase: NormPhrase) -> [Piece] {
    let bytes = phrase.text
    var pieces: [Piece] = []
    var start = 0
    var before = Joint.end
    func close(at end: Int, _ after: Joint) {
      let piece = NormPhrase(Array(bytes[start..<end]))
      if !piece.isEmpty { pieces.append(Piece(phrase: piece, before: before, after: after)) }
      before = after
    }
    var i = 0
    while i < bytes.count {
      let next = scalar(bytes, at: i)
      if let word = DutyWords.whole.word(bytes, at: i, before: bytes.count) {
        i += word.utf8.count
      } else if let word = DutyWords.joint(bytes, at: i, before: bytes.count) {
        close(at: i, DutyWords.or.words.contains(word) ? .or : .and)
        i += word.utf8.count
        start = i
      } else if [0xFF0C, 0x2C, 0xFF1B, 0xFF1A, 0x0A].contains(next.value) {
        close(at: i, .comma)
        i += next.length
        start = i
      } else {
        i += next.length
      }
    }
    close(at: bytes.count, .end)
    return pieces
  }
}

extension DutyWords {
  /// The joint of a list at byte `i`.
  static func joint(_ bytes: [UInt8], at i: Int, before end: Int) -> Bytes? {
    or.word(bytes, at: i, before: end) ?? and.word(bytes, at: i, before: end)
  }

  /// The joint that ends `range`.
  static func joint(_ bytes: [UInt8], ending range: ByteRange) -> Bytes? {
    or.word(bytes, ending: range) ?? and.word(bytes, ending: range)
  }
}

extension String {
  init(scalars: ArraySlice<UInt32>) {
    self.init(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}
