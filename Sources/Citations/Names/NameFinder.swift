// Names of instruments without 《》 in a line: the longest that ends at each place.

import HanText
import Legislation

/// A name found in a line.
struct NameHit {
  /// UTF-8 bytes of the line's bytes.
  var range: ByteRange
  var title: String
  /// Whether it stands at the line's start, after a mark, or after a word that names follow.
  var beginsAfterLead: Bool
}

struct NameFinder {
  let bytes: [UInt8]
  let range: ByteRange
  let names: InstrumentNames
  let document: DocumentNames

  /// The names of the line; of those that overlap the longer, or the earlier.
  func hits() -> [NameHit] {
    var hits: [NameHit] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      i += next.length
      guard names.trie.mayEnd(in: next.value) || document.trie.mayEnd(in: next.value) else {
        continue
      }
      guard let hit = hit(endingAt: i) else { continue }
      while let last = hits.last, last.range.lowerBound >= hit.range.lowerBound {
        hits.removeLast()
      }
      if let last = hits.last, last.range.upperBound > hit.range.lowerBound { continue }
      hits.append(hit)
    }
    return hits
  }

  private func hit(endingAt end: Int) -> NameHit? {
    let own = document.trie.longest(bytes, endingAt: end, notBefore: range.lowerBound)
    let common = names.trie.longest(bytes, endingAt: end, notBefore: range.lowerBound)
    let start: Int
    var title: String
    switch (own, common) {
    case (let own?, let common?) where own.start <= common.start:
      (start, title) = (own.start, document.titles[own.value])
    case (_, let common?): (start, title) = (common.start, names.titles[common.value])
    case (let own?, nil): (start, title) = (own.start, document.titles[own.value])
    case (nil, nil): return nil
    }
    var found = start..<end
    if let longer = extended(found) {
      title = names.fullTitle(of: String(decoding: bytes[start..<longer], as: UTF8.self))
      found = start..<longer
    }
    guard !isContinued(found), !followsQualifier(start) else { return nil }
    let isNoun =
      common == nil && CitationWords.isNoun(String(decoding: bytes[found], as: UTF8.self))
    guard !isNoun || isObject(start) else { return nil }
    return NameHit(range: found, title: title, beginsAfterLead: beginsAfterLead(start))
  }

  /// The end of a longer title that goes on from a name: 某法实施条例, 刑法修正案（八）.
  private func extended(_ name: ByteRange) -> Int? {
    guard
      let ending = NameFinder.titleEndings.word(
        bytes, at: name.upperBound, before: range.upperBound)
    else { return nil }
    let end = name.upperBound + ending.utf8.count
    guard end < range.upperBound, opensBracket(scalar(bytes, at: end).value),
      let number = readNumber(
        bytes, at: end + scalar(bytes, at: end).length, before: range.upperBound),
      number.end < range.upperBound, closesBracket(scalar(bytes, at: number.end).value)
    else { return end }
    return number.end + scalar(bytes, at: number.end).length
  }

  /// What makes a longer title of a name.
  private static let titleEndings = WordList(PackageResources.DerivedTitles_txt)

  /// Whether the words go on so that the name is none: 公司法人, 宪法宣誓.
  func isContinued(_ name: ByteRange) -> Bool {
    let last = name.upperBound - scalar(bytes, before: name.upperBound).length
    return CitationWords.continuations.contains { continuation in
      let at = continuation.sharesLast ? last : name.upperBound
      return bytes.has(continuation.word, at: at, before: range.upperBound)
        && !continuation.exceptions.contains { bytes.has($0, at: at, before: range.upperBound) }
    }
  }

  /// Whether what stands before makes the name part of a longer one or of 本法: 某省气象条例.
  private func followsQualifier(_ start: Int) -> Bool {
    guard start > range.lowerBound else { return false }
    return NameFinder.qualifiers.word(bytes, ending: range.lowerBound..<start) != nil
  }

  private static let qualifiers = WordList(PackageResources.Qualifiers_txt)

  /// Whether 条例, where it is short for a title, stands alone: 依照条例, not 有关条例.
  private func isObject(_ start: Int) -> Bool {
    guard start > range.lowerBound, isHan(scalar(bytes, before: start).value) else { return true }
    let before = range.lowerBound..<start
    return CitationWords.citing.word(bytes, ending: before) != nil
      || SelfCitation.joints.word(bytes, ending: before) != nil
      || SelfCitation.places.word(bytes, ending: before) != nil
  }

  private func beginsAfterLead(_ start: Int) -> Bool {
    guard start > range.lowerBound, isHan(scalar(bytes, before: start).value) else { return true }
    return CitationWords.leads.word(bytes, ending: range.lowerBound..<start) != nil
  }
}
