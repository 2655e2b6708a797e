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
  /// Whether the open item ends in ：. What it announces is its own: 将第三条修改为： and the new words.
  private var announces = false
  /// Whether a quotation is open in the open item; its paragraphs are the item's.
  private var isQuoting = false
  /// The last number of each level, for gaps.
  var lastArticle: (number: ProvisionNumber, range: ByteRange)?
  var headingCount: [Int: Int] = [:]
  var paragraphCount: [Int: Int] = [:]
  var attachmentCount = 0
  var preambleCount = 0
  /// How the open point is numbered.
  private var pointStyle: LabelStyle?
  var signatureCount = 0
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

  /// Reads lines into provisions. At the beginning of a text, words before its first article or point
  /// are its preamble.
  mutating func parse(_ range: Range<Int>, isBeginning: Bool = true) {
    var i = range.lowerBound
    if isBeginning, i < range.upperBound, lines[i].label == nil, lines[i].depth == 0,
      !isPreambleTitle(bytes, lines[i].range), !isAttachmentLine(bytes, lines[i]),
      lines[range].contains(where: { beginsStructure($0) })
    {
      beginPreamble(label: nil, at: lines[i].range)
    }
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
    if isPreambleTitle(bytes, line.range), builder.openNode(.article) == nil {
      builder.closeAll()
      beginPreamble(label: line.range, at: line.range)
      addStretch(line.range)
      return i + 1
    }
    if isHeading(i, before: end) {
      takeHeading(line)
      return i + 1
    }
    if let label = line.label, isPoint(label) {
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
    if let last = unnumberedItems(from: i, before: end) {
      for k in i...last { takeUnnumberedItem(lines[k]) }
      return last + 1
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
    addStretch(label.range)
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
    (announces, isQuoting) = (false, false)
    let parent = builder.innermost ?? -1
    let number = paragraphCount[parent, default: 0] + 1
    paragraphCount[parent] = number
    builder.begin(
      .paragraph, number: ProvisionNumber(number), label: text.lowerBound..<text.lowerBound, text: text)
    listStyles = []
    addStretch(text, continues: sameLine)
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
    announces = bytes.lastScalar(of: text) == 0xFF1A
    isQuoting = leavesQuoteOpen(text)
    builder.begin(
      depth == 0 ? .item : .subitem, number: label.number, label: label.range, text: text)
    addStretch(line.range, continues: line.isGlued)
  }

  /// The last of the lines from `i` that are items whose numbers the source lost: after a lead that
  /// ends in ：or an item, they end in ；, and their count leads to the number of the item after them.
  private func unnumberedItems(from i: Int, before end: Int) -> Int? {
    let line = lines[i]
    guard i > 0, line.label == nil, !line.continues, bytes.lastScalar(of: line.range) == 0xFF1B,
      builder.openNode(.article) != nil
    else { return nil }
    let next = nextLabelled[i]
    guard next < end, let label = lines[next].label, label.style == .bracketed, next - i < label.number.main,
      lines[i..<next].allSatisfy({ bytes.lastScalar(of: $0.range) == 0xFF1B && !$0.continues })
    else { return nil }
    let before = builder.openNode(.item).flatMap { builder.nodes[$0].number?.main } ?? 0
    let follows = before > 0 || bytes.lastScalar(of: lines[i - 1].range) == 0xFF1A || bytes.lastScalar(of: lines[i - 1].range) == 0x3A
    return follows && before + (next - i) + 1 == label.number.main ? next - 1 : nil
  }

  private mutating func takeUnnumberedItem(_ line: Line) {
    listStyles = [.bracketed]
    let number = builder.openNode(.item).flatMap { builder.nodes[$0].number?.main } ?? 0
    builder.close { $0.level == .item || $0.level == .subitem }
    warn(.itemGap, "item \(number + 1) has lost its number", line.range)
    builder.begin(
      .item, number: ProvisionNumber(number + 1), label: line.range.lowerBound..<line.range.lowerBound,
      text: line.range)
    addStretch(line.range)
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
    if line.continues || continuesList(i) || continuesUnnumberedList(i) || (builder.openNode(.item) != nil && (announces || isQuoting)) {
      extendText(line)
      return
    }
    if builder.openNode(.point) != nil, nextLabelled[i] == lines.count, closesDecision(line.range) {
      builder.closeAll()
    }
    beginParagraph(line.range, line, sameLine: false)
  }

  private mutating func extendText(_ line: Line) {
    announces = false
    isQuoting = leavesQuoteOpen(line.range)
    builder.extend(to: line.range.upperBound)
    addStretch(line.range, continues: line.continues)
  }

  /// Whether the line belongs to a list without numbers: after ：each ends in ；or ，, and after such
  /// a one the last ends in 。. They are lines of the 款 that introduces them.
  private func continuesUnnumberedList(_ i: Int) -> Bool {
    guard i > 0, builder.openNode(.item) == nil, builder.openNode(.paragraph) != nil, lines[i - 1].depth == 0,
      let before = bytes.lastScalar(of: lines[i - 1].range), let last = bytes.lastScalar(of: lines[i].range)
    else { return false }
    let isOpen = { (mark: UInt32) in mark == 0xFF0C || mark == 0xFF1B || mark == 0x3B || mark == 0x2C }
    if isOpen(before) { return true }
    return (before == 0xFF1A || before == 0x3A) && isOpen(last)
  }

  /// Whether a quotation is open after `range`. Each paragraph of a quotation may open it anew.
  private func leavesQuoteOpen(_ range: ByteRange) -> Bool {
    var balance = 0
    var first: UInt32?
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      if next.value == 0x201C { balance += 1 }
      if next.value == 0x201D { balance -= 1 }
      if first == nil { first = next.value }
      i += next.length
    }
    guard balance == 0 else { return balance > 0 }
    return isQuoting && !(first == 0x201C && bytes.lastScalar(of: range) == 0x201D)
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
    addStretch(line.range)
    // 第一章 alone on its line, or a heading broken after 、: the next short line goes on.
    if next < end, isBroken(heading, before: lines[next].range), lines[next].label == nil, bytes.looksLikeHeading(lines[next].range) {
      let goesOn = !heading.isEmpty
      heading = (goesOn ? heading.lowerBound : lines[next].range.lowerBound)..<lines[next].range.upperBound
      addStretch(lines[next].range, continues: goesOn)
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
    addStretch(line.range)
  }

  /// A heading whose 第X章 the source lost: one or two short lines that end no sentence, after a full
  /// one or a heading, right above an article or chapter.
  private func isOrphanHeading(_ i: Int, before end: Int) -> Bool {
    guard i > 0, couldHead(lines[i]) else { return false }
    let first = couldHead(lines[i - 1]) && warnings.last?.range == lines[i - 1].range ? i - 1 : i
    let last = first == i && i + 1 < end && couldHead(lines[i + 1]) ? i + 1 : i
    guard first > 0, last + 1 < end, let below = lines[last + 1].label, below.isArticle || below.division != nil
    else { return false }
    let above = lines[first - 1]
    return above.label?.division != nil
      || builder.openNode(.article) != nil && bytes.endsFullSentence(above.range)
  }

  /// Whether a line without a label is short and no sentence.
  private func couldHead(_ line: Line) -> Bool {
    guard line.label == nil, line.depth == 0, !line.continues, !line.isTable,
      let last = bytes.lastScalar(of: line.range), !isClosing(last)
    else { return false }
    // Broken after 、, it goes on in the next line.
    let words = last == 0x3001 ? line.range.lowerBound..<line.range.upperBound - 3 : line.range
    return bytes.looksLikeHeading(words, longest: 25)
  }

  /// Whether a heading goes on in the next line: 第一章 alone, or broken at 、 的 和 及.
  private func isBroken(_ heading: ByteRange, before next: ByteRange) -> Bool {
    if heading.isEmpty { return true }
    let open: [Bytes] = ["、", "的", "和", "及", "与", "或者"]
    return open.contains { bytes.ends(heading, with: $0) || bytes.has($0, at: next.lowerBound, before: next.upperBound) }
  }

  // MARK: Preamble, points, signatures, attachments

  private func beginsStructure(_ line: Line) -> Bool {
    guard let label = line.label else { return line.depth > 1 }
    return label.isArticle || label.division != nil || label.style == .enumerated
  }

  private mutating func beginPreamble(label: ByteRange?, at line: ByteRange) {
    preambleCount += 1
    let start = label?.upperBound ?? line.lowerBound
    builder.begin(
      .preamble, number: ProvisionNumber(preambleCount), label: label ?? start..<start, text: start..<start)
  }

  /// Lines that sign the text, or publish it.
  mutating func takeSignature(_ range: Range<Int>) {
    guard let first = range.first, let last = range.last else { return }
    builder.closeAll()
    signatureCount += 1
    let text = lines[first].range.lowerBound..<lines[last].range.upperBound
    builder.begin(
      .signature, number: ProvisionNumber(signatureCount), label: text.lowerBound..<text.lowerBound, text: text)
    for i in range { addStretch(lines[i].range, continues: lines[i].continues) }
    builder.closeAll()
  }

  /// The sentence after the last point: 本决定自…起施行, 《…》根据本决定作相应修改, 此复.
  private func closesDecision(_ range: ByteRange) -> Bool {
    let start = range.lowerBound
    if bytes.has("此复", at: start, before: range.upperBound) { return true }
    if bytes.has("本", at: start, before: range.upperBound) || bytes.has("以上", at: start, before: range.upperBound) {
      return bytes.find("施行", in: range) != nil || bytes.find("生效", in: range) != nil
        || bytes.find("执行", in: range) != nil || bytes.find("实施", in: range) != nil
    }
    return bytes.find("根据本决定", in: range) != nil || bytes.find("重新公布", in: range) != nil
  }

  /// 一、 outside articles; 1. outside articles and points, as old interpretations number theirs.
  private func isPoint(_ label: Label) -> Bool {
    guard builder.openNode(.article) == nil else { return false }
    if label.style == .enumerated { return pointStyle != .arabic || builder.openNode(.point) == nil }
    guard label.style == .arabic else { return false }
    guard let inner = builder.innermost else { return true }
    switch builder.nodes[inner].level {
    case .part, .subpart, .chapter, .section, .heading, .attachment: return true
    default: return builder.openNode(.point) != nil && pointStyle == .arabic
    }
  }

  private mutating func takePoint(_ line: Line, _ label: Label) {
    builder.close { !$0.level.isContainer && $0.level != .attachment }
    let text = label.textStart..<line.range.upperBound
    pointStyle = label.style
    let point = builder.begin(.point, number: label.number, label: label.range, text: text)
    addStretch(label.range)
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
    // 附件：1.… is a list of those that follow.
    if listsAttachments(i, read.headingStart, before: end) {
      beginParagraph(line.range, line, sameLine: false)
      return i + 1
    }
    lastArticle = nil
    attachmentCount += 1
    var heading = trimmed(bytes, read.headingStart..<line.range.upperBound)
    var next = i + 1
    addStretch(line.range)
    if heading.isEmpty, next < end, lines[next].label == nil, bytes.looksLikeHeading(lines[next].range, longest: 50) {
      heading = lines[next].range
      addStretch(heading)
      next += 1
    }
    builder.begin(
      .attachment, number: ProvisionNumber(read.number ?? attachmentCount), label: read.label,
      heading: heading, text: read.headingStart..<max(read.headingStart, heading.upperBound))
    return next
  }

  private func listsAttachments(_ i: Int, _ start: Int, before end: Int) -> Bool {
    let rest = trimmed(bytes, start..<lines[i].range.upperBound)
    guard let label = readLabel(bytes, in: rest), label.number.main == 1 else { return false }
    return lines[i + 1..<end].contains { isAttachmentLine(bytes, $0) }
  }

  // MARK: Words

  /// Records words of a provision.
  mutating func addStretch(_ range: ByteRange, continues: Bool = false) {
    appendStretches(bytes, range, continues: continues, to: &stretches)
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
