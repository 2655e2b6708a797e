// A sentence between its commas: what each clause does for the norm behind it.

import HanText
import Legislation

/// What a clause is for.
enum ClauseRole {
  /// …的: what has to be the case.
  case antecedent
  /// …时, …后, 在…中, 经…批准: when, where, after what.
  case moment
  /// 除…外, …的除外
  case exclusion
  /// 根据…, 为了…
  case basis
  case plain
}

/// A stretch between two commas, in the bytes of its passage.
struct Clause {
  var range: ByteRange
  /// `range` without 但是, 并, 其中 in front.
  var words: ByteRange
  var role: ClauseRole

  init(_ bytes: [UInt8], _ range: ByteRange) {
    self.range = trimmed(bytes, range)
    words = Self.skipConnectives(bytes, self.range)
    role = Self.role(bytes, words)
  }

  static func skipConnectives(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
    var start = range.lowerBound
    for _ in 0..<3 {
      guard let word = NormWords.connectives.word(bytes, at: start, before: range.upperBound),
        NormWords.notOpeners.word(bytes, at: start, before: range.upperBound) == nil
      else { break }
      start += word.utf8.count
    }
    return start..<range.upperBound
  }

  private static func role(_ bytes: [UInt8], _ words: ByteRange) -> ClauseRole {
    guard !words.isEmpty else { return .plain }
    if bytes.ends(words, with: "除外") { return .exclusion }
    if NormWords.exclusions.word(bytes, at: words.lowerBound, before: words.upperBound) != nil,
      NormWords.exclusionEnds.word(bytes, ending: words) != nil
    {
      return .exclusion
    }
    if bytes.ends(words, with: "的"), NormWords.notAntecedents.word(bytes, ending: words) == nil {
      return .antecedent
    }
    if NormWords.moments.word(bytes, ending: words) != nil { return .moment }
    if NormWords.frames.word(bytes, ending: words) != nil,
      NormWords.moments.word(bytes, ending: words) == nil, bytes.find("》", in: words) != nil,
      bytes.find("违反", in: words) == nil
    {
      return .basis
    }
    // 如实提供, 持有许可证: longer words that begin like an opener.
    func opener(_ list: WordList) -> Bytes? {
      guard let word = list.word(bytes, at: words.lowerBound, before: words.upperBound) else {
        return nil
      }
      let longer =
        [NormWords.notOpeners, NormWords.verbs].lazy
        .compactMap { $0.word(bytes, at: words.lowerBound, before: words.upperBound) }
        .contains { $0.utf8.count > word.utf8.count }
      return longer ? nil : word
    }
    let moment = opener(NormWords.momentOpeners)
    let basis = opener(NormWords.bases)
    if let basis, basis.utf8.count >= moment?.utf8.count ?? 0 { return .basis }
    return moment == nil ? .plain : .moment
  }
}

/// A stretch between two of 。；：, in the bytes of its passage.
struct Segment {
  let range: ByteRange
  let clauses: [Clause]
  /// What ends it; nil where the passage does.
  let end: Clauses.Kind?
  /// Which sentence of the passage it stands in.
  let sentence: Int

  /// The segments of a passage.
  static func segments(_ bytes: [UInt8], _ range: ByteRange, _ marks: Clauses) -> [Segment] {
    var segments: [Segment] = []
    var clauses: [Clause] = []
    var segmentStart = range.lowerBound
    var start = range.lowerBound
    var sentence = 0
    func closeClause(at end: Int) {
      let clause = Clause(bytes, start..<end)
      if !clause.range.isEmpty { clauses.append(clause) }
    }
    func closeSegment(at end: Int, _ kind: Clauses.Kind?) {
      if !clauses.isEmpty {
        segments.append(
          Segment(
            range: trimmed(bytes, segmentStart..<end), clauses: clauses, end: kind,
            sentence: sentence))
      }
      clauses = []
    }
    for mark in marks.marks {
      closeClause(at: mark.range.lowerBound)
      start = mark.range.upperBound
      guard mark.kind != .comma else { continue }
      closeSegment(at: mark.range.lowerBound, mark.kind)
      segmentStart = mark.range.upperBound
      if mark.kind == .stop { sentence += 1 }
    }
    closeClause(at: range.upperBound)
    closeSegment(at: range.upperBound, nil)
    return segments
  }
}
