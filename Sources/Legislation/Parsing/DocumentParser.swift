// A source text read into a document: the stages in order.

import HanText

extension ParsedDocument {
  /// Parses any text: regulations, decisions, interpretations, commentary, cases. Never fails.
  public init(parsing source: SourceText) {
    let bytes = source.bytes
    var scan = readLines(bytes)
    readLabels(bytes, &scan.lines)
    let headerCount = scan.headerEnd ?? 0
    var header = Array(scan.lines[..<headerCount])
    var body = Array(scan.lines[headerCount...])
    removeContents(bytes, &body)
    body = ArticleSequence.settle(bytes, body)
    var metadata = Metadata()
    let front = FrontMatter(bytes, scan, header: &header, body: body, into: &metadata)
    joinWraps(bytes, &body, from: front.bodyStart)
    var parser = BodyParser(bytes, body)
    parser.parse(front.bodyStart..<body.count)
    parser.builder.closeAll()
    self.source = source
    self.metadata = metadata
    self.tree = ProvisionTree(nodes: parser.builder.nodes)
    self.warnings = parser.warnings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.stretches = parser.stretches
  }
}
