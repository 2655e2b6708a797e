// The words that the acts of a sanction are read by.

import Legislation

enum MeasureWords {
  /// A verb whose object tells the measure.
  enum Frame: String, Sendable {
    /// 责令
    case order
    /// 承担, 追究
    case bear
    /// 记入, 列入
    case record
    /// 降低
    case lower
  }

  enum Tag: Sendable {
    case impose, grant, noun(MeasureKind), act(MeasureKind), frame(Frame), object(
      Frame, MeasureKind)
    case costs, limit, adverb, joint, edge, permit, by, passive, each, daily, lifelong, points,
      paper,
      shield
  }

  /// The shipped words.
  static let lexicon = ValueLexicon<Tag>(PackageResources.MeasureWords_txt) { fields in
    func kind(_ i: Int) -> MeasureKind? {
      fields.count > i ? MeasureKind(rawValue: String(fields[i])) : nil
    }
    func frame() -> Frame? { fields.count > 1 ? Frame(rawValue: String(fields[1])) : nil }
    switch fields[0] {
    case "noun": return kind(1).map { (.noun($0), fields.dropFirst(2)) }
    case "act": return kind(1).map { (.act($0), fields.dropFirst(2)) }
    case "frame": return frame().map { (.frame($0), fields.dropFirst(2)) }
    case "object":
      guard let frame = frame(), let kind = kind(2) else { return nil }
      return (.object(frame, kind), fields.dropFirst(3))
    default: return plain[String(fields[0])].map { ($0, fields.dropFirst()) }
    }
  }

  /// What a clause ends in that says when, not what.
  static let antecedents = WordClasses(PackageResources.MeasureWords_txt)["antecedent"]

  private static let plain: [String: Tag] = [
    "impose": .impose, "grant": .grant, "costs": .costs, "limit": .limit, "adverb": .adverb,
    "joint": .joint,
    "edge": .edge,
    "permit": .permit, "by": .by, "passive": .passive, "each": .each, "daily": .daily,
    "lifelong": .lifelong, "points": .points, "paper": .paper, "shield": .shield,
  ]
}

extension MeasureWords.Tag {
  /// Whether it begins or is a measure.
  var isAct: Bool {
    switch self {
    case .impose, .grant, .noun, .act, .frame, .object: true
    default: false
    }
  }
}
