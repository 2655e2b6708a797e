// Whether 本法 alone cites: only as the object of a citing phrase.

import HanText
import Legislation

/// 本法 in its line. It is cited in 依照本法, 本法规定的, 在本规定的处罚幅度内; it is not in 制定本法,
/// 本法所称, 本法自…起施行, 以本法为准.
struct SelfCitation {
  let bytes: [UInt8]
  let line: ByteRange
  let name: ByteRange

  var isCited: Bool { followsCitingWord || isFollowedByRules || isScope }

  /// 依照本法, 依照《…》和本法.
  private var followsCitingWord: Bool {
    let before = trimmed(bytes, line.lowerBound..<name.lowerBound)
    if CitationWords.citing.word(bytes, ending: before) != nil {
      return !stands(SelfCitation.suspended, at: name.upperBound)
    }
    // In a list the citing word stands before its first member, in the same clause.
    guard let joint = SelfCitation.joints.word(bytes, ending: before) else { return false }
    var i = before.upperBound - joint.utf8.count
    var length = 0
    while i > line.lowerBound, length < 60 {
      let next = scalar(bytes, before: i)
      if [0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0x2C, 0x3B].contains(next.value) { break }
      if length > 0,
        let word = CitationWords.citing.word(bytes, ending: line.lowerBound..<i),
        word.utf8.count > 3
      {
        return true
      }
      i -= next.length
      length += 1
    }
    return false
  }

  /// 本法规定的, 本法的有关规定, 本法另有规定, 本法对…的规定.
  private var isFollowedByRules: Bool {
    let after = name.upperBound
    if stands(SelfCitation.rules, at: after) { return true }
    guard stands(SelfCitation.topics, at: after) else { return false }
    return clause(after).map { bytes.find("规定", in: $0) != nil } ?? false
  }

  /// 在本规定的处罚幅度范围内, 对本规定的违法行为.
  private var isScope: Bool {
    guard bytes.has("的", at: name.upperBound, before: line.upperBound) else { return false }
    let before = line.lowerBound..<name.lowerBound
    return SelfCitation.places.word(bytes, ending: before) != nil
      && !stands(SelfCitation.undertakings, at: name.upperBound + 3)
  }

  /// Whether a word of the list stands at byte `i`.
  private func stands(_ words: WordList, at i: Int) -> Bool {
    words.word(bytes, at: i, before: line.upperBound) != nil
  }

  /// The words from `start` to the next mark, at most forty characters.
  private func clause(_ start: Int) -> ByteRange? {
    var i = start
    for _ in 0..<40 where i < line.upperBound {
      let next = scalar(bytes, at: i)
      if [0xFF0C, 0x3002, 0xFF1B, 0xFF1A].contains(next.value) { break }
      i += next.length
    }
    return start..<i
  }

  private static let words = WordClasses(PackageResources.SelfPhrases_txt)
  /// What 本法 may be followed by when it is cited for its rules.
  private static let rules = words["rules"]
  /// What leads to 规定 later in the clause.
  private static let topics = words["topic"]
  static let places = words["place"]
  private static let undertakings = words["undertaking"]
  private static let suspended = words["suspended"]
  static let joints = words["joint"]
}
