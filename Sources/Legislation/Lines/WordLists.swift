// The word lists of Resources, as bytes to compare the source with.

import HanText

/// A list of words, longest first.
package struct WordList: Sendable {
  package let words: [Bytes]

  /// Reads a resource: a word a line, lines that begin with # are comments.
  package init(_ resource: [UInt8]) {
    words = resource.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { Bytes(String(decoding: $0, as: UTF8.self)) }
      .sorted { $0.utf8.count > $1.utf8.count }
  }

  /// Words of whatever order.
  package init(words: some Sequence<some StringProtocol>) {
    self.words = words.map { Bytes($0) }.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// The longest word at byte `i`.
  package func word(_ bytes: [UInt8], at i: Int, before end: Int) -> Bytes? {
    words.first { bytes.has($0, at: i, before: end) }
  }

  /// The longest word that ends `range`.
  package func word(_ bytes: [UInt8], ending range: ByteRange) -> Bytes? {
    words.first { bytes.ends(range, with: $0) }
  }

  /// Whether any word stands in `range`.
  package func occurs(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    words.contains { bytes.find($0, in: range) != nil }
  }
}

extension WordList {
  static let bodyEndings = WordList(PackageResources.BodyEndings_txt)
  static let caseHeadings = WordList(PackageResources.CaseHeadings_txt)
  static let commentaryTitles = WordList(PackageResources.CommentaryTitles_txt)
  static let eventVerbs = WordList(PackageResources.EventVerbs_txt)
  static let officeTitles = WordList(PackageResources.OfficeTitles_txt)
  static let siteWords = WordList(PackageResources.SiteWords_txt)
  static let titleEndings = WordList(PackageResources.TitleEndings_txt)
}
