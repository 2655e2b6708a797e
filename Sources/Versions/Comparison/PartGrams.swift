// How alike two texts are by themselves, where there is nothing to weigh them against.

/// The pairs of neighbouring characters of a text.
struct PartGrams {
  private let grams: Set<UInt64>

  init(_ scalars: [UInt32]) {
    grams = Set(zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
  }

  /// The share of pairs that both have (Dice), 0 to 1.
  func likeness(to other: PartGrams) -> Double {
    guard !grams.isEmpty, !other.grams.isEmpty else { return 0 }
    return 2 * Double(grams.intersection(other.grams).count)
      / Double(grams.count + other.grams.count)
  }

  /// Whether one is a version of the other.
  func isLike(_ other: PartGrams) -> Bool { likeness(to: other) >= 0.5 }
}
