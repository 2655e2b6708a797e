// History: each date of a header line with what happened on it.

import HanText

/// The events a header line or a bracketed note under the title tells of.
func readHistory(_ bytes: [UInt8], in line: ByteRange) -> [HistoryEvent] {
  let dates = findDates(bytes, in: line)
  let events = dates.indices.map { i in
    let start = dates[i].range.lowerBound
    let end = i + 1 < dates.count ? dates[i + 1].range.lowerBound : line.upperBound
    let range = withoutFraying(bytes, start..<end)
    let words = trimmed(bytes, min(dates[i].range.upperBound, range.upperBound)..<range.upperBound)
    return HistoryEvent(
      date: dates[i].date, event: eventVerb(bytes, in: words),
      text: unspaced(String(decoding: bytes[words], as: UTF8.self)), range: range)
  }
  return sharingVerbs(events)
}

/// A meeting whose verb stands after the next one (…会议、…会议通过) did the same.
private func sharingVerbs(_ events: [HistoryEvent]) -> [HistoryEvent] {
  var shared = events
  for i in shared.indices.reversed()
  where i + 1 < shared.count && shared[i].event.isEmpty && !shared[i].text.isEmpty {
    shared[i] = HistoryEvent(
      date: shared[i].date, event: shared[i + 1].event, text: shared[i].text, range: shared[i].range
    )
  }
  return shared
}

/// A segment without the 根据 of the next and the brackets of the whole note.
private func withoutFraying(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
  var rest = trimmed(bytes, range)
  while !rest.isEmpty {
    if let word = (["根据", "自", "并经"] as [Bytes]).first(where: { bytes.ends(rest, with: $0) }) {
      rest = trimmed(bytes, rest.lowerBound..<rest.upperBound - word.utf8.count)
      continue
    }
    let last = scalar(bytes, before: rest.upperBound)
    switch last.value {
    case 0xFF09, 0x29:
      guard bytes.find("（", in: rest) == nil, bytes.find("(", in: rest) == nil else { return rest }
      rest = rest.lowerBound..<rest.upperBound - last.length
    case 0xFF0C, 0x3001, 0xFF1B, 0x3002, 0x548C:
      rest = trimmed(bytes, rest.lowerBound..<rest.upperBound - last.length)
    default: return rest
    }
    rest = trimmed(bytes, rest)
  }
  return rest
}

/// The last verb outside 《》 says what happened; 修订通过 is a revision, and 通过的《…修正案》 an amendment.
private func eventVerb(_ bytes: [UInt8], in range: ByteRange) -> String {
  var depth = 0
  var found: [Bytes] = []
  var i = range.lowerBound
  while i < range.upperBound {
    let next = scalar(bytes, at: i)
    switch next.value {
    case 0x300A, 0x3008: depth += 1
    case 0x300B, 0x3009: depth = max(0, depth - 1)
    default:
      if depth == 0, let verb = WordList.eventVerbs.word(bytes, at: i, before: range.upperBound) {
        found.append(verb)
        i += verb.utf8.count
        continue
      }
    }
    i += next.length
  }
  let amendments: [Bytes] = ["修正案》", "修正案（"]
  if amendments.contains(where: { bytes.find($0, in: range) != nil }) { return "修正" }
  // 公布施行: the day it was made public is what happened.
  if found.count > 1, found.last == "施行" || found.last == "实施" { found.removeLast() }
  if found.last == "通过" || found.last == "公布",
    let change = found.last(where: { $0 == "修订" || $0 == "修正" })
  {
    return String(decoding: change.utf8, as: UTF8.self)
  }
  if found.isEmpty, bytes.find("关于修改", in: range) != nil { return "修正" }
  // …令第692号 without a verb: the order made it public.
  if found.isEmpty, bytes.find("令第", in: range) != nil { return "公布" }
  return found.last.map { String(decoding: $0.utf8, as: UTF8.self) } ?? ""
}
