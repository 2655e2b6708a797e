// Measures and time limits as JSON.

import Norms

extension NormMeasure {
  /// The members of its object.
  func write(to writer: inout JSONWriter) {
    writer.key("kind")
    writer.string(kind.rawValue)
    writer.key("text")
    writer.string(words.text)
    writer.key("range")
    writer.range(words.range)
    writer.key("discretionary")
    writer.boolean(isDiscretionary)
    writer.key("value")
    writer.optional(value.isEmpty ? nil : value)
    writer.key("amounts")
    writer.array { writer in
      for amount in amounts { writer.object(amount.write) }
    }
    writer.key("duration")
    guard let duration else { return writer.null() }
    writer.object { writer in
      writer.key("lower")
      writer.length(duration.lower)
      writer.key("upper")
      writer.length(duration.upper)
      writer.key("lifelong")
      writer.boolean(duration.isLifelong)
    }
  }
}

extension NormAmount {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("text")
    writer.string(words.text)
    writer.key("range")
    writer.range(words.range)
    writer.key("unit")
    writer.string(unit.rawValue)
    writer.key("lower")
    writer.ratio(lower)
    writer.key("upper")
    writer.ratio(upper)
    writer.key("excludes_upper")
    writer.boolean(excludesUpper)
    writer.key("cap")
    writer.boolean(isCap)
    writer.key("daily")
    writer.boolean(isDaily)
    writer.key("basis")
    writer.words(ifAny: basis)
    writer.key("per")
    writer.words(ifAny: per)
  }
}

extension NormDeadline {
  /// The members of its object.
  func write(to writer: inout JSONWriter) {
    writer.key("text")
    writer.string(words.text)
    writer.key("range")
    writer.range(words.range)
    writer.key("relation")
    writer.string(relation.rawValue)
    writer.key("value")
    writer.string(value)
    writer.key("length")
    writer.length(length)
    writer.key("date")
    if let date { writer.day(date) } else { writer.null() }
    writer.key("event")
    writer.words(ifAny: event)
  }
}

extension JSONWriter {
  /// Words with their place, or null.
  mutating func words(ifAny words: NormEntry.Words?) {
    if let words { self.words(words) } else { null() }
  }

  /// A number, or null; one that no decimal fraction gives is rounded.
  fileprivate mutating func ratio(_ ratio: Ratio?) {
    guard let ratio else { return null() }
    let digits = ratio.description
    number(digits.contains("/") ? "\(ratio.approximation)" : digits)
  }

  fileprivate mutating func length(_ length: TimeLength?) {
    guard let length else { return null() }
    object { writer in
      writer.key("count")
      writer.integer(length.count)
      writer.key("unit")
      writer.string(length.unit.rawValue)
    }
  }

  fileprivate mutating func day(_ day: CalendarDay) {
    object { writer in
      for (name, number) in [("year", day.year), ("month", day.month), ("day", day.day)] {
        writer.key(name)
        if let number { writer.integer(number) } else { writer.null() }
      }
      writer.key("every")
      writer.optional(day.every?.rawValue)
      writer.key("end")
      writer.boolean(day.isEnd)
    }
  }
}
