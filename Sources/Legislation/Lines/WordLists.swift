// The word lists of Resources, as bytes to compare the source with.

import HanText

/// A list of shipped words, longest first.
///
/// Like its words it is never given back: lists are made of resources, once, and never of a document.
package struct WordList: @unchecked Sendable {
  package let words: UnsafeBufferPointer<Bytes>
  private let starts: WordTable
  private let ends: WordTable
  /// The words that are too short for the tables.
  private let short: Slice<UnsafeBufferPointer<Bytes>>

  /// A list without words.
  package static let none = WordList(words: [Substring]())

  /// Reads a resource: a word a line, lines that begin with # are comments.
  package init(_ resource: [UInt8]) {
    let lines = resource.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
    self.init(words: lines.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Words of whatever order.
  package init(words: some Sequence<some StringProtocol>) {
    let sorted = words.map { Bytes(keeping: $0) }.sorted { $0.utf8.count > $1.utf8.count }
    let long = sorted.prefix { $0.utf8.count >= WordTable.keyLength }
    self.words = kept(sorted)
    short = self.words[long.count...]
    starts = WordTable(long) { _ in 0 }
    ends = WordTable(long) { $0.utf8.count - WordTable.keyLength }
  }

  /// The longest word at byte `i`.
  package func word(_ bytes: [UInt8], at i: Int, before end: Int) -> Bytes? {
    let room = min(end, bytes.count) - i
    precondition(i >= 0)
    if room >= WordTable.keyLength {
      let found: Bytes? = bytes.withUnsafeBufferPointer { text in
        let place = text.baseAddress! + i
        for word in starts.words(at: place) where word.utf8.count <= room && word.stands(at: place) {
          return word
        }
        return nil
      }
      if let found { return found }
    }
    return short.first { bytes.has($0, at: i, before: end) }
  }

  /// The longest word that ends `range`.
  package func word(_ bytes: [UInt8], ending range: ByteRange) -> Bytes? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let room = range.count
    if room >= WordTable.keyLength {
      let found: Bytes? = bytes.withUnsafeBufferPointer { text in
        let end = text.baseAddress! + range.upperBound
        for word in ends.words(at: end - WordTable.keyLength)
        where word.utf8.count <= room && word.stands(at: end - word.utf8.count) {
          return word
        }
        return nil
      }
      if let found { return found }
    }
    return short.first { bytes.ends(range, with: $0) }
  }

  /// Whether `range` is a word of the list and nothing else.
  package func isWord(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let count = range.count
    guard count >= WordTable.keyLength else {
      return short.contains { $0.utf8.count == count && bytes.ends(range, with: $0) }
    }
    return bytes.withUnsafeBufferPointer { text in
      let place = text.baseAddress! + range.lowerBound
      return starts.words(at: place).contains { $0.utf8.count == count && $0.stands(at: place) }
    }
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
