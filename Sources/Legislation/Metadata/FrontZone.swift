// The lines above the first provision: title, history, number, order; and where the body begins.

import HanText

/// What the lines above the body were found to be. Line indices count in the body's lines.
struct FrontZone {
  /// The lines of the title.
  var title: [ByteRange] = []
  /// The order that publishes the text, its names and date.
  var order: Range<Int>?
  var history: [HistoryEvent] = []
  var number: String?
  /// Lines that name bodies and nothing else.
  var bodies: [ByteRange] = []
  /// 王 鹏 2023年06月27日
  var byline: ByteRange?
  var bylineDate: CalendarDate?
  /// The first line that is text.
  var bodyStart = 0

  private let bytes: [UInt8]
  private let body: [Line]

  /// `header` are the lines before `<!-- INFO END -->`, where there is one.
  init(_ bytes: [UInt8], header: [Line], body: [Line]) {
    self.bytes = bytes
    self.body = body
    let first = body.firstIndex(where: beginsStructure) ?? body.count
    if !header.isEmpty {
      let titled = header.firstIndex { $0.depth > 0 } ?? 0
      title = [header[titled].range]
      for (i, line) in header.enumerated() where i != titled && !repeatsTitle(line.range) {
        takeHeaderLine(line.range)
      }
      skipRepeats(before: first)
    } else {
      findOrder(before: first)
      findTitle(before: first)
    }
  }

  /// Articles, chapters, points, 序言 and headings below the title begin the structure of a text.
  private func beginsStructure(_ line: Line) -> Bool {
    if let label = line.label {
      if label.isArticle || label.division != nil || label.style == .enumerated { return true }
    }
    return line.depth > 1 || isPreambleTitle(bytes, line.range)
  }

  /// A line of the header: history, number, or the body that issued the text.
  private mutating func takeHeaderLine(_ range: ByteRange) {
    let events = readHistory(bytes, in: range)
    history += events
    if number == nil { number = documentNumber(bytes, in: range) }
    if events.isEmpty, isBodyName(bytes, range) { bodies.append(range) }
  }

  /// In the body, the title, number and bodies may be printed again.
  private mutating func skipRepeats(before first: Int) {
    while bodyStart < first {
      let line = body[bodyStart]
      let isText =
        bytes.lastScalar(of: line.range) == 0x3002
        || bytes.endsFullSentence(line.range) && !isHistoryNote(line.range)
      guard !isText, !endsInColon(line.range), line.label == nil,
        bytes.wordLength(line.range) <= 80 || isHistoryNote(line.range)
      else { return }
      // In a text without structure only what repeats is skipped.
      guard first < body.count || isFrontLine(line.range) || repeatsTitle(line.range) else {
        return
      }
      takeHeaderLine(line.range)
      bodyStart += 1
    }
  }

  private func repeatsTitle(_ range: ByteRange) -> Bool {
    guard let title = title.first else { return false }
    let words = bytes.unspaced(range)
    let whole = bytes.unspaced(title)
    return words.count >= 6 && whole.find(words, in: 0..<whole.count) != nil
  }

  /// History notes, numbers and names of bodies.
  private func isFrontLine(_ range: ByteRange) -> Bool {
    isHistoryNote(range) || documentNumber(bytes, in: range) != nil || isBodyName(bytes, range)
      || isOrderWord(range)
  }

  /// （2016年11月7日…通过　根据…修正） or a line that begins with a date and says what happened.
  private func isHistoryNote(_ range: ByteRange) -> Bool {
    var start = range.lowerBound
    let open = scalar(bytes, at: start)
    let isBracketed = opensBracket(open.value)
    // （一） is a point, whatever dates it names.
    if readLabel(bytes, in: range)?.isBracketed == true { return false }
    if isBracketed { start += open.length }
    if bytes.has("根据", at: start, before: range.upperBound) {
      start += 6
    }
    guard let date = readDate(bytes, at: start, before: range.upperBound) else {
      return isBracketed && !findDates(bytes, in: range).isEmpty
        && readHistory(bytes, in: range).contains { !$0.event.isEmpty }
    }
    return isBracketed
      || !readHistory(bytes, in: date.range.lowerBound..<range.upperBound)[0].event.isEmpty
  }

