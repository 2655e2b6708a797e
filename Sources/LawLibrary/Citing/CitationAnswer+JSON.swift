// The mentions of a library as JSON lines: those of a file, and where in the library they stand.

import Interchange

extension CitationAnswer {
  /// A line for each mention: the members that `citations FILE` gives, with the instrument, its version and
  /// status, the label and the words around; each target says whether the library has it, and how it
  /// lies to what was asked for.
  public var jsonLines: String {
    var lines = ""
    for version in versions {
      for found in version.mentions { lines += found.json(in: version) }
    }
    return lines
  }
}

extension FoundMention {
  fileprivate func json(in version: CitingVersion) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.optional(version.sources.first)
      writer.key("instrument")
      writer.string(version.title)
      writer.key("version")
      writer.optional(version.version)
      writer.key("status")
      writer.string(version.validity.name)
      writer.key("own")
      writer.boolean(version.isOwn)
      if let id = recordID {
        writer.key("id")
        writer.string(id)
      }
      writer.key("label")
      writer.string(mention.label)
      mention.write(to: &writer) { number, writer in
        let target = targets[number]
        writer.key("library")
        writer.string(target.holding.rawValue)
        if let relation = target.relation {
          writer.key("relation")
          writer.string(relation.rawValue)
        }
        if let now = target.now {
          writer.key("now")
          writer.object { now.write(to: &$0) }
        }
      }
      writer.key("before")
      writer.string(before)
      writer.key("after")
      writer.string(after)
    }
  }
}
