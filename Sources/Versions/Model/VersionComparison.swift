// Two versions of an instrument, compared whole.

import Legislation

/// What became of an instrument from one version to another.
///
/// ```swift
/// let comparison = VersionComparison(
///   old: ParsedDocument(parsing: SourceText("示例规定\n第一条　期限为十日。")),
///   new: ParsedDocument(parsing: SourceText("示例规定\n第一条　期限为五日。")))
/// print(comparison.summary)  // 修改 1 条
/// ```
public struct VersionComparison: Sendable {
  /// Which text a version is.
  public struct Version: Sendable, Hashable {
    public let title: String
    /// The day it was made public, or of the last event of its history but taking effect and repeal.
    public let date: CalendarDate?

    public init(title: String, date: CalendarDate?) { (self.title, self.date) = (title, date) }

    /// The version that a text says it is.
    public init(_ metadata: Metadata) {
      let events = metadata.history.filter { !["施行", "废止"].contains($0.event) }
      self.init(
        title: metadata.title,
        date: events.map(\.date).max() ?? metadata.published ?? metadata.adopted)
    }
  }

  public let old: Version
  public let new: Version
  /// The articles.
  public let alignment: Alignment
  /// Nil where it did not change, typography aside.
  public let title: PartChange?
  public let preamble: PartChange?
  /// The headings of parts, chapters and sections that changed, appeared or are gone, in the order of the
  /// new version.
  public let headings: [PartChange]
  /// The attachments without articles that changed, appeared or are gone.
  public let attachments: [PartChange]

  /// Finds which article became which.
  public init(old: ParsedDocument, new: ParsedDocument) {
    let (old, new) = (ComparedDocument(old), ComparedDocument(new))
    self.init(links: LinkFinder(old, new).links, old, new)
  }

  /// Lays the versions along links that are known; see `Alignment`.
  public init(links: [ArticleLink], old: ParsedDocument, new: ParsedDocument) {
    self.init(links: links, ComparedDocument(old), ComparedDocument(new))
  }

  private init(links: [ArticleLink], _ old: ComparedDocument, _ new: ComparedDocument) {
    self.old = Version(old.document.metadata)
    self.new = Version(new.document.metadata)
    alignment = Alignment(links: links, old, new)
    var parts = PartComparer(old, new, alignment)
    title = parts.title()
    preamble = parts.preamble()
    headings = parts.headings()
    attachments = parts.attachments()
  }
}
