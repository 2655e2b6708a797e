// Finds the mentions of a line, from left to right: the grammar of citations.

import HanText
import Legislation

/// Reads one line of a document.
struct MentionReader {
  let bytes: [UInt8]
  let range: ByteRange
  let names: InstrumentNames
  let document: DocumentNames
  /// The full title that 《规定》 alone stands for, where the text does not say: the last one named that
  /// ends in the word.
  var lastTitles: [String: String]
  let references: ReferenceReader
  var mentions: [RawMention] = []

  init(
    _ line: LogicalLine, names: InstrumentNames, document: DocumentNames,
    lastTitles: [String: String]
  ) {
    (bytes, range) = (line.bytes, line.range)
    (self.names, self.document, self.lastTitles) = (names, document, lastTitles)
    references = ReferenceReader(bytes: line.bytes, end: line.range.upperBound)
  }

  /// The mentions, in order, not overlapping.
  mutating func read() -> [RawMention] {
    let hits = NameFinder(bytes: bytes, range: range, names: names, document: document).hits()
    var nextHit = 0
    var i = range.lowerBound
    while i < range.upperBound {
      while nextHit < hits.count, hits[nextHit].range.lowerBound < i { nextHit += 1 }
      if nextHit < hits.count, hits[nextHit].range.lowerBound == i {
        let hit = hits[nextHit]
        nextHit += 1
        if let end = readName(hit) {
          i = end
          continue
        }
      }
      let length = scalar(bytes, at: i).length
      i = readMention(at: i) ?? i + length
    }
    markOpen(&mentions, bytes, end: range.upperBound)
    return mentions
  }

  /// Reads a mention that begins at `i` with a sign of its own; the place to go on from.
  mutating func readMention(at i: Int) -> Int? {
    switch scalar(bytes, at: i).value {
    case 0x300A: readTitle(at: i)  // 《
    case 0x3008, 0x3C: readLooseTitle(at: i)  // 〈 <
    case 0x7B2C: readNumber(at: i)  // 第
    case 0x672C: readThis(at: i)  // 本
    case 0x524D, 0x4E0A: readPreceding(at: i)  // 前 上
    case 0x8BE5, 0x540C: readSame(at: i)  // 该 同
    default: nil
    }
  }

  mutating func add(
    _ range: ByteRange, _ lead: Lead, _ references: [Reference]
  ) -> Int {
    mentions.append(RawMention(range: range, lead: lead, references: references))
    return range.upperBound
  }
}
