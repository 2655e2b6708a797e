// Reads around mentions for what the text quotes from the provisions or says of them.

import Citations
import HanText
import Legislation

/// Reads claims by the words right after and right before each mention.
///
/// | text | read as |
/// |---|---|
/// | 第十条规定：“…” / 第十条中的“…” | quotation |
/// | “…”（《…》第十条） | quotation |
/// | 第十条规定，运营者应当… | statement |
/// | 根据第十条，运营者应当… | statement, but not in an instrument: there it is a rule |
/// | 运营者应当…（《…》第十条） | statement, but not in an instrument |
/// | 违反第十条规定的，… / 第十条规定的义务 | nothing |
struct ClaimReader {
  private let text: ClaimText
  private let citations: [Citation]
  private let isInstrument: Bool

  init(_ document: ParsedDocument, _ citations: [Citation]) {
    text = ClaimText(document)
    self.citations = citations
    isInstrument =
      [.regulation, .decision, .interpretation].contains(document.metadata.genre)
      && document.tree.nodes.contains { $0.level == .article || $0.level == .point }
  }

  /// The claims in text order, each with the mentions, by index, that it goes with: those joined in a
  /// list share one.
  func claims() -> [(mentions: Range<Int>, claim: Claim)] {
    let lists = joinedMentions()
    let after = ClaimAfter(text: text, isInstrument: isInstrument)
    let before = ClaimBefore(text: text, isInstrument: isInstrument)
    let followers = lists.map {
      after.read(citations[$0.upperBound - 1], listedFrom: citations[$0.lowerBound])
    }
    return lists.indices.map { index in
      var claim = followers[index].claim
      if claim.quotations.isEmpty, claim.statement == nil {
        claim = before.read(citations[lists[index].lowerBound])
      } else if let statement = claim.statement {
        claim.statement = cut(statement, before: lists[(index + 1)...], followers[(index + 1)...])
      }
      if let statement = claim.statement {
        if text.words(in: statement) < Self.fewestWords {
          claim.statement = nil
        } else {
          claim.embedded = text.quotations(within: statement)
        }
      }
      return (lists[index], claim)
    }
  }

  /// A shorter statement says nothing that could be compared.
  private static let fewestWords = 6

  /// Runs of mentions with nothing but 、 and the like between them.
  private func joinedMentions() -> [Range<Int>] {
    var lists: [Range<Int>] = []
    for index in citations.indices {
      if let last = lists.last,
        areJoined(citations[index - 1].range.upperBound, citations[index].range.lowerBound)
      {
        lists[lists.count - 1] = last.lowerBound..<index + 1
      } else {
        lists.append(index..<index + 1)
      }
    }
    return lists
  }

  private func areJoined(_ end: Int, _ start: Int) -> Bool {
    guard end <= start, start - end <= 12 else { return false }
    var i = end
    while i < start {
      let next = scalar(text.bytes, at: i)
      guard isSpace(next.value) || ClaimText.joiners.contains(next.value) || next.value == 0xFF0C
      else { return false }
      i += next.length
    }
    return true
  }

  /// A statement ends where the next mention begins to speak.
  private func cut(
    _ statement: ByteRange, before groups: ArraySlice<Range<Int>>,
    _ followers: ArraySlice<ClaimAfter.Follower>
  ) -> ByteRange {
    for (group, follower) in zip(groups, followers) {
      let start = citations[group.lowerBound].range.lowerBound
      guard start < statement.upperBound else { break }
      guard start >= statement.lowerBound, follower.speaks else { continue }
      var end = start
      while end > statement.lowerBound {
        let last = scalar(text.bytes, before: end)
        if [0xFF0C, 0xFF1B, 0x3001, 0x2C].contains(last.value) { break }
        end -= last.length
      }
      return statement.lowerBound..<end
    }
    return statement
  }
}
