// What segmentation gives: where a word stands and what kind it is.

/// What a token is made of.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// A word of ideographs or kana.
  case han
  /// Letters of any alphabet, with the digits joined to them.
  case latin
  /// A number with its unit, or a date: 五万元, 30日, 百分之五, 2022年11月25日.
  case number
  /// A provision's address: 第十九条第二款第（三）项.
  case address
  /// A title in its marks: 《…》.
  case title
  /// One mark of punctuation or one symbol.
  case punct

  /// The name in machine output.
  public var name: String {
    switch self {
    case .han: "han"
    case .latin: "latin"
    case .number: "number"
    case .address: "address"
    case .title: "title"
    case .punct: "punct"
    }
  }
}

/// One word of a text; UTF-8 byte offsets into the buffer that was segmented.
public struct Token: Sendable, Equatable {
  /// UTF-8 byte offset of its first byte.
  public var start: Int32
  /// UTF-8 byte offset behind its last byte.
  public var end: Int32
  /// What it is made of.
  public var kind: TokenKind

  /// Offsets are UTF-8 bytes.
  public init(start: Int, end: Int, kind: TokenKind) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.kind = kind
  }

  /// The bytes it covers.
  public var range: ByteRange { Int(start)..<Int(end) }
}
