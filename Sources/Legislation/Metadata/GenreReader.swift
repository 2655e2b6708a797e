// What kind of text it is: by its title and the shape of its lines.

import HanText

/// Counts of what a text is made of, and the genre they and the title speak for.
struct TextShape {
  var articles = 0
  var points = 0
  var questions = 0
  var caseHeadings = 0

  init(_ bytes: [UInt8], _ lines: [Line]) {
    for line in lines {
      if let label = line.label {
        if label.isArticle { articles += 1 }
        if label.style == .enumerated { points += 1 }
      }
      if questionStart(bytes, line.range) != nil { questions += 1 }
      if line.range.count <= 60,
        WordList.caseHeadings.words.contains(where: { bytes.isExactly($0, line.range) })
      {
        caseHeadings += 1
      }
    }
  }

  func genre(_ bytes: [UInt8], title: ByteRange, hasByline: Bool) -> Genre {
    let has = { (word: Bytes) in bytes.find(word, in: title) != nil }
    let isAbout = WordList.commentaryTitles.occurs(bytes, in: title)
    if articles < 8 {
      if caseHeadings >= 2 { return .case }
      if questions >= 2 { return .commentary }
      if isAbout && !has("条例") || isAbout && articles == 0 { return .commentary }
      if hasByline, articles == 0 { return .commentary }
    }
    var name = title
    if let open = bytes.find("（", in: title), open > title.lowerBound {
      name = title.lowerBound..<open
    }
    let ending = WordList.titleEndings.word(bytes, ending: trimmed(bytes, name))
    let amends = has("关于修改") || has("关于修订") || has("修正案") || has("关于废止")
    if amends || ending == "决定" || ending == "决议" { return .decision }
    if has("批复") || has("答复") || has("复函") { return .interpretation }
    for court: Bytes in ["最高人民法院", "最高人民检察院", "人民检察院", "人民法院"]
    where bytes.has(court, at: title.lowerBound, before: title.upperBound) {
      return articles + points > 0 || ending == "解释" ? .interpretation : .interpretation
    }
    if articles > 0 || ending != nil { return .regulation }
    return .unknown
  }
}

/// Where the words after 问： or 记者问： begin.
func questionStart(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
  speechStart(bytes, range, ["问", "记者问", "记者", "问题", "Q"])
}

/// Where the words after 答： begin.
func answerStart(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
  speechStart(bytes, range, ["答", "回答", "A", "负责人答", "负责人", "答复"])
}

private func speechStart(_ bytes: [UInt8], _ range: ByteRange, _ words: [Bytes]) -> Int? {
  for word in words where bytes.has(word, at: range.lowerBound, before: range.upperBound) {
    let after = range.lowerBound + word.utf8.count
    guard after < range.upperBound else { continue }
    let colon = scalar(bytes, at: after)
    guard colon.value == 0xFF1A || colon.value == 0x3A else { continue }
    var start = after + colon.length
    while start < range.upperBound {
      let next = scalar(bytes, at: start)
      guard isSpace(next.value) || next.value == 0x2A else { break }
      start += next.length
    }
    return start
  }
  return nil
}
