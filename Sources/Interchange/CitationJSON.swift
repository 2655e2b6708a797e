// Citations as JSON lines, ranges in Unicode scalars.

import Citations
import HanText
import Legislation

extension ParsedDocument {
  /// The citations found in this document, one JSON object a line, each line ended.
  ///
  /// `file` is printed as it is given. Ranges are `[start, end)` in Unicode scalars of the source text.
  public func json(_ citations: [Citation], file: String) -> String {
    var offsets = ScalarOffsets(source)
    var lines: [UInt8] = []
    for citation in citations {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("file")
        writer.string(file)
        writer.key("provision")
        writer.string(tree.eId(of: citation.node))
        writer.key("text")
        writer.string(source.string(citation.range))
        writer.key("range")
        writer.range(citation.range, &offsets)
        writer.key("kind")
        writer.string(citation.kind.rawValue)
        writer.key("targets")
        writer.array { writer in
          for target in citation.targets { target.write(to: &writer) }
        }
        writer.key("open")
        writer.boolean(citation.isOpen)
      }
      lines.append(contentsOf: writer.bytes)
      lines.append(UInt8(ascii: "\n"))
    }
    return String(decoding: lines, as: UTF8.self)
  }
}

extension CitationTarget {
  /// The target as CONTRACT shapes it: an article's number is a string (`"20-1"`), the others integers.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("law")
      switch instrument {
      case .itself: writer.string("self")
      case .titled(let title): writer.string(title)
      }
      for step in path {
        guard let key = step.level.targetKey, let number = step.number else { continue }
        writer.key(key)
        writer.number(number, isText: step.level == .article)
      }
      if let through {
        writer.key("to")
        writer.number(through, isText: path.last?.level == .article)
      }
    }
  }
}

extension JSONWriter {
  /// A provision's number; one with an insert (20-1) is text wherever it stands.
  fileprivate mutating func number(_ number: ProvisionNumber, isText: Bool) {
    if isText || number.insert != nil { string(number.description) } else { integer(number.main) }
  }
}

extension Level {
  /// The key of a level in a target.
  fileprivate var targetKey: StaticString? {
    switch self {
    case .part: "part"
    case .subpart: "subpart"
    case .chapter: "chapter"
    case .section: "section"
    case .article: "article"
    case .paragraph: "paragraph"
    case .item: "item"
    case .subitem: "subitem"
    case .point: "point"
    case .attachment: "attachment"
    default: nil
    }
  }
}
