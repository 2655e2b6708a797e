// Mentions that begin with a number: 第三条 alone, or of what was named before it.

import HanText
import Legislation

extension MentionReader {
  /// 第三条 after no name, or after one that no list has.
  mutating func readNumber(at start: Int) -> Int? {
    guard let list = references.list(at: start, .ordinal) else { return nil }
    if MentionReader.counted.word(bytes, ending: range.lowerBound..<start) != nil {
      return list.end
    }
    if let name = unknownName(before: start) {
      return add(
        name.range.lowerBound..<list.end, .instrument(name.title, isMarked: false), list.references)
    }
    // 《…》的第三条
    if let last = mentions.last, case .instrument = last.lead, last.references.isEmpty,
      isAside(last.range.upperBound..<start)
    {
      return add(start..<list.end, last.lead, list.references)
    }
    return add(start..<list.end, .nothing, list.references)
  }

  /// Whether nothing but a particle stands between a name and its provision.
  func isAside(_ between: ByteRange) -> Bool {
    MentionReader.particles.isWord(bytes, trimmed(bytes, between))
  }

  private static let particles = CitationWords.phrases["particle"]
  private static let counted = CitationWords.phrases["counted"]
  private static let pointers = CitationWords.phrases["pointer"]

  /// Whether a word that names follow ends here; words of one character stand inside names too.
  private func endsInLead(_ range: ByteRange) -> Bool {
    CitationWords.leads.words.contains { $0.utf8.count > 3 && bytes.ends(range, with: $0) }
  }

  /// A name no list has right before a provision: 某省某某办法第五条. It begins after a word that names
  /// follow, or after a mark.
  func unknownName(before end: Int) -> (range: ByteRange, title: String)? {
    let start = max(range.lowerBound, mentions.last?.range.upperBound ?? range.lowerBound)
    let words = trimmed(bytes, start..<end)
    guard let noun = CitationWords.nouns.word(bytes, ending: words) else { return nil }
    var i = words.upperBound - noun.utf8.count
    var length = 0
    while i > start, length < 40 {
      let next = scalar(bytes, before: i)
      guard isHan(next.value), !endsInLead(start..<i) else { break }
      i -= next.length
      length += 1
    }
    // What joins the name to the words before it.
    if let joint = SelfCitation.joints.word(bytes, at: i, before: words.upperBound) {
      i += joint.utf8.count
    }
    guard length >= 2, length < 40,
      MentionReader.pointers.word(bytes, at: i, before: end) == nil
    else { return nil }
    let name = String(decoding: bytes[i..<words.upperBound], as: UTF8.self)
    return (i..<words.upperBound, names.fullTitle(of: name))
  }
}