  /// 令, 公告: the word of an order alone on its line, the body's name before it or not.
  private func isOrderWord(_ range: ByteRange) -> Bool {
    guard bytes.wordLength(range) <= 30, let last = bytes.lastScalar(of: range) else {
      return false
    }
    return last == 0x4EE4 || (bytes.isExactly("公告", range))
  }

  /// 《…》已经…通过，现予公布: from the first of the bodies, 令 and number above it to the date below.
  private mutating func findOrder(before first: Int) {
    let words: [Bytes] = ["现予公布", "现予发布", "予以公布", "予以发布", "现公布", "现发布", "现予印发", "现印发", "特此公告"]
    guard
      let text = body.indices.prefix(first).first(where: { i in
        words.contains { bytes.find($0, in: body[i].range) != nil }
          && bytes.find("《", in: body[i].range) != nil
      })
    else { return }
    var start = text
    while start > 0, isFrontLine(body[start - 1].range), body[start].followsRule == false {
      start -= 1
    }
    var end = text + 1
    while end < min(first, text + 14) {
      let range = body[end].range
      guard bytes.looksLikeHeading(range, longest: 40) else { break }
      end += 1
      if let date = readDate(bytes, at: skipSpaces(bytes, range), before: range.upperBound),
        trimmed(bytes, date.range.upperBound..<range.upperBound).isEmpty
      {
        break
      }
    }
    // Without a date the names below cannot be told from the title.
    let dated = body[text + 1..<end].contains { !findDates(bytes, in: $0.range).isEmpty }
    order = start..<(dated ? end : text + 1)
    for i in order! {
      let range = body[i].range
      if number == nil { number = documentNumber(bytes, in: range) }
      if i < text, isBodyName(bytes, range) || isOrderWord(range) { bodies.append(range) }
      if i > text, let date = findDates(bytes, in: range).first {
        history.append(
          HistoryEvent(
            date: date.date, event: "公布",
            text: unspaced(String(decoding: bytes[range], as: UTF8.self)), range: range))
      }
    }
    bodyStart = order!.upperBound
  }

  /// The title is the last line above the structure that ends as titles do, else the first that could
  /// be one.
  private mutating func findTitle(before first: Int) {
    let zone = bodyStart..<first
    let limit = min(zone.upperBound, body.count)
    let marked = (0..<limit).first { body[$0].depth == 1 }
    var found: Int?
    // A page may head the text with a title of its own; that of a law stands right above its articles.
    let isLaw =
      first < body.count
      && (body[first].label?.isArticle == true || body[first].label?.division != nil)
    if isLaw || marked == nil { found = lastTitle(zone.lowerBound..<max(zone.lowerBound, limit)) }
    if first == body.count { found = marked ?? (0..<limit).first { couldBeTitle(body[$0].range) } }
    guard
      let last = found ?? marked
        ?? (0..<min(limit, 12)).first(where: { couldBeTitle(body[$0].range) })
    else {
      takeRest(from: bodyStart, before: first)
      return
    }
    var start = last
    if start > bodyStart, opensTitle(start - 1) { start -= 1 }
    var end = last + 1
    if end < limit, isStatusNote(body[end].range) { end += 1 }
    title = body[start..<end].map(\.range)
    for i in bodyStart..<max(bodyStart, start) where i < body.count {
      takeHeaderLine(body[i].range)
    }
    takeRest(from: max(end, bodyStart), before: first)
  }

  /// The last line of `zone` that ends as titles do.
  private func lastTitle(_ zone: Range<Int>) -> Int? {
    zone.reversed().first { couldBeTitle(body[$0].range) && endsAsTitle(body[$0].range) }
  }

