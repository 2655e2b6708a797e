// What is matched as the same, and the way from a folded match back to the source.

import HanText
import Testing

@Suite struct FoldingTests {
  static let table = FoldingTable(script: .readingICU())

  static func folded(_ text: String, script: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in table.folded(text, script: script).scalars {
      result.append(Unicode.Scalar(scalar)!)
    }
    return String(result)
  }

  @Test(arguments: [
    ("ＡＩ算法", "ai算法"), ("Ａ１２（三）", "a12(三)"), ("⼈⼯智能", "人工智能"), ("第1⻚", "第1页"), ("⻔⼾", "门户"),
    ("甲\u{3000}乙\u{A0}丙\t丁", "甲 乙 丙 丁"), ("一\n二", "一\n二"), ("网\u{200B}络\u{FEFF}法\u{AD}", "网络法"),
    ("㈠", "(一)"), ("①", "1"), ("…", "..."), ("著作權", "著作權"), ("İ", "i\u{307}"), ("ß", "ss"),
    ("﨑", "﨑"),
    ("\u{F900}", "豈"), ("\u{2F800}", "丽"), ("\u{1D400}", "a"), ("𠀀", "𠀀"), ("", ""), ("%％‰", "%%‰"),
  ])
  func foldsLiterally(_ text: String, _ expected: String) {
    #expect(Self.folded(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("著作權法", "着作权法"), ("資訊網絡", "资讯网络"), ("ＡＩ演算法", "ai演算法"), ("裡面", "里面"), ("简体", "简体"),
  ])
  func foldsScripts(_ text: String, _ expected: String) {
    #expect(Self.folded(text, script: true) == expected)
  }

  @Test func keepsUnifiedIdeographs() {
    let table = Self.table
    for scalar in UInt32(0x4E00)...0x9FFF {
      #expect(table.folded(scalar, script: false) == [scalar])
    }
  }

  @Test func matchesGiveSourceRanges() {
    let text = "见㈠网\u{200B}络\u{200B}。"
    let bytes = Array(text.utf8)
    let folded = Self.table.folded(text, script: false)
    func source(_ range: Range<Int>) -> String {
      String(decoding: bytes[folded.sourceRange(range, in: bytes)], as: UTF8.self)
    }
    // 见 ( 一 ) 网 络 。
    #expect(source(2..<3) == "㈠")
    #expect(source(1..<5) == "㈠网")
    #expect(source(4..<6).unicodeScalars.elementsEqual("网\u{200B}络".unicodeScalars))
    #expect(source(3..<3).isEmpty)
  }

  /// Folding piece by piece what `sources` points to gives the folded text again.
  @Test func offsetsAreExact() {
    var random = SeededRandom(seed: 42)
    for _ in 0..<300 {
      var text = "\u{3000}"
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        text.unicodeScalars.append(Sentence.anyScalar(&random))
      }
      let bytes = Array(text.utf8)
      for script in [false, true] {
        var folded = FoldedText()
        Self.table.fold(bytes, 0..<bytes.count, script: script, into: &folded)
        #expect(folded.sources.count == folded.scalars.count + 1)
        #expect(folded.sources.last == Int32(bytes.count))
        #expect(zip(folded.sources, folded.sources.dropFirst()).allSatisfy { $0 <= $1 })
        for i in folded.scalars.indices {
          let source = folded.sourceRange(i..<i + 1, in: bytes)
          let scalar = String(decoding: bytes[source], as: UTF8.self).unicodeScalars.first!
          #expect(
            Self.table.folded(scalar.value, script: script).contains(folded.scalars[i]))
        }
      }
    }
  }

  @Test func appendsRangeAfterRange() {
    let bytes = Array("网络。Ａ数据".utf8)
    var whole = FoldedText()
    Self.table.fold(bytes, 0..<bytes.count, script: false, into: &whole)
    var parts = FoldedText()
    Self.table.fold(bytes, 0..<6, script: false, into: &parts)
    Self.table.fold(bytes, 6..<bytes.count, script: false, into: &parts)
    #expect(parts.scalars == whole.scalars)
    #expect(parts.sources == whole.sources)
  }
}
