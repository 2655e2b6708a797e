// The words that lengths of time are written with.

enum TimeWords {
  enum Tag: Sendable {
    case unit(TimeUnit), length(TimeLength), none
    case above, below, through, within
  }

  static let lexicon = ValueLexicon<Tag>(PackageResources.TimeWords_txt) { fields in
    guard fields.count > 1 else { return nil }
    let tag: Tag
    switch fields[0] {
    case "unit":
      guard let unit = TimeUnit(rawValue: String(fields[1])) else { return nil }
      return (.unit(unit), fields.dropFirst(2))
    case "length":
      guard fields.count > 3, let count = Int(fields[1]),
        let unit = TimeUnit(rawValue: String(fields[2]))
      else { return nil }
      return (.length(TimeLength(count, unit)), fields.dropFirst(3))
    case "none": tag = .none
    case "above": tag = .above
    case "below": tag = .below
    case "through": tag = .through
    case "within": tag = .within
    default: return nil
    }
    return (tag, fields.dropFirst())
  }
}
