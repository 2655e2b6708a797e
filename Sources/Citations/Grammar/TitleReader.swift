// Titles in their marks: 《…》 with 〈…〉 inside, 〈…〉 and <…> alone.

import HanText
import Legislation

/// A title in its marks.
package struct MarkedTitle {
  /// Between the marks.
  package var text: ByteRange
  /// One past the closing mark.
  package var end: Int
}

/// The title whose opening mark stands at `start`; nil where none closes it within `end`.
package func markedTitle(_ bytes: [UInt8], at start: Int, before end: Int) -> MarkedTitle? {
  let opening = scalar(bytes, at: start)
  let isASCII = opening.value == 0x3C
  var depth = 0
  var i = start
  var length = 0
  // The longest real title has about 110 characters.
  while i < end, length < 250 {
    let next = scalar(bytes, at: i)
    switch next.value {
    case 0x300A, 0x3008: depth += 1
    case 0x3C where isASCII: depth += 1
    case 0x300B, 0x3009: depth -= 1
    case 0x3E where isASCII: depth -= 1
    case 0x3002 where opening.value != 0x300A: return nil  // 。
    default: break
    }
    i += next.length
    length += 1
    if depth <= 0 {
      let text = trimmed(bytes, start + opening.length..<i - next.length)
      return text.isEmpty ? nil : MarkedTitle(text: text, end: i)
    }
  }
  return nil
}

/// A title as an instrument bears it: white space taken out but beside Latin letters, and 〈〉 inside it,
/// which 《》 around it asks for (GB/T 15834, 4.16), turned back into 《》.
package func titleText(_ bytes: [UInt8], _ range: ByteRange) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
    switch scalar {
    case "〈", "<", "＜": scalars.append("《")
    case "〉", ">", "＞": scalars.append("》")
    case _ where isSpace(scalar.value) && !(scalar == " " && scalars.last?.isASCII == true): break
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}
