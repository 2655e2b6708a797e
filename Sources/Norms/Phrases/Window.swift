// How far words are looked at from where they matter, so that no line takes more than its length.

import HanText

/// The bytes in front of `end` that are read, at most 300 ideographs, and none before `start`.
func window(_ bytes: [UInt8], before end: Int, from start: Int) -> ByteRange {
  var first = max(start, end - windowLength)
  while first < end, bytes[first] & 0xC0 == 0x80 { first += 1 }
  return first..<end
}

/// The bytes from `start` that are read, at most 300 ideographs, and none behind `end`.
func window(_ bytes: [UInt8], after start: Int, to end: Int) -> ByteRange {
  var last = min(end, start + windowLength)
  while last > start, last < bytes.count, bytes[last] & 0xC0 == 0x80 { last -= 1 }
  return start..<max(start, last)
}

private let windowLength = 900
