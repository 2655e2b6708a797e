// One record of a CSV file that spreadsheets open as what it says, not as formulas.

/// A line of CSV (RFC 4180): commas, CRLF, and quotes where a field needs them.
package struct CSVLine {
  /// U+FEFF: with it at the start of the file, spreadsheets read the file as UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  private var line = ""
  private var isEmpty = true

  package init() {}

  /// A line of the given words.
  package init(_ fields: [String]) {
    for field in fields { append(field) }
  }

  /// The line with its end.
  package var text: String { line + "\r\n" }

  /// Adds a field of words. One that a spreadsheet would take for a formula gets a `'` before it.
  package mutating func append(_ field: String) {
    separate()
    let guarded = field.looksLikeFormula ? "'" + field : field
    guard guarded.utf8.contains(where: Self.needsQuotes) else {
      line += guarded
      return
    }
    // By scalars: a quote with an accent on it is a quote all the same.
    line.unicodeScalars.append("\"")
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { line.unicodeScalars.append(scalar) }
      line.unicodeScalars.append(scalar)
    }
    line.unicodeScalars.append("\"")
  }

  /// Adds a number, or an empty field.
  package mutating func append(_ number: Int?) {
    separate()
    if let number { line += String(number) }
  }

  private mutating func separate() {
    if !isEmpty { line += "," }
    isEmpty = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}

extension String {
  /// Whether its first character other than white space is one that begins a formula (OWASP, CSV
  /// Injection), full-width forms included: spreadsheets set to Chinese or Japanese read those too.
  fileprivate var looksLikeFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    switch first {
    case "\t", "\r", "\n": return true
    default: break
    }
    switch unicodeScalars.first(where: { !$0.properties.isWhitespace }) {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }
}
