// Commentary: headings, paragraphs, sentences; questions and answers; court cases.

import HanText

/// Reads the lines of a commentary or case into a tree: heading > paragraph > sentence.
struct CommentaryParser {
  let bytes: [UInt8]
  let lines: [Line]
  let genre: Genre
  var builder = TreeBuilder()
  var stretches: [TextStretch] = []
  private var counts: [Int: [Level: Int]] = [:]
  /// The rank of each open heading, outermost first; a smaller rank is a higher heading.
  private var ranks: [Int] = []
  private var questions = 0

  /// Ranks of headings that no # orders.
  private enum Rank {
    static let plain = 50
    static let enumerated = 60
    static let bracketed = 70
    static let arabic = 75
    static let sentence = 80
  }

  init(_ bytes: [UInt8], _ lines: [Line], genre: Genre) {
    self.bytes = bytes
    self.lines = lines
    self.genre = genre
  }

  /// Reads all lines; wraps are marked in them.
  mutating func parse() {
    let groups = paragraphGroups()
    let summaries = summaryLines(groups)
    for (index, group) in groups.enumerated() {
      let line = lines[group.lowerBound]
      let range = line.range.lowerBound..<lines[group.upperBound - 1].range.upperBound
      if let start = questionStart(bytes, labelless(line)) {
        takeQuestion(range, wordsFrom: start, group)
      } else if let start = answerStart(bytes, labelless(line)) {
        takeAnswer(range, wordsFrom: start, group)
      } else if let rank = headingRank(index, groups, summaries) {
        takeHeading(range, rank, line, group)
      } else {
        takeParagraph(range, group)
      }
    }
    builder.closeAll()
  }

