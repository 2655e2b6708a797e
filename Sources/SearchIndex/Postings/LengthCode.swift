// A document's length in one byte: scores and their bounds use the same code, so bounds hold
// exactly.

/// Lengths as a floating point number of four bits of mantissa: exact to 31, then within 1/16,
/// ever rising, to about half a million.
enum LengthCode {
  static func encode(_ length: Int) -> UInt8 {
    if length < 32 { return UInt8(max(0, length)) }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount - 4
    return UInt8(min(255, exponent * 16 + length >> exponent))
  }

  /// The middle of the lengths that have this code.
  static func decode(_ code: UInt8) -> Float {
    if code < 32 { return Float(code) }
    let exponent = Int(code) / 16 - 1
    let mantissa = Int(code) - exponent * 16
    return Float(mantissa << exponent) + Float(1 << exponent - 1) / 2
  }
}
