// A quotation against the provision it is said to be from.

import HanText

/// How a quotation stands to a text.
struct QuotationCheck {
  enum Outcome: Equatable {
    /// Its words, in one piece.
    case exact
    /// Its words with other punctuation.
    case punctuation
    /// Pieces of it in order, an ellipsis where words are left out.
    case excerpt
    /// Its words with whole clauses left out and nothing to show it.
    case abridged
    /// Other words.
    case altered
    /// Too long to compare word by word.
    case tooLong
  }

  let outcome: Outcome
  /// The text of the quotation's stretch and the quotation, where they differ.
  let edits: [QuotationEdit]
  /// The share of the quotation's scalars that the text has in its place.
  let likeness: Double

  init(_ quotation: ComparedText, in text: ComparedText) {
    let quotation = quotation.trimmed()
    if Self.isFound(quotation.folded, in: text.folded) {
      (outcome, edits, likeness) = (.exact, [], 1)
      return
    }
    let pieces = quotation.folded.split(separator: ComparedText.ellipsis).map { piece in
      quotation[piece.startIndex..<piece.endIndex].trimmed()
    }
    let isExcerpt = pieces.count > 1 && Self.areFoundInOrder(pieces, in: text)
    guard let alignment = QuotationAlignment(quotation.folded, in: text.folded) else {
      (outcome, edits, likeness) = (isExcerpt ? .excerpt : .tooLong, [], 0)
      return
    }
    edits = alignment.edits(quotation, text)
    likeness = alignment.likeness
    let (words, _) = quotation.words()
    let (provision, boundaries) = text.words()
    if isExcerpt {
      outcome = .excerpt
    } else if Self.isFound(words, in: provision) {
      outcome = .punctuation
    } else if let aligned = QuotationAlignment(words, in: provision),
      aligned.isAbridgement(of: provision, boundaries)
    {
      outcome = .abridged
    } else {
      outcome = .altered
    }
  }

  /// Whether `part` stands in `whole` in one piece.
  static func isFound(_ part: [UInt32], in whole: [UInt32]) -> Bool {
    position(of: part, in: whole, from: 0) != nil
  }

  private static func areFoundInOrder(_ pieces: [ComparedText], in text: ComparedText) -> Bool {
    var from = 0
    for piece in pieces where piece.count > 0 {
      guard let found = position(of: piece.folded, in: text.folded, from: from) else {
        return false
      }
      from = found + piece.count
    }
    return true
  }

  private static func position(of part: [UInt32], in whole: [UInt32], from start: Int) -> Int? {
    guard let first = part.first, whole.count - start >= part.count else { return nil }
    for i in start...(whole.count - part.count) where whole[i] == first {
      var k = 1
      while k < part.count, whole[i + k] == part[k] { k += 1 }
      if k == part.count { return i }
    }
    return nil
  }
}