  /// A line and the wraps that go on from it.
  private func paragraphGroups() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for i in lines.indices {
      if lines[i].continues, let last = groups.last {
        groups[groups.count - 1] = last.lowerBound..<i + 1
      } else {
        groups.append(i..<i + 1)
      }
    }
    return groups
  }

  private func labelless(_ line: Line) -> ByteRange {
    (line.label?.textStart ?? line.range.lowerBound)..<line.range.upperBound
  }

  // MARK: Headings

  /// The groups that are one short sentence above a longer paragraph. One alone is an accident of
  /// style, two and more are how the author heads paragraphs.
  private func summaryLines(_ groups: [Range<Int>]) -> Set<Int> {
    guard genre == .commentary else { return [] }
    var found: Set<Int> = []
    for (index, group) in groups.enumerated() where group.count == 1 && index + 1 < groups.count {
      let line = lines[group.lowerBound]
      let below = groups[index + 1]
      let next =
        lines[below.lowerBound].range.lowerBound..<lines[below.upperBound - 1].range.upperBound
      guard line.label == nil, line.depth == 0, bytes.endsFullSentence(line.range),
        questionStart(bytes, line.range) == nil, answerStart(bytes, line.range) == nil,
        bytes.wordLength(line.range) <= 40,
        bytes.wordLength(next) >= 2 * bytes.wordLength(line.range),
        bytes.wordLength(next) >= 40, Sentences.ranges(in: bytes, line.range).count == 1
      else { continue }
      found.insert(index)
    }
    return found.count >= 2 ? found : []
  }

  private func headingRank(_ index: Int, _ groups: [Range<Int>], _ summaries: Set<Int>) -> Int? {
    let group = groups[index]
    let line = lines[group.lowerBound]
    guard group.count == 1 else { return nil }
    if line.depth > 0 { return line.depth }
    if summaries.contains(index) { return Rank.sentence }
    let words = labelless(line)
    guard bytes.looksLikeHeading(words, longest: 45), index + 1 < groups.count else { return nil }
    switch line.label?.style {
    case .enumerated: return Rank.enumerated
    case .bracketed: return Rank.bracketed
    case .arabic, .bracketedArabic: return Rank.arabic
    case .circled: return nil
    case .ordinal: return Rank.enumerated
    case nil:
      return endsAside(words) && !line.isBold && bytes.find("《", in: words) == nil
        ? nil : Rank.plain
    }
  }

  /// Whether a line ends in a bracket, or is a quotation from end to end: a note, a caption, a slogan. A
  /// heading may end in quoted words: 从“看得见”走向“查得到”.
  private func endsAside(_ words: ByteRange) -> Bool {
    let last = bytes.lastScalar(of: words) ?? 0
    let isQuote = last == 0x201D || last == 0x2019 || last == 0x300D || last == 0x300F
    guard isQuote else { return isClosing(last) }
    return ["“", "‘", "「", "『"].contains {
      bytes.has($0, at: words.lowerBound, before: words.upperBound)
    }
  }

  private mutating func takeHeading(
    _ range: ByteRange, _ rank: Int, _ line: Line, _ group: Range<Int>
  ) {
    builder.close { $0.level != .heading }
    while let last = ranks.last, last >= rank, let open = builder.innermost {
      builder.close(through: open)
      ranks.removeLast()
    }
    let words = labelless(line)
    let label = range.lowerBound..<(line.label?.range.upperBound ?? range.lowerBound)
    builder.begin(.heading, number: nextNumber(.heading), label: label, heading: words, text: words)
    ranks.append(rank)
    addStretches(group, from: range.lowerBound)
  }

  // MARK: Paragraphs, questions, answers

  private mutating func takeParagraph(_ range: ByteRange, _ group: Range<Int>) {
    builder.close { $0.level != .heading && $0.level != .answer }
    beginParagraph(range, group, from: range.lowerBound)
  }

  private mutating func beginParagraph(
    _ range: ByteRange, _ group: Range<Int>, from start: Int, continues: Bool = false
  ) {
    let text = start..<range.upperBound
    // Its end comes from its sentences, which would else each be stretched to it.
    let paragraph = builder.begin(
      .paragraph, number: nextNumber(.paragraph), label: start..<start, text: start..<start)
    for (i, sentence) in Sentences.ranges(in: bytes, text).enumerated() {
      let node = builder.begin(
        .sentence, number: ProvisionNumber(i + 1), label: sentence.lowerBound..<sentence.lowerBound,
        text: sentence)
      builder.close(through: node)
    }
    builder.close(through: paragraph)
    addStretches(group, from: start, continues: continues)
  }

  private mutating func takeQuestion(_ range: ByteRange, wordsFrom start: Int, _ group: Range<Int>)
  {
    builder.close { $0.level != .heading }
    questions += 1
    let node = builder.begin(
      .question, number: ProvisionNumber(questions),
      label: range.lowerBound..<labelEnd(range, start),
      text: start..<range.upperBound)
    builder.close(through: node)
    addStretches(group, from: range.lowerBound)
  }

  private mutating func takeAnswer(_ range: ByteRange, wordsFrom start: Int, _ group: Range<Int>) {
    builder.close { $0.level != .heading }
    builder.begin(
      .answer, number: ProvisionNumber(max(questions, 1)),
      label: range.lowerBound..<labelEnd(range, start),
      text: start..<start)
    if start < range.upperBound {
      addStretch(range.lowerBound..<labelEnd(range, start), continues: false)
      beginParagraph(range, group, from: start, continues: true)
    }
  }

  /// The end of 问： with the marks and spaces before the words left out.
  private func labelEnd(_ range: ByteRange, _ start: Int) -> Int {
    var label = trimmed(bytes, range.lowerBound..<start)
    while bytes.ends(label, with: "*") { label = label.lowerBound..<label.upperBound - 1 }
    return label.upperBound
  }

  private mutating func nextNumber(_ level: Level) -> ProvisionNumber {
    let number = counts[builder.innermost ?? -1, default: [:]][level, default: 0] + 1
    counts[builder.innermost ?? -1, default: [:]][level] = number
    return ProvisionNumber(number)
  }

  // MARK: Words

  private mutating func addStretches(_ group: Range<Int>, from start: Int, continues: Bool = false)
  {
    for i in group {
      let line = lines[i].range
      addStretch(
        max(start, line.lowerBound)..<line.upperBound, continues: continues || i > group.lowerBound)
    }
  }

  private mutating func addStretch(_ range: ByteRange, continues: Bool) {
    appendStretches(bytes, range, continues: continues, to: &stretches)
  }
}
