// Where ICU's dictionary can't be read, ICU itself says where the words of a run end.

/// ICU's words for one run after the other.
final class FallbackWords {
  /// On the dictionary's scale, a word like any other.
  static let cost: UInt64 = 100

  private let segmenter: ICUSegmenter
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var words: [Token] = []
  private var next = 0

  /// nil where ICU has no word rules either; then every character is a word.
  init?() {
    guard let segmenter = ICUSegmenter() else { return nil }
    self.segmenter = segmenter
  }

  /// The buffer that runs are in, valid during one segmentation.
  func begin(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func cut(from start: Int, to end: Int) {
    words.removeAll(keepingCapacity: true)
    next = 0
    segmenter.segment(bytes, start..<end, into: &words)
  }

  /// Asked for rising positions only.
  func end(ofWordAt start: Int) -> Int? {
    while next < words.count, words[next].start < start { next += 1 }
    return next < words.count && words[next].start == start ? Int(words[next].end) : nil
  }
}
