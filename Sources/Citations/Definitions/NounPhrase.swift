// The noun phrase that ends at a bracket: back to a mark, a preposition or a verb that governs it.

import HanText
import Legislation

/// Finds how far back a phrase reaches.
///
/// A short name is made by leaving characters of the phrase out, so a phrase that a break would cut
/// characters of the name off, or make no longer than the name, reaches over the break.
struct NounPhrase {
  private let bytes: [UInt8]
  private let form: DefinitionForm
  private let name: ByteRange
  /// Where the stretch that the phrase ends begins and ends: the clause in front of the bracket.
  private let clause: ByteRange
  /// Whether the name is made of characters of the clause.
  private let isMade: Bool

  /// The phrase that ends `stretch` and has the short name `name`.
  init(_ bytes: [UInt8], ending stretch: ByteRange, _ form: DefinitionForm, name: ByteRange) {
    self.bytes = bytes
    self.form = form
    self.name = name
    let start = Self.clauseStart(bytes, in: stretch)
    clause = trimmed(bytes, start..<stretch.upperBound)
    isMade = form == .abbreviation && Self.holds(bytes, clause, inOrder: name)
  }

  /// The longest phrase that no break parts.
  var range: ByteRange {
    var scan = PhraseScan(at: clause.lowerBound)
    while scan.i < clause.upperBound { step(&scan) }
    return trimmed(bytes, scan.start..<clause.upperBound)
  }

  private func step(_ scan: inout PhraseScan) {
    let i = scan.i
    let end = clause.upperBound
    if let pair = pairEnd(at: i) {
      scan.i = pair
      guard definesOther(i..<pair) else { return }
      scan.defined = pair
      // What is joined to a thing with a name of its own is another thing.
      if let joint = PhraseWords.after.word(bytes, at: pair, before: end) {
        scan.begin(at: pair + joint.utf8.count)
      }
      return
    }
    if let word = PhraseWords.compounds.word(bytes, at: i, before: end)
      ?? PhraseWords.inside.word(bytes, at: i, before: end)
    {
      scan.i += word.utf8.count
      return
    }
    if i == scan.start, let word = PhraseWords.lead.word(bytes, at: i, before: end) {
      scan.begin(at: i + word.utf8.count)
      return
    }
    if i == scan.governed, let adverb = PhraseWords.adverbs.word(bytes, at: i, before: end) {
      scan.i += adverb.utf8.count
      scan.governed = scan.i
      return
    }
    let isFirst = i == clause.lowerBound || i == scan.governed
    guard let (word, kind) = PhraseWords.breaking(bytes, at: i, in: clause, isFirst: isFirst)
    else {
      scan.i += scalar(bytes, at: i).length
      return
    }
    let next = i + word.utf8.count
    scan.i = next
    take(word, kind, at: i, &scan)
  }

  /// Lets the phrase begin behind a break, if it governs the phrase.
  private func take(_ word: Bytes, _ kind: PhraseBreak, at i: Int, _ scan: inout PhraseScan) {
    let next = i + word.utf8.count
    let rest = next..<clause.upperBound
    if i == clause.lowerBound, PhraseWords.governing.words.contains(word) { scan.governed = i }
    let isGoverned = i == scan.governed || scan.hasBasis
    // 以及由…确定的机构: what a joint adds to the phrase.
    let isJoined = i == scan.item && i > scan.start && i != scan.chain
    switch kind {
    case .joint:
      let tail = scan.defined.map { $0..<max($0, i) }
      let isDefined = tail.map { scalarCount(bytes, $0) <= 4 && !hasOf($0) } ?? false
      if form == .abbreviation, isDefined || separates(scan.item..<i, from: rest),
        parts(rest, scan)
      {
        scan.begin(at: next)
      }
      scan.item = next
    case .copula:
      scan.begin(at: next)
    case .modal:
      guard parts(rest, scan) else { return }
      scan.begin(at: next)
      scan.governed = next
    case .strict:
      if !(isJoined && hasOf(rest)), parts(rest, scan) { scan.begin(at: next) }
    case .basis:
      let isPart = PhraseWords.grounds.words.contains(word) ? holdsVerb(rest) : hasOf(rest)
      guard isGoverned || !(isPart || isPlaced(rest)), parts(rest, scan) else { return }
      scan.begin(at: next)
      scan.hasBasis = isGoverned
    case .preposition:
      let isMidway = i > scan.start && PhraseWords.means.words.contains(word)
      let isPart = isJoined || !isMidway && isRelative(word, rest)
      guard isGoverned || !isPart, parts(rest, scan) else { return }
      scan.begin(at: next)
      if PhraseWords.firstPrepositions.words.contains(word) { scan.governed = next }
    case .verb:
      if isGoverned || i == scan.item,
        let joint = PhraseWords.joints.word(bytes, at: next, before: clause.upperBound)
      {
        // 建立、健全: what governs the first verb governs the second.
        scan.chain = next + joint.utf8.count
        scan.item = next + joint.utf8.count
        if i == scan.governed { scan.governed = scan.item }
        scan.i = scan.item
      } else if isGoverned || !hasOf(rest), !isJoined || form == .abbreviation, parts(rest, scan) {
        scan.begin(at: next)
      }
    }
  }

  /// Whether 的 follows that may close a relative clause.
  private func hasOf(_ rest: ByteRange) -> Bool {
    var start = rest.lowerBound
    while let of = PhraseWords.of.first(bytes, in: start..<rest.upperBound) {
      start = of.at + of.word.utf8.count
      if PhraseWords.light.word(bytes, ending: rest.lowerBound..<start) == nil { return true }
    }
    return false
  }

