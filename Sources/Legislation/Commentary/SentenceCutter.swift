// Sentences of a paragraph, for the smallest units of commentary.

import HanText

/// The sentences of `range`: each ends with 。！？ and the quotes and brackets that close after it.
/// Inside brackets and quotes nothing ends, unless the quote closes right after.
func cutSentences(_ bytes: [UInt8], in range: ByteRange) -> [ByteRange] {
  var result: [ByteRange] = []
  var start = range.lowerBound
  var depth = 0
  var i = start
  while i < range.upperBound {
    let next = scalar(bytes, at: i)
    i += next.length
    switch next.value {
    case 0x201C, 0x2018, 0xFF08, 0x28, 0x300A, 0x300C, 0x3010: depth += 1
    case 0x201D, 0x2019, 0xFF09, 0x29, 0x300B, 0x300D, 0x3011: depth = max(0, depth - 1)
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F:
      var end = i
      var open = depth
      while end < range.upperBound {
        let after = scalar(bytes, at: end)
        guard isClosing(after.value) else { break }
        open = max(0, open - 1)
        end += after.length
      }
      guard open == 0, !goesOn(bytes, at: end, before: range.upperBound) else { continue }
      depth = 0
      i = end
      result.append(trimmed(bytes, start..<end))
      start = end
    default: break
    }
  }
  let rest = trimmed(bytes, start..<range.upperBound)
  if !rest.isEmpty { result.append(rest) }
  return result
}

/// Whether a sentence goes on after a closed quote: ，、；的
private func goesOn(_ bytes: [UInt8], at position: Int, before end: Int) -> Bool {
  guard position < end else { return false }
  switch scalar(bytes, at: position).value {
  case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x7684: return true
  default: return false
  }
}
