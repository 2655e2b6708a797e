// An owed rule as people and scripts read it.

import Interchange

extension OwedRule {
  /// The rule as one line of JSON, the line ended.
  public var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("instrument")
      writer.string(instrument)
      writer.key("version")
      writer.optional(version)
      delegation.write(to: &writer)
      writer.key("candidates")
      writer.array { writer in
        for title in candidates { writer.string(title) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// 库中可能为《…》等 3 件, or that the library has none.
  public var answer: String {
    guard let first = candidates.first else { return "库中未见" }
    let more = candidates.count > 1 ? "等 \(candidates.count) 件" : ""
    return "库中依其制定的有" + first.bracketedTitle + more
  }
}