  /// Whether a verb stands in front of the last 的: 根据本条例设立的机构, and not 根据合同的约定.
  private func holdsVerb(_ rest: ByteRange) -> Bool {
    guard let of = PhraseWords.of.last(bytes, in: rest) else { return false }
    var i = rest.lowerBound
    while i < of.at {
      if let word = PhraseWords.inside.word(bytes, at: i, before: rest.upperBound) {
        i += word.utf8.count
        continue
      }
      let found = PhraseWords.breaking(bytes, at: i, in: clause, isFirst: false)
      if found?.kind == .verb || found?.kind == .strict { return true }
      i += scalar(bytes, at: i).length
    }
    return false
  }

  /// Whether a phrase tells where something is done: 在境内提供服务.
  private func isPlaced(_ rest: ByteRange) -> Bool {
    guard let place = PhraseWords.places.last(bytes, in: rest) else { return false }
    return place.at + place.word.utf8.count < rest.upperBound
  }

  /// Whether a preposition begins a relative clause: 对环境有影响的项目, and not 对登记的船舶.
  private func isRelative(_ preposition: Bytes, _ rest: ByteRange) -> Bool {
    guard let of = PhraseWords.of.last(bytes, in: rest) else { return false }
    let verbs = PhraseWords.relatives(of: preposition)
    guard let verb = verbs.last(bytes, in: rest.lowerBound..<of.at + 3) else { return false }
    return scalarCount(bytes, rest.lowerBound..<verb.at) >= 2
  }

  /// Whether what stands before a joint is a thing of its own that the name leaves out.
  private func separates(_ item: ByteRange, from rest: ByteRange) -> Bool {
    guard let whole = PhraseWords.wholes.word(bytes, ending: item) else { return false }
    // 以下称其他机构: not the first of them
    if PhraseWords.others.word(bytes, at: name.lowerBound, before: name.upperBound) != nil,
      !PhraseWords.joints.occurs(bytes, in: name)
    {
      return true
    }
    guard isMade, !hasOf(rest), PhraseWords.generic.word(bytes, ending: name) == nil else {
      return false
    }
    return !bytes.ends(name, with: whole) && !sharesEnd(item)
  }

  private func sharesEnd(_ item: ByteRange) -> Bool {
    let last = scalar(bytes, before: name.upperBound).length
    let ending = name.upperBound - last
    guard ending > name.lowerBound else { return true }
    let two = ending - scalar(bytes, before: ending).length..<name.upperBound
    return bytes.ends(item, with: Array(bytes[two]))
  }

  /// Whether a bracket gives a name to what stands before it; to one thing of several, if the phrase
  /// is several things itself.
  private func definesOther(_ bracket: ByteRange) -> Bool {
    (form == .abbreviation ? PhraseWords.names : PhraseWords.collectiveNames).occurs(
      bytes, in: bracket)
  }

  /// Whether the phrase may begin with `rest`.
  private func parts(_ rest: ByteRange, _ scan: PhraseScan) -> Bool {
    guard !rest.isEmpty,
      PhraseWords.loose.word(bytes, at: rest.lowerBound, before: rest.upperBound) == nil
    else { return false }
    // Behind another thing's name the phrase is a new one.
    guard isMade, Self.holds(bytes, scan.start..<clause.upperBound, inOrder: name) else {
      return scalarCount(bytes, rest) >= 2
    }
    return scalarCount(bytes, rest) > scalarCount(bytes, name)
      && Self.holds(bytes, rest, inOrder: name)
  }

  /// Where the bracket, quotation or title that opens at `i` ends; nil where none does in the clause.
  private func pairEnd(at i: Int) -> Int? {
    guard Self.openers.contains(scalar(bytes, at: i).value) else { return nil }
    var depth = 0
    var at = i
    while at < clause.upperBound {
      let next = scalar(bytes, at: at)
      at += next.length
      if Self.openers.contains(next.value) { depth += 1 }
      if Self.closers.contains(next.value) { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  /// Back to the nearest mark that ends a clause, or to a bracket that is still open.
  private static func clauseStart(_ bytes: [UInt8], in stretch: ByteRange) -> Int {
    var i = stretch.upperBound
    var depth = 0
    while i > stretch.lowerBound {
      let previous = scalar(bytes, before: i)
      if closers.contains(previous.value) { depth += 1 }
      if openers.contains(previous.value) {
        if depth == 0 { return i }
        depth -= 1
      }
      if depth == 0, marks.contains(previous.value) { return i }
      i -= previous.length
    }
    return i
  }

  private static let openers: Set<UInt32> = [0xFF08, 0x28, 0x201C, 0x300A, 0x3014]
  private static let closers: Set<UInt32> = [0xFF09, 0x29, 0x201D, 0x300B, 0x3015]
  private static let marks: Set<UInt32> = [0xFF0C, 0x2C, 0x3002, 0xFF1B, 0x3B, 0xFF1A, 0x3A]

  /// Whether the characters of `name` stand in `phrase` in order.
  private static func holds(_ bytes: [UInt8], _ phrase: ByteRange, inOrder name: ByteRange) -> Bool
  {
    var i = phrase.lowerBound
    var n = name.lowerBound
    while n < name.upperBound {
      let wanted = scalar(bytes, at: n)
      while i < phrase.upperBound, scalar(bytes, at: i).value != wanted.value {
        i += scalar(bytes, at: i).length
      }
      guard i < phrase.upperBound else { return false }
      i += wanted.length
      n += wanted.length
    }
    return true
  }
}
