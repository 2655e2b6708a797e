// Folding for matching: what a reader takes for the same character becomes the same scalar.

import ICUShim

/// Maps every Unicode scalar to the scalars it is matched as.
///
/// | written | matched as | rule |
/// |---|---|---|
/// | `Ａ` `ａ` `A` | `a` | width and case: NFKC_Casefold (UAX 44) by ICU |
/// | `⼈` U+2F08 | `人` | NFKC_Casefold |
/// | `⻚` U+2EDA | `页` | EquivalentUnifiedIdeograph (Unicode Character Database) |
/// | U+3000, U+00A0, tab | U+0020 | every white space one space; a line feed stays |
/// | U+200B, U+FEFF, U+00AD | nothing | default ignorables |
///
/// With `script:` a traditional character is also matched as its simplified form.
public struct FoldingTable: Sendable {
  /// The folded scalar of each scalar of the Basic Multilingual Plane; `expands` where it is not
  /// one.
  private let literal: [UInt16]
  private let simplified: [UInt16]
  private let expansions: [UInt32: [UInt32]]

  /// No scalar folds to this noncharacter.
  private static let expands: UInt16 = 0xFFFF

  /// Reads the folding from ICU, about 2 ms. Without `script`, script folding changes nothing.
  public init(script: ScriptFolding = .none) {
    var literal = (0...UInt16.max).map { $0 }
    var expansions: [UInt32: [UInt32]] = [:]
    var buffer = [UInt32](repeating: 0, count: 32)
    // Unified ideographs, Yi, Hangul syllables, surrogates and private use fold to themselves.
    for range in [0x00...0x33FF, 0xA640...0xABFF, 0xF900...0xFFFE] as [ClosedRange<UInt32>] {
      for scalar in range {
        let count = Int(icu_nfkc_casefold(scalar, &buffer))
        let folded = Self.isSpace(scalar) ? [0x20] : count < 0 ? [scalar] : Array(buffer[..<count])
        if folded.count == 1, folded[0] < 0xFFFF {
          literal[Int(scalar)] = UInt16(folded[0])
        } else {
          literal[Int(scalar)] = Self.expands
          expansions[scalar] = folded
        }
      }
    }
    literal[0x0A] = 0x0A
    literal[0xFFFF] = Self.expands
    expansions[0xFFFF] = [0xFFFF]
    for fields in resourceLines(PackageResources.Radicals_txt) {
      guard fields.count == 2, let radical = fields[0].onlyScalar, radical <= 0xFFFF,
        let ideograph = fields[1].onlyScalar
      else { continue }
      literal[Int(radical)] = ideograph < 0xFFFF ? UInt16(ideograph) : Self.expands
      expansions[radical] = ideograph < 0xFFFF ? nil : [ideograph]
    }
    self.literal = literal
    self.expansions = expansions
    self.simplified = script.simplified
  }

  /// The scalars one scalar is matched as: none for an ignorable one.
  public func folded(_ scalar: UInt32, script: Bool) -> [UInt32] {
    var result: [UInt32]
    if scalar < 0x10000 {
      let single = literal[Int(scalar)]
      result = single != Self.expands ? [UInt32(single)] : expansions[scalar] ?? [scalar]
    } else {
      result = Self.foldedSupplementary(scalar)
    }
    if script { result = result.map(simplify) }
    return result
  }

