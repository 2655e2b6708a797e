// The end of a text: names and date that sign it, and the page's own words below.

import HanText

/// Where the text of a document ends and what comes after it. Indices count lines.
struct Tail {
  /// The lines that sign the text.
  let signature: Range<Int>
  /// One past the last line of the text, attachments included.
  let end: Int

  /// `start` is the first line of the body.
  init(_ bytes: [UInt8], _ lines: [Line], from start: Int, source: [UInt8]?) {
    var end = lines.count
    let lastLabel = lines.indices.last { $0 >= start && lines[$0].label != nil } ?? start
    for i in lastLabel..<max(lastLabel, lines.count) where i > lastLabel {
      if isPageLine(bytes, lines[i].range, source: source),
        !lines[i...].contains(where: {
          bytes.endsFullSentence($0.range) && bytes.wordLength($0.range) > 60
        })
      {
        end = i
        break
      }
    }
    self.end = end
    // The signature stands before the attachments.
    let limit =
      lines[start..<end].firstIndex {
        isAttachmentLine(bytes, $0) && $0.range.lowerBound > lines[start].range.lowerBound
      }
      ?? end
    var first = limit
    var isDated = false
    while first > start {
      let line = lines[first - 1]
      guard line.label == nil, line.depth == 0, let kind = signatureKind(bytes, line.range) else {
        break
      }
      isDated = isDated || kind != .office
      first -= 1
    }
    let follows = first > start && first < limit && bytes.endsFullSentence(lines[first - 1].range)
    signature = follows && isDated ? first..<limit : limit..<limit
  }
}

private enum SignatureKind { case date, body, office }

/// A date alone, names of bodies, or an office and the name of who holds it.
private func signatureKind(_ bytes: [UInt8], _ range: ByteRange) -> SignatureKind? {
  let length = bytes.wordLength(range)
  guard length <= 40, !bytes.endsFullSentence(range), !bytes.hasSentenceMarks(range) else {
    return nil
  }
  if let date = readDate(bytes, at: skipSpaces(bytes, range), before: range.upperBound),
    trimmed(bytes, date.range.upperBound..<range.upperBound).isEmpty
  {
    return .date
  }
  if isBodyName(bytes, range) { return .body }
  guard length <= 24 else { return nil }
  for word in WordList.officeTitles.words {
    if let found = bytes.find(word, in: range) {
      let name = bytes.wordLength(found + word.utf8.count..<range.upperBound)
      if (2...6).contains(name) { return .office }
    }
  }
  return nil
}

private func isPageLine(_ bytes: [UInt8], _ range: ByteRange, source: [UInt8]?) -> Bool {
  if let source, bytes.unspaced(range) == source { return true }
  return WordList.siteWords.word(bytes, at: range.lowerBound, before: range.upperBound) != nil
    && !bytes.endsFullSentence(range)
}
