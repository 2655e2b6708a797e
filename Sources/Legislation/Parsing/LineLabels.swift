// Which lines begin provisions: labels read, false ones dropped, glued ones cut free, wraps joined.

import HanText

/// Reads the labels of `lines`, without context.
func readLabels(_ bytes: [UInt8], _ lines: inout [Line]) {
  for i in lines.indices where !lines[i].isTable {
    guard let label = readLabel(bytes, in: lines[i].range) else { continue }
    if label.division != nil, lines[i].depth == 0 {
      let rest = trimmed(bytes, label.textStart..<lines[i].range.upperBound)
      guard rest.isEmpty || headsDivision(bytes, rest) else { continue }
      if startsAsCitation(bytes, rest), !label.isSeparated { continue }
    }
    lines[i].label = label
  }
}

/// Whether the words after 第X章 can be its heading. Long ones are broken after 、, and some sources
/// end a short one with a full stop.
private func headsDivision(_ bytes: [UInt8], _ rest: ByteRange) -> Bool {
  let length = bytes.wordLength(rest)
  guard length <= 45 else { return false }
  var words = rest
  if bytes.ends(words, with: "。") {
    guard length <= 12 else { return false }
    words = words.lowerBound..<words.upperBound - 3
  }
  return !["。", "；", "：", ";"].contains { bytes.find($0, in: words) != nil }
}

/// Whether the words after 第X条 show that it is cited: 第X条第Y款, 第X条规定的, 第X条、第Y条.
func startsAsCitation(_ bytes: [UInt8], _ rest: ByteRange) -> Bool {
  for word in citationWords where bytes.has(word, at: rest.lowerBound, before: rest.upperBound) {
    return true
  }
  return false
}

private let citationWords: [Bytes] = [
  "第", "规定", "的", "、", "和", "至", "或", "所称", "所列", "所规定", "中的", "以及", "及", "之规定", "，", "。", "；",
  "）", "》", "”", "与", "已", "等", "条件",
]

