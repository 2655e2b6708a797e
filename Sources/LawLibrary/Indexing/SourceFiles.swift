// Which files a set of paths names, in an order that does not depend on the file system.

import Foundation

/// The files under the given paths.
public struct SourceFiles: Sendable {
  /// Absolute paths, sorted, each once.
  public private(set) var paths: [String] = []
  /// Files of folders passed over because their ending is none that is read, by ending.
  public private(set) var skipped: [String: Int] = [:]
  /// Paths that can't be read, each with the reason.
  public private(set) var failures: [(path: String, reason: String)] = []

  /// Endings read inside a folder. A file named outright is read whatever its ending.
  static let endings: Set<String> = ["md", "markdown", "txt", "text", "jsonl"]

  public init(_ arguments: [String]) {
    var seen: Set<String> = []
    for argument in arguments {
      let path = Self.absolute(argument)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        failures.append((argument, "no such file or folder"))
        continue
      }
      for file in isFolder.boolValue ? walk(path, named: argument) : [path]
      where seen.insert(file).inserted {
        paths.append(file)
      }
    }
    paths.sort()
  }

  private mutating func walk(_ folder: String, named argument: String) -> [String] {
    guard access(folder, R_OK | X_OK) == 0,
      let walker = FileManager.default.enumerator(
        at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.isRegularFileKey],
        options: [.skipsHiddenFiles])
    else {
      failures.append((argument, "no permission to read the folder"))
      return []
    }
    var files: [String] = []
    for case let url as URL in walker {
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else {
        continue
      }
      let ending = url.pathExtension.lowercased()
      // A folder's note about itself is no text of the collection.
      if url.deletingPathExtension().lastPathComponent == "README" { continue }
      if Self.endings.contains(ending) {
        files.append(url.path)
      } else {
        skipped[ending.isEmpty ? "no ending" : "." + ending, default: 0] += 1
      }
    }
    return files
  }
}

extension SourceFiles {
  /// A path from the root on, links followed, as `paths` has them.
  public static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
