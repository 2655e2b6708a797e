// The word lists of Resources, as bytes to compare the source with.

import HanText

/// A list of words, longest first.
package struct WordList: Sendable {
  package let words: [Bytes]
  /// The words by their first and by their last three bytes; empty for a short list, or one with a word
  /// that has fewer bytes.
  private let byStart: [[Bytes]]
  private let byEnd: [[Bytes]]

  /// Reads a resource: a word a line, lines that begin with # are comments.
  package init(_ resource: [UInt8]) {
    let lines = resource.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
    self.init(words: lines.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Words of whatever order.
  package init(words: some Sequence<some StringProtocol>) {
    let words = words.map { Bytes($0) }.sorted { $0.utf8.count > $1.utf8.count }
    self.words = words
    guard words.count > 8, words.allSatisfy({ $0.utf8.count >= 3 }) else {
      (byStart, byEnd) = ([], [])
      return
    }
    var byStart = [[Bytes]](repeating: [], count: 256)
    var byEnd = byStart
    for word in words {
      byStart[Self.bucket(word.utf8, at: 0)].append(word)
      byEnd[Self.bucket(word.utf8, at: word.utf8.count - 3)].append(word)
    }
    (self.byStart, self.byEnd) = (byStart, byEnd)
  }

  @inline(__always)
  private static func bucket(_ bytes: [UInt8], at i: Int) -> Int {
    (Int(bytes[i]) &* 7 ^ Int(bytes[i + 1]) &* 31 ^ Int(bytes[i + 2])) & 255
  }

  /// The longest word at byte `i`.
  package func word(_ bytes: [UInt8], at i: Int, before end: Int) -> Bytes? {
    guard !byStart.isEmpty else { return words.first { bytes.has($0, at: i, before: end) } }
    guard i + 3 <= end else { return nil }
    return byStart[Self.bucket(bytes, at: i)].first { bytes.has($0, at: i, before: end) }
  }

  /// The longest word that ends `range`.
  package func word(_ bytes: [UInt8], ending range: ByteRange) -> Bytes? {
    guard !byEnd.isEmpty else { return words.first { bytes.ends(range, with: $0) } }
    guard range.count >= 3 else { return nil }
    return byEnd[Self.bucket(bytes, at: range.upperBound - 3)].first { bytes.ends(range, with: $0) }
  }

  /// Whether any word stands in `range`.
  package func occurs(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    words.contains { bytes.find($0, in: range) != nil }
  }
}

extension WordList {
  static let amendedArticleWords = WordList(PackageResources.AmendedArticleWords_txt)
  static let bodyEndings = WordList(PackageResources.BodyEndings_txt)
  static let caseHeadings = WordList(PackageResources.CaseHeadings_txt)
  static let commentaryTitles = WordList(PackageResources.CommentaryTitles_txt)
  static let eventVerbs = WordList(PackageResources.EventVerbs_txt)
  static let officeTitles = WordList(PackageResources.OfficeTitles_txt)
  static let siteWords = WordList(PackageResources.SiteWords_txt)
  static let titleEndings = WordList(PackageResources.TitleEndings_txt)
}
