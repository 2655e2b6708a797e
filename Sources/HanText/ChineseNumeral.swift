// Chinese numerals to integers and back, in every form statutes and their copies write them.

/// Reads and writes Chinese numerals.
///
/// | written | value |
/// |---|---|
/// | 十二 · 一十二 · 12 · １２ · 壹拾贰 | 12 |
/// | 一百零一 · 一百〇一 · 一百一 | 101 |
/// | 一千零二十 · 1020 | 1020 |
/// | 二〇二二 · 二○二二 | 2022 |
/// | 廿三 · 卅 | 23 · 30 |
/// | 三亿五千万 · 5万 | 350,000,000 · 50,000 |
///
/// 一百一 is read as statutes number articles, 101, not as in speech, 110.
public enum ChineseNumeral {
  /// No numeral of a legal text is longer, in scalars.
  static let longest = 32

  /// A provision's number with what follows 之: 第一百二十条之一 is 120 and 1.
  public struct Branched: Equatable, Sendable {
    /// The number before 之.
    public var number: Int
    /// 0 where the number has no branch.
    public var branch: Int

    /// `branch` 0 for none.
    public init(number: Int, branch: Int = 0) {
      self.number = number
      self.branch = branch
    }
  }

  /// The value of a whole numeral; nil where it is not well formed or does not fit an `Int`.
  public static func parse(_ scalars: some Sequence<UInt32>) -> Int? {
    var reader = NumeralReader()
    for scalar in scalars {
      guard let sign = NumeralTable.shared.sign(scalar),
        reader.read(sign, arabic: NumeralTable.isArabic(scalar))
      else { return nil }
    }
    return reader.value
  }

  /// The value of the numeral in a range of UTF-8 bytes.
  public static func parse(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    parse(UTF8Scalars(bytes[range]))
  }

  /// The value of a string that is a numeral and nothing else.
  public static func parse(_ string: some StringProtocol) -> Int? {
    parse(string.unicodeScalars.lazy.map(\.value))
  }

  /// A number with its branch: `一百二十之一`, `一百二十条之一`, `120-1`, `120之1`, with or without `第` and the
  /// level.
  public static func parseBranched(_ scalars: some Sequence<UInt32>) -> Branched? {
    var parts = [NumeralReader()]
    var levelSeen = false
    for (i, scalar) in scalars.enumerated() {
      if i == 0, scalar == Mark.ordinal { continue }
      if let sign = NumeralTable.shared.sign(scalar) {
        // After 条 only 之 may lead on.
        guard !levelSeen || parts.count == 2 else { return nil }
        guard parts[parts.count - 1].read(sign, arabic: NumeralTable.isArabic(scalar)) else {
          return nil
        }
      } else if scalar == Mark.branch || scalar == 0x2D || scalar == 0xFF0D {
        guard parts.count == 1, parts[0].value != nil else { return nil }
        parts.append(NumeralReader())
      } else if scalar == Mark.article {
        guard !levelSeen, parts[parts.count - 1].value != nil else { return nil }
        levelSeen = true
      } else {
        return nil
      }
    }
    guard let number = parts[0].value else { return nil }
    guard parts.count == 2 else { return Branched(number: number) }
    guard let branch = parts[1].value else { return nil }
    return Branched(number: number, branch: branch)
  }

  /// See `parseBranched(_:)`; a range of UTF-8 bytes.
  public static func parseBranched(_ bytes: [UInt8], _ range: ByteRange) -> Branched? {
    parseBranched(UTF8Scalars(bytes[range]))
  }

  /// Whether a scalar may stand in a number: a Chinese sign, or a digit of either width.
  public static func isSign(_ scalar: UInt32) -> Bool { NumeralTable.shared.sign(scalar) != nil }

  /// A number as statutes write it: 10 十, 110 一百一十, 101 一百零一, 12,000 一万二千.
  public static func format(_ number: Int) -> String {
    if number == 0 { return "零" }
    var text = number < 0 ? "负" : ""
    append(number.magnitude, to: &text, leading: true)
    return text
  }

  private static let digits = Array("零一二三四五六七八九")

  /// Appends a positive number; `leading` where nothing stands before it, so that 一十 is 十.
  private static func append(_ number: UInt, to text: inout String, leading: Bool) {
    var rest = number
    var leading = leading
    var begun = false
    var zeroPending = false
    for (unit, sign) in [(100_000_000, "亿"), (10000, "万")] as [(UInt, String)] where rest >= unit {
      if zeroPending { text.append(digits[0]) }
      append(rest / unit, to: &text, leading: leading)
      text += sign
      rest %= unit
      (leading, begun) = (false, true)
      zeroPending = rest > 0 && rest < unit / 10
    }
    for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] as [(UInt, String)] {
      let digit = rest / unit
      rest %= unit
      if digit == 0 {
        zeroPending = zeroPending || (begun && rest > 0)
        continue
      }
      if zeroPending { text.append(digits[0]) }
      if !(unit == 10 && digit == 1 && leading) { text.append(digits[Int(digit)]) }
      text += sign
      (leading, begun, zeroPending) = (false, true, false)
    }
  }
}

