// The references by number of a text to its own articles.

import Citations
import HanText
import Legislation

/// 本法第十二条、第十三条 in a text, with the articles it names.
struct OwnReference {
  /// UTF-8 bytes of the source text.
  let range: ByteRange
  let articles: [ArticleKey]

  /// Those of a document, in order.
  static func all(in document: ParsedDocument) -> [OwnReference] {
    CitationFinder().citations(in: document).compactMap { citation in
      guard citation.kind == .internal else { return nil }
      let articles = citation.targets.flatMap { target -> [ArticleKey] in
        guard target.instrument == .itself,
          let at = target.path.lastIndex(where: { $0.level == .article })
        else { return [] }
        let first = ArticleKey(eId: Address(path: Array(target.path[...at])).eId)
        guard at == target.path.count - 1, let through = target.through else { return [first] }
        return [first, ArticleKey(article: through)]
      }
      return articles.isEmpty ? nil : OwnReference(range: citation.range, articles: articles)
    }
  }
}
