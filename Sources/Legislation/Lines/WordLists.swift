// The word lists of Resources, as bytes to compare the source with.

import HanText

/// A list of shipped words, longest first.
///
/// It is a place in memory that is never given back, so that handing it on costs nothing: lists are made of
/// resources, once, and never of a document.
package struct WordList: @unchecked Sendable {
  private struct Tables {
    let words: UnsafeBufferPointer<Bytes>
    let starts: WordTable
    let ends: WordTable
    /// The words that are too short for the tables.
    let short: Slice<UnsafeBufferPointer<Bytes>>
    let hasShort: Bool
  }

  private let tables: UnsafePointer<Tables>

  package var words: UnsafeBufferPointer<Bytes> { tables.pointee.words }

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
    let words = kept(
      words.map { Bytes(keeping: $0) }.sorted { $0.utf8.count > $1.utf8.count })
    let long = words.prefix { $0.utf8.count >= 3 }
    let tables = Tables(
      words: words, starts: WordTable(long, atEnd: false), ends: WordTable(long, atEnd: true),
      short: words[long.count...], hasShort: long.count < words.count)
    self.tables = kept(CollectionOfOne(tables)).baseAddress!
  }

  /// The longest word at byte `i`.
  package func word(_ bytes: [UInt8], at i: Int, before end: Int) -> Bytes? {
    precondition(i >= 0)
    let room = min(end, bytes.count) - i
    return bytes.withUnsafeBufferPointer { bytes in
      guard room >= 0, let text = bytes.baseAddress.map({ $0 + i }),
        tables.pointee.hasShort || tables.pointee.starts.mayBegin(text, room: room)
      else { return nil }
      return word(beginning: text, room: room)
    }
  }

  /// The longest word that ends `range`.
  package func word(_ bytes: [UInt8], ending range: ByteRange) -> Bytes? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let room = range.count
    return bytes.withUnsafeBufferPointer { bytes in
      guard let text = bytes.baseAddress.map({ $0 + range.upperBound }),
        tables.pointee.hasShort || tables.pointee.ends.mayEnd(text, room: room)
      else { return nil }
      return word(ending: text, room: room)
    }
  }

  // Apart from what tells that there is none, so that this is done fast.
  @inline(never)
  private func word(beginning text: UnsafePointer<UInt8>, room: Int) -> Bytes? {
    tables.pointee.starts.word(beginning: text, room: room)
      ?? tables.pointee.short.first { $0.utf8.count <= room && $0.stands(at: text) }
  }

  @inline(never)
  private func word(ending text: UnsafePointer<UInt8>, room: Int) -> Bytes? {
    tables.pointee.ends.word(ending: text, room: room)
      ?? tables.pointee.short.first {
        $0.utf8.count <= room && $0.stands(at: text - $0.utf8.count)
      }
  }

  /// Whether `range` is a word of the list and nothing else.
  package func isWord(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let count = range.count
    return bytes.withUnsafeBufferPointer { bytes in
      guard let text = bytes.baseAddress.map({ $0 + range.lowerBound }) else { return false }
      return tables.pointee.starts.isWord(text, count: count)
        || tables.pointee.short.contains { $0.utf8.count == count && $0.stands(at: text) }
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
