// Preambles, points, signatures and attachments.

import HanText

extension BodyParser {
  func beginsStructure(_ line: Line) -> Bool {
    guard let label = line.label else { return line.depth > 1 }
    return label.isArticle || label.division != nil || label.style == .enumerated
  }

  mutating func beginPreamble(label: ByteRange?, at line: ByteRange) {
    preambleCount += 1
    let start = label?.upperBound ?? line.lowerBound
    builder.begin(
      .preamble, number: ProvisionNumber(preambleCount), label: label ?? start..<start,
      text: start..<start)
  }

  /// Lines that sign the text, or publish it.
  mutating func takeSignature(_ range: Range<Int>) {
    guard let first = range.first, let last = range.last else { return }
    builder.closeAll()
    signatureCount += 1
    let text = lines[first].range.lowerBound..<lines[last].range.upperBound
    builder.begin(
      .signature, number: ProvisionNumber(signatureCount), label: text.lowerBound..<text.lowerBound,
      text: text)
    for i in range { addStretch(lines[i].range, continues: lines[i].continues) }
    builder.closeAll()
  }

  /// The sentence after the last point: 本决定自…起施行, 《…》根据本决定作相应修改, 此复.
  func closesDecision(_ range: ByteRange) -> Bool {
    let start = range.lowerBound
    if bytes.has("此复", at: start, before: range.upperBound) { return true }
    if bytes.has("本", at: start, before: range.upperBound)
      || bytes.has("以上", at: start, before: range.upperBound)
    {
      return bytes.find("施行", in: range) != nil || bytes.find("生效", in: range) != nil
        || bytes.find("执行", in: range) != nil || bytes.find("实施", in: range) != nil
    }
    return bytes.find("根据本决定", in: range) != nil || bytes.find("重新公布", in: range) != nil
  }

  /// 一、 outside articles; 1. outside articles and points, as old interpretations number theirs.
  func isPoint(_ label: Label) -> Bool {
    guard builder.openNode(.article) == nil else { return false }
    if label.style == .enumerated {
      return pointStyle != .arabic || builder.openNode(.point) == nil
    }
    guard label.style == .arabic else { return false }
    guard let inner = builder.innermost else { return true }
    switch builder.nodes[inner].level {
    case .part, .subpart, .chapter, .section, .heading, .attachment: return true
    default: return builder.openNode(.point) != nil && pointStyle == .arabic
    }
  }

  mutating func takePoint(_ line: Line, _ label: Label) {
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

  mutating func takeAttachment(_ i: Int, before end: Int) -> Int {
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
    attachmentNumber = read.number
    var heading = trimmed(bytes, read.headingStart..<line.range.upperBound)
    var next = i + 1
    addStretch(line.range)
    if heading.isEmpty, next < end, lines[next].label == nil,
      bytes.looksLikeHeading(lines[next].range, longest: 50)
    {
      heading = lines[next].range
      addStretch(heading)
      next += 1
    }
    builder.begin(
      .attachment, number: ProvisionNumber(read.number ?? attachmentCount), label: read.label,
      heading: heading, text: read.headingStart..<max(read.headingStart, heading.upperBound))
    return next
  }

  /// Whether 附件： without a number stands between 附件2 and 附件3: a word of the form that 附件2 sets out.
  func isFormWord(_ i: Int, before end: Int) -> Bool {
    guard let open = attachmentNumber, attachmentLabel(bytes, lines[i].range)?.number == nil,
      let next = lines[i + 1..<end].first(where: {
        isAttachmentLine(bytes, $0) && attachmentLabel(bytes, $0.range)?.number != nil
      })
    else { return false }
    return attachmentLabel(bytes, next.range)?.number == open + 1
  }

  func listsAttachments(_ i: Int, _ start: Int, before end: Int) -> Bool {
    let rest = trimmed(bytes, start..<lines[i].range.upperBound)
    guard let label = readLabel(bytes, in: rest), label.number.main == 1 else { return false }
    return lines[i + 1..<end].contains { isAttachmentLine(bytes, $0) }
  }
}
