// The words segmentation knows: ICU's dictionary, the lexicon over it, units for the grammar.

import ICUShim

/// Tells one dictionary from another: ICU's version, the lexicon, the shipped tables and the
/// format.
///
/// An index built with one dictionary can't be searched by words with another.
public struct DictionaryFingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The hash itself, to be kept beside an index.
  public let value: UInt64

  /// A fingerprint read back from where it was kept.
  public init(value: UInt64) { self.value = value }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// ICU's Chinese dictionary with a lexicon over it, ready for segmentation.
///
/// Reading ICU takes some 0.3 s; `serialized()` keeps the result for a load of a few milliseconds.
public struct SegmentationDictionary: Sendable {
  /// Codes that stand for no character of the dictionary.
  enum Code {
    /// Ends every run; no word goes on with it.
    static let end: UInt16 = 0
    /// A character of the dictionary set in no word.
    static let unknown: UInt16 = 1
    /// A run of Arabic digits.
    static let arabic: UInt16 = 2
    /// The first of the Chinese numerals, in the order of `NumeralTable`.
    static let firstNumeral: UInt16 = 3
    /// 第, right behind them.
    static let ordinal = firstNumeral + UInt16(NumeralTable.shared.scalars.count)
  }

  /// Code by scalar of the Basic Multilingual Plane; 0 outside the set ICU cuts by dictionary.
  let codes: [UInt16]
  let codeCount: Int
  /// Codes from here to `kanaEnd` are katakana; below stand the signs of numbers.
  let kanaStart: UInt16
  let kanaEnd: UInt16
  let trie: DoubleArray
  /// The scalar-by-scalar map from traditional to simplified.
  public let script: ScriptFolding
  /// Tells this dictionary from others.
  public let fingerprint: DictionaryFingerprint
  /// False where ICU's dictionary could not be read: then ICU itself must cut, and only the
  /// lexicon is here.
  public let hasWords: Bool

  /// The fingerprint a dictionary with this lexicon has here and now, without building it.
  public static func fingerprint(lexicon: Lexicon = .shipped) -> DictionaryFingerprint {
    var hash = Fnv1a()
    hash.add([UInt8](String(cString: icu_version()).utf8))
    hash.add([UInt8](repeating: UInt8(DictionaryFile.version), count: 1))
    hash.add(PackageResources.Units_txt)
    hash.add(PackageResources.Numerals_txt)
    hash.add(PackageResources.Radicals_txt)
    for term in lexicon.terms {
      hash.add(Array(term.text.utf8))
      hash.add(Array(" \(term.cost)\n".utf8))
    }
    return DictionaryFingerprint(value: hash.value)
  }

  /// Reads ICU's dictionary and puts the lexicon over it.
  public init(lexicon: Lexicon = .shipped) {
    self.init(words: ICUWords(), lexicon: lexicon)
  }

  /// The lexicon without ICU's dictionary: ICU itself says where other words end. For a few texts, where
  /// reading the dictionary would take longer than cutting them.
  public init(cuttingByICU lexicon: Lexicon) {
    self.init(words: nil, lexicon: lexicon)
  }

  /// `words` nil stands for an ICU without its dictionary.
  init(words: ICUWords?, lexicon: Lexicon) {
    let builder = DictionaryBuilder(words: words, lexicon: lexicon)
    codes = builder.codes
    codeCount = builder.codeCount
    kanaStart = builder.kanaStart
    kanaEnd = builder.kanaEnd
    trie = builder.trie()
    script = .readingICU()
    fingerprint = Self.fingerprint(lexicon: lexicon)
    hasWords = words != nil
  }

  init(_ file: DictionaryFile) {
    codes = file.codes
    codeCount = file.codeCount
    kanaStart = file.kanaStart
    kanaEnd = file.kanaEnd
    trie = file.trie
    script = ScriptFolding(simplified: file.simplified)
    fingerprint = DictionaryFingerprint(value: file.fingerprint)
    hasWords = file.hasWords
  }
}

/// A running 64-bit FNV-1a hash.
struct Fnv1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
