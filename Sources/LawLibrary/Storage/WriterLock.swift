// One writer at a time, and a name for the one who holds the library.

import Foundation

/// Holds the right to write a library while it lives.
///
/// The lock is a file beside the library, held with `flock`: the system lets go of it when the
/// process ends, however it ends. It is a file of its own because closing a second descriptor of
/// an SQLite file drops SQLite's own locks.
final class WriterLock {
  private let descriptor: Int32
  private let path: String

  /// Waits up to `seconds` for the lock of the library at `library`; `waiting` is told once who
  /// holds it. Throws `LibraryError.locked` when the time is up.
  init(library: String, waitingUpTo seconds: Double, waiting: (String) -> Void) throws {
    path = library + "-lock"
    let deadline = Date().addingTimeInterval(seconds)
    var told = false
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw LibraryError.unwritable(path: library, reason: String(cString: strerror(errno)))
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // The file may have been unlinked by its last holder between open and flock.
        var ours = stat()
        var named = stat()
        if fstat(descriptor, &ours) == 0, stat(path, &named) == 0, ours.st_ino == named.st_ino {
          self.descriptor = descriptor
          let holder = "process \(getpid()) since \(timestamp())\n"
          ftruncate(descriptor, 0)
          _ = holder.withCString { write(descriptor, $0, strlen($0)) }
          return
        }
        close(descriptor)
        continue
      }
      close(descriptor)
      let holder =
        (try? String(contentsOfFile: path, encoding: .utf8))
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        .flatMap { $0.isEmpty ? nil : $0 } ?? "another process"
      guard Date() < deadline else { throw LibraryError.locked(path: library, holder: holder) }
      if !told {
        waiting(holder)
        told = true
      }
      usleep(50_000)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }
}

private func timestamp() -> String {
  Date().formatted(.iso8601.dateSeparator(.dash).timeSeparator(.colon))
}
