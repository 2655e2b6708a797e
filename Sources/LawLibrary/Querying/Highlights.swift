// Which parts of a hit's text matched, exact in the original under folding.

import HanText
import SearchIndex

/// Marks what a query found.
struct Highlighter {
  private let words: Words
  private let wordTerms: WordTerms
  private let foldsScript: Bool
  private var literals: [[UInt32]] = []
  private var ranked: [[UInt32]] = []
  private var terms: Set<[UInt8]> = []

  init(_ query: Query, words: Words, foldsScript: Bool) {
    self.words = words
    self.foldsScript = foldsScript
    wordTerms = WordTerms(segmenter: Segmenter(dictionary: words.dictionary), folding: words.folding)
    for match in query.matchTexts {
      if match.isLiteral {
        literals.append(words.folding.folded(match.text, script: foldsScript).scalars)
      } else {
        ranked.append(words.folding.folded(match.text, script: true).scalars)
        terms.formUnion(Self.terms(of: match.text, wordTerms).map(\.term))
      }
    }
    literals.removeAll { $0.isEmpty }
    ranked.removeAll { $0.isEmpty }
  }

  /// Unicode scalar ranges in `text`, in order, none touching another.
  ///
  /// A literal is marked wherever it stands. A ranked word is marked whole where it stands; of one that
  /// does not, its words are.
  func highlights(in text: String) -> [Range<Int>] {
    let source = SourceText(stored: Array(text.utf8))
    var ranges = occurrences(of: literals, in: source, script: foldsScript)
    let whole = occurrences(of: ranked, in: source, script: true)
    ranges += whole
    if whole.isEmpty || ranked.count > 1 {
      ranges += Self.terms(of: text, wordTerms).filter { terms.contains($0.term) }.map(\.range)
    }
    var offsets = ScalarOffsets(source)
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let scalars = offsets.scalars(range)
      if let last = merged.last, scalars.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, scalars.upperBound)
      } else {
        merged.append(scalars)
      }
    }
    return merged
  }

  private func occurrences(
    of needles: [[UInt32]], in source: SourceText, script: Bool
  ) -> [ByteRange] {
    guard !needles.isEmpty else { return [] }
    var folded = FoldedText()
    words.folding.fold(source.bytes, 0..<source.bytes.count, script: script, into: &folded)
    let text = folded.scalars
    var ranges: [ByteRange] = []
    for needle in needles where needle.count <= text.count {
      var at = 0
      while at + needle.count <= text.count {
        if text[at] == needle[0], text[at..<at + needle.count].elementsEqual(needle) {
          ranges.append(folded.sourceRange(at..<at + needle.count, in: source.bytes))
          at += needle.count
        } else {
          at += 1
        }
      }
    }
    return ranges
  }

  /// The tokens of a text with the term each is ranked by.
  private static func terms(
    of text: String, _ wordTerms: WordTerms
  ) -> [(term: [UInt8], range: ByteRange)] {
    let bytes = Array(text.utf8)
    var result: [(term: [UInt8], range: ByteRange)] = []
    var tokens = TokenBuffer()
    var scratch = TokenBuffer()
    var buffer = TermBuffer()
    wordTerms.segmenter.segment(bytes, 0..<bytes.count, into: &tokens)
    for token in tokens.tokens where token.kind != .punct {
      buffer.removeAll()
      wordTerms.append(bytes, token.range, tokens: &scratch, into: &buffer)
      for number in 0..<buffer.count {
        result.append((Array(buffer.bytes[buffer[number]]), token.range))
      }
    }
    return result
  }
}
