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
  var announces = false
  /// Whether a quotation is open in the open item; its paragraphs are the item's.
  var isQuoting = false
  /// The last number of each level, for gaps.
  var lastArticle: (number: ProvisionNumber, range: ByteRange)?
  var headingCount: [Int: Int] = [:]
  var paragraphCount: [Int: Int] = [:]
  var attachmentCount = 0
  /// The number the open attachment bears in the source.
  var attachmentNumber: Int?
  var preambleCount = 0
  /// How the open point is numbered.
  var pointStyle: LabelStyle?
  var signatureCount = 0
  /// Index of the next line after each that bears a label or heads a part.
  let nextLabelled: [Int]

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
  mutating func take(_ i: Int, before end: Int) -> Int {
    let line = lines[i]
    if isAttachmentLine(bytes, line), builder.nodes.count > 0, !isFormWord(i, before: end) {
      return takeAttachment(i, before: end)
    }
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

  mutating func takeArticle(_ line: Line, _ label: Label) {
    checkArticle(label)
    builder.close { !$0.level.isContainer && $0.level != .attachment }
    let text = label.textStart..<line.range.upperBound
    builder.begin(.article, number: label.number, label: label.range, text: text)
    addStretch(label.range)
    listStyles = []
    note(label, line)
    if !text.isEmpty { beginParagraph(text, line, sameLine: true) }
  }

  mutating func checkArticle(_ label: Label) {
    if let last = lastArticle {
      if label.number == last.number {
        warn(.duplicateNumber, "\(label.number) occurs twice among the articles", label.range)
      } else if !label.number.follows(last.number), !(label.number.main == last.number.main + 1) {
        if label.number > last.number {
          warn(
            .articleGap, "article \(label.number) does not follow article \(last.number)",
            label.range)
        } else if label.number.main != 1 {
          warn(
            .duplicateNumber, "article \(label.number) comes after article \(last.number)",
            label.range)
        }
      }
    }
    lastArticle = (label.number, label.range)
  }

  mutating func note(_ label: Label, _ line: Line) {
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

  // MARK: Words

  /// Records words of a provision.
  mutating func addStretch(_ range: ByteRange, continues: Bool = false) {
    appendStretches(bytes, range, continues: continues, to: &stretches)
  }

  mutating func warn(_ code: ParseWarning.Code, _ message: String, _ range: ByteRange) {
    warnings.append(ParseWarning(code: code, message: message, range: range))
  }
}
