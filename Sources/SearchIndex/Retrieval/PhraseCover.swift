// Which bigrams of a literal have to be intersected.

/// The rarest bigram, and every second one to both sides of it. They cover all scalars, and their
/// positions fix each against the others, so the rest would add nothing.
enum PhraseCover {
  /// - Parameters:
  ///   - length: Scalars of the literal, at least 2.
  ///   - frequency: The document frequency of the bigram at an offset.
  /// - Returns: offsets in the literal, the rarest first.
  static func offsets(length: Int, frequency: (Int) -> Int) -> [Int] {
    let last = length - 2
    let rarest = (0...last).min { frequency($0) < frequency($1) }!
    var offsets = Array(stride(from: rarest, through: 0, by: -2))
    if offsets.last! == 1 { offsets.append(0) }
    offsets += stride(from: rarest + 2, through: last, by: 2)
    if (last - rarest) % 2 == 1 { offsets.append(last) }
    return offsets.sorted { frequency($0) < frequency($1) }
  }
}
