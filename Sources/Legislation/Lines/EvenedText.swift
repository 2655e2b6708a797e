// Text as it is compared: width, spaces, kinds of quotation marks and brackets and the marks of layout evened
// out.

import HanText

/// The scalars of a text that count in a comparison, each with the way back.
///
/// | written | compared as |
/// |---|---|
/// | `Ａ` `a` `①` | folded as for a search, see `FoldingTable` |
/// | white space, zero-width characters, `*` `>` `` ` `` | nothing |
/// | `“` `‘` `「` `'` | `"` |
/// | `《` `〈`, `》` `〉` | `<`, `>` |
/// | `（` `〔` `【` `[`, `）` `〕` `】` `]` | `(`, `)` |
/// | `—` `–` `－` | `-` |
/// | `……` `...` `⋯` | `…`, one however many |
/// | `.` but in a decimal | `。` |
package struct EvenedText: Sendable {
  package private(set) var scalars: [UInt32] = []
  /// Where each was read: UTF-8 bytes of the text given.
  package private(set) var places: [Int32] = []

  /// Stands for …… of any shape.
  package static let ellipsis: UInt32 = 0x2026

  /// `bytes` is valid UTF-8 of at most 2 GiB.
  package init(_ bytes: [UInt8], _ folding: FoldingTable) {
    scalars.reserveCapacity(bytes.count / 3)
    places.reserveCapacity(bytes.count / 3)
    var i = 0
    var hasDots = false
    while i < bytes.count {
      let (value, length) = scalar(bytes, at: i)
      let place = Int32(truncatingIfNeeded: i)
      i += length
      // Layout: spaces, emphasis and the marks of quoted lines.
      if isSpace(value) || value == 0x2A || value == 0x3E || value == 0x60 { continue }
      if let mark = evenedMark(value) {
        append(mark, place)
      } else if isHan(value), (0x3400..<0x2F800).contains(value) {
        scalars.append(value)
        places.append(place)
      } else {
        for folded in folding.folded(value, script: false) {
          hasDots = hasDots || folded == 0x2E
          append(evenedMark(folded) ?? folded, place)
        }
      }
    }
    if hasDots { evenDots() }
  }

  private mutating func append(_ value: UInt32, _ place: Int32) {
    // An ellipsis is one sign however many dots it has.
    if value == Self.ellipsis, scalars.last == Self.ellipsis { return }
    scalars.append(value)
    places.append(place)
  }

  /// Three dots in a row are an ellipsis, one between words that are no numbers a full stop.
  private mutating func evenDots() {
    let dot: UInt32 = 0x2E
    let (old, oldPlaces) = (scalars, places)
    scalars.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var i = 0
    while i < old.count {
      var end = i
      while end < old.count, old[end] == dot { end += 1 }
      if end - i >= 3 {
        append(Self.ellipsis, oldPlaces[i])
        i = end
        continue
      }
      let isDecimal = i > 0 && i + 1 < old.count && isDigit(old[i - 1]) && isDigit(old[i + 1])
      append(old[i] == dot && !isDecimal ? 0x3002 : old[i], oldPlaces[i])
      i += 1
    }
  }

  private func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }
}

/// What marks that only differ in shape are compared as; nil for any other scalar.
package func evenedMark(_ value: UInt32) -> UInt32? {
  switch value {
  case 0x22, 0x27, 0xFF02, 0xFF07, 0x2018, 0x2019, 0x201C...0x201E, 0x300C...0x300F: 0x22
  case 0x2010...0x2015, 0x2212, 0xFF0D: 0x2D
  case 0x300A, 0x3008: 0x3C
  case 0x300B, 0x3009: 0x3E
  case 0x3010, 0x3014, 0x3016, 0x5B: 0x28
  case 0x3011, 0x3015, 0x3017, 0x5D: 0x29
  case 0xFF61: 0x3002
  case 0x2026, 0x22EF: EvenedText.ellipsis
  case 0x30FB, 0x2022, 0xFF65: 0xB7
  default: nil
  }
}

/// Whether a scalar is one of a word, not of punctuation: a Han character, a letter, a digit.
package func isWord(_ value: UInt32) -> Bool {
  if isHan(value) || value == 0x3007 { return true }
  guard value < 0x2000 || value > 0xFF00, let scalar = Unicode.Scalar(value) else { return false }
  return scalar.properties.isAlphabetic || (0x30...0x39).contains(value)
    || (0xFF10...0xFF19).contains(value)
}
