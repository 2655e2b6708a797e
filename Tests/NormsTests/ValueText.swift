// Measures and deadlines as one line each, for tables of sentences and what they set.

@testable import Norms

/// The measures of a sanction: `kind[?] “words”[ amount]…[ <duration>]`.
func measures(_ text: String, from first: Int = 0) -> [String] {
  let bytes = Array(text.utf8)
  return MeasureReader.measures(in: bytes, first..<bytes.count).map { measure in
    let words = String(decoding: bytes[measure.range], as: UTF8.self)
    let amounts = measure.amounts.map { " " + ($0.isCap ? "cap " : "") + $0.description(in: bytes) }
    let duration = measure.duration.map { " <\($0)>" } ?? ""
    return "\(measure.kind.rawValue)\(measure.isDiscretionary ? "?" : "") “\(words)”"
      + amounts.joined() + duration
  }
}

/// The deadlines of a norm: `relation description “words”[ @event]`.
func deadlines(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return DeadlineReader.deadlines(in: bytes, 0..<bytes.count).map { deadline in
    let words = String(decoding: bytes[deadline.range], as: UTF8.self)
    let event = deadline.event.map { " @" + String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    return "\(deadline.relation.rawValue) \(deadline) “\(words)”\(event)"
  }
}