  /// Appends the folded form of the UTF-8 bytes in `range`; see `FoldedText`. Bytes that are not
  /// UTF-8 fold to U+FFFD.
  public func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, script: Bool,
    into text: inout FoldedText
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside the text")
    // The closing entry of what was there gives way to the first of what comes.
    if !text.sources.isEmpty { text.sources.removeLast() }
    text.scalars.reserveCapacity(text.scalars.count + range.count / 3)
    text.sources.reserveCapacity(text.sources.count + range.count / 3 + 1)
    if let base = bytes.baseAddress, !range.isEmpty {
      literal.withUnsafeBufferPointer { literal in
        simplified.withUnsafeBufferPointer { simplified in
          let folder = Folder(
            table: self, literal: literal.baseAddress!, simplified: simplified, script: script)
          folder.fold(base, range, into: &text)
        }
      }
    }
    text.sources.append(Int32(range.upperBound))
  }

  /// Appends the folded form of the UTF-8 bytes in `range`; see `FoldedText`.
  public func fold(
    _ bytes: [UInt8], _ range: ByteRange, script: Bool, into text: inout FoldedText
  ) {
    bytes.withUnsafeBufferPointer { fold($0, range, script: script, into: &text) }
  }

  /// The folded scalars of a string, as for a query.
  public func folded(_ string: some StringProtocol, script: Bool) -> FoldedText {
    var text = FoldedText()
    let bytes = Array(string.utf8)
    fold(bytes, 0..<bytes.count, script: script, into: &text)
    return text
  }

  /// Appends the folded form of UTF-8 bytes as UTF-8. What folds to itself is copied in one piece.
  func appendFolded(
    _ bytes: UnsafePointer<UInt8>, _ range: ByteRange, script: Bool, to result: inout [UInt8]
  ) {
    var copied = range.lowerBound
    var p = range.lowerBound
    while p < range.upperBound {
      let (scalar, length) = readScalar(bytes, p, range.upperBound)
      if !isUnchanged(scalar, script: script) {
        result.append(contentsOf: UnsafeBufferPointer(start: bytes + copied, count: p - copied))
        for scalar in folded(scalar, script: script) { appendUTF8(scalar, to: &result) }
        copied = p + length
      }
      p += length
    }
    result.append(contentsOf: UnsafeBufferPointer(start: bytes + copied, count: p - copied))
  }

  /// The scalars UTF-8 bytes fold to, appended without an array for each.
  func appendFolded(
    _ bytes: UnsafePointer<UInt8>, _ range: ByteRange, script: Bool, to result: inout [UInt32]
  ) {
    var p = range.lowerBound
    while p < range.upperBound {
      let (scalar, length) = readScalar(bytes, p, range.upperBound)
      if isUnchanged(scalar, script: script) {
        result.append(scalar)
      } else {
        result += folded(scalar, script: script)
      }
      p += length
    }
  }

  @inline(__always)
  private func isUnchanged(_ scalar: UInt32, script: Bool) -> Bool {
    guard scalar < 0x10000, literal[Int(scalar)] == UInt16(scalar) else { return false }
    return !script || simplify(scalar) == scalar
  }

  @inline(__always)
  private func simplify(_ scalar: UInt32) -> UInt32 {
    let index = Int(scalar) - Int(ScriptFolding.first)
    return simplified.indices.contains(index) ? UInt32(simplified[index]) : scalar
  }

  private static func foldedSupplementary(_ scalar: UInt32) -> [UInt32] {
    // Unified ideographs of the supplementary planes but for the compatibility block.
    if scalar >= 0x20000, !(0x2F800...0x2FA1F).contains(scalar), scalar < 0xE0000 {
      return [scalar]
    }
    var buffer = [UInt32](repeating: 0, count: 32)
    let count = Int(icu_nfkc_casefold(scalar, &buffer))
    return count < 0 ? [scalar] : Array(buffer[..<count])
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
  }
}

/// One pass over a range: ideographs straight through, the rest by table.
private struct Folder {
  let table: FoldingTable
  let literal: UnsafePointer<UInt16>
  let simplified: UnsafeBufferPointer<UInt16>
  let script: Bool

  /// Folded in pieces of this many scalars, so that the arrays grow by blocks.
  private static let blockSize = 1024

  func fold(_ bytes: UnsafePointer<UInt8>, _ range: ByteRange, into text: inout FoldedText) {
    let script = self.script && !simplified.isEmpty
    let first = Int(ScriptFolding.first)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blockSize) { scalars in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.blockSize) { sources in
        var count = 0
        var p = range.lowerBound
        let end = range.upperBound
        while p < end {
          let (scalar, length) = readScalar(bytes, p, end)
          var folded = scalar
          if scalar &- 0x4E00 >= 0x5200 {
            folded = scalar < 0x10000 ? UInt32(literal[Int(scalar)]) : 0xFFFF
            if folded == 0xFFFF {
              flush(scalars, sources, &count, &text)
              for folded in table.folded(scalar, script: script) {
                text.scalars.append(folded)
                text.sources.append(Int32(truncatingIfNeeded: p))
              }
              p += length
              continue
            }
          }
          if script {
            let index = Int(folded) - first
            if index >= 0, index < simplified.count { folded = UInt32(simplified[index]) }
          }
          scalars[count] = folded
          sources[count] = Int32(truncatingIfNeeded: p)
          count += 1
          p += length
          if count == Self.blockSize { flush(scalars, sources, &count, &text) }
        }
        flush(scalars, sources, &count, &text)
      }
    }
  }

  private func flush(
    _ scalars: UnsafeMutableBufferPointer<UInt32>, _ sources: UnsafeMutableBufferPointer<Int32>,
    _ count: inout Int, _ text: inout FoldedText
  ) {
    text.scalars.append(contentsOf: scalars[..<count])
    text.sources.append(contentsOf: sources[..<count])
    count = 0
  }
}
