// Reads around a mention for what the text quotes from the provision or says of it.

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
  private let document: ParsedDocument
  private let bytes: [UInt8]
  private let citations: [Citation]
  /// The lines with words, wraps joined, in UTF-8 bytes.
  private let lines: [ByteRange]
  /// Whether what follows a citation is the text's own rule.
  private let isInstrument: Bool

  /// Quotations are read up to this many UTF-8 bytes.
  private static let longest = 24_000
  /// Words between a mention and what it introduces.
  private static let mostWords = 8

  init(_ document: ParsedDocument, _ citations: [Citation]) {
    self.document = document
    bytes = document.source.bytes
    self.citations = citations
    var lines: [ByteRange] = []
    for unit in document.tree.searchUnits {
      for (range, beginsLine) in document.words(in: document.tree.nodes[unit.node].text) {
        if beginsLine || lines.isEmpty {
          lines.append(range)
        } else {
          lines[lines.count - 1] = lines[lines.count - 1].lowerBound..<range.upperBound
        }
      }
    }
    self.lines = lines
    isInstrument =
      [.regulation, .decision, .interpretation].contains(document.metadata.genre)
      && document.tree.nodes.contains { $0.level == .article || $0.level == .point }
  }

  /// The claims of all mentions, in their order. Mentions joined in a list share one.
  func claims() -> [Claim] {
    let groups = groupsOfJoined()
    let followers = groups.map { after(citations[$0.upperBound - 1], leading: $0.lowerBound) }
    var claims: [Claim] = []
    for (index, group) in groups.enumerated() {
      var claim = followers[index].claim
      if claim.quotations.isEmpty, claim.statement == nil {
        claim = before(citations[group.lowerBound])
      } else if let statement = claim.statement {
        claim.statement = cut(statement, before: groups[(index + 1)...], followers[(index + 1)...])
      }
      if let statement = claim.statement, words(in: statement) < 6 { claim.statement = nil }
      claims += Array(repeating: claim, count: group.count)
    }
    return claims
  }

  // MARK: Lists

  /// Runs of mentions with nothing but 、 and the like between them.
  private func groupsOfJoined() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for index in citations.indices {
      if let last = groups.last,
        areJoined(citations[index - 1].range.upperBound, citations[index].range.lowerBound)
      {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }

  private func areJoined(_ end: Int, _ start: Int) -> Bool {
    guard end <= start, start - end <= 9 else { return false }
    var i = end
    while i < start {
      let next = scalar(bytes, at: i)
      guard isSpace(next.value) || Self.joiners.contains(next.value) else { return false }
      i += next.length
    }
    return true
  }

  /// 、 和 与 及 以 或 者
  private static let joiners: Set<UInt32> = [0x3001, 0x548C, 0x4E0E, 0x53CA, 0x4EE5, 0x6216, 0x8005]

  // MARK: After

  /// What a reading found, and whether a claim of its own begins there.
  private struct Follower {
    var claim = Claim()
    var speaks = false
  }

  private func after(_ citation: Citation, leading first: Int) -> Follower {
    var result = Follower()
    guard let line = line(holding: citation.range.lowerBound) else { return result }
    var end = lines[line].upperBound
    guard citation.range.upperBound <= end else { return result }
    let lead = lead(of: citations[first], from: lines[line].lowerBound)
    var i = skipMarks(citation.range.upperBound, end)
    if i < end, isOpening(scalar(bytes, at: i).value) {
      let inside = skipMarks(i + scalar(bytes, at: i).length, end)
      if inside < end, let quotations = quotations(inside, end) {
        result.claim.quotations = quotations
        return result
      }
      if let note = noteEnd(i, end) { i = skipMarks(note, end) }
    }
    var hasVerb = false
    var endsInDe = false
    for _ in 0..<Self.mostWords {
      if let word = ClaimWords.verbs.word(bytes, at: i, before: end) {
        hasVerb = true
        endsInDe = false
        i += word.utf8.count
      } else if let word = ClaimWords.links.word(bytes, at: i, before: end) {
        endsInDe = word == "的"
        i += word.utf8.count
      } else {
        break
      }
      i = skipMarks(i, end)
    }
    guard i < end else { return result }
    if let quotations = quotations(i, end) {
      result.claim.quotations = quotations
      result.speaks = true
      return result
    }
    let mark = scalar(bytes, at: i)
    let isColon = mark.value == 0xFF1A || mark.value == 0x3A
    let isComma = mark.value == 0xFF0C || mark.value == 0x2C
    if isColon {
      i = skipMarks(i + mark.length, end)
      if i >= end, line + 1 < lines.count {
        // 规定： and the words on the lines below.
        if let block = block(below: line) {
          result.claim.quotations = [Claim.Quotation(range: block)]
          result.speaks = true
          return result
        }
        i = skipMarks(lines[line + 1].lowerBound, lines[line + 1].upperBound)
        end = lines[line + 1].upperBound
      }
    } else if isComma, hasVerb || lead == .according {
      i = skipMarks(i + mark.length, end)
    } else if !hasVerb || endsInDe || lead != .none {
      return result
    }
    guard i < end else { return result }
    if let quotations = quotations(i, end) {
      result.claim.quotations = quotations
      result.speaks = true
      return result
    }
    guard !endsInDe, lead != .against, !isInstrument, mark.value != 0x3002 else { return result }
    guard ClaimWords.enacting.word(bytes, at: i, before: end) == nil || (hasVerb && lead == .none)
    else { return result }
    result.claim.statement = i..<sentenceEnd(i, end)
    result.speaks = hasVerb || isColon
    return result
  }

  /// What stands before the first mention of a list.
  private enum Lead { case none, according, against }

  private func lead(of citation: Citation, from start: Int) -> Lead {
    guard start < citation.range.lowerBound else { return .none }
    var before = trimmed(bytes, start..<citation.range.lowerBound)
    if ClaimWords.against.word(bytes, ending: before) != nil { return .against }
    if ClaimWords.according.word(bytes, ending: before) != nil { return .according }
    // An issuer or a year may stand between 根据 and the title.
    for _ in 0..<24 where !before.isEmpty {
      if let word = ClaimWords.distant.word(bytes, ending: before) {
        return ClaimWords.according.words.contains(word) ? .according : .against
      }
      let last = scalar(bytes, before: before.upperBound)
      guard isWord(last.value) else { return .none }
      before = before.lowerBound..<before.upperBound - last.length
    }
    return .none
  }

  /// Past spaces and the marks of emphasis.
  private func skipMarks(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      let next = scalar(bytes, at: i)
      guard isSpace(next.value) || next.value == 0x2A || next.value == 0x60 else { break }
      i += next.length
    }
    return i
  }

  /// The end of a short note in brackets: （2018年修正）, （以下简称…）.
  private func noteEnd(_ start: Int, _ end: Int) -> Int? {
    guard start < end, isOpening(scalar(bytes, at: start).value) else { return nil }
    var i = start
    for _ in 0..<30 where i < end {
      let next = scalar(bytes, at: i)
      i += next.length
      if next.value == 0xFF09 || next.value == 0x29 { return i }
    }
    return nil
  }

  private func isOpening(_ value: UInt32) -> Bool {
    value == 0xFF08 || value == 0x28 || value == 0x3010 || value == 0x3014 || value == 0x5B
  }

  /// The quotation lines (>) right below a line.
  private func block(below line: Int) -> ByteRange? {
    var last: Int?
    for next in line + 1..<min(lines.count, line + 40) {
      let gap = lines[next - 1].upperBound..<lines[next].lowerBound
      guard bytes[gap].contains(UInt8(ascii: ">")) else { break }
      last = next
    }
    return last.map { lines[line + 1].lowerBound..<lines[$0].upperBound }
  }

  private func sentenceEnd(_ start: Int, _ end: Int) -> Int {
    var i = start
    var depth = 0
    while i < end {
      let next = scalar(bytes, at: i)
      switch next.value {
      case 0x201C, 0x300C, 0xFF08: depth += 1
      case 0x201D, 0x300D, 0xFF09: depth -= 1
      case 0x3002, 0xFF01, 0xFF1F, 0xFF1B: if depth <= 0 { return i }
      case 0xFF0C where ClaimWords.remarks.word(bytes, at: i + next.length, before: end) != nil:
        return i
      default: break
      }
      i += next.length
    }
    return end
  }

  /// A statement ends where the next mention begins to speak.
  private func cut(
    _ statement: ByteRange, before groups: ArraySlice<Range<Int>>, _ followers: ArraySlice<Follower>
  ) -> ByteRange {
    for (group, follower) in zip(groups, followers) {
      let start = citations[group.lowerBound].range.lowerBound
      guard start < statement.upperBound else { break }
      guard start >= statement.lowerBound, follower.speaks else { continue }
      var end = start
      while end > statement.lowerBound {
        let last = scalar(bytes, before: end)
        if [0xFF0C, 0xFF1B, 0x3001, 0x2C].contains(last.value) { break }
        end -= last.length
      }
      return statement.lowerBound..<end
    }
    return statement
  }

  /// Han characters, letters and digits of a range.
  private func words(in range: ByteRange) -> Int {
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound, count < 6 {
      let next = scalar(bytes, at: i)
      if isWord(next.value) { count += 1 }
      i += next.length
    }
    return count
  }

  // MARK: Quotations

  /// The quotation that opens at `start`, and those that follow it right away.
  private func quotations(_ start: Int, _ end: Int) -> [Claim.Quotation]? {
    var result: [Claim.Quotation] = []
    var i = start
    while result.count < 8, i < end {
      guard let inside = quotation(i, end) else { break }
      let close = inside.upperBound + scalar(bytes, at: inside.upperBound).length
      let isLabel =
        ClaimWords.labels.word(bytes, at: close, before: end) != nil
        && inside.count <= 3 * 14
      result.append(Claim.Quotation(range: inside, isLabel: isLabel))
      var next = skipMarks(close, end)
      for _ in 0..<3 where next < end && scalar(bytes, at: next).value != 0x201C {
        let mark = scalar(bytes, at: next)
        guard Self.joiners.contains(mark.value) || mark.value == 0xFF0C || mark.value == 0xFF1B
        else { break }
        next = skipMarks(next + mark.length, end)
      }
      i = next
    }
    // After a comma a few words in quotation marks are as likely the writer's own.
    if result.count > 1 {
      let first = result[0]
      result = [first] + result.dropFirst().filter { $0.range.count >= 3 * 8 || $0.isLabel == first.isLabel && isListed($0.range) }
    }
    return result.isEmpty ? nil : result
  }

  /// Whether a quotation follows another with no comma between.
  private func isListed(_ range: ByteRange) -> Bool {
    let open = scalar(bytes, before: range.lowerBound)
    guard range.lowerBound - open.length > 0 else { return false }
    return scalar(bytes, before: range.lowerBound - open.length).value != 0xFF0C
  }

  /// The words of a quotation whose opening mark stands at `start`. It may go over several lines.
  private func quotation(_ start: Int, _ end: Int) -> ByteRange? {
    let open = scalar(bytes, at: start)
    guard let closer = Self.closers[open.value] else { return nil }
    let inside = start + open.length
    let limit = min(bytes.count, inside + Self.longest)
    var depth = 1
    var i = inside
    while i < limit {
      let next = scalar(bytes, at: i)
      if next.value == closer {
        depth -= 1
        if depth == 0 { return i > inside ? inside..<i : nil }
      } else if next.value == open.value {
        depth += 1
      }
      i += next.length
    }
    return nil
  }

  private static let closers: [UInt32: UInt32] = [
    0x201C: 0x201D, 0x2018: 0x2019, 0x300C: 0x300D, 0x300E: 0x300F, 0x22: 0x22, 0xFF02: 0xFF02,
  ]

  // MARK: Before

  /// “…”（《…》第十条）, and a sentence before such a bracket.
  private func before(_ citation: Citation) -> Claim {
    var claim = Claim()
    guard let line = line(holding: citation.range.lowerBound) else { return claim }
    let start = lines[line].lowerBound
    var rest = withoutMarks(start..<citation.range.lowerBound)
    var isNamed = false
    for _ in 0..<3 {
      let unmarked = withoutMarks(withoutColon(rest))
      let origin = ClaimWords.origins.word(bytes, ending: unmarked)
      guard let word = origin ?? ClaimWords.sources.word(bytes, ending: unmarked) else { break }
      isNamed = isNamed || origin != nil
      rest = withoutMarks(unmarked.lowerBound..<unmarked.upperBound - word.utf8.count)
    }
    guard !rest.isEmpty else { return claim }
    let mark = scalar(bytes, before: rest.upperBound)
    let isBracket = isOpening(mark.value)
    let isDash = mark.value == 0x2014
    if isBracket || isDash {
      while !rest.isEmpty {
        let last = scalar(bytes, before: rest.upperBound)
        guard last.value == mark.value else { break }
        rest = withoutMarks(rest.lowerBound..<rest.upperBound - last.length)
      }
    } else if !isNamed {
      return claim
    }
    while !rest.isEmpty, Self.stops.contains(scalar(bytes, before: rest.upperBound).value) {
      rest = withoutMarks(
        rest.lowerBound..<rest.upperBound - scalar(bytes, before: rest.upperBound).length)
    }
    guard !rest.isEmpty else { return claim }
    if let inside = quotation(endingAt: rest.upperBound) {
      claim.quotations = [Claim.Quotation(range: inside)]
    } else if isBracket, !isInstrument {
      claim.statement = lastSentence(rest)
    }
    return claim
  }

  private func withoutColon(_ range: ByteRange) -> ByteRange {
    guard !range.isEmpty else { return range }
    let last = scalar(bytes, before: range.upperBound)
    guard last.value == 0xFF1A || last.value == 0x3A else { return range }
    return range.lowerBound..<range.upperBound - last.length
  }

  /// 。 ， ； ！ ？
  private static let stops: Set<UInt32> = [0x3002, 0xFF0C, 0xFF1B, 0xFF01, 0xFF1F]

  private func withoutMarks(_ range: ByteRange) -> ByteRange {
    var rest = trimmed(bytes, range)
    while !rest.isEmpty, bytes[rest.upperBound - 1] == 0x2A || bytes[rest.upperBound - 1] == 0x60 {
      rest = trimmed(bytes, rest.lowerBound..<rest.upperBound - 1)
    }
    return rest
  }

  /// The words of the quotation whose closing mark ends before `end`.
  private func quotation(endingAt end: Int) -> ByteRange? {
    let close = scalar(bytes, before: end)
    guard let opener = Self.closers.first(where: { $0.value == close.value })?.key else { return nil }
    let inside = end - close.length
    let limit = max(0, inside - Self.longest)
    var depth = 1
    var i = inside
    while i > limit {
      let last = scalar(bytes, before: i)
      if last.value == opener {
        depth -= 1
        if depth == 0 { return i < inside ? i..<inside : nil }
      } else if last.value == close.value {
        depth += 1
      }
      i -= last.length
    }
    return nil
  }

  private func lastSentence(_ range: ByteRange) -> ByteRange {
    var start = range.upperBound
    while start > range.lowerBound {
      let last = scalar(bytes, before: start)
      if [0x3002, 0xFF01, 0xFF1F, 0xFF1B].contains(last.value) { break }
      start -= last.length
    }
    return start..<range.upperBound
  }

  // MARK: Lines

  private func line(holding offset: Int) -> Int? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].lowerBound <= offset ? low : nil
  }
}

/// Whether a scalar is one of a word, not of punctuation: a Han character, a letter, a digit.
func isWord(_ value: UInt32) -> Bool {
  if isHan(value) || value == 0x3007 { return true }
  guard value < 0x2000 || value > 0xFF00, let scalar = Unicode.Scalar(value) else { return false }
  return scalar.properties.isAlphabetic || (0x30...0x39).contains(value)
    || (0xFF10...0xFF19).contains(value)
}
