// Histories for scripts, as CONTRACT.md's shapes are: one object.

import Interchange
import Versions

extension ProvisionHistory {
  /// The history as one line of JSON with its end.
  public func json(asOf day: String) -> String {
    JSONWriter.line { writer in
      writer.key("instrument")
      writer.string(instrument)
      writer.key("label")
      writer.string(label)
      writer.key("asked_version")
      writer.optional(askedVersion)
      writer.key("as_of")
      writer.string(day)
      writer.key("missing_before")
      writer.write(missingBefore)
      writer.key("versions")
      writer.array { writer in
        for entry in entries { writer.object { entry.write(to: &$0) } }
      }
      writer.key("missing_after")
      writer.write(missingAfter)
      writer.key("undated_versions")
      writer.integer(undatedCount)
    }
  }
}

extension ProvisionHistory.Entry {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.write(version, validity)
    writer.key("missing")
    writer.write(missing)
    writer.key("decisions")
    writer.write(decisions)
    writer.key("provisions")
    writer.array { writer in
      for provision in provisions {
        writer.object { writer in
          writer.key("provision")
          writer.string(provision.eId)
          writer.key("label")
          writer.string(provision.label)
          writer.key("text")
          writer.string(provision.text)
          writer.key("range")
          writer.range(provision.range)
        }
      }
    }
    writer.key("changes")
    writer.array { writer in
      for change in changes { writer.object { change.write(to: &$0) } }
    }
  }
}

extension ProvisionChange {
  fileprivate func write(to writer: inout JSONWriter) {
    for (key, names) in [("old", old), ("new", new)] {
      writer.key(key)
      writer.array { writer in
        for name in names { writer.string(name.eId) }
      }
    }
    writer.key("op")
    writer.string(operation.rawValue)
    writer.key("crossref_only")
    writer.boolean(isCrossReferenceOnly)
    writer.key("punct_only")
    writer.boolean(isPunctuationOnly)
    writer.key("moved")
    writer.boolean(isMoved)
    writer.key("changes")
    writer.changes(changes)
  }
}

extension InstrumentHistory {
  /// The acts as one line of JSON with its end.
  public func json(asOf day: String) -> String {
    JSONWriter.line { writer in
      writer.key("instrument")
      writer.string(title)
      writer.key("as_of")
      writer.string(day)
      writer.key("acts")
      writer.array { writer in
        for step in steps { writer.object { step.write(to: &$0) } }
      }
    }
  }
}

extension InstrumentHistory.Step {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("date")
    writer.string(act.last)
    writer.key("event")
    writer.string(act.event)
    writer.key("text")
    writer.string(act.text)
    writer.key("effective")
    writer.optional(version?.dates.start ?? act.effective)
    writer.key("decisions")
    writer.write(decisions)
    writer.key("held")
    guard let version, let validity else {
      writer.null()
      return
    }
    writer.object { writer in
      writer.write(version, validity)
      writer.key("missing")
      writer.write(missing)
      writer.key("summary")
      writer.optional(summary)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ acts: [LegislativeAct]) {
    array { writer in
      for act in acts {
        writer.object { writer in
          writer.key("date")
          writer.string(act.last)
          writer.key("event")
          writer.string(act.event)
        }
      }
    }
  }

  fileprivate mutating func write(_ decisions: [AmendingDecision]) {
    array { writer in
      for decision in decisions {
        writer.object { writer in
          writer.key("title")
          writer.string(decision.title)
          writer.key("version")
          writer.optional(decision.date)
          writer.key("effective")
          writer.optional(decision.effective)
        }
      }
    }
  }

  fileprivate mutating func write(_ version: VersionSummary, _ validity: Validity) {
    key("version")
    optional(version.date)
    key("title")
    string(version.title)
    key("event")
    optional(version.event)
    key("published")
    optional(version.published)
    key("effective")
    optional(version.dates.start)
    key("status")
    string(validity.name)
    key("status_date")
    optional(validity.date)
  }
}
