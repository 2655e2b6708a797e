// The lines above the first provision: title, history, number, order.

import HanText

/// Where the body begins, found while the title is.
struct FrontMatter {
  let bodyStart: Int

  init(
    _ bytes: [UInt8], _ scan: LineScan, header: inout [Line], body: [Line],
    into metadata: inout Metadata
  ) {
    if let title = header.first(where: { $0.depth == 1 }) ?? header.first {
      metadata.titleRange = title.range
      metadata.title = unspaced(String(decoding: bytes[title.range], as: UTF8.self))
      bodyStart = 0
      return
    }
    let first = body.firstIndex { $0.label?.isArticle == true || $0.label?.division != nil } ?? 1
    if let title = body.prefix(first).first(where: { $0.depth == 1 }) ?? body.first {
      metadata.titleRange = title.range
      metadata.title = unspaced(String(decoding: bytes[title.range], as: UTF8.self))
    }
    bodyStart = min(first, body.count)
  }
}
