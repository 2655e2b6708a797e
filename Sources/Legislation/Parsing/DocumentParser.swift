// A source text read into a document: the stages in order.

import HanText

extension ParsedDocument {
  /// Parses any text: regulations, decisions, interpretations, commentary, cases. Never fails.
  public init(parsing source: SourceText) {
    let bytes = source.bytes
    var scan = readLines(bytes)
    readLabels(bytes, &scan.lines)
    let header = Array(scan.lines.prefix(scan.headerEnd ?? 0))
    var body = Array(scan.lines.dropFirst(scan.headerEnd ?? 0))
    removeContents(bytes, &body)

    var front = FrontZone(bytes, header: header, body: body)
    let title = titleRange(bytes, front, scan)
    let genre = TextShape(bytes, body).genre(bytes, title: title, hasByline: front.byline != nil)
    var metadata = Metadata()
    metadata.genre = genre
    let names = pageNames(bytes, scan)
    let parsed: Parsed
    if genre == .commentary || genre == .case {
      parsed = parseCommentary(bytes, body, front, scan, genre, names, into: &metadata)
    } else {
      body = ArticleSequence.settle(bytes, body, isDecision: genre == .decision)
      front = FrontZone(bytes, header: header, body: body)
      parsed = parseBody(bytes, &body, front, names)
    }
    let tree = ProvisionTree(nodes: parsed.nodes)
    fill(&metadata, bytes, title: title, front: front, tree: tree)
    self.source = source
    self.metadata = metadata
    self.tree = tree
    self.stretches = parsed.stretches
    self.warnings = (parsed.warnings + findGaps(tree, bytes, genre: genre))
      .sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
  }
}

/// What a parser of either kind gives.
struct Parsed {
  var nodes: [Provision]
  var stretches: [TextStretch]
  var warnings: [ParseWarning] = []
}

private func parseBody(
  _ bytes: [UInt8], _ body: inout [Line], _ front: FrontZone, _ names: PageNames
) -> Parsed {
  guard front.bodyStart < body.count || front.order != nil else {
    return Parsed(nodes: [], stretches: [])
  }
  joinWraps(bytes, &body, from: front.bodyStart)
  var parser = BodyParser(bytes, body)
  if let order = front.order { parser.takeSignature(order) }
  if front.bodyStart < body.count {
    let tail = Tail(bytes, body, from: front.bodyStart, source: names.source)
    parser.parse(front.bodyStart..<tail.signature.lowerBound)
    parser.takeSignature(tail.signature)
    parser.parse(tail.signature.upperBound..<tail.end, isBeginning: false)
  }
  parser.builder.closeAll()
  return Parsed(
    nodes: parser.builder.nodes, stretches: parser.stretches, warnings: parser.warnings)
}

private func parseCommentary(
  _ bytes: [UInt8], _ body: [Line], _ front: FrontZone, _ scan: LineScan, _ genre: Genre,
  _ names: PageNames, into metadata: inout Metadata
) -> Parsed {
  metadata.authors = front.byline.map { authorNames(bytes, in: $0) } ?? []
  if metadata.authors.isEmpty { metadata.authors = names.author.map { [$0] } ?? [] }
  metadata.published = front.bylineDate ?? names.date
  var start = front.bodyStart
  // What an import script printed stands above 正文.
  if let main = body.indices.first(where: {
    body[$0].depth > 0 && bytes.isExactly("正文", body[$0].range)
  }) {
    start = max(start, main + 1)
  }
  let titles = Set(front.title.map { bytes.unspaced($0) })
  while start < body.count, titles.contains(bytes.unspaced(body[start].range)) { start += 1 }
  var lines = body
  // Commentary cites articles and has none.
  for i in lines.indices where lines[i].label?.isArticle == true { lines[i].label = nil }
  joinWraps(bytes, &lines, from: start)
  let furniture = Furniture(
    bytes: bytes, authors: metadata.authors.map { Array($0.utf8) }, source: names.source)
  let kept = furniture.textLines(lines, from: start)
  var parser = CommentaryParser(bytes, kept.map { lines[$0] }, genre: genre)
  parser.parse()
  return Parsed(nodes: parser.builder.nodes, stretches: parser.stretches)
}
