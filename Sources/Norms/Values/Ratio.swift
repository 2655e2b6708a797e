// Numbers of amounts, exact: half a 万, three per cent and 1.5 times stay what the text says.

/// A fraction in lowest terms, never negative.
public struct Ratio: Sendable, Hashable {
  public let numerator: Int
  /// Positive.
  public let denominator: Int

  /// nil where the denominator is not positive.
  init?(_ numerator: Int, over denominator: Int) {
    guard denominator > 0, numerator >= 0 else { return nil }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / a
    self.denominator = denominator / a
  }

  init(_ whole: Int) {
    (numerator, denominator) = (max(0, whole), 1)
  }

  /// The number where it is whole.
  public var whole: Int? { denominator == 1 ? numerator : nil }

  /// Whether a decimal fraction says it all.
  var isDecimal: Bool {
    var rest = denominator
    for factor in [2, 5] {
      while rest % factor == 0 { rest /= factor }
    }
    return rest == 1
  }

  /// The nearest floating-point number.
  public var approximation: Double { Double(numerator) / Double(denominator) }

  /// nil where the product does not fit.
  func multiplied(by factor: Int) -> Ratio? {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Ratio(product, over: denominator)
  }

  /// nil where the divisor does not fit.
  func divided(by divisor: Int) -> Ratio? {
    let (product, overflow) = denominator.multipliedReportingOverflow(by: divisor)
    return overflow ? nil : Ratio(numerator, over: product)
  }
}

extension Ratio: Comparable {
  public static func < (a: Ratio, b: Ratio) -> Bool {
    // The products of two machine words need two.
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Ratio: CustomStringConvertible {
  /// `1.5`, or `1/3` where no decimal fraction ends.
  public var description: String {
    guard denominator > 1 else { return "\(numerator)" }
    var scale = 1
    for places in 1...9 {
      scale *= 10
      guard scale % denominator == 0 else { continue }
      let (digits, overflow) = (numerator % denominator).multipliedReportingOverflow(
        by: scale / denominator)
      guard !overflow else { break }
      let fraction = "\(digits)"
      let zeros = String(repeating: "0", count: places - fraction.utf8.count)
      return "\(numerator / denominator).\(zeros)\(fraction)"
    }
    return "\(numerator)/\(denominator)"
  }
}
