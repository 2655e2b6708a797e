// The references in carried-over text, with the numbers of the new version.

import Legislation

/// What the numbers of references in carried-over text become.
struct RenumberedReferences {
  /// By the UTF-8 byte of the old version where a number begins: one past its last byte, and the new text.
  private(set) var replacements: [Int: (end: Int, text: String)] = [:]
  /// References to what was taken out.
  private(set) var dangling: [ReferenceNumeral] = []

  init(_ document: ParsedDocument, _ renumbering: Renumbering) {
    for numeral in document.referenceNumerals() {
      switch renumbering.number(of: numeral.path) {
      case .same: continue
      case .moved(let number):
        replacements[numeral.range.lowerBound] = (
          numeral.range.upperBound, numeral.text(for: number)
        )
      case .gone: dangling.append(numeral)
      }
    }
  }

  /// Text with the numbers of its references carried to the new version.
  func renumbered(_ text: SourcedText) -> SourcedText {
    guard !replacements.isEmpty else { return text }
    var result: SourcedText = []
    result.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      if case .old(let byte) = text[i].origin, let (end, words) = replacements[byte],
        let next = carriedEnd(text, from: i, before: end)
      {
        result += SourcedText(made: words)
        i = next
      } else {
        result.append(text[i])
        i += 1
      }
    }
    return result
  }

  /// One past the scalar that ends at an old byte, where all up to it stands as it did.
  private func carriedEnd(_ text: SourcedText, from start: Int, before end: Int) -> Int? {
    guard case .old(var expected) = text[start].origin else { return nil }
    var i = start
    while i < text.count, expected < end, text[i].origin == .old(expected) {
      expected += text[i].byteCount
      i += 1
    }
    return expected == end ? i : nil
  }
}
