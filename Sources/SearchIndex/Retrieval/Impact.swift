// What one posting adds to a score, as an integer: sums do not depend on the order of adding, so
// equal texts score equally and pruned retrieval equals exhaustive scoring to the last bit.

/// The part of BM25 that depends on a field: k1·(1 − b + b·length/average) for each length code.
struct LengthNorms {
  let values: [Float]
  let k1: Float

  init(_ scoring: FieldScoring, averageLength: Float) {
    k1 = scoring.k1
    values = (0...255).map { code in
      // Never zero, so that the impact of a frequency of 0 is 0.
      max(
        1e-6,
        scoring.k1
          * (1 - scoring.b + scoring.b * LengthCode.decode(UInt8(code)) / max(averageLength, 1)))
    }
  }
}

/// Turns sums of integer impacts into scores.
struct ScoreScale {
  /// All terms of a query together stay within what a Float holds exactly.
  static let largestSum: Float = 8_388_608

  let factor: Float
  let rule: PriorRule
  private let inverse: Float

  /// - Parameter total: the most all terms together can add, unscaled.
  init(total: Float, rule: PriorRule) {
    factor = total > 0 ? Self.largestSum / total : 1
    inverse = 1 / factor
    self.rule = rule
  }

  /// Rises with `sum` and with `prior`, so that it takes bounds to bounds.
  @inline(__always)
  func score(_ sum: UInt32, _ prior: Float) -> Float {
    switch rule {
    case .multiplied: Float(sum) * inverse * prior
    case .added: Float(sum) * inverse + prior
    }
  }
}

/// Scores the postings of one term; valid while the memory behind its pointers is.
struct TermScorer {
  /// Scaled weight · idf · (k1 + 1).
  let weight: Float
  let norms: UnsafePointer<Float>
  let lengths: UnsafePointer<UInt8>

  static func idf(documentFrequency: Int, documentCount: Int) -> Float {
    let rare = Float(max(0, documentCount - documentFrequency)) + 0.5
    return naturalLogarithm(1 + rare / (Float(documentFrequency) + 0.5))
  }

  @inline(__always)
  func impact(_ frequency: UInt32, length: UInt8) -> UInt32 {
    let frequency = Float(min(frequency, UInt32(ImpactFrontier.largestFrequency)))
    return UInt32(weight * frequency / (frequency + norms[Int(length)]))
  }

  @inline(__always)
  func impact(_ frequency: UInt32, of document: UInt32) -> UInt32 {
    impact(frequency, length: lengths[Int(document)])
  }

  /// Rounding may put an impact this much above one of more occurrences in a shorter document:
  /// three roundings of half a unit in the last place each, of sums below `ScoreScale.largestSum`.
  private static let roundingSlack: UInt32 = 4

  /// The most a posting under `frontier` can add.
  func bound(_ frontier: ImpactFrontier) -> UInt32 {
    var bound: UInt32 = 0
    for pair in 0..<ImpactFrontier.pairCount {
      let frequency = frontier.frequency(pair)
      if frequency == 0 { break }
      bound = max(bound, impact(frequency, length: frontier.length(pair)))
    }
    return bound + Self.roundingSlack
  }
}

/// ln x for x ≥ 1, by range reduction and the series of the inverse hyperbolic tangent; the same on
/// every platform, without its mathematics library.
func naturalLogarithm(_ x: Float) -> Float {
  let value = Double(x)
  let exponent = Double(value.exponent)
  let mantissa = value.significand  // 1..<2
  let t = (mantissa - 1) / (mantissa + 1)
  let square = t * t
  var power = t
  var sum = 0.0
  for n in 0..<16 {
    sum += power / Double(2 * n + 1)
    power *= square
  }
  return Float(exponent * 0.693_147_180_559_945_3 + 2 * sum)
}
