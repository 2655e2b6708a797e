// Text to the terms of the search index, the same way when indexing and when asking.

import HanText
import Legislation
import SearchIndex

/// Turns provisions into documents of the search index.
///
/// | text         | characters (folded)       | words                |
/// |--------------|---------------------------|----------------------|
/// | 罚款５万元。 | 罚 款 5 万 元 。          | 罚款 50000元         |
struct Analyzer {
  private let folding: FoldingTable
  private let terms: WordTerms
  private var tokens = TokenBuffer()
  private var folded = FoldedText()
  private var buffer = TermBuffer()
  private(set) var document = AnalyzedDocument()

  /// Throws where the library's dictionary can't be read.
  init(_ words: Words) throws {
    folding = words.folding
    terms = try words.terms()
  }

  /// Analyses a provision of a parsed document into `document`.
  mutating func analyse(_ unit: SearchUnit, of parsed: ParsedDocument) {
    document.removeAll()
    var next = unit.paragraphs.dropFirst()[...]
    beginParagraph()
    for (range, beginsLine) in parsed.words(in: parsed.tree.nodes[unit.node].text) {
      if let paragraph = next.first, range.lowerBound >= paragraph.lowerBound {
        next = next.dropFirst()
        breakLine()
        beginParagraph()
      } else if beginsLine {
        breakLine()
      }
      append(parsed.source.bytes, range)
    }
  }

  /// Analyses text whose lines are its paragraphs into `document`.
  mutating func analyse(_ bytes: [UInt8], _ range: ByteRange) {
    document.removeAll()
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      breakLine()
      beginParagraph()
      append(bytes, start..<end)
      start = end + 1
    }
  }

  mutating func name(_ identifier: [UInt8], prior: Float) {
    document.identifier = identifier
    document.prior = prior
  }

  private mutating func beginParagraph() {
    document.paragraphStarts.append(UInt32(document.characters.count))
  }

  private mutating func breakLine() {
    if let last = document.characters.last, last != 0 { document.characters.append(0) }
  }

  private mutating func append(_ bytes: [UInt8], _ range: ByteRange) {
    // From the start of one sentence to that of the next, so that the spaces between are kept.
    var start = range.lowerBound
    for next in Sentences.ranges(in: bytes, range).dropFirst().map(\.lowerBound) + [
      range.upperBound
    ] {
      document.sentenceStarts.append(UInt32(document.characters.count))
      folded.removeAll()
      folding.fold(bytes, start..<next, script: false, into: &folded)
      for scalar in folded.scalars { document.characters.append(scalar == 0x0A ? 0 : scalar) }
      start = next
    }
    buffer.removeAll()
    terms.append(bytes, range, tokens: &tokens, into: &buffer)
    var from = 0
    for end in buffer.ends {
      document.appendWord(buffer.bytes[from..<Int(end)])
      from = Int(end)
    }
  }
}
