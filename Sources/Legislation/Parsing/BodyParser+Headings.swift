// 编, 章, 节 and headings without a number.

import HanText

extension BodyParser {
  mutating func takeDivision(_ i: Int, _ label: Label, before end: Int) -> Int {
    let line = lines[i]
    let level = label.division!
    var heading = trimmed(bytes, label.textStart..<line.range.upperBound)
    var next = i + 1
    addStretch(line.range)
    // 第一章 alone on its line, or a heading broken after 、: the next short line goes on.
    if next < end, isBroken(heading, before: lines[next].range), lines[next].label == nil,
      bytes.looksLikeHeading(lines[next].range)
    {
      let goesOn = !heading.isEmpty
      heading =
        (goesOn ? heading.lowerBound : lines[next].range.lowerBound)..<lines[next].range.upperBound
      addStretch(lines[next].range, continues: goesOn)
      next += 1
    }
    builder.close { !canHold($0.level, level) }
    builder.begin(level, number: label.number, label: label.range, heading: heading, text: heading)
    note(label, line)
    return next
  }

  /// A heading without 第X章: marked as one, or 一、 short and right above an article.
  func isHeading(_ i: Int, before end: Int) -> Bool {
    let line = lines[i]
    if line.depth > 0 { return true }
    guard let label = line.label, label.style == .enumerated, i + 1 < end else { return false }
    guard bytes.looksLikeHeading(label.textStart..<line.range.upperBound) else { return false }
    return lines[i + 1].label?.isArticle == true
  }

  mutating func takeHeading(_ line: Line) {
    builder.close {
      $0.level != .attachment && !canHold($0.level, .section) || $0.level == .heading
        || $0.level == .section
    }
    let parent = builder.innermost ?? -1
    let number = headingCount[parent, default: 0] + 1
    headingCount[parent] = number
    var label = line.range.lowerBound..<line.range.lowerBound
    var heading = line.range
    if let own = line.label {
      label = own.range
      heading = own.textStart..<line.range.upperBound
    }
    builder.begin(
      .heading, number: ProvisionNumber(number), label: label, heading: heading, text: heading)
    addStretch(line.range)
  }

  /// A heading whose 第X章 the source lost: one or two short lines that end no sentence, after a full
  /// one or a heading, right above an article or chapter.
  func isOrphanHeading(_ i: Int, before end: Int) -> Bool {
    guard i > 0, couldHead(lines[i]) else { return false }
    let first = couldHead(lines[i - 1]) && warnings.last?.range == lines[i - 1].range ? i - 1 : i
    let last = first == i && i + 1 < end && couldHead(lines[i + 1]) ? i + 1 : i
    guard first > 0, last + 1 < end, let below = lines[last + 1].label,
      below.isArticle || below.division != nil
    else { return false }
    let above = lines[first - 1]
    return above.label?.division != nil
      || builder.openNode(.article) != nil && bytes.endsFullSentence(above.range)
  }

  /// Whether a line without a label is short and no sentence.
  func couldHead(_ line: Line) -> Bool {
    guard line.label == nil, line.depth == 0, !line.continues, !line.isTable,
      let last = bytes.lastScalar(of: line.range), !isClosing(last)
    else { return false }
    // Broken after 、, it goes on in the next line.
    let words = last == 0x3001 ? line.range.lowerBound..<line.range.upperBound - 3 : line.range
    return bytes.looksLikeHeading(words, longest: 25)
  }

  /// Whether a heading goes on in the next line: 第一章 alone, or broken at 、 的 和 及.
  func isBroken(_ heading: ByteRange, before next: ByteRange) -> Bool {
    if heading.isEmpty { return true }
    let open: [Bytes] = ["、", "的", "和", "及", "与", "或者"]
    return open.contains {
      bytes.ends(heading, with: $0) || bytes.has($0, at: next.lowerBound, before: next.upperBound)
    }
  }
}

/// Whether a provision of level `outer` may hold one of level `inner` under a heading.
func canHold(_ outer: Level, _ inner: Level) -> Bool {
  let order: [Level] = [.attachment, .part, .subpart, .chapter, .section]
  guard let above = order.firstIndex(of: outer), let below = order.firstIndex(of: inner) else {
    return false
  }
  return above < below
}
