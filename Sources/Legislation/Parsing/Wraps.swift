// Hard-wrapped lines: which lines go on from the one before, in the middle of a sentence.

import HanText

/// How a document's lines are broken.
struct LineBreaking {
  /// Whether lines are cut at a width, as in text taken from a PDF.
  let isWrapped: Bool
  /// The bytes a full line has, where lines are cut.
  let width: Int

  init(_ bytes: [UInt8], _ lines: ArraySlice<Line>) {
    var long = 0
    var broken = 0
    var lengths: [Int] = []
    for line in lines where line.range.count >= 45 && line.depth == 0 && !line.isTable {
      long += 1
      if !bytes.endsSentence(line.range) {
        broken += 1
        lengths.append(line.range.count)
      }
    }
    isWrapped = broken >= 5 && broken * 3 > long
    lengths.sort()
    width = lengths.isEmpty ? 0 : lengths[lengths.count / 2]
  }
}

/// Marks the lines that go on from the one before.
func joinWraps(_ bytes: [UInt8], _ lines: inout [Line], from start: Int) {
  guard start < lines.count else { return }
  let breaking = LineBreaking(bytes, lines[start...])
  var inArticles = false
  for i in start..<lines.count where i > start {
    let line = lines[i]
    let previous = lines[i - 1]
    inArticles = inArticles || previous.label?.isArticle == true
    if isAttachmentLine(bytes, previous) { inArticles = false }
    guard line.label == nil, line.depth == 0, !line.isTable, !previous.isTable, previous.depth == 0,
      !line.isBold, !line.followsRule, previous.label?.division == nil
    else { continue }
    if startsInside(bytes, line.range) {
      lines[i].continues = true
      continue
    }
    guard let last = bytes.lastScalar(of: previous.range), !isTerminal(last),
      !isClosing(last) || breaking.isWrapped
    else { continue }
    if isAttachmentLine(bytes, line) { continue }
    lines[i].continues = breaking.isWrapped && previous.range.count * 10 >= breaking.width * 8
    if !lines[i].continues {
      lines[i].continues =
        (isHan(last) || last == 0xFF0C || last == 0x3001) && bytes.wordLength(previous.range) >= 22
        && bytes.endsSentence(line.range) && isHan(scalar(bytes, at: line.range.lowerBound).value)
        && (bytes.hasSentenceMarks(previous.range) || previous.label != nil
          || inArticles && bytes.wordLength(previous.range) > 25
            && !isFormula(bytes, previous.range))
    }
  }
}

/// Whether a line reckons something: 税额＝…×….
private func isFormula(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  ["=", "＝", "×", "÷"].contains { bytes.find($0, in: range) != nil }
}

/// Whether a line begins with a mark that never begins a sentence: ”，。；）
private func startsInside(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  switch scalar(bytes, at: range.lowerBound).value {
  case 0x201D, 0x2019, 0xFF0C, 0x3002, 0xFF1B, 0xFF09, 0x3001, 0x300B, 0xFF1A: true
  default: false
  }
}
