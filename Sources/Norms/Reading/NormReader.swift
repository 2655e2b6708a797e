// Reads the norms of one passage: finds the operators, then for each what it needs from the words around it.

import HanText
import Legislation

/// Reads a passage with what was said in front of it in its article.
struct NormReader {
  let passage: Passage
  let isCommentary: Bool
  let phrases: PhraseReader
  let subjects: SubjectReader
  let sanctions: SanctionReader
  let embedding: Embedding
  let marks: Clauses
  var discourse: Discourse
  /// The words of the bearers that the norm being built names itself.
  var named: [[UInt8]] = []
  /// The first sanction of the passage that points at the items below it: 依照下列规定处罚.
  var counting: Norm?
  /// What items below the passage inherit; nil where it opens no list.
  private(set) var lead: Discourse.Lead?

  var bytes: [UInt8] { phrases.bytes }

  init(_ passage: Passage, isCommentary: Bool, _ discourse: Discourse) {
    self.passage = passage
    self.isCommentary = isCommentary
    self.discourse = discourse
    marks = Clauses(passage.bytes, passage.range)
    phrases = PhraseReader(bytes: passage.bytes, nested: marks.nested)
    subjects = SubjectReader(phrases)
    sanctions = SanctionReader(subjects)
    embedding = Embedding(subjects: subjects, isCommentary: isCommentary)
  }

  /// The norms of the passage.
  mutating func read() -> [Norm] {
    discourse.beginPassage()
    let candidates = TriggerScanner.candidates(bytes, passage.range, marks)
    guard !candidates.isEmpty else { return [] }
    var norms: [Norm] = []
    var next = 0
    let segments = Segment.segments(bytes, passage.range, marks)
    for (k, segment) in segments.enumerated() {
      let first = next
      while next < candidates.count, candidates[next].range.lowerBound < segment.range.upperBound {
        next += 1
      }
      let following = k + 1 < segments.count ? segments[k + 1] : nil
      let count = norms.count
      read(segment, candidates[first..<next], following, into: &norms)
      if norms.count == count { remember(segment) }
    }
    // 依照下列规定处以罚款；情节严重的，…：（一）…: the items say more of the one that counts on them.
    if let last = segments.last, last.end == .colon,
      let norm = counting ?? norms.last
    {
      lead = Discourse.Lead(
        bearers: norm.bearers, topic: norm.topic,
        authorities: norms.last { !$0.authorities.isEmpty }?.authorities ?? [],
        kind: norm.kind)
    }
    return norms
  }

  private mutating func read(
    _ segment: Segment, _ candidates: ArraySlice<Trigger>, _ after: Segment?,
    into norms: inout [Norm]
  ) {
    var accepted: [Operator] = []
    // The last modal of the segment, and behind each candidate the next one that is no verb.
    let lastModal = candidates.last { !$0.isVerb && !bytes.ends($0.range, with: "方可") }
    var following = [Int?](repeating: nil, count: candidates.count)
    var next: Int?
    for k in candidates.indices.reversed() {
      following[k - candidates.startIndex] = next
      if !candidates[k].isVerb, candidates[k].kind != .competence {
        next = candidates[k].range.lowerBound
      }
    }
    for (k, candidate) in candidates.enumerated() {
      guard let clause = clauseIndex(of: candidate.range.lowerBound, segment) else { continue }
      let own = segment.clauses[clause].range.upperBound
      let later = lastModal.map { $0.range.lowerBound >= own } ?? false
      let inClause = following[k].map { $0 < own } ?? false
      if let found = accept(
        candidate, clause, segment, accepted, modalFollows: later, modalInClause: inClause)
      {
        accepted.append(found)
      }
    }
    for (k, operation) in accepted.enumerated() {
      let end = k + 1 < accepted.count ? accepted[k + 1].zone : nil
      norms.append(
        norm(
          operation, segment, previous: k > 0 ? accepted[k - 1] : nil,
          before: k > 0 ? norms.last : nil, until: end, after))
    }
  }

  private func clauseIndex(of offset: Int, _ segment: Segment) -> Int? {
    let k = segment.clauses.partitioningIndex { $0.range.upperBound > offset }
    return k < segment.clauses.count && segment.clauses[k].range.contains(offset) ? k : nil
  }
}
