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
  private var terms: WordTerms
  private var folded = FoldedText()
  private var buffer = TermBuffer()
  private(set) var document = AnalyzedDocument()

  init(folding: FoldingTable, segmenter: Segmenter) {
    self.folding = folding
    terms = WordTerms(segmenter: segmenter, folding: folding)
  }

  /// Analyses a provision of a parsed document into `document`.
  mutating func analyse(_ node: Int, of parsed: ParsedDocument) {
    document.removeAll()
    let provision = parsed.tree.nodes[node]
    let paragraphs = parsed.tree.children(of: node)
      .filter { parsed.tree.nodes[$0].level == .paragraph }
      .map { parsed.tree.nodes[$0].range.lowerBound }
    var next = paragraphs.dropFirst()[...]
    beginParagraph()
    for (range, beginsLine) in parsed.words(in: provision.text) {
      if let start = next.first, range.lowerBound >= start {
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
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
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
    for sentence in Sentences.split(bytes, in: range) {
      document.sentenceStarts.append(UInt32(document.characters.count))
      folding.fold(bytes, range: sentence, script: false, into: &folded)
      document.characters.append(contentsOf: folded.scalars)
    }
    terms.terms(of: bytes, in: range, into: &buffer)
    var start = 0
    for end in buffer.ends {
      document.appendWord(buffer.bytes[start..<Int(end)])
      start = Int(end)
    }
  }
}
