// JSON without Foundation: a writer that appends to one buffer of UTF-8 bytes.

/// Writes JSON values one after another into a buffer; commas are its own business.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONWriter) -> Void) { wrap("{", "}", body) }

  package mutating func array(_ body: (inout JSONWriter) -> Void) { wrap("[", "]", body) }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  /// A string given as valid UTF-8.
  package mutating func string(utf8 value: [UInt8]) {
    separate()
    value.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// A share such as 0.07, given as 7.
  package mutating func hundredths(_ value: Int) {
    separate()
    let digits = String(value % 100)
    bytes.append(contentsOf: "\(value / 100).\(digits.count == 1 ? "0" : "")\(digits)".utf8)
    needsComma = true
  }

  /// A number given by its digits, as JSON writes numbers.
  package mutating func number(_ digits: String) {
    separate()
    bytes.append(contentsOf: digits.utf8)
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  package mutating func optional(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// `[start,end]`, the end not included.
  package mutating func range(_ range: Range<Int>) {
    array { writer in
      writer.integer(range.lowerBound)
      writer.integer(range.upperBound)
    }
  }

  /// One object as a line of JSON, the line ended.
  package static func line(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(body)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private mutating func wrap(
    _ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open.utf8Start.pointee)
    needsComma = false
    body(&self)
    bytes.append(close.utf8Start.pointee)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ value: String) {
    var value = value
    value.withUTF8 { quote($0) }
  }

  /// Copies runs that need no escape whole.
  private mutating func quote(_ value: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for (i, byte) in value.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      bytes.append(contentsOf: value[start..<i])
      escape(byte)
      start = i + 1
    }
    bytes.append(contentsOf: value[start...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }
}
