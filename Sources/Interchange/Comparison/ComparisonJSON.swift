// A comparison of versions as one JSON object.

import Legislation
import Versions

extension VersionComparison {
  /// The comparison as one line of JSON, without the line's end; files are printed as they are given.
  public func json(oldFile: String, newFile: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("old")
      old.write(file: oldFile, to: &writer)
      writer.key("new")
      new.write(file: newFile, to: &writer)
      writer.key("summary")
      writer.string(summary)
      writer.key("alignment")
      alignment.write(to: &writer)
      writer.key("title")
      write(title, to: &writer)
      writer.key("preamble")
      write(preamble, to: &writer)
      writer.key("headings")
      writer.array { writer in
        for change in headings { change.write(to: &writer) }
      }
      writer.key("attachments")
      writer.array { writer in
        for change in attachments { change.write(to: &writer) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ change: PartChange?, to writer: inout JSONWriter) {
    if let change { change.write(to: &writer) } else { writer.null() }
  }
}

extension VersionComparison.Version {
  func write(file: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("file")
      writer.string(file)
      writer.key("title")
      writer.string(title)
      writer.key("date")
      writer.optional(date?.description)
    }
  }
}

extension Alignment {
  /// The rows, an object each.
  func write(to writer: inout JSONWriter) {
    writer.array { writer in
      for row in rows { row.write(to: &writer) }
    }
  }
}

extension AlignedArticles {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("old")
      writer.keys(old)
      writer.key("new")
      writer.keys(new)
      writer.key("op")
      writer.string(operation.rawValue)
      writer.key("crossref_only")
      writer.boolean(isCrossReferenceOnly)
      writer.key("punct_only")
      writer.boolean(isPunctuationOnly)
      writer.key("moved")
      writer.boolean(isMoved)
      writer.key("links")
      writer.array { writer in
        for link in links { writer.keys([link.old, link.new]) }
      }
      writer.key("changes")
      writer.changes(changes)
    }
  }
}

extension PartChange {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("old")
      write(old, to: &writer)
      writer.key("new")
      write(new, to: &writer)
      writer.key("op")
      writer.string(operation.rawValue)
      writer.key("changes")
      writer.changes(changes)
    }
  }

  private func write(_ part: Part?, to writer: inout JSONWriter) {
    guard let part else {
      writer.null()
      return
    }
    writer.object { writer in
      writer.key("id")
      writer.string(part.eId)
      writer.key("label")
      writer.string(part.label)
      writer.key("heading")
      writer.string(part.heading)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func keys(_ keys: [ArticleKey]) {
    array { writer in
      for key in keys { writer.string(key.description) }
    }
  }

  /// The changes of a text, in the order of reading.
  package mutating func changes(_ changes: [TextChange]) {
    array { writer in
      for change in changes {
        writer.object { writer in
          writer.key("op")
          writer.string(change.operation.rawValue)
          writer.key("text")
          writer.string(change.text)
        }
      }
    }
  }
}
