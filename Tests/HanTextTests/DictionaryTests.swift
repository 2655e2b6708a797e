// A dictionary kept as bytes cuts as before; another lexicon is another dictionary; damage is told.

import HanText
import Testing

@Suite struct DictionaryTests {
  @Test func loadsWhatItSaved() throws {
    let dictionary = SegmenterTests.dictionary
    let bytes = dictionary.serialized()
    let loaded = try SegmentationDictionary(serialized: bytes)
    #expect(loaded.fingerprint == dictionary.fingerprint)
    #expect(loaded.script == dictionary.script)
    #expect(loaded.serialized() == bytes)
    var random = SeededRandom(seed: 9)
    for _ in 0..<500 {
      let text = SourceText(Sentence.random(&random))
      #expect(
        Segmenter(dictionary: loaded).tokens(of: text)
          == Segmenter(dictionary: dictionary).tokens(of: text))
    }
  }

  @Test func fingerprintTellsLexiconsApart() {
    let plain = SegmentationDictionary.fingerprint(lexicon: Lexicon())
    #expect(SegmenterTests.dictionary.fingerprint == SegmentationDictionary.fingerprint())
    #expect(plain != SegmentationDictionary.fingerprint())
    #expect(
      SegmentationDictionary.fingerprint(lexicon: Lexicon([.init("算力券")]))
        != SegmentationDictionary.fingerprint(lexicon: Lexicon([.init("算力券", cost: 1)])))
    #expect(plain.description.count == 16)
  }

  @Test func refusesWhatIsNoDictionary() {
    let bytes = OracleTests.plain.dictionary.serialized()
    #expect(throws: DictionaryFileError.notADictionary) {
      try SegmentationDictionary(serialized: [1, 2, 3])
    }
    #expect(throws: DictionaryFileError.damaged) {
      try SegmentationDictionary(serialized: Array(bytes.dropLast(100)))
    }
    var other = bytes
    other[8] = 99
    #expect(throws: DictionaryFileError.otherVersion(99)) {
      try SegmentationDictionary(serialized: other)
    }
  }

  /// Damaged bytes are refused, or load into something that still stays inside its arrays.
  @Test func damageDoesNotCrash() {
    let bytes = OracleTests.plain.dictionary.serialized()
    var random = SeededRandom(seed: 77)
    for round in 0..<12 {
      var damaged = bytes
      for _ in 0..<(round < 6 ? 3 : 2000) {
        let at = Int.random(in: round % 2 == 0 ? 24..<bytes.count : 24..<4000, using: &random)
        damaged[at] = UInt8.random(in: 0...255, using: &random)
      }
      guard let dictionary = try? SegmentationDictionary(serialized: damaged) else { continue }
      for _ in 0..<100 {
        let text = SourceText(Sentence.random(&random))
        let tokens = Segmenter(dictionary: dictionary).tokens(of: text)
        #expect(tokens.allSatisfy { $0.range.upperBound <= text.bytes.count })
      }
    }
  }

  @Test func lexiconOverridesTheDictionary() {
    let lexicon = Lexicon([.init("算力券"), .init("依法", cost: 255), .init("網信辦")])
    let segmenter = Segmenter(dictionary: SegmentationDictionary(lexicon: lexicon))
    let text = SourceText("依法发放算力券")
    #expect(
      segmenter.tokens(of: text).map { text.string($0.range) } == ["依", "法", "发放", "算力券"])
  }
}
