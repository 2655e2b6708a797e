// Changes of duties as one JSON object.

import Versions

extension DutyComparison {
  /// The changes as one line of JSON, without the line's end; files are printed as they are given.
  public func json(oldFile: String, newFile: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("old")
      old.write(file: oldFile, to: &writer)
      writer.key("new")
      new.write(file: newFile, to: &writer)
      writer.key("summary")
      writer.object { writer in
        for kind in DutyChange.Kind.allCases {
          writer.key(kind.rawValue)
          writer.integer(changes.count { $0.kind == kind })
        }
      }
      writer.key("changes")
      writer.array { writer in
        for change in changes { writer.object(change.write) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension DutyChangeEntry {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("change")
    writer.string(kind.rawValue)
    writer.key("parties")
    writer.array { writer in
      for party in parties {
        writer.object { writer in
          writer.key("name")
          writer.string(party)
          writer.key("change")
          writer.string(kind(for: party).rawValue)
        }
      }
    }
    writer.key("reasons")
    writer.array { writer in
      for reason in reasons {
        writer.object { writer in
          writer.key("code")
          writer.string(reason.code.rawValue)
          writer.key("direction")
          writer.string(reason.direction.rawValue)
          writer.key("text")
          writer.string(reason.text)
        }
      }
    }
    for (key, norms) in [("old", old), ("new", new)] {
      writer.key(key)
      writer.array { writer in
        for norm in norms { writer.object(norm.write) }
      }
    }
  }
}
