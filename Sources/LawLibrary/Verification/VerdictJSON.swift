// Verdicts as JSON lines (CONTRACT: `verify --format jsonl`).

import Citations
import Interchange

extension CheckedCitation {
  /// The verdict as one line of JSON with its end; `file` is printed as it is given.
  public func json(file: String) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.string(file)
      writer.key("provision")
      writer.string(provision)
      writer.key("text")
      writer.string(text)
      writer.key("range")
      writer.range(range)
      writer.key("verdict")
      writer.string(verdict.rawValue)
      writer.key("reason")
      writer.optional(reason)
      writer.key("target")
      if let target { writer.object { target.write(to: &$0) } } else { writer.null() }
      writer.key("instrument")
      writer.optional(instrument)
      writer.key("as_of")
      writer.string(day)
      writer.key("version")
      writer.optional(version)
      writer.key("now")
      if let now { writer.object { now.write(to: &$0) } } else { writer.null() }
      writer.key("share")
      if let share { writer.hundredths(Int(share * 100 + 0.5)) } else { writer.null() }
      writer.key("differences")
      writer.array { writer in
        for edit in edits where edit.operation != .equal {
          writer.object { writer in
            writer.key("op")
            writer.string(edit.operation.rawValue)
            writer.key("text")
            writer.string(edit.text)
          }
        }
      }
    }
  }
}
