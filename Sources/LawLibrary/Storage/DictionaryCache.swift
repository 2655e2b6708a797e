// ICU's dictionary takes a while to read; a file in the user's cache folder keeps what was made of it.

import Foundation
import HanText

/// The dictionary without a library, for commands that only cut text.
public enum DictionaryCache {
  /// The shipped dictionary: from the cache where it is there and fits, else built and put there.
  public static func dictionary() -> SegmentationDictionary {
    let fingerprint = SegmentationDictionary.fingerprint()
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".cache")
    let file = folder.appendingPathComponent("tiaowen/dictionary-\(fingerprint)")
    if case .success(let bytes) = readFile(file.path),
      let kept = try? SegmentationDictionary(serialized: bytes), kept.fingerprint == fingerprint
    {
      return kept
    }
    let built = SegmentationDictionary()
    // Without a place to keep it, it is built again next time.
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(built.serialized()).write(to: file, options: .atomic)
    return built
  }
}
