// What a page puts around a commentary: navigation, biography, footer. None of it is the text.

import HanText

/// Lines of a commentary with what is not its text taken out.
struct Furniture {
  let bytes: [UInt8]
  /// The authors' names, white space taken out.
  let authors: [[UInt8]]
  /// The account or site the page names as its source.
  let source: [UInt8]?

  /// The indices of the lines that are text.
  func textLines(_ lines: [Line], from start: Int) -> [Int] {
    var kept: [Int] = []
    var inBiography = false
    for i in start..<lines.count {
      let range = lines[i].range
      if inBiography, !bytes.endsFullSentence(range), lines[i].depth == 0 { continue }
      inBiography = authors.contains(bytes.unspaced(range))
      if inBiography || isFurniture(range) { continue }
      kept.append(i)
    }
    // After the last full sentence only lines of the page can come.
    while let last = kept.last, !bytes.endsFullSentence(lines[last].range),
      !isAnswer(lines[last].range)
    {
      kept.removeLast()
    }
    return kept
  }

  private func isAnswer(_ range: ByteRange) -> Bool {
    answerStart(bytes, range) != nil || questionStart(bytes, range) != nil
  }

  /// Whether a line holds more than marks: a 。 alone is what a script of the page left.
  private func hasWords(_ range: ByteRange) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      if isHan(next.value) || next.value < 0x80 && next.value > 0x2F { return true }
      i += next.length
    }
    return false
  }

  /// Navigation, sharing buttons, footers, lines of links, notes about the author.
  private func isFurniture(_ range: ByteRange) -> Bool {
    if WordList.siteWords.word(bytes, at: range.lowerBound, before: range.upperBound) != nil,
      !bytes.endsFullSentence(range)
    {
      return true
    }
    if !hasWords(range) { return true }
    if bytes.find("](", in: range) != nil, !bytes.endsFullSentence(range) { return true }
    if let source, bytes.unspaced(range) == source { return true }
    for word: Bytes in ["（作者", "(作者", "作者简介", "作者：", "作者:", "文/", "文／"]
    where bytes.has(word, at: range.lowerBound, before: range.upperBound) {
      return true
    }
    return false
  }
}

/// The names of a byline: 王 鹏 is one name written with a space, 王鹏 李明 are two.
func authorNames(_ bytes: [UInt8], in range: ByteRange) -> [String] {
  var words = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
    .split { isSpace($0.value) || $0 == "、" || $0 == "，" || $0 == "," || $0 == "|" || $0 == "丨" }
    .map { String(String.UnicodeScalarView($0)) }
  for prefix in ["作者：", "作者:", "文/", "文／", "作者"] {
    words = words.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
  }
  words = words.filter { !$0.isEmpty }
  if words.allSatisfy({ $0.count == 1 }), (2...4).contains(words.count) { return [words.joined()] }
  return words.filter { (2...4).contains($0.count) || $0.contains("·") }
}
