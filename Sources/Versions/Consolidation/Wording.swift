// Words found, exchanged, taken out and put in, with the punctuation that the text then needs.

import HanText
import Legislation

extension [SourcedScalar] {
  /// Where `phrase` stands, as far as typography does not count; occurrences do not overlap.
  func occurrences(of phrase: SourcedText) -> [Range<Int>] {
    let wanted = phrase.compactMap { Punctuation.evened($0.value) }
    guard let head = wanted.first else { return [] }
    var places: [Int] = []
    var marks: [UInt32] = []
    for (i, scalar) in enumerated() {
      guard let mark = Punctuation.evened(scalar.value) else { continue }
      places.append(i)
      marks.append(mark)
    }
    var found: [Range<Int>] = []
    var i = 0
    while i + wanted.count <= marks.count {
      if marks[i] == head, marks[i..<i + wanted.count].elementsEqual(wanted) {
        found.append(places[i]..<places[i + wanted.count - 1] + 1)
        i += wanted.count
      } else {
        i += 1
      }
    }
    return found
  }

  /// Puts `words` in the place of `range`, and mends what then meets at its ends.
  mutating func exchange(_ range: Range<Int>, for words: SourcedText) {
    var words = words
    // A mark that ends the new words and stands behind them already.
    if let last = words.last, Punctuation.parts(last.value), range.upperBound < count,
      Punctuation.parts(self[range.upperBound].value),
      !(range.last.map { Punctuation.parts(self[$0].value) } ?? false)
    {
      words.removeLast()
    }
    replaceSubrange(range, with: words)
    if words.isEmpty { mend(at: range.lowerBound) }
  }

  /// Takes away the mark that a deletion left beside another one.
  private mutating func mend(at place: Int) {
    // What is left where the place began its line: no mark.
    guard place > 0 else {
      while let first, first.value != Punctuation.stop, Punctuation.parts(first.value) {
        removeFirst()
      }
      return
    }
    let left = Punctuation.evened(self[place - 1].value)
    guard place < count else {
      // A line does not end in 、 or ，.
      if left == Punctuation.enumerationComma || left == Punctuation.comma {
        self[place - 1].value = Punctuation.stop
        self[place - 1].origin = .made
      }
      return
    }
    let right = Punctuation.evened(self[place].value)
    switch (left, right) {
    case (Punctuation.enumerationComma, Punctuation.enumerationComma),
      (Punctuation.comma, Punctuation.comma), (Punctuation.semicolon, Punctuation.semicolon),
      (Punctuation.stop, Punctuation.stop), (Punctuation.stop, Punctuation.semicolon),
      (Punctuation.stop, Punctuation.comma), (Punctuation.semicolon, Punctuation.comma),
      (Punctuation.colon, Punctuation.comma), (Punctuation.colon, Punctuation.enumerationComma),
      (Punctuation.comma, Punctuation.enumerationComma):
      remove(at: place)
    case (Punctuation.enumerationComma, Punctuation.comma),
      (Punctuation.enumerationComma, Punctuation.stop),
      (Punctuation.enumerationComma, Punctuation.semicolon), (Punctuation.comma, Punctuation.stop),
      (Punctuation.comma, Punctuation.semicolon), (Punctuation.semicolon, Punctuation.stop):
      remove(at: place - 1)
    case (Punctuation.enumerationComma, _)
    where startsJoint(at: place) || sharesNoun(at: place):
      remove(at: place - 1)
    default: break
    }
  }

  /// Puts words in behind `place`, with the separator the text asks for where the decision leaves it out.
  ///
  /// Members of a list are parted by 、, clauses by ，; words that go on in the middle of a clause by nothing.
  mutating func insert(_ words: SourcedText, after anchor: Range<Int>) {
    let place = anchor.upperBound
    guard let first = words.first, !Punctuation.parts(first.value) else {
      insertMended(words, at: place)
      return
    }
    let next = place < count ? Punctuation.evened(self[place].value) : nil
    let last = Punctuation.evened(self[place - 1].value)
    guard last.map({ !Punctuation.parts($0) }) ?? true else {
      // Behind a mark the new words bring their own, or take the place before the one that is there.
      insertBehindMark(words, at: place)
      return
    }
    let separator: UInt32? =
      switch next {
      case _ where words.startsJoint(at: 0): nil
      case Punctuation.enumerationComma: Punctuation.enumerationComma
      case Punctuation.comma, Punctuation.stop, Punctuation.semicolon, Punctuation.colon, nil:
        isMember(anchor, beside: words) ? Punctuation.enumerationComma : Punctuation.comma
      default: startsJoint(at: place) ? Punctuation.enumerationComma : nil
      }
    var inserted = words
    if let separator { inserted.insert(SourcedScalar(value: separator, origin: .made), at: 0) }
    insertMended(inserted, at: place)
  }

