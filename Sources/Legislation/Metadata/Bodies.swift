// Who issues: names of bodies on their own lines, in titles, and in history notes; document numbers.

import HanText

/// Whether a line holds nothing but names of bodies.
func isBodyName(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
  guard bytes.wordLength(range) <= 60, bytes.wordLength(range) >= 3, !bytes.hasSentenceMarks(range)
  else {
    return false
  }
  return splitBodies(bytes, range).allSatisfy {
    WordList.bodyEndings.word(bytes, ending: $0) != nil
  }
}

/// The names of bodies in `range`, parted by spaces and 、.
func splitBodies(_ bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
  var names: [ByteRange] = []
  var start = range.lowerBound
  var i = start
  while i < range.upperBound {
    let next = scalar(bytes, at: i)
    if next.value == 0x3001 || isSpace(next.value) {
      if start < i { names.append(start..<i) }
      start = i + next.length
    }
    i += next.length
  }
  if start < range.upperBound { names.append(start..<range.upperBound) }
  return names
}

/// 第12号, 法释〔2022〕15号, 国务院令第431号: the number of a document, where `range` holds one.
func documentNumber(_ bytes: [UInt8], in range: ByteRange) -> String? {
  guard let end = bytes.find("号", in: range).map({ $0 + 3 }) else { return nil }
  var i = end - 3
  var start = i
  // Back over the digits, 第, the bracketed year, and the Han characters of the code before it.
  var sawDigit = false
  var sawYear = false
  var words = 0
  scan: while i > range.lowerBound {
    let previous = scalar(bytes, before: i)
    switch previous.value {
    case 0x30...0x39, 0xFF10...0xFF19:
      sawDigit = true
    case 0x3014, 0x5B, 0xFF3B, 0xFF08, 0x28, 0x3015, 0x5D, 0xFF3D, 0xFF09, 0x29:
      sawYear = true
    case 0x7B2C where sawDigit: break
    case let value where isSpace(value): break
    case let value where isHan(value) && sawDigit:
      let isNumeral = readNumber(bytes, at: i - previous.length, before: i) != nil
      if !isNumeral { words += 1 }
      if words > 16 { break scan }
    case let value where isHan(value):
      guard readNumber(bytes, at: i - previous.length, before: i) != nil else { break scan }
      sawDigit = true
    default: break scan
    }
    i -= previous.length
    start = i
  }
  guard sawDigit else { return nil }
  var text = unspaced(String(decoding: bytes[start..<end], as: UTF8.self))
  // …的通知国信办发〔…〕2号: the code begins after the title it is glued to.
  if let title = text.range(ofWord: "通知") { text = String(text[text.index(title, offsetBy: 2)...]) }
  // 1993年…日…以法发〔1993〕15号: neither the day nor the body is of the code.
  if sawYear, let day = text.lastIndex(of: "日") {
    text = String(text[text.index(after: day)...])
    if let by = text.lastIndex(of: "以") { text = String(text[text.index(after: by)...]) }
  }
  if !sawYear {
    // Of 中华人民共和国国务院令第431号公布 only the order counts; of 第…次会议…第8号 only the number.
    if let day = text.lastIndex(of: "日") { text = String(text[text.index(after: day)...]) }
    if let notice = text.range(ofWord: "公告第") { return String(text[notice...]) }
    guard text.range(ofWord: "令第") != nil else {
      return text.hasPrefix("第") && text.unicodeScalars.count <= 10 ? text : nil
    }
    while let place = text.range(ofWord: country) {
      text.removeSubrange(place..<text.index(place, offsetBy: country.count))
    }
  }
  return text
}

extension String {
  fileprivate func range(ofWord word: String) -> String.Index? {
    let bytes = Array(utf8)
    return bytes.find(Array(word.utf8), in: 0..<bytes.count)
      .map { utf8.index(startIndex, offsetBy: $0) }
  }
}

/// The bodies that issue a text: those before 关于 in its title, on the lines of its order, or those
/// its first event names.
func findIssuers(
  _ bytes: [UInt8], title: ByteRange, front: FrontZone
) -> [String] {
  if let about = bytes.find("关于", in: title), about > title.lowerBound {
    let lead = title.lowerBound..<about
    if isBodyName(bytes, lead) { return names(bytes, splitBodies(bytes, lead)) }
  }
  let lines = front.bodies.flatMap { splitBodies(bytes, withoutOrder(bytes, $0)) }
  if !lines.isEmpty { return names(bytes, lines) }
  // Who adopted or published it issued it; who approved it did not.
  for events: Set<String> in [["通过", "公布", "发布", "颁布", "印发", "公告"], ["修订", "修正", "批准", ""]] {
    for event in front.history where events.contains(event.event) {
      let found = bodyNames(inEvent: event.text)
      if !found.isEmpty { return found }
    }
  }
  return []
}

/// Left out before the name of a body of the state: 中华人民共和国公安部 is 公安部.
private let country = "中华人民共和国"

private func names(_ bytes: [UInt8], _ ranges: [ByteRange]) -> [String] {
  var result: [String] = []
  for range in ranges {
    var name = unspaced(String(decoding: bytes[range], as: UTF8.self))
    if name.hasPrefix(country), name.count > country.count + 1 { name.removeFirst(country.count) }
    if !name.isEmpty, name != "令", !result.contains(name) { result.append(name) }
  }
  return result
}

/// A body's line without the 令 or 公告 at its end.
private func withoutOrder(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
  for word: Bytes in ["令", "公告"] where bytes.ends(range, with: word) {
    return trimmed(bytes, range.lowerBound..<range.upperBound - word.utf8.count)
  }
  return range
}

/// 洛阳市第十三届人民代表大会常务委员会第十次会议通过 → 洛阳市人民代表大会常务委员会;
/// 中华人民共和国国务院令第431号公布 → 国务院.
private func bodyNames(inEvent text: String) -> [String] {
  var words = text
  for cut in ["令第", "公告", "令", "审判委员会", "检察委员会"] {
    if let end = words.range(ofWord: cut) { words = String(words[..<end]) }
  }
  var name = ""
  var rest = Substring(words)
  while let start = rest.firstIndex(of: "第") {
    name += rest[..<start]
    let tail = rest[start...]
    if let term = tail.firstIndex(of: "届"), tail.distance(from: start, to: term) <= 5 {
      rest = tail[tail.index(after: term)...]
    } else {
      rest = Substring()
    }
  }
  name += rest
  for verb in ["公布", "发布", "颁布", "批准", "通过", "修订", "修正", "常务会议"] {
    if let end = name.range(ofWord: verb) { name = String(name[..<end]) }
  }
  var found: [String] = []
  for part in name.split(separator: "、") {
    var body = String(part)
    if body.hasPrefix("经") { body.removeFirst() }
    if body.hasPrefix(country), body.count > country.count + 1 { body.removeFirst(country.count) }
    let bytes = Array(body.utf8)
    guard (2...40).contains(body.count), isBodyName(bytes, 0..<bytes.count) else { return found }
    found.append(body)
  }
  return found
}
