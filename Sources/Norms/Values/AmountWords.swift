// The words that amounts are written with.

import Legislation

enum AmountWords {
  enum Tag: Sendable {
    case scale(Int), share(Int), percent(Int), parts, point
    case unit(Amount.Unit), same, none
    case above, below, under, through, gap, cap, floor
  }

  static let lexicon = ValueLexicon<Tag>(PackageResources.AmountWords_txt) { fields in
    guard fields.count > 1 else { return nil }
    let number = Int(fields[1])
    let tag: Tag
    switch fields[0] {
    case "scale": tag = .scale(number ?? 1)
    case "share": tag = .share(number ?? 1)
    case "percent": tag = .percent(number ?? 1)
    case "unit":
      guard let unit = Amount.Unit(rawValue: String(fields[1])) else { return nil }
      tag = .unit(unit)
    case "parts": tag = .parts
    case "point": tag = .point
    case "same": tag = .same
    case "none": tag = .none
    case "above": tag = .above
    case "below": tag = .below
    case "under": tag = .under
    case "through": tag = .through
    case "gap": tag = .gap
    case "cap": tag = .cap
    case "floor": tag = .floor
    default: return nil
    }
    let hasArgument = ["scale", "share", "percent", "unit"].contains(fields[0])
    return (tag, fields.dropFirst(hasArgument ? 2 : 1))
  }

  private static let classes = WordClasses(PackageResources.AmountWords_txt)
  /// What makes a number yuan that has no unit: 五千以上二万以下罚款.
  static let money = classes["money"]
  /// Words between what an amount is of and the amount.
  static let fillers = classes["filler"]
}
