// The text everything else points into: one immutable buffer, addressed by UTF-8 byte ranges.

/// A range of UTF-8 bytes in a `SourceText`.
public typealias ByteRange = Range<Int>

/// A document's text: valid UTF-8, no byte-order mark, every line ended by LF.
///
/// Nothing else is changed, so that offsets counted here are those of the decoded file. Ranges are
/// UTF-8 bytes inside the library and Unicode scalars at its edge; `ScalarOffsets` converts.
public struct SourceText: Sendable, Hashable {
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// What the file was written in.
  public let encoding: TextEncoding

  /// Takes text that is already Unicode. A leading byte-order mark is dropped; CRLF and CR become
  /// LF.
  public init(_ string: String) {
    self.init(validUTF8: Array(string.utf8), encoding: .utf8)
  }

  /// The caller vouches for `validUTF8`.
  init(validUTF8: [UInt8], encoding: TextEncoding) {
    self.bytes = normalizedLines(validUTF8)
    self.encoding = encoding
  }

  /// Takes the `bytes` of another source text as they are, as a store kept them.
  public init(stored bytes: [UInt8]) {
    self.bytes = bytes
    encoding = .utf8
  }

  /// The text in `range`, which must lie on scalar boundaries.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public static func == (a: SourceText, b: SourceText) -> Bool { a.bytes == b.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

/// Drops a byte-order mark and turns CRLF and CR into LF.
private func normalizedLines(_ bytes: [UInt8]) -> [UInt8] {
  let carriageReturn = UInt8(ascii: "\r")
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  guard bytes.contains(carriageReturn) else {
    return start == 0 ? bytes : Array(bytes[start...])
  }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var i = start
  while i < bytes.count {
    let byte = bytes[i]
    i += 1
    if byte == carriageReturn {
      if i < bytes.count, bytes[i] == UInt8(ascii: "\n") { i += 1 }
      result.append(UInt8(ascii: "\n"))
    } else {
      result.append(byte)
    }
  }
  return result
}