/// Builds a value sign by sign, and tells the first sign that does not fit.
struct NumeralReader {
  /// How the numeral is written.
  enum Style { case empty, digits, multiplied }

  private(set) var style = Style.empty
  private(set) var count = 0
  private var total = 0  // what 万 and 亿 have closed
  private var section = 0  // below 万
  private var digits = 0  // not yet multiplied
  private var hasDigits = false
  private var arabic = false
  private var lone = false
  private var lastMultiplier = Int.max  // within the section
  private var lastLarge = Int.max
  private var overflowed = false

  /// nil where nothing was read or the value does not fit.
  var value: Int? {
    guard style != .empty, !overflowed else { return nil }
    let (part, first) = section.addingReportingOverflow(hasDigits ? digits : 0)
    let (sum, second) = total.addingReportingOverflow(part)
    return first || second ? nil : sum
  }

  /// Whether the sign may stand here. After false the reader is of no more use.
  mutating func read(_ sign: NumeralSign, arabic isArabic: Bool) -> Bool {
    count += 1
    guard count <= ChineseNumeral.longest else { return false }
    switch sign {
    case .digit(let digit): return readDigit(digit, isArabic)
    case .loneDigit(let digit):
      guard !hasDigits || digits == 0, readDigit(digit, isArabic) else { return false }
      lone = true
      return true
    case .tens(let tens):
      guard style != .digits, !hasDigits || digits == 0, lastMultiplier > 10 else { return false }
      section += tens
      (digits, hasDigits, lastMultiplier, style) = (0, false, 10, .multiplied)
      return true
    case .multiplier(let unit): return readMultiplier(unit)
    }
  }

  private mutating func readDigit(_ digit: Int, _ isArabic: Bool) -> Bool {
    if hasDigits, !(digits == 0 && style == .multiplied) {
      // Positional digits: 二〇二二, 12. Behind a multiplier only Arabic ones: 1亿2000万.
      guard !lone, arabic == isArabic, style != .multiplied || isArabic else { return false }
      let (tenfold, first) = digits.multipliedReportingOverflow(by: 10)
      let (sum, second) = tenfold.addingReportingOverflow(digit)
      overflowed = overflowed || first || second
      digits = sum
      return !overflowed
    }
    // A digit after a lone unit, as in 十五, and one zero between, as in 一百零五.
    if style == .multiplied, lastMultiplier < 10 { return false }
    (digits, hasDigits, arabic, lone) = (digit, true, isArabic, false)
    if style == .empty { style = .digits }
    return true
  }

  private mutating func readMultiplier(_ unit: Int) -> Bool {
    // 十 alone is 一十, but nothing else stands without its digit.
    let factor = hasDigits && digits > 0 ? digits : nil
    if unit < 10000 {
      guard unit < lastMultiplier, factor != nil || (unit == 10 && !hasDigits) else { return false }
      // 二〇十 and 12十 are no numerals; 3百, 5千 are.
      guard factor == nil || factor! < 10 || arabic else { return false }
      let (product, first) = (factor ?? 1).multipliedReportingOverflow(by: unit)
      let (sum, second) = section.addingReportingOverflow(product)
      guard !first, !second else { return false }
      section = sum
      lastMultiplier = unit
    } else {
      let (open, first) = section.addingReportingOverflow(factor ?? 0)
      // 万 multiplies what stands since 亿; 亿 all that stands.
      let base = unit > 10000 ? total : 0
      guard open + base > 0, !first, unit < lastLarge || (unit > 10000 && lastLarge == 10000) else {
        return false
      }
      let (sum, second) = open.addingReportingOverflow(base)
      let (product, third) = sum.multipliedReportingOverflow(by: unit)
      let (closed, fourth) = (unit > 10000 ? 0 : total).addingReportingOverflow(product)
      guard !second, !third, !fourth else { return false }
      (total, section, lastLarge, lastMultiplier) = (closed, 0, unit, .max)
    }
    (digits, hasDigits, style) = (0, false, .multiplied)
    return true
  }
}

/// The scalars of UTF-8 bytes.
struct UTF8Scalars: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var p: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.p = bytes.startIndex
  }

  mutating func next() -> UInt32? {
    guard p < bytes.endIndex else { return nil }
    let (scalar, length) = bytes.withUnsafeBufferPointer {
      readScalar($0.baseAddress!, p - bytes.startIndex, $0.count)
    }
    p += length
    return scalar
  }
}
