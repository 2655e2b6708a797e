// Segmentation in MB/s on one thread: words alone, words with index terms, and ICU beside them.

import Foundation
import HanText

/// Measures the lines of text files and prints one line of JSON, the best of several rounds each.
func measureSegmentation(_ files: [String]) throws {
  var lines: [UInt8] = []
  for file in files { lines += try Data(contentsOf: URL(fileURLWithPath: file)) }
  let ranges = lines.split(separator: UInt8(ascii: "\n")).map { $0.startIndex..<$0.endIndex }
  var dictionary = SegmentationDictionary()
  let build = best(of: 2) { dictionary = SegmentationDictionary() }
  let blob = dictionary.serialized()
  let load = best(of: 5) {
    dictionary = (try? SegmentationDictionary(serialized: blob)) ?? dictionary
  }
  let segmenter = Segmenter(dictionary: dictionary)
  let terms = WordTerms(dictionary: dictionary)
  let icu = ICUSegmenter()
  var tokens = TokenBuffer()
  var words = 0

  let ours = best(of: 5) {
    words = 0
    for range in ranges {
      tokens.removeAll()
      segmenter.segment(lines, range, into: &tokens)
      words += tokens.tokens.count
    }
  }
  var buffer = TermBuffer()
  let withTerms = best(of: 5) {
    for range in ranges {
      buffer.removeAll()
      terms.append(lines, range, tokens: &tokens, into: &buffer)
    }
  }
  var folding = FoldingTable()
  let table = best(of: 3) { folding = FoldingTable(script: dictionary.script) }
  var folded = FoldedText()
  let folds = best(of: 5) {
    for range in ranges {
      folded.removeAll()
      folding.fold(lines, range, script: false, into: &folded)
    }
  }
  var found: [Token] = []
  let ubrk = best(of: 2) {
    for range in ranges {
      found.removeAll(keepingCapacity: true)
      icu?.segment(lines, range, into: &found)
    }
  }
  func milliseconds(_ seconds: Double) -> String { String(format: "%.1f", seconds * 1e3) }
  func rate(_ seconds: Double) -> String {
    String(format: "%.1f", Double(lines.count) / seconds / 1e6)
  }
  print(
    """
    {"stage":"segmentation","bytes":\(lines.count),"lines":\(ranges.count),"tokens":\(words),\
    "ours_MBps":\(rate(ours)),"ours_with_terms_MBps":\(rate(withTerms)),\
    "fold_MBps":\(rate(folds)),"ubrk_MBps":\(rate(ubrk)),\
    "dictionary_build_ms":\(milliseconds(build)),"dictionary_load_ms":\(milliseconds(load)),\
    "dictionary_bytes":\(blob.count),"folding_table_ms":\(milliseconds(table))}
    """)
}
