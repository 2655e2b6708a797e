// Norms as JSON lines (CONTRACT: `duties --format jsonl`).

import Norms

extension NormEntry {
  /// The norm as one line of JSON, the line ended; `file` is printed as it is given. With `explaining` it
  /// has the rules that set its fields.
  public func json(file: String, explaining: Bool = false) -> String {
    JSONWriter.line { writer in
      writer.key("file")
      writer.string(file)
      write(to: &writer)
      if explaining { writeReasons(to: &writer) }
    }
  }

  /// The members of its object, all but where its text comes from.
  package func write(to writer: inout JSONWriter) {
    writer.key("provision")
    writer.string(provision)
    writer.key("id")
    writer.string(id)
    writer.key("kind")
    writer.string(kind.rawValue)
    writer.key("trigger")
    writer.words(trigger)
    writer.key("bearers")
    writer.words(bearers)
    writer.key("implicit")
    writer.boolean(isImplicit)
    writer.key("topic")
    writer.words(ifAny: topic)
    writer.key("action")
    writer.words(action)
    writer.key("condition")
    writer.words(ifAny: condition)
    writer.key("exception")
    writer.words(ifAny: exception)
    writer.key("authority")
    writer.words(authorities)
    writer.key("label")
    writer.string(label)
    writer.key("parties")
    writer.array { writer in
      for names in parties {
        writer.array { writer in
          for name in names { writer.string(name) }
        }
      }
    }
    writer.key("measures")
    writer.array { writer in
      for measure in measures { writer.object(measure.write) }
    }
    if kind == .sanction {
      writer.key("references")
      writer.array { writer in
        for reference in references { writer.object(reference.write) }
      }
    }
    if let clause {
      writer.key("clause")
      writer.object(clause.write)
    }
    writer.key("sanctions")
    writer.array { writer in
      for sanction in sanctions { writer.object(sanction.write) }
    }
    writer.key("deadlines")
    writer.array { writer in
      for deadline in deadlines { writer.object(deadline.write) }
    }
  }

  private func writeReasons(to writer: inout JSONWriter) {
    writer.key("reasons")
    writer.array { writer in
      for reason in reasons {
        writer.object { writer in
          writer.key("field")
          writer.string(reason.field.rawValue)
          writer.key("rule")
          writer.string(reason.rule)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func words(_ list: [NormEntry.Words]) {
    array { writer in
      for words in list { writer.words(words) }
    }
  }
}
