// The shipped tables are text: one entry a line, fields apart by spaces, `#` to the end is a
// comment.

/// The entries of a shipped table, each split at spaces and tabs.
public func resourceLines(_ bytes: [UInt8]) -> [[Substring]] {
  String(decoding: bytes, as: UTF8.self)
    .split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { $0.split { $0 == " " || $0 == "\t" } }
    .filter { !$0.isEmpty }
}

extension Substring {
  /// The only scalar of a table's field.
  package var onlyScalar: UInt32? {
    unicodeScalars.count == 1 ? unicodeScalars.first!.value : nil
  }
}
