// Traditional to simplified, scalar by scalar, as ICU's transliterator maps each one alone.

import ICUShim

/// The simplified form of each traditional character, for ranked words and `--fold-script`.
///
/// A single scalar can't tell which of two characters was meant: ICU maps 著 to 着, so that 著作权 and 着
/// would meet. Literal search therefore never uses it.
public struct ScriptFolding: Sendable, Equatable {
  /// Maps nothing.
  public static let none = ScriptFolding(simplified: [])

  /// The first scalar mapped; the table goes on to the end of the unified ideographs.
  static let first: UInt16 = 0x4E00
  static let count = 0x5200

  /// Indexed from `first`; empty where nothing is mapped.
  let simplified: [UInt16]

  init(simplified: [UInt16]) { self.simplified = simplified }

  /// Asks ICU for every ideograph, some 60 ms: `SegmentationDictionary` keeps the answer. `none`
  /// where ICU has no transliterator data.
  public static func readingICU() -> ScriptFolding {
    var simplified = [UInt16](repeating: 0, count: count)
    guard icu_simplify(first, Int32(count), &simplified) == 0 else { return .none }
    return ScriptFolding(simplified: simplified)
  }

  /// The map as bytes in the byte order of the machine, for a store.
  public func serialized() -> [UInt8] { simplified.withUnsafeBytes { Array($0) } }

  /// Loads what `serialized()` gave; nil for other bytes.
  public init?(serialized bytes: [UInt8]) {
    guard bytes.isEmpty || bytes.count == Self.count * 2 else { return nil }
    simplified = [UInt16](unsafeUninitializedCapacity: bytes.count / 2) { target, initialized in
      UnsafeMutableRawBufferPointer(target).copyBytes(from: bytes)
      initialized = bytes.count / 2
    }
  }
}
