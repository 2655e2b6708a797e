// The metadata of a document, put together from the lines above it and the provisions of it.

import HanText

/// What YAML front matter says about the page.
struct PageNames {
  var title: ByteRange?
  var source: [UInt8]?
  var author: String?
  var date: CalendarDate?
}

func pageNames(_ bytes: [UInt8], _ scan: LineScan) -> PageNames {
  var names = PageNames()
  for entry in scan.frontMatter {
    switch String(decoding: bytes[entry.key], as: UTF8.self) {
    case "title", "法规名称", "标题": names.title = entry.value
    case "source", "来源": names.source = bytes.unspaced(entry.value)
    case "author", "作者": names.author = String(decoding: bytes[entry.value], as: UTF8.self)
    case "date", "日期", "发布日期":
      names.date = readDate(bytes, at: entry.value.lowerBound, before: entry.value.upperBound)?.date
    default: break
    }
  }
  return names
}

/// The range of the title: that above the text, else that of the front matter.
func titleRange(_ bytes: [UInt8], _ front: FrontZone, _ scan: LineScan) -> ByteRange {
  if let first = front.title.first, let last = front.title.last {
    return first.lowerBound..<last.upperBound
  }
  return pageNames(bytes, scan).title ?? 0..<0
}

/// Fills in what is read off the front lines and the last provisions.
func fill(
  _ metadata: inout Metadata, _ bytes: [UInt8], title: ByteRange, front: FrontZone,
  tree: ProvisionTree
) {
  metadata.titleRange = title
  metadata.title = unspaced(String(decoding: bytes[title], as: UTF8.self))
  metadata.history = front.history
  metadata.number = front.number
  metadata.issuers = findIssuers(bytes, title: title, front: front)
  metadata.adopted = front.history.first { $0.event == "通过" }?.date
  let inForce: Set<String> = ["施行", "实施", "执行", "生效"]
  if metadata.published == nil {
    metadata.published =
      front.history.last { !inForce.contains($0.event) && $0.event != "废止" }?.date
  }
  guard metadata.genre != .commentary, metadata.genre != .case else { return }
  let effects = Effects(bytes, paragraphs: closingParagraphs(tree))
  let announced = front.history.last { inForce.contains($0.event) }?.date
  metadata.effective =
    effects.effective ?? announced ?? (effects.fromPublication ? firstDay(front.history) : nil)
  metadata.repeals = effects.repeals
}

/// The day a text was made public that says it takes effect from then: an amendment (修正, or 修订 by
/// a 关于修改…的决定) does not move it, a revision (修订) does.
private func firstDay(_ history: [HistoryEvent]) -> CalendarDate? {
  let announced: Set<String> = ["公布", "发布", "颁布", "印发", "公告"]
  return history.last {
    announced.contains($0.event) || $0.event == "修订" && !isByDecision($0.text)
  }?.date
    ?? history.first { $0.event == "批准" }?.date ?? history.first { $0.event == "通过" }?.date
    ?? history.first { $0.event.isEmpty }?.date
}

/// Whether an event came by a decision that changes some words: 《…关于修改…的决定》.
private func isByDecision(_ event: String) -> Bool {
  let bytes = Array(event.utf8)
  return bytes.find("修改", in: 0..<bytes.count) != nil
    && bytes.find("决定", in: 0..<bytes.count) != nil
}

/// The paragraphs that may say when a text takes effect: the order and the last few.
private func closingParagraphs(_ tree: ProvisionTree) -> [ByteRange] {
  let main = tree.nodes.indices.filter { index in
    let node = tree.nodes[index]
    guard
      node.level == .article || node.level == .point
        || node.level == .paragraph && node.parent == nil
    else { return false }
    return !tree.ancestors(of: index).contains { tree.nodes[$0].level == .attachment }
  }
  let orders = tree.nodes.indices.filter { tree.nodes[$0].level == .signature }
  return (orders.prefix(1) + main.suffix(6)).map { tree.nodes[$0].text }
}
