// A parsed document as one JSON object, ranges in Unicode scalars.

import HanText
import Legislation

extension ParsedDocument {
  /// The document as one line of JSON, without the line's end.
  ///
  /// `file` is printed as it is given. Ranges are `[start, end)` in Unicode scalars of the source text.
  public func json(file: String) -> String {
    var writer = JSONWriter()
    var offsets = ScalarOffsets(source)
    writer.object { writer in
      writer.key("file")
      writer.string(file)
      metadata.write(to: &writer)
      writer.key("provisions")
      writer.array { writer in
        for node in tree.roots { write(node, to: &writer, &offsets) }
      }
      writer.key("warnings")
      writer.array { writer in
        for warning in warnings {
          writer.object { writer in
            writer.key("range")
            writer.range(warning.range, &offsets)
            writer.key("code")
            writer.string(warning.code.rawValue)
            writer.key("message")
            writer.string(warning.message)
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ index: Int, to writer: inout JSONWriter, _ offsets: inout ScalarOffsets) {
    let node = tree.nodes[index]
    writer.object { writer in
      writer.key("id")
      writer.string(tree.eId(of: index))
      writer.key("level")
      writer.string(node.level.rawValue)
      writer.key("number")
      if let number = node.number { writer.string(number.description) } else { writer.null() }
      writer.key("label")
      writer.string(utf8: utf8Text(in: node.label))
      if !node.heading.isEmpty || node.level.isContainer {
        writer.key("heading")
        writer.string(heading(of: index))
      }
      writer.key("range")
      writer.range(node.range, &offsets)
      if !node.level.isContainer {
        writer.key("text")
        writer.string(utf8: utf8Text(in: node.text))
      }
      writer.key("children")
      writer.array { writer in
        for child in tree.children(of: index) { write(child, to: &writer, &offsets) }
      }
    }
  }
}

extension Metadata {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("title")
    writer.string(title)
    writer.key("genre")
    writer.string(genre.rawValue)
    writer.key("issuer")
    writer.strings(issuers)
    writer.key("number")
    writer.optional(number)
    writer.key("history")
    writer.array { writer in
      for event in history {
        writer.object { writer in
          writer.key("date")
          writer.string(event.date.description)
          writer.key("event")
          writer.string(event.event)
          writer.key("text")
          writer.string(event.text)
        }
      }
    }
    writer.key("adopted")
    writer.optional(adopted?.description)
    writer.key("published")
    writer.optional(published?.description)
    writer.key("effective")
    writer.optional(effective?.description)
    if genre == .commentary {
      writer.key("author")
      writer.strings(authors)
    }
    writer.key("repeals")
    writer.array { writer in
      for repeal in repeals {
        writer.object { writer in
          writer.key("title")
          writer.string(repeal.title)
          writer.key("date")
          writer.optional(repeal.date?.description)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func range(_ range: ByteRange, _ offsets: inout ScalarOffsets) {
    let scalars = offsets.scalars(range)
    array { writer in
      writer.integer(scalars.lowerBound)
      writer.integer(scalars.upperBound)
    }
  }

  fileprivate mutating func strings(_ values: [String]) {
    array { writer in
      for value in values { writer.string(value) }
    }
  }
}
