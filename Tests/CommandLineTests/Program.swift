// Runs the built `tiaowen` as a person would, and keeps what it said.

import Foundation
import Synchronization

/// The program under test and folders to work in.
struct Program {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// The package's root.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let corpus = root.appendingPathComponent("Corpus").path

  /// The program is built into the folder the tests run from.
  static let url: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let program = folder.appendingPathComponent("tiaowen")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    return root.appendingPathComponent(".build/debug/tiaowen")
  }()

  static func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter {
        !["TIAOWEN_LIBRARY", "XDG_DATA_HOME", "PAGER", "NO_COLOR", "LESS"].contains($0.key)
      }
      .merging(environment) { $1 }
    return process
  }

  /// Runs to the end.
  static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(process(arguments, environment: environment), input: input)
  }

  /// A run that does not end within two minutes is killed, and has status 9.
  static func run(_ process: Process, input: String? = nil) throws -> Outcome {
    // Files, not pipes: nothing has to be read while the program runs.
    let folder = try Folder()
    let files = ["out", "err"].map { folder.url.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    if let input {
      let file = folder.url.appendingPathComponent("in")
      try input.write(to: file, atomically: false, encoding: .utf8)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let identifier = process.processIdentifier
    let watch = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// A folder that goes when it is no longer used, at the latest when the tests end.
final class Folder: Sendable {
  let url: URL

  private static let made: Mutex<[URL]> = {
    atexit {
      for url in Folder.made.withLock({ $0 }) { try? FileManager.default.removeItem(at: url) }
    }
    return Mutex([])
  }()

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    Self.made.withLock { [url] in $0.append(url) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }
}
