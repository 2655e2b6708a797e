// What the last articles say: when the text takes effect, and which texts it repeals.

import HanText

/// When a text takes effect and what it repeals, read off its provisions.
struct Effects {
  /// 自2023年1月10日起施行
  var effective: CalendarDate?
  /// 自公布之日起施行
  var fromPublication = false
  var repeals: [Repeal] = []

  /// Reads the paragraphs of `ranges`, each a sentence or more.
  init(_ bytes: [UInt8], paragraphs: [ByteRange]) {
    for paragraph in paragraphs {
      for sentence in sentences(bytes, in: paragraph) { read(bytes, sentence) }
    }
  }

  private mutating func read(_ bytes: [UInt8], _ sentence: ByteRange) {
    var takesEffect: Int?
    for verb: Bytes in ["施行", "实施", "执行", "生效"] where takesEffect == nil {
      takesEffect = startingVerb(verb, bytes, in: sentence)
    }
    var date: CalendarDate?
    if let takesEffect {
      let before = sentence.lowerBound..<takesEffect
      if let found = findDates(bytes, in: before).last, isOwn(bytes, before) {
        effective = found.date
        date = found.date
      } else if isOwn(bytes, before),
        bytes.find("公布之日", in: before) != nil || bytes.find("发布之日", in: before) != nil
          || bytes.find("印发之日", in: before) != nil || bytes.find("颁布之日", in: before) != nil
          || bytes.find("通过之日", in: before) != nil || bytes.find("下发之日", in: before) != nil
          || bytes.find("批准之日", in: before) != nil
      {
        fromPublication = true
      }
    }
    guard let repealed = bytes.find("废止", in: sentence), repealed + 6 <= sentence.upperBound else {
      return
    }
    let before = sentence.lowerBound..<repealed
    guard
      bytes.find("同时", in: before) != nil || bytes.find("予以", in: before) != nil
        || bytes.find("即行", in: before) != nil
        || findDates(bytes, in: before).isEmpty == false
    else { return }
    if date == nil, bytes.find("起", in: before) != nil {
      date =
        findDates(bytes, in: before).last(where: {
          bytes.has("起", at: $0.range.upperBound, before: repealed)
        })?.date
    }
    for title in titles(bytes, in: before)
    where !isAside(bytes, after: title.upperBound + 3, before: repealed) {
      let name = String(decoding: bytes[title], as: UTF8.self)
      if !repeals.contains(where: { $0.title == name }) {
        repeals.append(Repeal(title: name, date: date ?? effective, range: title))
      }
    }
  }

  /// 《…》中有关…的规定, 《…》第三条: only a part goes. 根据《…的决定》第二次修正的《…》: the text
  /// that goes comes after.
  private func isAside(_ bytes: [UInt8], after end: Int, before limit: Int) -> Bool {
    ["中", "第", "修正", "修订"].contains { bytes.has($0, at: end, before: limit) }
  }

  /// Where 施行 stands after 起 or 日. 自…起施行的《…》 tells of another text.
  private func startingVerb(_ verb: Bytes, _ bytes: [UInt8], in sentence: ByteRange) -> Int? {
    var from = sentence.lowerBound
    while let found = bytes.find(verb, in: from..<sentence.upperBound) {
      from = found + verb.utf8.count
      let before = trimmed(bytes, sentence.lowerBound..<found)
      if bytes.ends(before, with: "起") || bytes.ends(before, with: "日"),
        !bytes.has("的", at: from, before: sentence.upperBound)
      {
        return found
      }
    }
    return nil
  }

  /// Whether the sentence speaks of this text: 本法, 本条例 … stands in it, or no 《》 does, or it is
  /// that of the order.
  private func isOwn(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    bytes.find("本", in: range) != nil || bytes.find("《", in: range) == nil
      || ["现予", "予以公布", "予以发布"].contains { bytes.find($0, in: range) != nil }
  }
}

/// The sentences of a paragraph, cut at 。 outside 《》.
private func sentences(_ bytes: [UInt8], in range: ByteRange) -> [ByteRange] {
  var result: [ByteRange] = []
  var start = range.lowerBound
  while let end = bytes.find("。", in: start..<range.upperBound) {
    result.append(start..<end)
    start = end + 3
  }
  if start < range.upperBound { result.append(start..<range.upperBound) }
  return result
}

/// What stands between 《 and 》, the outermost pair where they nest.
func titles(_ bytes: [UInt8], in range: ByteRange) -> [ByteRange] {
  var found: [ByteRange] = []
  var depth = 0
  var start = 0
  var i = range.lowerBound
  while i < range.upperBound {
    let next = scalar(bytes, at: i)
    if next.value == 0x300A {
      if depth == 0 { start = i + 3 }
      depth += 1
    } else if next.value == 0x300B, depth > 0 {
      depth -= 1
      if depth == 0 { found.append(start..<i) }
    }
    i += next.length
  }
  return found
}
