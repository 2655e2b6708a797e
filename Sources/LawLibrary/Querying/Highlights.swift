// Which parts of a hit's text matched, exact in the original under folding.

import HanText
import SearchIndex

/// Marks what a query found.
struct Highlighter {
  private let folding: FoldingTable
  private let foldsScript: Bool
  private var literals: [[UInt32]] = []
  /// Ranked text, whole.
  private var ranked: [[UInt32]] = []
  /// Bigrams of ranked text that count in full.
  private var bigrams: Set<[UInt32]> = []
  /// Numbers and Latin words of ranked text, which match in more than one form, and what finds them.
  private var terms: Set<[UInt8]> = []
  private let wordTerms: WordTerms?

  /// Throws where the library's dictionary can't be read.
  init(_ query: Query, questions: QuestionTerms, words: Words, foldsScript: Bool) throws {
    folding = words.folding
    self.foldsScript = foldsScript
    var needsWords = false
    for match in query.matchTexts {
      if match.isLiteral {
        literals.append(folding.folded(match.text, script: foldsScript).scalars)
        continue
      }
      let scalars = folding.folded(match.text, script: true).scalars
      ranked.append(scalars)
      needsWords = needsWords || !scalars.allSatisfy(isIdeograph)
      let faint = questions.faint(match.text, scalars)
      for i in scalars.indices.dropLast()
      where isIdeograph(scalars[i]) && isIdeograph(scalars[i + 1]) {
        if !faint[i], !faint[i + 1] { bigrams.insert([scalars[i], scalars[i + 1]]) }
      }
    }
    literals.removeAll { $0.isEmpty }
    ranked.removeAll { $0.isEmpty }
    wordTerms = needsWords ? try words.terms() : nil
    if let wordTerms {
      for match in query.matchTexts where !match.isLiteral {
        let found = Self.terms(of: match.text, wordTerms).map(\.term)
        terms.formUnion(found.filter { $0.contains { $0 < 0x80 } })
      }
    }
  }

  /// Unicode scalar ranges in `text`, in order, none touching another.
  ///
  /// A literal is marked wherever it stands. Ranked text is marked whole where it stands; where it does not, its
  /// bigrams, and its numbers in whatever form, are.
  func highlights(in text: String) -> [Range<Int>] {
    let source = SourceText(stored: Array(text.utf8))
    var ranges =
      literals.isEmpty ? [] : Matches(source, folding, script: foldsScript).ranges(of: literals)
    if !ranked.isEmpty {
      let matches = Matches(source, folding, script: true)
      ranges += matches.ranges(of: ranked)
      ranges += matches.ranges(of: bigrams)
    }
    if let wordTerms, !terms.isEmpty {
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

/// A text folded, to look for folded strings in.
private struct Matches {
  private let bytes: [UInt8]
  private var folded = FoldedText()

  init(_ source: SourceText, _ folding: FoldingTable, script: Bool) {
    bytes = source.bytes
    folding.fold(bytes, 0..<bytes.count, script: script, into: &folded)
  }

  /// Where each needle stands, in UTF-8 bytes of the text; an occurrence ends before the next of its kind.
  func ranges(of needles: [[UInt32]]) -> [ByteRange] {
    let text = folded.scalars
    var ranges: [ByteRange] = []
    for needle in needles where needle.count <= text.count {
      var at = 0
      while at + needle.count <= text.count {
        if text[at] == needle[0], text[at..<at + needle.count].elementsEqual(needle) {
          ranges.append(folded.sourceRange(at..<at + needle.count, in: bytes))
          at += needle.count
        } else {
          at += 1
        }
      }
    }
    return ranges
  }

  /// Where any of the bigrams stands.
  func ranges(of bigrams: Set<[UInt32]>) -> [ByteRange] {
    let text = folded.scalars
    return text.indices.dropLast().compactMap { at in
      guard bigrams.contains([text[at], text[at + 1]]) else { return nil }
      return folded.sourceRange(at..<at + 2, in: bytes)
    }
  }
}
