// A dictionary as bytes, so that a library loads in milliseconds what ICU takes long to give.

/// Why bytes are no dictionary of this version.
public enum DictionaryFileError: Error, Equatable, Sendable, CustomStringConvertible {
  case notADictionary
  case otherVersion(Int)
  case damaged

  public var description: String {
    switch self {
    case .notADictionary: "not a segmentation dictionary"
    case .otherVersion(let version): "a segmentation dictionary of format \(version)"
    case .damaged: "a damaged segmentation dictionary"
    }
  }
}

extension SegmentationDictionary {
  /// The whole dictionary in the byte order of the machine.
  public func serialized() -> [UInt8] {
    let header: [UInt64] = [
      DictionaryFile.magic, UInt64(DictionaryFile.version), fingerprint.value,
      UInt64(codeCount), UInt64(kanaStart), UInt64(kanaEnd), hasWords ? 1 : 0,
      UInt64(script.simplified.count), UInt64(trie.nodes.count),
    ]
    var bytes: [UInt8] = []
    header.withUnsafeBytes { bytes += $0 }
    codes.withUnsafeBytes { bytes += $0 }
    script.simplified.withUnsafeBytes { bytes += $0 }
    trie.nodes.withUnsafeBytes { bytes += $0 }
    trie.labels.withUnsafeBytes { bytes += $0 }
    return bytes
  }

  /// Loads what `serialized()` gave. Compare `fingerprint` with the one wanted before use.
  public init(serialized bytes: [UInt8]) throws(DictionaryFileError) {
    let file = bytes.withUnsafeBytes { bytes in
      Result { () throws(DictionaryFileError) in try DictionaryFile(bytes) }
    }
    self.init(try file.get())
  }

  /// Loads from bytes that need to stay only for the call, which spares a copy of millions.
  public init(serialized bytes: UnsafeRawBufferPointer) throws(DictionaryFileError) {
    self.init(try DictionaryFile(bytes))
  }
}

/// The parts of a dictionary file, checked so that no walk can leave the arrays.
struct DictionaryFile {
  static let magic: UInt64 = 0x7463_6964_6E61_6874
  /// To be raised whenever the layout, the grammar or the folding changes what is cut.
  static let version = 1
  private static let headerCount = 9

  let fingerprint: UInt64
  let codeCount: Int
  let kanaStart: UInt16
  let kanaEnd: UInt16
  let hasWords: Bool
  let codes: [UInt16]
  let simplified: [UInt16]
  let trie: DoubleArray

  init(_ bytes: UnsafeRawBufferPointer) throws(DictionaryFileError) {
    guard bytes.count >= Self.headerCount * 8 else { throw .notADictionary }
    let header: [UInt64] = Self.values(bytes, at: 0, count: Self.headerCount)
    guard header[0] == Self.magic else { throw .notADictionary }
    guard header[1] == UInt64(Self.version) else {
      throw .otherVersion(Int(truncatingIfNeeded: header[1]))
    }
    guard header[3...8].allSatisfy({ $0 <= UInt64(bytes.count) }),
      header[3] < 0x10000, header[4] <= header[5], header[5] <= header[3],
      header[4] == UInt64(SegmentationDictionary.Code.ordinal) + 1,
      header[7] == 0 || header[7] == UInt64(ScriptFolding.count)
    else { throw .damaged }
    let (simplifiedCount, nodeCount) = (Int(header[7]), Int(header[8]))
    let codesStart = Self.headerCount * 8
    let simplifiedStart = codesStart + 0x10000 * 2
    let nodesStart = simplifiedStart + simplifiedCount * 2
    guard bytes.count == nodesStart + nodeCount * 6 else { throw .damaged }
    fingerprint = header[2]
    codeCount = Int(header[3])
    (kanaStart, kanaEnd) = (UInt16(header[4]), UInt16(header[5]))
    hasWords = header[6] == 1
    codes = Self.values(bytes, at: codesStart, count: 0x10000)
    simplified = Self.values(bytes, at: simplifiedStart, count: simplifiedCount)
    trie = DoubleArray(
      labels: Self.values(bytes, at: nodesStart + nodeCount * 4, count: nodeCount),
      nodes: Self.values(bytes, at: nodesStart, count: nodeCount))
    guard codes.max()! < codeCount, trie.isClosed(codeCount: codeCount) else { throw .damaged }
  }

  /// `count` values from a byte offset on; the caller has checked that they are there.
  private static func values<T: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, count: Int
  ) -> [T] {
    [T](unsafeUninitializedCapacity: count) { target, initialized in
      UnsafeMutableRawBufferPointer(target).copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: bytes[offset..<offset + count * MemoryLayout<T>.size]))
      initialized = count
    }
  }
}
