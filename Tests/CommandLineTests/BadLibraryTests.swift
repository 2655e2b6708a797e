// Files that are no library, or no longer a whole one: one line or an answer, never a crash.

import Foundation
import Testing

@Suite struct BadLibraryTests {
  private static let commands = [
    ["search", "标识 平台"], ["search", "\"标识\"", "--all-versions", "--counts", "--format", "json"],
    ["search", "article:7 title:标识"], ["show", "深度合成内容标识管理规定第七条"], ["list"],
    ["status", "--warnings"],
  ]

  private func expectError(
    _ arguments: [String], _ library: String, _ status: Int32, _ reason: String
  ) throws {
    let outcome = try Program.run(
      Program.process([arguments[0], "--library", library] + arguments.dropFirst()))
    #expect(outcome.status == status && outcome.output.isEmpty, "\(arguments): \(outcome)")
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains(library), "\(outcome.errors)")
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test func filesThatAreNone() throws {
    let folder = try Folder()
    let text = try folder.write("text.tiaowen", String(repeating: "灯塔应当常亮。\n", count: 300))
    let empty = try folder.write("empty.tiaowen", "")
    for command in Self.commands {
      try expectError(command, folder.path("none.tiaowen"), 65, "no library here")
      try expectError(command, text, 65, "not a tiaowen library")
      try expectError(command, empty, 65, "empty file")
      try expectError(command, folder.url.path, 65, "a folder")
    }
    // What is no library is never written over.
    try expectError(["index", Program.corpus], text, 65, "not a tiaowen library")
    #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("灯塔"))
  }

  @Test(arguments: [100, 4096, 20_000, 100_000]) func truncated(_ length: Int) throws {
    let folder = try Folder()
    let whole = try Data(contentsOf: URL(fileURLWithPath: Shared.corpus.get()))
    let library = try folder.write("cut.tiaowen", whole.prefix(length))
    for command in Self.commands + [["index", Program.corpus]] {
      try expectError(command, library, 65, "damaged library")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: library)).count == length)
  }

  /// The format's number stands at byte 60 of the header (SQLite's user version).
  @Test(arguments: [(99, "written by a newer tiaowen (format 99"), (0, "index again")])
  func otherFormats(_ format: UInt8, _ reason: String) throws {
    let folder = try Folder()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: Shared.corpus.get()))
    bytes[63] = format
    let library = try folder.write("other.tiaowen", bytes)
    for command in Self.commands + [["index", Program.corpus]] {
      try expectError(command, library, 65, reason)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: library)) == bytes)
  }

  /// Bytes changed at random, most of them in the pages of tables: rows, indexes, schema.
  @Test func mutated() throws {
    let folder = try Folder()
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Shared.corpus.get())))
    let pages = stride(from: 4096, to: whole.count, by: 4096).filter {
      [2, 5, 10, 13].contains(whole[$0])
    }
    for round in 0..<24 {
      var random = Generator(UInt64(round) + 77)
      var bytes = whole
      for _ in 0..<[1, 4, 16, 64].randomElement(using: &random)! {
        let page = pages.randomElement(using: &random)!
        bytes[
          page + Int.random(in: 0..<(Bool.random(using: &random) ? 64 : 4096), using: &random)] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(
            using: &random)!
      }
      let library = try folder.write("\(round).tiaowen", Data(bytes))
      for command in Self.commands.shuffled(using: &random).prefix(2) {
        let outcome = try Program.run(
          Program.process([command[0], "--library", library] + command.dropFirst()))
        #expect(
          [0, 1, 65].contains(outcome.status), "round \(round) \(command): \(outcome.errors)")
        if outcome.status == 65 { #expect(outcome.errorLines.count == 1, "\(outcome.errors)") }
      }
      try FileManager.default.removeItem(atPath: library)
    }
  }

  @Test func inAReadOnlyFolder() throws {
    let folder = try Folder()
    let library = folder.path("shut/corpus.tiaowen")
    try FileManager.default.createDirectory(
      atPath: folder.path("shut"), withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: Shared.corpus.get(), toPath: library)
    chmod(folder.path("shut"), 0o555)
    defer { chmod(folder.path("shut"), 0o755) }
    #expect(try Shelf.search("标识", [], library: library).total > 30)
    if getuid() != 0 { try expectError(["index", Program.corpus], library, 73, "cannot write") }
  }

  @Test func whereNoLibraryCanBe() throws {
    let folder = try Folder()
    let file = try folder.write("file", "灯塔")
    try expectError(["index", Program.corpus], file + "/new.tiaowen", 73, "cannot write")
    try expectError(["index", Program.corpus], "/proc/none/new.tiaowen", 73, "cannot write")
  }
}
