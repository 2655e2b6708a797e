// An alignment of two parsed versions, its links found or given.

import Legislation

extension Alignment {
  /// Finds which article of `old` became which of `new`.
  ///
  /// A text without articles is compared by its points, else its paragraphs.
  public init(old: ParsedDocument, new: ParsedDocument) {
    let (old, new) = (ComparedDocument(old), ComparedDocument(new))
    self.init(links: LinkFinder(old, new).links, old, new)
  }

  /// Lays two versions along links that are known, as from the decision that made one of the other; a link
  /// to what a version does not have is left out.
  public init(links: [ArticleLink], old: ParsedDocument, new: ParsedDocument) {
    self.init(links: links, ComparedDocument(old), ComparedDocument(new))
  }

  init(links: [ArticleLink], _ old: ComparedDocument, _ new: ComparedDocument) {
    var builder = RowBuilder(links, old, new)
    self.init(rows: builder.rows())
  }
}