  /// Notes, numbers, bylines between the title and the text.
  private mutating func takeRest(from start: Int, before first: Int) {
    bodyStart = start
    while bodyStart < min(first, body.count) {
      let range = body[bodyStart].range
      if isFrontLine(range) || repeatsTitle(range) || isSourceNote(range) {
        takeHeaderLine(range)
      } else if let byline = readByline(range) {
        self.byline = byline.name
        bylineDate = byline.date
      } else {
        return
      }
      bodyStart += 1
    }
  }

  /// （来源 …）: a bracketed note without a sentence.
  private func isSourceNote(_ range: ByteRange) -> Bool {
    let open = scalar(bytes, at: range.lowerBound).value
    guard opensBracket(open), let last = bytes.lastScalar(of: range) else { return false }
    return closesBracket(last)
  }

  /// （试行）, （征求意见稿）: part of the title.
  private func isStatusNote(_ range: ByteRange) -> Bool {
    isSourceNote(range) && bytes.wordLength(range) <= 12 && findDates(bytes, in: range).isEmpty
  }

  private func couldBeTitle(_ range: ByteRange) -> Bool {
    bytes.wordLength(range) <= 100 && !bytes.endsFullSentence(range)
      && !endsInColon(range)
      && !isHistoryNote(range) && documentNumber(bytes, in: range) == nil && !isOrderWord(range)
      && !WordList.siteWords.occurs(bytes, in: range) && bytes.find("](", in: range) == nil
      && bytes.find(";", in: range) == nil && bytes.wordLength(range) >= 2
      && (endsAsTitle(range) || !isStatement(range))
  }

  /// Whether a line is text for want of anything that makes it a title: the only line there is, or one
  /// that cites an article and goes on after a comma.
  private func isStatement(_ range: ByteRange) -> Bool {
    if body.count == 1, body[0].depth == 0 { return true }
    return bytes.find("，", in: range) != nil && bytes.find("第", in: range) != nil
      && bytes.find("条", in: range) != nil
  }

  /// Whether the line announces what follows: it is text.
  private func endsInColon(_ range: ByteRange) -> Bool {
    let last = bytes.lastScalar(of: range)
    return last == 0xFF1A || last == 0x3A
  }

  private func endsAsTitle(_ range: ByteRange) -> Bool {
    var rest = trimmed(bytes, range)
    while let note = bracketed(bytes, ending: rest) {
      rest = trimmed(bytes, rest.lowerBound..<note.lowerBound)
    }
    return WordList.titleEndings.word(bytes, ending: rest) != nil
  }

  /// Whether line `i` is the first half of a title that goes on below: …关于惩治 / 关于… below names of courts.
  private func opensTitle(_ i: Int) -> Bool {
    let range = body[i].range
    guard couldBeTitle(range), body[i].depth == 0 || body[i + 1].depth > 0 else { return false }
    let below = body[i + 1].range
    if bytes.has("关于", at: below.lowerBound, before: below.upperBound) {
      return isBodyName(bytes, range)
    }
    return bytes.find("关于", in: range) != nil && !endsAsTitle(range)
  }

  /// A name of two to four characters and a date, in either order, or either alone.
  private func readByline(_ range: ByteRange) -> (name: ByteRange?, date: CalendarDate?)? {
    guard bytes.wordLength(range) <= 40, !bytes.endsFullSentence(range),
      let date = findDates(bytes, in: range).first
    else { return nil }
    let before = trimmed(bytes, range.lowerBound..<date.range.lowerBound)
    let after = trimmed(bytes, date.range.upperBound..<range.upperBound)
    guard !before.isEmpty || after.isEmpty else { return nil }
    return (before.isEmpty ? nil : before, date.date)
  }
}

/// 序言, 前言, 引言, alone on a line.
func isPreambleTitle(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  range.count <= 30
    && (bytes.isExactly("序言", range) || bytes.isExactly("前言", range)
      || bytes.isExactly("引言", range))
}