  /// Puts words in before `anchor`, with the separator that parts it from what stands before it.
  mutating func insert(_ words: SourcedText, before anchor: Range<Int>) {
    let place = anchor.lowerBound
    guard let last = words.last, !Punctuation.parts(last.value) else {
      insert(contentsOf: words, at: place)
      return
    }
    let before = place > 0 ? Punctuation.evened(self[place - 1].value) : nil
    let separator: UInt32? =
      switch before {
      case Punctuation.enumerationComma: Punctuation.enumerationComma
      case Punctuation.comma, Punctuation.semicolon, Punctuation.stop, nil:
        isMember(anchor, beside: words) ? Punctuation.enumerationComma : Punctuation.comma
      default: nil
      }
    var inserted = words
    if let separator { inserted.append(SourcedScalar(value: separator, origin: .made)) }
    insert(contentsOf: inserted, at: place)
  }

  private mutating func insertMended(_ words: SourcedText, at place: Int) {
    var words = words
    if let last = words.last, Punctuation.parts(last.value), place < count,
      Punctuation.parts(self[place].value)
    {
      words.removeLast()
    }
    insert(contentsOf: words, at: place)
  }

  /// Words behind 。 are a sentence, behind ， or 、 a member.
  private mutating func insertBehindMark(_ words: SourcedText, at place: Int) {
    var words = words
    let mark = self[place - 1].value
    if let last = words.last, !Punctuation.endsLine(last.value), !Punctuation.parts(last.value) {
      words.append(SourcedScalar(value: mark, origin: .made))
    }
    insert(contentsOf: words, at: place)
  }

  /// Whether the words at `anchor` are a member of a list joined by 、 in their clause, and the new ones are
  /// as short.
  private func isMember(_ anchor: Range<Int>, beside words: SourcedText) -> Bool {
    guard !words.contains(where: { Punctuation.evened($0.value) == Punctuation.comma }),
      words.count <= Self.longestMember
    else { return false }
    var i = anchor.lowerBound
    while i > 0 {
      let mark = Punctuation.evened(self[i - 1].value)
      if mark == Punctuation.enumerationComma { return true }
      if let mark, Punctuation.parts(mark) { return false }
      i -= 1
      // The member before must be near: words far behind are another phrase.
      if anchor.lowerBound - i > Self.longestMember { return false }
    }
    return false
  }

  /// Whether the noun that all members of a list share follows, as in 港务、部门, where 航道 was taken out: the
  /// member before the 、 has none of its own.
  private func sharesNoun(at place: Int) -> Bool {
    func bytes(_ range: Range<Int>) -> [UInt8] { [UInt8](SourcedText(self[range]).string.utf8) }
    let next = bytes(place..<Swift.min(count, place + 8))
    guard AmendmentWords.sharedNouns.word(next, at: 0, before: next.count) != nil else {
      return false
    }
    let before = bytes(Swift.max(0, place - 9)..<Swift.max(0, place - 1))
    return !AmendmentWords.sharedNouns.words.contains { word in
      before.count >= word.utf8.count
        && before.suffix(word.utf8.count).elementsEqual(word.utf8)
    }
  }

  /// Scalars of a list's member at most.
  private static let longestMember = 12

  /// Whether 和, 或者, 及, 等 or 以及 follows: the last joint of a list, before which no 、 stands.
  private func startsJoint(at place: Int) -> Bool {
    let next = [UInt8](SourcedText(self[place..<Swift.min(count, place + 2)]).string.utf8)
    return AmendmentWords.joints.word(next, at: 0, before: next.count) != nil
      && AmendmentWords.notJoints.word(next, at: 0, before: next.count) == nil
  }
}
