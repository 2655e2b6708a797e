// Reading what a command names: a file or standard input, or one line that says why not.

import Foundation
import Tiaowen

/// Input that can't be read. The description names the file.
struct InputError: Error, CustomStringConvertible {
  var file: String
  var reason: String

  var description: String { "\(file == "-" ? "standard input" : file): \(reason)" }
}

/// Reads and decodes a file, or standard input for `-`. Throws `InputError`.
func readSource(_ file: String) throws -> SourceText {
  var bytes: [UInt8] = []
  if file == "-" {
    bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
  } else {
    var information = stat()
    guard stat(file, &information) == 0 else {
      throw InputError(file: file, reason: String(cString: strerror(errno)))
    }
    guard information.st_mode & S_IFMT != S_IFDIR else {
      throw InputError(file: file, reason: "a folder, not a file")
    }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw InputError(file: file, reason: String(cString: strerror(errno)))
    }
    defer { try? handle.close() }
    do {
      bytes = [UInt8](try handle.readToEnd() ?? Data())
    } catch {
      throw InputError(file: file, reason: "cannot be read")
    }
  }
  do {
    return try SourceText(decoding: bytes)
  } catch {
    throw InputError(file: file, reason: error.description)
  }
}

/// A small text file named on the command line, as a string.
func readText(_ file: String) throws -> String {
  do {
    return try readSource(file).string
  } catch let error as InputError {
    throw LibraryError.unreadable(path: error.file, reason: error.reason)
  }
}
