// Whatever happens to a writer, the library answers from the state before or the one after.

import Foundation
import Testing

/// A library before a change, the folder after it, and what both states answer.
private struct Change {
  let shelf: Shelf
  let before: Data
  let old, new: String

  /// One text is replaced, one is added, one is pruned.
  init() throws {
    shelf = try Shelf()
    for number in 1...6 { try shelf.write("\(number).md", Self.text(number, "旧")) }
    try #require(try shelf.index().status == 0)
    before = try Data(contentsOf: URL(fileURLWithPath: shelf.library))
    old = try Self.state(of: shelf.library)
    try shelf.write("3.md", Self.text(3, "新"))
    try shelf.write("7.md", Self.text(7, "新"))
    try shelf.remove("5.md")
    try #require(try shelf.index("--prune").status == 0)
    new = try Self.state(of: shelf.library)
    try restore()
    try #require(Self.state(of: shelf.library) == old && old != new)
  }

  /// Puts the library back, without a log.
  func restore() throws {
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: shelf.library + suffix)
    }
    try before.write(to: URL(fileURLWithPath: shelf.library))
  }

  func indexing(_ more: String...) -> Process {
    Program.process(["index", shelf.texts, "--prune", "--library", shelf.library] + more)
  }

  private static func text(_ number: Int, _ mark: String) -> String {
    regulation(
      "第\(number)号渡口规则", published: "2021-01-01",
      articles: (1...40).map { "\(mark)渡口\(number)的第\($0)班渡船应当点名，\(mark)账一式\($0)份。" })
  }

  /// Everything `search` and `status` say that does not depend on how the index is cut.
  static func state(of library: String) throws -> String {
    let answer = try Shelf.search("渡船 \"点名\"", ["--limit", "500"], library: library)
    let hits = answer.hits.map { "\($0.name) \($0.text) \($0.sources)" }.sorted()
    let status = try Program.run("status", "--library", library, "--format", "json")
    let counts = try decode(Counts.self, status.output)
    return "\(counts)\n\(answer.total)\n" + hits.joined(separator: "\n")
  }
}

@Suite(.serialized) struct CrashTests {
  @Test func killedAtAnyMoment() throws {
    let change = try Change()
    let start = ContinuousClock().now
    _ = try Program.run(change.indexing())
    let length =
      Double((ContinuousClock().now - start).components.attoseconds) / 1e18
      + Double((ContinuousClock().now - start).components.seconds)
    var random = Generator(9)
    var seen: [String: Int] = [:]
    for round in 0..<50 {
      try change.restore()
      let process = change.indexing()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let share = (Double(round) + Double.random(in: 0..<1, using: &random)) / 50
      usleep(UInt32(share * length * 1.1 * 1e6))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let state = try Change.state(of: change.shelf.library)
      #expect(state == change.old || state == change.new, "after kill \(round)")
      seen[state == change.old ? "old" : "new", default: 0] += 1
      // What the dead writer held does not stand in the way of the next.
      if round % 10 == 9 {
        #expect(try Program.run(change.indexing("--wait", "0")).status == 0)
        #expect(try Change.state(of: change.shelf.library) == change.new)
      }
    }
    #expect(seen["old", default: 0] > 0)
  }

  /// Killed while it makes a library: the next run makes it all the same.
  @Test func killedWhileNew() throws {
    let folder = try Folder()
    let text = try folder.write("a.md", regulation("灯塔管理办法", articles: ["灯塔应当常亮。"]))
    for delay in [5, 15, 30, 60, 120, 250, 500, 1000] {
      let library = folder.path("\(delay).tiaowen")
      let process = Program.process(["index", text, "--library", library])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(delay) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let asked = try Program.run("search", "灯塔", "--library", library)
      #expect([0, 65].contains(asked.status) && asked.errorLines.count <= 1, "\(asked)")
    }
    for library in [5, 60, 1000].map({ folder.path("\($0).tiaowen") }) {
      #expect(try Program.run("index", text, "--library", library).status == 0)
      #expect(try Shelf.search("灯塔", [], library: library).total == 1)
    }
    // A file of no bytes is what the earliest moment leaves.
    let empty = try folder.write("none.tiaowen", "")
    #expect(try Program.run("index", text, "--library", empty).status == 0)
  }