/// Follows the sequence of articles: drops labels that cite, and cuts lines in which a further
/// article begins after a sentence.
struct ArticleSequence {
  private let bytes: [UInt8]
  /// Whether the text amends another, whose articles its lines may begin with.
  private let isDecision: Bool
  private var last: ProvisionNumber?
  private var isQuoting = false
  /// No （二）, or (2), stands before this byte: what searches for one have found.
  private var searchedTo: [LabelStyle: Int] = [:]
  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8], isDecision: Bool) { (self.bytes, self.isDecision) = (bytes, isDecision) }

  static func settle(_ bytes: [UInt8], _ lines: [Line], isDecision: Bool) -> [Line] {
    var sequence = ArticleSequence(bytes, isDecision: isDecision)
    sequence.lines.reserveCapacity(lines.count)
    // The number of the article label below each line.
    var below = [ProvisionNumber?](repeating: nil, count: lines.count + 1)
    for i in lines.indices.reversed() {
      let label = lines[i].label
      below[i] = label?.isArticle == true ? label?.number : below[i + 1]
    }
    for (i, line) in lines.enumerated() { sequence.add(line, before: below[i + 1]) }
    return sequence.lines
  }

  private mutating func add(_ source: Line, before next: ProvisionNumber?) {
    var line = source
    if quotes(line) { line.label = nil }
    if let label = line.label, label.isArticle {
      if isArticle(label, line, before: next) {
        last = label.number
      } else {
        line.label = nil
      }
    }
    if isAttachmentLine(bytes, line) { last = nil }
    cut(line)
  }

  /// Whether the line is new text that an amendment sets out below its colon: 内容如下：第七节 …, with
  /// numbers of the amended text, up to the amendment's own next number.
  private mutating func quotes(_ line: Line) -> Bool {
    guard let last, let label = line.label, label.isArticle || label.division != nil else {
      return false
    }
    if label.isArticle, label.number.follows(last) {
      isQuoting = false
    } else if !isQuoting, let before = lines.last, before.depth == 0, line.depth == 0,
      bytes.lastScalar(of: before.range) == 0xFF1A
    {
      isQuoting = ["如下", "修改为", "增加", "作为"].contains { bytes.find($0, in: before.range) != nil }
    }
    return isQuoting
  }

  private func isArticle(_ label: Label, _ line: Line, before next: ProvisionNumber?) -> Bool {
    if line.depth > 0 || line.isBold { return true }
    let rest = label.textStart..<line.range.upperBound
    // 第八条增加一款，作为第三款：“…”
    if isDecision, !label.isSeparated,
      WordList.amendedArticleWords.word(bytes, at: rest.lowerBound, before: rest.upperBound) != nil
    {
      return false
    }
    let afterSentence =
      lines.last.map { bytes.endsSentence($0.range) || $0.label?.division != nil || $0.depth > 0 }
      ?? true
    let isNext = last.map { label.number.follows($0) } ?? true
    let isLater = last.map { $0 < label.number || label.number.main == 1 } ?? true
    if label.isSeparated { return isNext || afterSentence || isLater }
    // 第八条第一审… may begin an article in a text without spaces; its place in the sequence tells.
    if isNext, afterSentence, !startsAsCitation(bytes, rest) || next != label.number {
      return !continuesList(bytes, rest)
    }
    return (isNext || afterSentence && isLater) && !startsAsCitation(bytes, rest)
  }

  /// 第X条、第Y条; 第X条至第Y条; 第X条第Y款: words that only a citation goes on with.
  private func continuesList(_ bytes: [UInt8], _ rest: ByteRange) -> Bool {
    for word: Bytes in ["、第", "至第", "和第", "或者第", "以及第", "的规定", "，", "。", "；", "）", "》"]
    where bytes.has(word, at: rest.lowerBound, before: rest.upperBound) {
      return true
    }
    guard bytes.has("第", at: rest.lowerBound, before: rest.upperBound),
      let number = readNumber(bytes, at: rest.lowerBound + 3, before: rest.upperBound)
    else { return false }
    return ["款", "项", "目"].contains { bytes.has($0, at: number.end, before: rest.upperBound) }
  }

  /// Adds `line`, cut where further articles or items begin inside it.
  private mutating func cut(_ line: Line) {
    var rest = line
    var from = line.label?.textStart ?? line.range.lowerBound
    let end = line.range.upperBound
    // Shorter lines hold no second label with words after it.
    guard end - from >= 24, line.depth == 0 else {
      lines.append(rest)
      return
    }
    var list = line.label.flatMap { $0.isBracketed ? $0.number.main : nil } ?? 0
    var style = line.label.flatMap { $0.isBracketed ? $0.style : nil }
    var i = from
    while true {
      i = nextCandidate(from: i, before: end)
      guard i < end else { break }
      let byte = bytes[i]
      if byte == 0xE7, let label = gluedArticle(at: i, in: rest) {
        rest = split(rest, at: i, label)
        last = label.number
        (list, style) = (0, nil)
        from = label.textStart
        i = from
      } else if byte != 0xE7, let label = gluedItem(at: i, in: rest, after: list, style, from: from)
      {
        rest = split(rest, at: i, label)
        (list, style) = (label.number.main, label.style)
        from = label.textStart
        i = from
      } else {
        i += 1
      }
    }
    lines.append(rest)
  }

  /// The next 第, （ or ( in the line.
  private func nextCandidate(from start: Int, before end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var i = start
      while i < end {
        switch bytes[i] {
        case 0xE7 where i + 2 < end && bytes[i + 1] == 0xAC && bytes[i + 2] == 0xAC: return i
        case 0xEF where i + 2 < end && bytes[i + 1] == 0xBC && bytes[i + 2] == 0x88: return i
        case 0x28: return i
        default: i += 1
        }
      }
      return end
    }
  }

  private mutating func split(_ line: Line, at position: Int, _ label: Label) -> Line {
    var head = line
    head.range = trimmed(bytes, line.range.lowerBound..<position)
    lines.append(head)
    var tail = line
    tail.range = position..<line.range.upperBound
    tail.label = label
    tail.isGlued = true
    tail.isBold = false
    return tail
  }

  /// The next article, where it begins right after a sentence inside the line.
  private func gluedArticle(at position: Int, in line: Line) -> Label? {
    guard let last, position > line.range.lowerBound else { return nil }
    let before = trimmed(bytes, line.range.lowerBound..<position)
    guard let end = bytes.lastScalar(of: before), end == 0x3002 || end == 0xFF1B else { return nil }
    guard let label = readLabel(bytes, in: position..<line.range.upperBound), label.isArticle,
      label.number.follows(last), label.textStart < line.range.upperBound
    else { return nil }
    let rest = label.textStart..<line.range.upperBound
    return startsAsCitation(bytes, rest) ? nil : label
  }

  /// The next item of a list written in one line: ：（一）…；（二）…
  private mutating func gluedItem(
    at position: Int, in line: Line, after list: Int, _ style: LabelStyle?, from: Int
  ) -> Label? {
    guard position > from, let label = readLabel(bytes, in: position..<line.range.upperBound),
      label.isBracketed, label.style == style ?? label.style, label.number.main == list + 1
    else { return nil }
    let before = bytes.lastScalar(of: line.range.lowerBound..<position)
    if list == 0 {
      guard before == 0xFF1A || before == 0x3A else { return nil }
      // One number alone is no list.
      return secondItemFollows(label.style, in: label.textStart..<line.range.upperBound)
        ? label : nil
    }
    return before == 0xFF1B || before == 0x3B || before == 0x3002 || before == 0xFF0C ? label : nil
  }

  private mutating func secondItemFollows(_ style: LabelStyle, in range: ByteRange) -> Bool {
    // An item longer than this is none of a list in one line.
    let limit = min(range.upperBound, range.lowerBound + 6000)
    var i = nextCandidate(from: max(range.lowerBound, searchedTo[style] ?? 0), before: limit)
    while i < limit {
      if bytes[i] != 0xE7, let label = readLabel(bytes, in: i..<range.upperBound),
        label.style == style, label.number.main == 2
      {
        return true
      }
      i = nextCandidate(from: i + 1, before: limit)
    }
    searchedTo[style] = max(searchedTo[style] ?? 0, limit)
    return false
  }
}
