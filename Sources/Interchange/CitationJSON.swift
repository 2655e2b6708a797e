// Mentions as JSON lines (CONTRACT: `citations --format jsonl`).

import Citations
import Legislation

extension CitationMention {
  /// The mention as one line of JSON with its end; `file` is printed as it is given.
  public func json(file: String) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.string(file)
      write(to: &writer)
    }
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
    writer.range(range)
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
  /// The members of its object: its law, then a number for each level that applies. Those of articles
  /// are strings, because 第二十条之一 is `20-1`.
  package func write(to writer: inout JSONWriter) {
    writer.key("law")
    switch instrument {
    case .itself: writer.string("self")
    case .titled(let title): writer.string(title)
    }
    for step in path {
      guard let number = step.number else { continue }
      writer.key(step.level.rawValue)
      writer.number(number, isText: step.level == .article)
    }
    if let through {
      writer.key("to")
      writer.number(through, isText: path.last?.level == .article)
    }
  }
}

extension JSONWriter {
  /// A provision's number; one with an insert (20-1) is text wherever it stands.
  fileprivate mutating func number(_ number: ProvisionNumber, isText: Bool) {
    if isText || number.insert != nil { string(number.description) } else { integer(number.main) }
  }
}