  @Test func readersGoOnWhileOneWrites() throws {
    let change = try Change()
    for _ in 0..<3 {
      try change.restore()
      let writer = change.indexing()
      writer.standardOutput = FileHandle.nullDevice
      try writer.run()
      var rounds = 0
      while writer.isRunning, rounds < 40 {
        let state = try Change.state(of: change.shelf.library)
        // A commit may fall between the two questions that make a state.
        let mixed = state != change.old && state != change.new
        if mixed { #expect(try Change.state(of: change.shelf.library) == change.new) }
        rounds += 1
      }
      writer.waitUntilExit()
      #expect(writer.terminationStatus == 0)
      #expect(try Change.state(of: change.shelf.library) == change.new)
    }
  }

  @Test func oneWriterAtATime() throws {
    let change = try Change()
    let lock = open(change.shelf.library + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    let holder = "process \(getpid()) since today\n"
    _ = holder.withCString { write(lock, $0, strlen($0)) }
    let refused = try Program.run(change.indexing("--wait", "0"))
    #expect(refused.status == 73 && refused.errorLines.count == 1)
    #expect(refused.errors.contains("process \(getpid())"), "\(refused.errors)")
    #expect(try Change.state(of: change.shelf.library) == change.old)

    let waiting = change.indexing("--wait", "60")
    let errors = change.shelf.folder.url.appendingPathComponent("errors")
    try Data().write(to: errors)
    waiting.standardError = try FileHandle(forWritingTo: errors)
    waiting.standardOutput = FileHandle.nullDevice
    try waiting.run()
    for _ in 0..<400 where try Data(contentsOf: errors).isEmpty { usleep(50_000) }
    #expect(waiting.isRunning)
    close(lock)
    waiting.waitUntilExit()
    #expect(waiting.terminationStatus == 0)
    #expect(try String(contentsOf: errors, encoding: .utf8).contains("process \(getpid())"))
    #expect(try Change.state(of: change.shelf.library) == change.new)
  }

  /// A limit on file sizes stands for a full disk: 73 and the old state, or all of the new one.
  @Test(arguments: [8, 64, 512, 2048, 8192, 16384]) func noRoom(_ kilobytes: Int) throws {
    let change = try Change()
    let script = "ulimit -f \(kilobytes * 2) || exit 99; exec \"$0\" \"$@\""
    let outcome = try shell(script, change.indexing().arguments!)
    try #require(outcome.status != 99)
    let state = try Change.state(of: change.shelf.library)
    if outcome.status == 0 {
      #expect(state == change.new)
    } else {
      #expect(outcome.status == 73 && outcome.errorLines.count == 1, "\(outcome)")
      #expect(state == change.old)
    }
    #expect(try Program.run(change.indexing()).status == 0)
    #expect(try Change.state(of: change.shelf.library) == change.new)
  }

  @Test func noRoomForANewLibrary() throws {
    let folder = try Folder()
    let library = folder.path("new.tiaowen")
    let outcome = try shell(
      "ulimit -f 512; exec \"$0\" \"$@\"", ["index", Program.corpus, "--library", library])
    #expect(outcome.status == 73 && outcome.errorLines.count == 1, "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }

  /// A real disk of four megabytes, where mounting is allowed.
  @Test(.enabled(if: getuid() == 0, "only root may mount")) func fullDisk() throws {
    let folder = try Folder()
    let disk = folder.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    guard try shell("mount -t tmpfs -o size=4m tmpfs \"$1\"", [disk]).status == 0 else {
      print("no full disk: mounting is not allowed here")
      return
    }
    defer { _ = try? shell("umount -l \"$1\"", [disk]) }
    let outcome = try Program.run("index", Program.corpus, "--library", disk + "/new.tiaowen")
    #expect(outcome.status == 73 && outcome.errorLines.count == 1, "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == [])
  }
}
