// Mentions as JSON lines (CONTRACT: `citations --format jsonl`).

import Citations
import Legislation

extension CitationMention {
  /// The mention as one line of JSON with its end; `file` is printed as it is given.
  public func json(file: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("file")
      writer.string(file)
      write(to: &writer)
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// The members of its object, all but where its text comes from. `more` may add to each target's.
  package func write(
    to writer: inout JSONWriter, more: (Int, inout JSONWriter) -> Void = { _, _ in }
  ) {
    writer.key("provision")
    writer.string(provision)
    writer.key("text")
    writer.string(text)
    writer.key("range")
    writer.array { writer in
      writer.integer(range.lowerBound)
      writer.integer(range.upperBound)
    }
    writer.key("kind")
    writer.string(kind.rawValue)
    writer.key("targets")
    writer.array { writer in
      for (number, target) in targets.enumerated() {
        writer.object { writer in
          target.write(to: &writer)
          more(number, &writer)
        }
      }
    }
    writer.key("open")
    writer.boolean(isOpen)
  }
}

extension CitationTarget {
  /// The members of its object: its law, then a number for each level that applies. Those of articles are
  /// strings, because 第二十条之一 is `20-1`.
  package func write(to writer: inout JSONWriter) {
    writer.key("law")
    switch instrument {
    case .itself: writer.string("self")
    case .titled(let title): writer.string(title)
    }
    for step in path {
      writer.key(step.level.rawValue)
      writer.number(step.number ?? ProvisionNumber(1), of: step.level)
    }
    if let through, let last = path.last {
      writer.key("to")
      writer.number(through, of: last.level)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func number(_ number: ProvisionNumber, of level: Level) {
    if level == .article { string(number.description) } else { integer(number.main) }
  }
}
