// Citations as one line each, for tables of sentences and what they cite.

import Citations
import HanText
import Legislation

/// What a document cites: `mention | kind | targets`, a target as `self a3 p2 i1-4`.
func cited(in text: String) -> [String] {
  let document = ParsedDocument(parsing: SourceText(text))
  return CitationFinder().citations(in: document).map { citation in
    let targets = citation.targets.map(brief).joined(separator: ", ")
    let open = citation.isOpen ? " | open" : ""
    return
      "\(document.text(in: citation.range)) | \(citation.kind.rawValue) | \(targets)\(open)"
  }
}

/// What one article cites, as article 5 of an instrument with chapters.
func cited(inArticle words: String) -> [String] { cited(in: instrument(words)) }

/// An instrument of our own with `words` as its fifth article.
func instrument(_ words: String, title: String = "云图数据管理条例") -> String {
  """
  # \(title)

  2024年3月1日云图市人民政府公布

  ## 第一章　总　则

  第一条　为了规范数据活动，制定本条例。

  第二条　数据处理者应当：
  （一）登记；
  （二）备份；
  （三）报告。

  ## 第二章　数据处理

  ### 第一节　收集

  第三条　收集数据应当告知。

  第四条　保存数据应当加密。

  第五条　\(words)

  ### 第二节　提供

  第六条　提供数据应当登记。

  第七条　本条例自2024年5月1日起施行。
  """
}

private func brief(_ target: CitationTarget) -> String {
  var words: [String] = []
  switch target.instrument {
  case .itself: words.append("self")
  case .titled(let title): words.append(title)
  }
  let letters: [Level: String] = [
    .part: "P", .subpart: "S", .chapter: "c", .section: "s", .article: "a", .paragraph: "p",
    .item: "i", .subitem: "t", .point: "n", .preamble: "preamble", .attachment: "att",
  ]
  for (index, step) in target.path.enumerated() {
    let through =
      index == target.path.count - 1 ? target.through.map { "-\($0)" } ?? "" : ""
    words.append(letters[step.level]! + (step.number?.description ?? "") + through)
  }
  return words.joined(separator: " ")
}
