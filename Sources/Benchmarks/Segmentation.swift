// Segmentation in MB/s on one thread: words alone, words with index terms, and ICU beside them.

import Foundation
import HanText

/// Measures the lines of text files and prints one line of JSON, the best of several rounds each.
func measureSegmentation(_ files: [String]) throws {
  var lines: [UInt8] = []
  for file in files { lines += try Data(contentsOf: URL(fileURLWithPath: file)) }
  let ranges = lines.split(separator: UInt8(ascii: "\n")).map { $0.startIndex..<$0.endIndex }
  let dictionary = SegmentationDictionary()
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
  let folding = FoldingTable()
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
  func rate(_ seconds: Double) -> String { String(format: "%.1f", Double(lines.count) / seconds / 1e6) }
  print(
    """
    {"stage":"segmentation","bytes":\(lines.count),"lines":\(ranges.count),"tokens":\(words),\
    "ours_MBps":\(rate(ours)),"ours_with_terms_MBps":\(rate(withTerms)),\
    "fold_MBps":\(rate(folds)),"ubrk_MBps":\(rate(ubrk))}
    """)
}

/// The shortest of several rounds, in seconds.
private func best(of rounds: Int, _ body: () -> Void) -> Double {
  var shortest = Double.infinity
  for _ in 0..<rounds {
    let start = ContinuousClock.now
    body()
    let passed = (ContinuousClock.now - start).components
    shortest = min(shortest, Double(passed.seconds) + Double(passed.attoseconds) / 1e18)
  }
  return shortest
}
