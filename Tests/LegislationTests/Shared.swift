// Where real texts are, when they are here: the folder named in TIAOWEN_DATA, else `shared` beside the
// package.

import Foundation
import HanText

enum Shared {
  /// The folder, nil where there is none.
  static let folder: URL? = {
    let beside = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared")
    let named = ProcessInfo.processInfo.environment["TIAOWEN_DATA"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? beside
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("laws").path)
      ? folder : nil
  }()

  /// Every text file of the folders `names`, in a fixed order.
  static func texts(in names: [String]) -> [URL] {
    guard let folder else { return [] }
    var found: [URL] = []
    for name in names {
      let root = folder.appendingPathComponent(name)
      for case let file as URL in FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: nil)!
      where ["md", "txt"].contains(file.pathExtension) {
        found.append(file)
      }
    }
    return found.sorted { $0.path < $1.path }
  }
}
