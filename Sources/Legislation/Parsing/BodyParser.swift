// The body of a legal text: lines in, provisions out.

import HanText

/// Reads the lines of a body into a tree.
struct BodyParser {
  let bytes: [UInt8]
  let lines: [Line]
  var builder = TreeBuilder()
  var warnings: [ParseWarning] = []
  var stretches: [TextStretch] = []
  /// The styles of the list open under the innermost 款, outermost first.
  var listStyles: [LabelStyle] = []
  /// The last number of each level, for gaps.
  var lastArticle: (number: ProvisionNumber, range: ByteRange)?
  var headingCount: [Int: Int] = [:]
  var paragraphCount: [Int: Int] = [:]
  var attachmentCount = 0
  /// Index of the next line after each that bears a label or heads a part.
  private let nextLabelled: [Int]

  init(_ bytes: [UInt8], _ lines: [Line]) {
    self.bytes = bytes
    self.lines = lines
    var next = [Int](repeating: lines.count, count: lines.count + 1)
    for i in lines.indices.reversed() {
      next[i] = lines[i].label != nil || lines[i].depth > 0 ? i : next[i + 1]
    }
    nextLabelled = next
  }

  /// Reads lines `start..<end` into provisions.
  mutating func parse(_ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      i = take(i, before: range.upperBound)
    }
  }

  /// Takes line `i`, and says which comes next.
  private mutating func take(_ i: Int, before end: Int) -> Int {
    let line = lines[i]
    if isAttachmentLine(bytes, line), builder.nodes.count > 0 { return takeAttachment(i, before: end) }
    if let label = line.label {
      if label.isArticle {
        takeArticle(line, label)
        return i + 1
      }
      if label.division != nil { return takeDivision(i, label, before: end) }
    }
    if isHeading(i, before: end) {
      takeHeading(line)
      return i + 1
    }
    if let label = line.label, label.style == .enumerated, builder.openNode(.article) == nil {
      takePoint(line, label)
      return i + 1
    }
    if let label = line.label, canHoldList {
      takeListEntry(line, label)
      return i + 1
    }
    if isOrphanHeading(i, before: end) {
      warn(.orphanHeading, "a heading without its number stands after an article", line.range)
      return i + 1
    }
    takeText(i, line)
    return i + 1
  }

  // MARK: Articles

  private mutating func takeArticle(_ line: Line, _ label: Label) {
    checkArticle(label)
    builder.close { !$0.level.isContainer && $0.level != .attachment }
    let text = label.textStart..<line.range.upperBound
    builder.begin(.article, number: label.number, label: label.range, text: text)
    addStretch(label.range, line)
    listStyles = []
    note(label, line)
    if !text.isEmpty { beginParagraph(text, line, sameLine: true) }
  }

  private mutating func checkArticle(_ label: Label) {
    if let last = lastArticle {
      if label.number == last.number {
        warn(.duplicateNumber, "\(label.number) occurs twice among the articles", label.range)
      } else if !label.number.follows(last.number), !(label.number.main == last.number.main + 1) {
        if label.number > last.number {
          warn(.articleGap, "article \(label.number) does not follow article \(last.number)", label.range)
        } else if label.number.main != 1 {
          warn(.duplicateNumber, "article \(label.number) comes after article \(last.number)", label.range)
        }
      }
    }
    lastArticle = (label.number, label.range)
  }

  private mutating func note(_ label: Label, _ line: Line) {
    if label.hasLookAlike {
      warn(.lookAlike, "a look-alike character stands in the number", label.range)
    }
    if label.hasMixedBrackets {
      warn(.mixedBrackets, "the brackets of the number differ in width", label.range)
    }
    if line.isGlued, label.isArticle {
      warn(.gluedArticle, "the article begins inside a line", label.range)
    }
  }

  // MARK: Paragraphs and lists

  private mutating func beginParagraph(_ text: ByteRange, _ line: Line, sameLine: Bool) {
    builder.close { $0.level == .paragraph || $0.level == .item || $0.level == .subitem }
    let parent = builder.innermost ?? -1
    let number = paragraphCount[parent, default: 0] + 1
    paragraphCount[parent] = number
    builder.begin(
      .paragraph, number: ProvisionNumber(number), label: text.lowerBound..<text.lowerBound, text: text)
    listStyles = []
    addStretch(text, line, continues: sameLine)
  }

  /// Whether a list may stand here: in an article, point, attachment, preamble or paragraph.
  private var canHoldList: Bool {
    guard let inner = builder.innermost else { return false }
    switch builder.nodes[inner].level {
    case .article, .paragraph, .item, .subitem, .point, .attachment, .preamble: return true
    default: return false
    }
  }

  private mutating func takeListEntry(_ line: Line, _ label: Label) {
    let depth: Int
    if let known = listStyles.firstIndex(of: label.style) {
      depth = known
    } else if listStyles.count < 2 {
      depth = listStyles.count
      listStyles.append(label.style)
    } else {
      // A list inside a 目 has no level of its own.
      extendText(line)
      return
    }
    if depth == 0 {
      listStyles = [label.style]
      builder.close { $0.level == .item || $0.level == .subitem }
      openParagraphForList(at: label.range.lowerBound)
    } else {
      builder.close { $0.level == .subitem }
    }
    note(label, line)
    let text = label.textStart..<line.range.upperBound
    builder.begin(
      depth == 0 ? .item : .subitem, number: label.number, label: label.range, text: text)
    addStretch(line.range, line, continues: line.isGlued)
  }

  /// A list needs a 款; an article that begins with one gets an empty lead.
  private mutating func openParagraphForList(at position: Int) {
    guard let inner = builder.innermost, builder.nodes[inner].level != .paragraph else { return }
    guard builder.nodes[inner].level != .point else { return }
    let number = paragraphCount[inner, default: 0] + 1
    paragraphCount[inner] = number
    builder.begin(
      .paragraph, number: ProvisionNumber(number), label: position..<position, text: position..<position)
  }

  private mutating func takeText(_ i: Int, _ line: Line) {
    if line.continues || continuesList(i) {
      extendText(line)
      return
    }
    if builder.innermost == nil || builder.nodes[builder.innermost!].level.isContainer {
      builder.close { $0.level == .paragraph || $0.level == .item || $0.level == .subitem }
    }
    beginParagraph(line.range, line, sameLine: false)
  }

  private mutating func extendText(_ line: Line) {
    builder.extend(to: line.range.upperBound)
    addStretch(line.range, line, continues: line.continues)
  }

  /// Whether the text lies between two items of one list: the next label goes on counting.
  private func continuesList(_ i: Int) -> Bool {
    guard let item = builder.openNode(.item) else { return false }
    let next = nextLabelled[i]
    guard next < lines.count, let label = lines[next].label, lines[next].depth == 0,
      let style = listStyles.first, label.style == style, let number = builder.nodes[item].number
    else { return false }
    return label.number.main == number.main + 1
  }

  // MARK: Divisions and headings

  private mutating func takeDivision(_ i: Int, _ label: Label, before end: Int) -> Int {
    let line = lines[i]
    let level = label.division!
    var heading = trimmed(bytes, label.textStart..<line.range.upperBound)
    var next = i + 1
    addStretch(line.range, line)
    // 第一章 alone on its line: the next short line is its heading.
    if heading.isEmpty, next < end, lines[next].label == nil, bytes.looksLikeHeading(lines[next].range) {
      heading = lines[next].range
      addStretch(heading, lines[next])
      next += 1
    }
    builder.close { !canHold($0.level, level) }
    builder.begin(level, number: label.number, label: label.range, heading: heading, text: heading)
    note(label, line)
    return next
  }

  /// A heading without 第X章: marked as one, or 一、 short and right above an article.
  private func isHeading(_ i: Int, before end: Int) -> Bool {
    let line = lines[i]
    if line.depth > 0 { return true }
    guard let label = line.label, label.style == .enumerated, i + 1 < end else { return false }
    guard bytes.looksLikeHeading(label.textStart..<line.range.upperBound) else { return false }
    return lines[i + 1].label?.isArticle == true
  }

  private mutating func takeHeading(_ line: Line) {
    builder.close { $0.level != .attachment && !canHold($0.level, .section) || $0.level == .heading || $0.level == .section }
    let parent = builder.innermost ?? -1
    let number = headingCount[parent, default: 0] + 1
    headingCount[parent] = number
    var label = line.range.lowerBound..<line.range.lowerBound
    var heading = line.range
    if let own = line.label {
      label = own.range
      heading = own.textStart..<line.range.upperBound
    }
    builder.begin(.heading, number: ProvisionNumber(number), label: label, heading: heading, text: heading)
    addStretch(line.range, line)
  }

  /// A short line that ends no sentence, after a full one and right above an article or chapter.
  private func isOrphanHeading(_ i: Int, before end: Int) -> Bool {
    let line = lines[i]
    guard line.label == nil, !line.continues, i + 1 < end, builder.openNode(.article) != nil,
      bytes.looksLikeHeading(line.range, longest: 25), let last = bytes.lastScalar(of: line.range),
      !isClosing(last)
    else { return false }
    let next = lines[i + 1].label
    guard next?.isArticle == true || next?.division != nil else { return false }
    return i == 0 || bytes.endsFullSentence(lines[i - 1].range)
  }

  // MARK: Points, attachments

  private mutating func takePoint(_ line: Line, _ label: Label) {
    builder.close { !$0.level.isContainer && $0.level != .attachment }
    let text = label.textStart..<line.range.upperBound
    let point = builder.begin(.point, number: label.number, label: label.range, text: text)
    addStretch(label.range, line)
    listStyles = []
    if !text.isEmpty {
      beginParagraph(text, line, sameLine: true)
      // The items of a point stand beside its lead, not in it (point_3__item_2).
      builder.close(through: point + 1)
    }
  }

  private mutating func takeAttachment(_ i: Int, before end: Int) -> Int {
    let line = lines[i]
    guard let read = attachmentLabel(bytes, line.range) else { return i + 1 }
    builder.closeAll()
    lastArticle = nil
    attachmentCount += 1
    var heading = trimmed(bytes, read.headingStart..<line.range.upperBound)
    var next = i + 1
    addStretch(line.range, line)
    if heading.isEmpty, next < end, lines[next].label == nil, bytes.looksLikeHeading(lines[next].range, longest: 50) {
      heading = lines[next].range
      addStretch(heading, lines[next])
      next += 1
    }
    builder.begin(
      .attachment, number: ProvisionNumber(read.number ?? attachmentCount), label: read.label,
      heading: heading, text: read.headingStart..<max(read.headingStart, heading.upperBound))
    return next
  }

  // MARK: Words

  /// Records words of a provision, cut at `**` marks.
  mutating func addStretch(_ range: ByteRange, _ line: Line, continues: Bool = false) {
    var start = range.lowerBound
    var goesOn = continues
    while let mark = bytes.find("**", in: start..<range.upperBound) {
      if mark > start {
        stretches.append(TextStretch(range: start..<mark, continues: goesOn))
        goesOn = true
      }
      start = mark + 2
    }
    let rest = trimmed(bytes, start..<range.upperBound)
    if !rest.isEmpty { stretches.append(TextStretch(range: rest, continues: goesOn)) }
  }

  mutating func warn(_ code: ParseWarning.Code, _ message: String, _ range: ByteRange) {
    warnings.append(ParseWarning(code: code, message: message, range: range))
  }
}

/// Whether a provision of level `outer` may hold one of level `inner` under a heading.
private func canHold(_ outer: Level, _ inner: Level) -> Bool {
  let order: [Level] = [.attachment, .part, .subpart, .chapter, .section]
  guard let above = order.firstIndex(of: outer), let below = order.firstIndex(of: inner) else {
    return false
  }
  return above < below
}
