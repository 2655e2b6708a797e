// An owed rule as people and scripts read it.

import Interchange

extension OwedRule {
  /// The rule as one line of JSON, the line ended.
  public var json: String {
    JSONWriter.line { writer in
      writer.key("instrument")
      writer.string(instrument)
      writer.key("version")
      writer.optional(version)
      delegation.write(to: &writer)
      writer.key("candidates")
      writer.array { writer in
        for candidate in candidates {
          writer.object { writer in
            writer.key("title")
            writer.string(candidate.title)
            writer.key("version")
            writer.optional(candidate.version)
            writer.key("status")
            writer.string(candidate.validity.name)
          }
        }
      }
    }
  }

  /// 库中依其制定的有《…》等 3 件, or that the library has none.
  public var answer: String {
    guard let first = candidates.first else { return "库中未见" }
    let more = candidates.count > 1 ? "等 \(candidates.count) 件" : ""
    var state = ""
    if case .pending = first.validity { state = "（\(first.validity.label)）" }
    return "库中依其制定的有" + first.title.bracketedTitle + state + more
  }
}
