// Documents of our own around the sentences of the tables: an instrument, a commentary.

/// The norms of one article.
func normTexts(inArticle words: String) -> [String] { normTexts(instrument([words])) }

/// The norms of one paragraph of commentary.
func normTexts(inCommentary words: String) -> [String] {
  normTexts("评《云图渡口条例》\n\n王某 2024年6月1日\n\n\(words)\n")
}

/// An instrument with the given articles.
func instrument(_ articles: [String]) -> String {
  let lines = articles.enumerated().map { "第\($0.offset + 1)条　\($0.element)\n" }
  return "# 云图渡口条例\n\n" + lines.joined(separator: "\n")
}
