// Tokens and the working memory of segmentation, kept from one paragraph to the next.

/// Takes the tokens of a segmentation; used again, it allocates nothing. One thread at a time.
public struct TokenBuffer {
  /// The tokens found since the last `removeAll()`.
  public private(set) var tokens: [Token] = []
  private var codes = [UInt16](repeating: 0, count: Lattice.capacity + 1)
  private var spans = [UInt64](repeating: 0, count: Lattice.capacity + 1)
  private var best = [UInt64](repeating: 0, count: Lattice.capacity + 1)
  private var pairs = [UInt32](repeating: 0, count: Lattice.capacity + 1)
  private var fallback: FallbackWords?

  /// Empty.
  public init() {}

  /// Empties the tokens and keeps the storage.
  public mutating func removeAll() { tokens.removeAll(keepingCapacity: true) }

  /// Pointers into the working memory, valid during one call.
  struct Scratch {
    let codes: UnsafeMutablePointer<UInt16>
    let spans: UnsafeMutablePointer<UInt64>
    let best: UnsafeMutablePointer<UInt64>
    let pairs: UnsafeMutablePointer<UInt32>
    let fallback: UnsafeMutablePointer<FallbackWords?>

    /// ICU's words, opened when first needed.
    func fallback(for bytes: UnsafeBufferPointer<UInt8>) -> FallbackWords? {
      if fallback.pointee == nil { fallback.pointee = FallbackWords() }
      fallback.pointee?.begin(bytes)
      return fallback.pointee
    }
  }

  mutating func withScratch(_ body: (Scratch, inout [Token]) -> Void) {
    codes.withUnsafeMutableBufferPointer { codes in
      spans.withUnsafeMutableBufferPointer { spans in
        best.withUnsafeMutableBufferPointer { best in
          pairs.withUnsafeMutableBufferPointer { pairs in
            withUnsafeMutablePointer(to: &fallback) { fallback in
              let scratch = Scratch(
                codes: codes.baseAddress!, spans: spans.baseAddress!, best: best.baseAddress!,
                pairs: pairs.baseAddress!, fallback: fallback)
              body(scratch, &tokens)
            }
          }
        }
      }
    }
  }
}
