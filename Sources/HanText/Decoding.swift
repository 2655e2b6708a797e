// Bytes of a file to source text: Unicode first, then the legacy encodings Chinese texts come in.

import ICUShim

/// What a file was written in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
  case big5 = "Big5"
}

/// Why bytes are not text. Offsets are bytes of the file.
public enum TextDecodingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No bytes, or a byte-order mark alone.
  case empty
  /// Control bytes that no text holds; `kind` names the format where its first bytes tell.
  case binary(kind: String?, offset: Int)
  /// A sequence that is not valid in the encoding the rest is in.
  case invalid(TextEncoding, offset: Int)

  public var description: String {
    switch self {
    case .empty: "the file is empty"
    case .binary(let kind?, let offset): "\(kind), not text (byte \(offset))"
    case .binary(nil, let offset): "binary data, not text (byte \(offset))"
    case .invalid(let encoding, let offset): "not valid \(encoding.rawValue) at byte \(offset)"
    }
  }
}

extension SourceText {
  /// Decodes a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is valid, else GB18030 or Big5,
  /// whichever ICU's detector holds likelier and the whole file is valid in.
  public init(decoding file: [UInt8]) throws(TextDecodingError) {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      let encoding: TextEncoding = file[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      guard file.count > 2 else { throw .empty }
      try self.init(converting: file, offset: 2, from: encoding)
      return
    }
    let mark = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard file.count > mark else { throw .empty }
    if let offset = binaryOffset(file) {
      throw .binary(kind: formatName(file), offset: offset)
    }
    let scan = scanUTF8(file)
    guard let firstInvalid = scan.firstInvalid else {
      self.init(validUTF8: file, encoding: .utf8)
      return
    }
    // A few bad bytes in text that is otherwise UTF-8 are damage, not another encoding: a legacy
    // encoding's byte pairs hardly ever form long UTF-8 sequences.
    if mark > 0 || scan.validSequences > 4 * scan.invalidSequences {
      throw .invalid(.utf8, offset: firstInvalid)
    }
    let candidates = legacyCandidates(file)
    for encoding in candidates {
      if let text = try? SourceText(converting: file, offset: 0, from: encoding) {
        self = text
        return
      }
    }
    try self.init(converting: file, offset: 0, from: candidates[0])
  }

  private init(
    converting file: [UInt8], offset start: Int, from encoding: TextEncoding
  ) throws(TextDecodingError) {
    var buffer = ICUBuffer()
    var bad = 0
    let status = file.withUnsafeBufferPointer { file in
      icu_to_utf8(
        encoding.rawValue, file.baseAddress! + start, file.count - start, &buffer, &bad)
    }
    guard status == 0 else { throw .invalid(encoding, offset: start + bad) }
    defer { icu_free(buffer.bytes) }
    let utf8 = Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.count))
    // Offsets after conversion are no longer the file's, so a control character is reported at the
    // start.
    if binaryOffset(utf8) != nil { throw .binary(kind: nil, offset: start) }
    self.init(validUTF8: utf8, encoding: encoding)
  }
}

/// GB18030 and Big5, the likelier first.
private func legacyCandidates(_ file: [UInt8]) -> [TextEncoding] {
  var names = [UnsafePointer<CChar>?](repeating: nil, count: 8)
  var confidences = [Int32](repeating: 0, count: 8)
  let found = file.withUnsafeBufferPointer {
    icu_detect($0.baseAddress!, $0.count, &names, &confidences, 8)
  }
  for i in 0..<Int(found) {
    guard let name = names[i].map({ String(cString: $0) }) else { continue }
    if name == TextEncoding.big5.rawValue { return [.big5, .gb18030] }
    if name == TextEncoding.gb18030.rawValue { break }
  }
  return [.gb18030, .big5]
}

/// The first byte that no text holds: a C0 control other than tab, line feed, vertical tab, form
/// feed, carriage return and escape.
private func binaryOffset(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    bytes.firstIndex { $0 < 0x20 && ($0 < 0x09 || $0 > 0x0D) && $0 != 0x1B }
  }
}

/// Common formats by their first bytes.
private func formatName(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a ZIP archive (docx, xlsx)" }
  if bytes.starts(with: Array("%PDF".utf8)) { return "a PDF" }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Office document" }
  if bytes.starts(with: Array("SQLite format 3".utf8)) { return "an SQLite file" }
  if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip file" }
  return nil
}

/// Where UTF-8 first fails, and how many multi-byte sequences are and are not valid.
private func scanUTF8(
  _ bytes: [UInt8]
) -> (firstInvalid: Int?, validSequences: Int, invalidSequences: Int) {
  bytes.withUnsafeBufferPointer { bytes in
    var firstInvalid: Int?
    var valid = 0
    var invalid = 0
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      if lead < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(bytes, at: i)
      if length == 0 {
        invalid += 1
        if firstInvalid == nil { firstInvalid = i }
        i += 1
        while i < bytes.count, !isScalarStart(bytes[i]) { i += 1 }
      } else {
        valid += 1
        i += length
      }
    }
    return (firstInvalid, valid, invalid)
  }
}

/// The length of the multi-byte sequence at `i`, 0 where it is not well formed
/// (The Unicode Standard, table 3-7).
@inline(__always)
private func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
  let lead = bytes[i]
  let length: Int
  var low: UInt8 = 0x80
  var high: UInt8 = 0xBF
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, low) = (3, 0xA0)
  case 0xED: (length, high) = (3, 0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, low) = (4, 0x90)
  case 0xF4: (length, high) = (4, 0x8F)
  case 0xF1...0xF3: length = 4
  default: return 0
  }
  guard i + length <= bytes.count, bytes[i + 1] >= low, bytes[i + 1] <= high else { return 0 }
  for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return 0 }
  return length
}
