// A trivial analyser and small corpora, so that the index is tested without the floors around it.

import Testing

@testable import SearchIndex

/// A generator with a fixed seed (SplitMix64): the same corpus every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A document in the shape tests can check by hand.
struct TestDocument {
  var text: String
  var prior: Float = 1

  /// Scalars; a line feed is a paragraph break.
  var characters: [UInt32] { text.unicodeScalars.map { $0 == "\n" ? 0 : $0.value } }

  /// Cuts of two scalars in each line, a stand-in for a segmenter.
  var words: [[UInt8]] { Self.words(text) }

  static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: "\n").flatMap { line in
      let scalars = Array(line.unicodeScalars)
      return stride(from: 0, to: scalars.count, by: 2).map { start in
        scalars[start..<min(start + 2, scalars.count)].flatMap { Array(String($0).utf8) }
      }
    }
  }

  func analyzed(_ identifier: String) -> AnalyzedDocument {
    var document = AnalyzedDocument()
    document.characters = characters
    document.paragraphStarts = starts { $0 == 0 }
    document.sentenceStarts = starts { $0 == 0 || $0 == UInt32(("。" as Unicode.Scalar).value) }
    for word in words { document.appendWord(word) }
    document.identifier = Array(identifier.utf8)
    document.prior = prior
    return document
  }

  private func starts(after isEnd: (UInt32) -> Bool) -> [UInt32] {
    let characters = characters
    return characters.indices.filter { $0 == 0 || isEnd(characters[$0 - 1]) }.map { UInt32($0) }
  }
}

extension QueryAnalyzer {
  /// Scalars as they are, words as `TestDocument` cuts them, no fields.
  static var plain: QueryAnalyzer {
    QueryAnalyzer(
      fold: { $0.unicodeScalars.map(\.value) },
      rank: {
        RankedText(characters: $0.unicodeScalars.map(\.value), words: TestDocument.words($0))
          .terms()
      },
      documents: { _ in [] })
  }
}

func makeSegment(_ documents: [TestDocument], firstName: Int = 0) throws -> Segment {
  var builder = SegmentBuilder()
  for (i, document) in documents.enumerated() {
    try builder.add(document.analyzed("d\(firstName + i)"))
  }
  return try Segment(MemoryChunkStore(builder.finish()))
}
