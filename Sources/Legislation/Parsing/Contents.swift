// 目录: the table of contents, which repeats every heading and must not be read as the text.

import HanText

/// Takes tables of contents out of `lines`.
func removeContents(_ bytes: [UInt8], _ lines: inout [Line]) {
  var removed: [Range<Int>] = []
  var i = 0
  var runEnd = 0
  while i < lines.count {
    if isContentsTitle(bytes, lines[i].range) {
      let end = contentsEnd(bytes, lines, from: i + 1)
      removed.append(i..<end)
      i = end
    } else if isMarkedHeading(lines[i]),
      let end = repeatedHeadings(bytes, lines, from: i, &runEnd)
    {
      removed.append(i..<end)
      i = end
    } else {
      i += 1
    }
  }
  guard !removed.isEmpty else { return }
  var kept: [Line] = []
  kept.reserveCapacity(lines.count)
  var start = 0
  for range in removed {
    kept.append(contentsOf: lines[start..<range.lowerBound])
    start = range.upperBound
  }
  lines = kept + lines[start...]
}

private func isContentsTitle(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  range.count <= 40
    && (bytes.isExactly("目录", range) || bytes.isExactly("目錄", range) || bytes.isExactly("目次", range)
      || bytes.isExactly("章节目录", range))
}

/// One past the last line of the contents that begin at `start`.
///
/// They end where their first entry comes again; where it does not, with the last line that could be
/// an entry.
private func contentsEnd(_ bytes: [UInt8], _ lines: [Line], from start: Int) -> Int {
  guard start < lines.count, isEntry(bytes, lines[start]) else { return start }
  let first = entryText(bytes, lines[start].range)
  var end = start
  while end < lines.count, isEntry(bytes, lines[end]) {
    if end > start, bytes.unspaced(lines[end].range) == first { return end }
    end += 1
  }
  return end
}

/// A short line that is no sentence: a heading, with or without a page number.
private func isEntry(_ bytes: [UInt8], _ line: Line) -> Bool {
  if line.label?.isArticle == true { return false }
  return bytes.looksLikeHeading(line.range, longest: 60)
    || bytes.find("....", in: line.range) != nil || bytes.find("…", in: line.range) != nil
}

/// An entry without dots and page number.
private func entryText(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
  var end = range.upperBound
  while end > range.lowerBound {
    let last = scalar(bytes, before: end)
    let isLeader =
      isSpace(last.value) || last.value == 0x2E || last.value == 0x2026 || last.value == 0xB7
      || (0x30...0x39).contains(last.value)
    guard isLeader else { break }
    end -= last.length
  }
  return bytes.unspaced(range.lowerBound..<end)
}

/// A list of headings without 目录 above it: headings alone, then the first of them again.
/// `runEnd` keeps where the run of headings ends that was met last, so that each is looked through once.
private func repeatedHeadings(
  _ bytes: [UInt8], _ lines: [Line], from start: Int, _ runEnd: inout Int
) -> Int? {
  guard start >= runEnd else { return nil }
  var end = start + 1
  while end < lines.count, isMarkedHeading(lines[end]) { end += 1 }
  runEnd = end
  guard end - start >= 3 else { return nil }
  let first = entryText(bytes, lines[start].range)
  let again = (start + 2..<end).last { bytes.unspaced(lines[$0].range) == first }
  guard again == nil, lines[start].depth > 0 else { return again }
  // A preamble may stand between the list and the first heading.
  let below = lines[end...].contains { $0.depth > 0 && bytes.unspaced($0.range) == first }
  return below ? end : nil
}

/// 第一章 …, or # 一、….
private func isMarkedHeading(_ line: Line) -> Bool {
  line.label?.division != nil || line.depth > 0 && line.label?.style == .enumerated
}
