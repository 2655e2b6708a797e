// 附件, 附录, 附表: where they begin.

import HanText

private let attachmentWords: [Bytes] = ["附件", "附录", "附表", "附图", "附则表"]

/// Whether a line begins an attachment: 附件, 附件二：…, 附：, 附录A. 附则 is a chapter, and 附带 a word.
func isAttachmentLine(_ bytes: [UInt8], _ line: Line) -> Bool {
  guard line.label == nil, !line.range.isEmpty,
    bytes.has("附", at: line.range.lowerBound, before: line.range.upperBound)
  else { return false }
  return attachmentLabel(bytes, line.range) != nil
}

/// The label of an attachment (附件二), its number where it has one, and where its heading begins.
func attachmentLabel(
  _ bytes: [UInt8], _ range: ByteRange
) -> (label: ByteRange, number: Int?, headingStart: Int)? {
  let end = range.upperBound
  guard bytes.lastScalar(of: range) != 0x3002, bytes.wordLength(range) <= 60 else { return nil }
  var labelEnd = range.lowerBound
  for word in attachmentWords where bytes.has(word, at: range.lowerBound, before: end) {
    labelEnd += word.utf8.count
    break
  }
  let isBare = labelEnd == range.lowerBound
  if isBare { labelEnd += 3 }
  var position = skipSpaces(bytes, labelEnd..<end)
  if isBare, position < end,
    bytes.has("件", at: position, before: end) || bytes.has("录", at: position, before: end)
      || bytes.has("表", at: position, before: end)
  {
    labelEnd = position + 3
    position = skipSpaces(bytes, labelEnd..<end)
  } else if isBare {
    // 附　则 is a chapter that lost its number.
    guard !bytes.has("则", at: position, before: end) else { return nil }
    guard position == end || isColon(scalar(bytes, at: position).value) || position > labelEnd
    else {
      return nil
    }
  }
  var number: Int?
  if !isBare || labelEnd > range.lowerBound + 3,
    let read = readNumber(bytes, at: position, before: end), read.value < 200
  {
    number = read.value
    labelEnd = read.end
    position = read.end
  }
  guard
    position == end || number != nil || position > labelEnd
      || isColon(scalar(bytes, at: position).value)
      || scalar(bytes, at: position).value == 0xFF08 || scalar(bytes, at: position).value == 0x300A
  else { return nil }
  while position < end {
    let next = scalar(bytes, at: position)
    guard isSpace(next.value) || isColon(next.value) || next.value == 0x2E || next.value == 0x3001
    else { break }
    position += next.length
  }
  return (range.lowerBound..<labelEnd, number, position)
}

private func isColon(_ value: UInt32) -> Bool { value == 0xFF1A || value == 0x3A }
